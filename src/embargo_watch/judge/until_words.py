"""Read from a resolution's words the first day on which a measure no longer applies.

"until 31 May 2027" still applies on that day; a period of twelve months counted from the day of
adoption is read both ways, because resolutions do not say whether its last day counts.
"""

import datetime as dt
import re
from collections.abc import Iterator

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")  # fmt: skip
_DAY = rf"(?P<day>\d{{1,2}})\s(?P<month>{'|'.join(_MONTHS)})\s(?P<year>\d{{4}})"
_UNTIL = re.compile(rf"(?:until|through|up to)\s+(?:and including\s+)?{_DAY}", re.IGNORECASE)
_ANY_DAY = re.compile(_DAY, re.IGNORECASE)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen")  # fmt: skip
_PERIOD = re.compile(
    rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})[\s-](?P<unit>day|month|year)s?", re.IGNORECASE
)
_ONE_DAY = dt.timedelta(days=1)


def ends(text: str, starts: tuple[dt.date, ...]) -> frozenset[dt.date]:
    """Every first day without the measure that the words allow.

    Args:
        text: the paragraph, in plain letters.
        starts: the days from which a period may count: adoption, an earlier end.

    Returns:
        Days; empty where no day and no period stands in the text.
    """
    until = {_date(found) for found in _UNTIL.finditer(text)} - {None}
    if until:
        return frozenset(day + _ONE_DAY for day in until if day)
    named = days(text)
    either = (*named, *(day + _ONE_DAY for day in named))
    return frozenset((*either, *_by_period(text, starts)))


def days(text: str) -> frozenset[dt.date]:
    """Every day that the text names."""
    return frozenset(found for found in map(_date, _ANY_DAY.finditer(text)) if found)


def _by_period(text: str, starts: tuple[dt.date, ...]) -> Iterator[dt.date]:
    for found in _PERIOD.finditer(text):
        word = found["count"].casefold()
        count = int(word) if word.isdigit() else _NUMBERS.index(word) + 1
        for start in (*starts, *days(text)):
            day = _later(start, count, found["unit"].casefold())
            yield day
            yield day + _ONE_DAY


def _later(start: dt.date, count: int, unit: str) -> dt.date:
    if unit == "day":
        return start + dt.timedelta(days=count)
    months = start.year * 12 + start.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    first = dt.date(year, month + 1, 1)
    last = (first + dt.timedelta(days=31)).replace(day=1) - _ONE_DAY
    return first.replace(day=min(start.day, last.day))


def _date(found: re.Match[str]) -> dt.date | None:
    try:
        month = _MONTHS.index(found["month"].casefold()) + 1
        return dt.date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None
