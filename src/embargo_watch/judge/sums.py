"""Add amounts up without counting one cargo twice, as an account of a year may tell it again.

"A million barrels in 2023" may include the tanker of May 2023: at least the greater of the two
moved, at most both.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from embargo_watch.judge.sides import NAMELESS
from embargo_watch.model.dates import DateRange

OCCASION = dt.timedelta(days=31)
"""Accounts of one stretch longer than this may be of the same traffic; shorter ones are two
occasions, since reconciling has not joined them."""


@dataclass(frozen=True, slots=True)
class Part:
    """One amount with the sides and the EDTF date it is told of; ``high`` None has no bound."""

    id: str
    sides: tuple[str, str]
    date: str
    low: float
    high: float | None


def total(parts: Iterable[Part]) -> tuple[float, float | None, Mapping[str, str]]:
    """The least and the greatest sum, and for each part the wider account that may include it."""
    listed = sorted((_Told.of(part) for part in parts), key=_Told.order)
    accounts = [(place, told) for place, told in enumerate(listed) if told.first != told.last]
    wider: dict[str, str] = {}
    for place, told in enumerate(listed):
        after = (each.part.id for at, each in accounts if at > place and each.may_hold(told))
        if holder := next(after, ""):
            wider[told.part.id] = holder
    inner: dict[str, float] = {}
    low = 0.0
    for part in (told.part for told in listed):
        least = max(part.low, inner.get(part.id, 0.0))
        if part.id in wider:
            inner[wider[part.id]] = inner.get(wider[part.id], 0.0) + least
        else:
            low += least
    known = [told.part.high for told in listed if told.part.high is not None]
    return low, sum(known, 0.0) if len(known) == len(listed) else None, wider


@dataclass(frozen=True, slots=True)
class _Told:
    """A part with its days; open ends are those of the calendar."""

    part: Part
    first: dt.date
    last: dt.date

    @classmethod
    def of(cls, part: Part) -> "_Told":
        date = DateRange.parse(part.date)
        return cls(part, date.first or dt.date.min, date.last or dt.date.max)

    def order(self) -> tuple[dt.timedelta, int, str]:
        """Narrower before wider: by the days told of, then by how many sides are unnamed."""
        unnamed = sum(side in NAMELESS for side in self.part.sides)
        return self.last - self.first, unnamed, self.part.id

    def may_hold(self, narrow: "_Told") -> bool:
        """Whether this account may tell of what the narrow one tells."""
        if self.first > narrow.first or self.last < narrow.last:
            return False
        same = (self.first, self.last) == (narrow.first, narrow.last)
        if same and self.last - self.first <= OCCASION:
            return False
        return all(
            one == other or one in NAMELESS or other in NAMELESS
            for one, other in zip(self.part.sides, narrow.part.sides, strict=True)
        )
