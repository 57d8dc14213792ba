"""Find the days, months and years that a text names, without yet saying which ones they are."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from embargo_watch.model.dates import DateRange
from embargo_watch.reference.times import times

_MONTH_FORM = "{month}"
_FORMS = (
    r"(?P<year>(?:19|20)\d\d)-(?P<mm>\d\d)-(?P<day>\d\d)\b",
    r"(?:(?P<weekday>{weekday}),?\s+)?(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    r"(?P<month>{month})\.?(?:,?\s+(?P<year>(?:19|20)\d\d))?\b",
    r"(?:(?P<weekday>{weekday}),?\s+)?(?P<month>{month})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    r"(?![\d:%]|,\d|\s+(?:percent|per\s+cent|million|billion))"
    r"(?:,?\s+(?P<year>(?:19|20)\d\d))?(?!\d)",
    r"(?P<month>{month})\.?(?:\s+of)?,?\s+(?P<year>(?:19|20)\d\d)\b",
    r"(?:in|since|last|during|of|from)\s+(?:early\s+|late\s+|mid-)?(?P<month>{month})\b"
    r"(?!\.?,?\s+(?:of\s+)?\d)",
    r"(?:in|since|during|early|late|of|from)\s+(?P<year>(?:19|20)\d\d)\b(?!\s+(?:people|troops))",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A date as named: any of its parts may be None. Offsets are those of the text searched."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None

    def in_year(self, year: int) -> DateRange | None:
        """The days meant if the year is this one; None where there is no such day."""
        edtf = f"{year:04d}"
        if self.month:
            edtf += f"-{self.month:02d}"
            edtf += f"-{self.day:02d}" if self.day else ""
        try:
            found = DateRange.parse(edtf)
        except ValueError:
            return None
        if self.weekday is not None and found.first and found.is_day:
            return found if found.first.weekday() == self.weekday else None
        return found

    def full(self) -> DateRange | None:
        """The days meant, where the year is named."""
        return self.in_year(self.year) if self.year else None


def named_dates(text: str) -> Iterator[Named]:
    """Yield every date named in a text, in order; the longest reading of each place."""
    taken = 0
    months, weekdays = times("en").months, times("en").weekdays
    for match in sorted(
        (match for form in _forms() for match in form.finditer(text)),
        key=lambda match: (match.start(), -match.end()),
    ):
        if match.start() < taken:
            continue
        part = match.groupdict()
        month = months[part["month"].lower()] if part.get("month") else None
        month = int(part["mm"]) if part.get("mm") else month
        day = int(part["day"]) if part.get("day") else None
        if not _possible(month, day):
            continue
        taken = match.end()
        yield Named(
            start=match.start(),
            end=match.end(),
            year=int(part["year"]) if part.get("year") else None,
            month=month,
            day=day,
            weekday=weekdays[part["weekday"].lower()] if part.get("weekday") else None,
        )


def weekday_named(text: str) -> int | None:
    """The weekday by which a text tells its news; None where it names none or several."""
    weekdays = times("en").weekdays
    found = {weekdays[match.group(1).lower()] for match in _weekday_pattern().finditer(text)}
    return found.pop() if len(found) == 1 else None


def tells_news_by_weekday(text: str) -> bool:
    """Whether it says "on Wednesday" as a report of the same week does."""
    return _weekday_pattern().search(text) is not None


def _possible(month: int | None, day: int | None) -> bool:
    if month is not None and not 0 < month <= 12:
        return False
    if day is None:
        return True
    try:
        dt.date(2000, month or 1, day)
    except ValueError:
        return False
    return True


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    months = sorted((word.capitalize() for word in times("en").months), key=len, reverse=True)
    weekdays = "|".join(word.capitalize() for word in times("en").weekdays)
    month = "|".join([*months, *(word.upper() for word in months)])
    return tuple(
        re.compile(r"(?<![\w-])" + form.format(month=month, weekday=weekdays))
        if _MONTH_FORM in form
        else re.compile(r"(?<![\w-])" + form)
        for form in _FORMS
    )


@cache
def _weekday_pattern() -> re.Pattern[str]:
    weekdays = "|".join(word.capitalize() for word in times("en").weekdays)
    return re.compile(
        rf"(?<!next )(?<!every )(?<!each )\b({weekdays})\b"
        r"(?!s\b|,?\s+(?:the\s+)?\d|,?\s+[A-Z]\w+\.?\s+\d)"
    )
