"""Settle which year a day or month without one means, from the report that tells it."""

import calendar
import datetime as dt
import re
from collections.abc import Iterable

from embargo_watch.model.dates import DateRange
from embargo_watch.reference.times import times


def report_of(published: str) -> DateRange | None:
    """The days on which a report may have been published; None where that is unknown."""
    try:
        return DateRange.parse(published) if published else None
    except ValueError:
        return None


def day_of(report: DateRange | None) -> dt.date | None:
    """The day of the report; None where it is not known to the day."""
    return report.first if report is not None and report.is_day else None


def step_of(word: str) -> int:
    """-1 for "last", 1 for "next", 0 for "this"."""
    words = times("en")
    low = word.lower()
    return -1 if low in words.previous else 1 if low in words.following else 0


def any_of(words: Iterable[str]) -> str:
    """An alternation of the words in which longer ones come first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def ends(report: DateRange | None) -> tuple[dt.date, ...]:
    """The first and last day on which a report may have been published."""
    if report is None or report.first is None or report.last is None:
        return ()
    return (report.first, report.last)


def nearest_year(month: int, day: int, report: dt.date, *, ahead: bool) -> int:
    """The year of the nearest such day or month before the report, or after it where ``ahead``."""
    this_year = _bounds(report.year, month, day)
    if ahead:
        return report.year if this_year[1] >= report else report.year + 1
    return report.year if this_year[0] <= report else report.year - 1


def year_of(month: int, day: int, report: DateRange | None, *, ahead: bool) -> int:
    """The one year that every possible day of the report gives; 0 where they disagree."""
    years = {nearest_year(month, day, when, ahead=ahead) for when in ends(report)}
    return years.pop() if len(years) == 1 else 0


def _bounds(year: int, month: int, day: int) -> tuple[dt.date, dt.date]:
    last = calendar.monthrange(year, month)[1]
    if day:
        exact = dt.date(year, month, min(day, last))
        return exact, exact
    return dt.date(year, month, 1), dt.date(year, month, last)


def edtf_of(year: int, month: int, day: int) -> str:
    """EDTF of a day, or of a month where ``day`` is 0; "" where the month lacks the day."""
    if not day:
        return f"{year:04d}-{month:02d}"
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return ""
    return f"{year:04d}-{month:02d}-{day:02d}"
