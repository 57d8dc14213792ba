"""Cut a date into stretches within which the law does not change.

Judging each stretch by one of its days makes imprecise dates exact: a verdict holds for a date if
it holds in every stretch of it.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from embargo_watch.errors import UnusableInput
from embargo_watch.model.dates import ONE_DAY, DateRange
from embargo_watch.model.provision import HeldReading, Provision

LEAST_MARGIN = dt.timedelta(days=31)
"""How far a qualified date ("about", "uncertain") may be off, at least."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from ``first`` to ``last``, both included; the ends of the calendar stand for open."""

    first: dt.date
    last: dt.date

    def __str__(self) -> str:
        """The days as a person writes them."""
        if self.first == self.last:
            return self.first.isoformat()
        since = "the beginning" if self.first == dt.date.min else self.first.isoformat()
        until = "open" if self.last == dt.date.max else self.last.isoformat()
        return f"{since} to {until}"

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last


EVER = Stretch(dt.date.min, dt.date.max)


@lru_cache(maxsize=16_384)
def stretch_of(edtf: str) -> Stretch:
    """The days that a transfer's date may be; every day where there is no date.

    A qualified date is widened by its own length, by 31 days at least.

    Raises:
        UnusableInput: the text is no EDTF date; the message names it.
    """
    if not edtf:
        return EVER
    try:
        date = DateRange.parse(edtf)
    except ValueError as error:
        raise UnusableInput(str(error)) from error
    first, last = date.first or dt.date.min, date.last or dt.date.max
    if not date.qualified:
        return Stretch(first, last)
    margin = LEAST_MARGIN
    if date.first and date.last:
        margin = max(margin, last - first)
    return Stretch(_shift(first, -margin), _shift(last, margin))


def stretches(whole: Stretch, cuts: Iterable[dt.date]) -> tuple[Stretch, ...]:
    """Cut at the first days of new law; each stretch then lies wholly before or after each cut."""
    if whole.is_day:
        return (whole,)
    inner = sorted({cut for cut in cuts if whole.first < cut <= whole.last})
    starts = [whole.first, *inner]
    ends = [cut - ONE_DAY for cut in inner] + [whole.last]
    return tuple(Stretch(first, last) for first, last in zip(starts, ends, strict=True))


def codes_on(provision: Provision, codes: tuple[str, ...], day: dt.date) -> tuple[str, ...]:
    """Those scope codes of a provision that belong to it on a day: some came later, some left."""
    since, until = provision.items_since, provision.items_until
    if not since and not until:
        return codes
    return tuple(
        code
        for code in codes
        if since.get(code, day) <= day and (code not in until or day < until[code])
    )


def spell_of(provision: Provision, reading: HeldReading | None) -> tuple[dt.date, dt.date | None]:
    """From when and until when a provision applies, on one reading of it or on its own words."""
    since = (reading and reading.since) or provision.since
    return since, (reading and reading.until) or provision.until


@lru_cache(maxsize=1024)
def breaks(provision: Provision) -> tuple[tuple[dt.date, dt.date], ...]:
    """Spells in which it did not apply: it had ended, and a later paragraph put it back.

    Half-open; told by its changes, as in S/RES/861 (1993) 1 and S/RES/873 (1993) 1 on Haiti.
    """
    found = []
    end: dt.date | None = None
    for change in provision.changes:
        if change.how == "renewed" and end is not None and end < change.on:
            found.append((end, change.on))
        end = change.until or end
    return tuple(found)


def break_on(provision: Provision, day: dt.date) -> tuple[dt.date, dt.date] | None:
    """The spell around a day in which the provision did not apply; None where there is none."""
    return next((each for each in breaks(provision) if each[0] <= day < each[1]), None)


def cuts_of(provision: Provision, exemptions: tuple[Provision, ...]) -> tuple[dt.date, ...]:
    """Every day on which something about the provision changes."""
    dates: list[dt.date | None] = [provision.since, provision.until]
    dates += [*provision.items_since.values(), *provision.items_until.values()]
    dates.append(provision.grace.until if provision.grace else None)
    for reading in provision.readings:
        dates += [reading.since, reading.until]
    for cap in provision.caps:
        dates += [cap.since, cap.until]
    for spell in breaks(provision):
        dates += spell
    for listing in provision.listed:
        dates += [listing.since, listing.until]
    for exemption in exemptions:
        dates += [exemption.since, exemption.until]
    return tuple(date for date in dates if date is not None)


def around(cuts: tuple[dt.date, ...]) -> tuple[dt.date, ...]:
    """Each cut with the days beside it: on these a date reads otherwise than farther away."""
    days = set()
    for cut in cuts:
        days.add(cut)
        if cut > dt.date.min:
            days.add(cut - ONE_DAY)
        if cut < dt.date.max:
            days.add(cut + ONE_DAY)
    return tuple(sorted(days))


def _shift(day: dt.date, by: dt.timedelta) -> dt.date:
    if day in (dt.date.min, dt.date.max):
        return day
    try:
        return day + by
    except OverflowError:
        return dt.date.min if by < dt.timedelta(0) else dt.date.max
