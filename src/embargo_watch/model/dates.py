"""Compare imprecise dates without pretending that they are exact days.

Dates are EDTF (ISO 8601-2, levels 0 and 1, as far as reports need them): ``2023-12-30``,
``2023-12``, ``2023``, an interval ``2023-08/2024-01-02``, open ends ``2023-08/..`` and
``../2023-08``, unknown ends ``2023-08/`` and the qualifiers ``~`` (about) and ``?`` (uncertain).
A qualifier is kept in the text and does not widen the bounds: whoever compares is told
(``qualified``) and answers *unclear* where that decides.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import Enum

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)", re.ASCII)
ONE_DAY = dt.timedelta(days=1)


class Within(Enum):
    """The three answers to "does this date lie in that interval"."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class DateRange:
    """An EDTF date as the days it may be: first and last, both included.

    ``first`` or ``last`` is None where that end is open or unknown.
    """

    edtf: str
    first: dt.date | None
    last: dt.date | None

    @classmethod
    def parse(cls, edtf: str) -> "DateRange":
        """Read an EDTF string; raises ValueError that names it where it is none."""
        left, slash, right = edtf.strip().partition("/")
        if not slash:
            first, last = _point(left, edtf)
            return cls(edtf, first, last)
        begin = None if left in ("", "..") else _point(left, edtf)[0]
        end = None if right in ("", "..") else _point(right, edtf)[1]
        if begin is None and end is None:
            raise ValueError(f"{edtf!r} is not an EDTF date: both ends are open")
        if begin and end and begin > end:
            raise ValueError(f"{edtf!r} is not an EDTF date: it ends before it begins")
        return cls(edtf, begin, end)

    @classmethod
    def between(cls, first: dt.date | None, last: dt.date | None) -> "DateRange":
        """Build a range from its days, written in the shortest EDTF form that says it."""
        if first is None and last is None:
            raise ValueError("a date range needs at least one end")
        return cls(_shortest(first, last), first, last)

    @property
    def qualified(self) -> bool:
        """Whether the text calls the date approximate or uncertain."""
        return any(mark in self.edtf for mark in "~?%")

    @property
    def is_day(self) -> bool:
        """Whether the date is known to the day."""
        return self.first is not None and self.first == self.last

    def within(self, since: dt.date | None, until: dt.date | None) -> Within:
        """Compare with the half-open interval ``since <= day < until``; None is without end."""
        if self._misses(since, until):
            return Within.OUTSIDE
        starts = since is None or (self.first is not None and self.first >= since)
        ends = until is None or (self.last is not None and self.last < until)
        return Within.INSIDE if starts and ends else Within.UNCLEAR

    def overlaps(self, other: "DateRange") -> bool:
        """Whether the two dates may be the same day."""
        after = other.last + ONE_DAY if other.last else None
        return not self._misses(other.first, after)

    def _misses(self, since: dt.date | None, until: dt.date | None) -> bool:
        too_early = since is not None and self.last is not None and self.last < since
        too_late = until is not None and self.first is not None and self.first >= until
        return too_early or too_late


def _point(text: str, whole: str) -> tuple[dt.date, dt.date]:
    match = _POINT.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{whole!r} is not an EDTF date such as 2023-12-30, 2023-12 or 2023/2024")
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    try:
        first = dt.date(year or 0, month or 1, day or 1)
        if day:
            return first, first
        last_month = month or 12
        return first, first.replace(
            month=last_month, day=calendar.monthrange(first.year, last_month)[1]
        )
    except ValueError as error:
        raise ValueError(f"{whole!r} is not an EDTF date: {error}") from error


def _shortest(first: dt.date | None, last: dt.date | None) -> str:
    if first is None or last is None:
        return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04d}"
    whole_month = calendar.monthrange(first.year, first.month)[1] == last.day and first.day == 1
    if whole_month and (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04d}-{first.month:02d}"
    return f"{first.isoformat()}/{last.isoformat()}"
