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
    listed = sorted(parts, key=_order)
    wider = {
        part.id: holder
        for place, part in enumerate(listed)
        if (holder := _holder(part, listed[place + 1 :]))
    }
    inner: dict[str, float] = {}
    low = 0.0
    for part in listed:
        least = max(part.low, inner.get(part.id, 0.0))
        if part.id in wider:
            inner[wider[part.id]] = inner.get(wider[part.id], 0.0) + least
        else:
            low += least
    highs = [part.high for part in listed]
    known = [high for high in highs if high is not None]
    return low, sum(known, 0.0) if len(known) == len(highs) else None, wider


def _order(part: Part) -> tuple[dt.timedelta, int, str]:
    """Narrower before wider: by the days told of, then by how many sides are unnamed."""
    return _length(part), sum(side in NAMELESS for side in part.sides), part.id


def _length(part: Part) -> dt.timedelta:
    date = DateRange.parse(part.date)
    return (date.last or dt.date.max) - (date.first or dt.date.min)


def _holder(part: Part, wider: list[Part]) -> str:
    for other in wider:
        if _holds(other, part):
            return other.id
    return ""


def _holds(wide: Part, narrow: Part) -> bool:
    """Whether the wide account may tell of what the narrow one tells."""
    for one, other in zip(wide.sides, narrow.sides, strict=True):
        if one != other and one not in NAMELESS and other not in NAMELESS:
            return False
    outer, inner = DateRange.parse(wide.date), DateRange.parse(narrow.date)
    begins = outer.first is None or (inner.first is not None and outer.first <= inner.first)
    ends = outer.last is None or (inner.last is not None and outer.last >= inner.last)
    if not (begins and ends):
        return False
    same = (outer.first, outer.last) == (inner.first, inner.last)
    return not same or _length(wide) > OCCASION
