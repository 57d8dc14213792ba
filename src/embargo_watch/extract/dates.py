"""Read the date of an event from its words and the date of the report, and never guess one.

"30 December" read in January is last year's: a day without a year is the nearest one that the
report can look back on (or forward to, for what is still to come). Where the report's own date is
too wide to settle the year, no date is given.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from embargo_watch.extract.periods import periods
from embargo_watch.extract.years import edtf_of, nearest_year, report_of, year_of
from embargo_watch.model.dates import ONE_DAY, DateRange
from embargo_watch.model.spans import Span
from embargo_watch.reference.times import times


@dataclass(frozen=True, slots=True)
class Dated:
    """Words that give a date, with the date in EDTF."""

    span: Span
    edtf: str


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = times("en")
    month = "|".join(sorted(words.months, key=len, reverse=True))
    day = "|".join(words.weekdays)
    ordinal, day_of = "|".join(words.ordinals), "|".join(words.day_of)
    absolute = re.compile(
        rf"\b(?:(?P<d1>\d{{1,2}})(?:{ordinal})?\s+(?:(?:{day_of})\s+)?(?P<m1>{month})\b|"
        rf"(?P<m2>{month})\b(?:\.?\s+(?P<d2>\d{{1,2}})(?:{ordinal})?\b(?!,?\d))?)"
        rf"(?:[.,]?\s+(?P<y>(?:19|20)\d\d)\b)?",
        re.IGNORECASE,
    )
    before_year = "|".join(words.before_year)
    near = "|".join((*words.previous, *words.following, *words.current))
    relative = re.compile(
        rf"\b(?:(?P<rel>{near})\s+(?P<unit>{'|'.join(words.units)}|{month}|{day})|"
        rf"(?P<when>{'|'.join(words.relative_days)})|(?P<wd>{day})|"
        rf"(?:{before_year})\s+(?P<yr>(?:19|20)\d\d))\b",
        re.IGNORECASE,
    )
    return absolute, relative


def dates(text: str, start: int, end: int, published: str, *, ahead: bool) -> Iterator[Dated]:
    """Yield the dated words of ``text[start:end]``, from left to right.

    ``published`` is the report's EDTF date ("" where unknown); ``ahead`` says that the event is
    still to come, so that "in May" is the next May.
    """
    report = report_of(published)
    absolute, relative = _patterns()
    taken: list[tuple[int, int]] = []
    found = []
    for begin, stop, edtf in periods(text, start, end, published, ahead=ahead):
        taken.append((begin, stop))
        if edtf:
            found.append(Dated(Span.of(text, begin, stop), edtf))
    for match in absolute.finditer(text, start, end):
        if any(s < match.end() and match.start() < e for s, e in taken):
            continue
        edtf = _absolute(match, text, report, ahead=ahead)
        taken.append(match.span())
        if edtf:
            found.append(_dated(text, match, edtf, report))
    for match in relative.finditer(text, start, end):
        if any(s < match.end() and match.start() < e for s, e in taken):
            continue
        edtf = _relative(match, report, ahead=ahead)
        if edtf:
            found.append(_dated(text, match, edtf, report))
    yield from sorted(found, key=lambda dated: dated.span)


def _dated(text: str, match: re.Match[str], edtf: str, report: DateRange | None) -> Dated:
    """The date, or from it up to the report where "since" stands before it."""
    before = text[max(0, match.start() - SINCE) : match.end()].lower().split()
    words = match.group().split()
    since = before[-len(words) - 1] if len(before) > len(words) else ""
    if since in times("en").since or words[0].lower() in times("en").since:
        end = report.last.isoformat() if report and report.last else ".."
        if end == ".." or edtf <= end:
            edtf = f"{edtf}/{end}"
    return Dated(Span.of(text, *match.span()), edtf)


SINCE = 12
"""Code points before a date in which "since" stands."""


def _absolute(match: re.Match[str], text: str, report: DateRange | None, *, ahead: bool) -> str:
    month_word = match["m1"] or match["m2"]
    month = times("en").months[month_word.lower()]
    day = int(match["d1"] or match["d2"] or 0)
    if not day and (not month_word[0].isupper() or _is_a_verb(month_word, match, text)):
        return ""
    year = int(match["y"] or 0) or year_of(month, day, report, ahead=ahead)
    return edtf_of(year, month, day) if year else ""


def _is_a_verb(word: str, match: re.Match[str], text: str) -> bool:
    """ "May" and "March" open a sentence as verbs: a month stands after a preposition."""
    words = times("en")
    if word.lower() not in words.verbs_too or match["y"]:
        return False
    before = text[max(0, match.start() - 8) : match.start()].lower().split()
    return not before or before[-1] not in words.before_month


def _relative(match: re.Match[str], report: DateRange | None, *, ahead: bool) -> str:
    if match["yr"]:
        return match["yr"]
    if report is None or not report.is_day or report.first is None:
        return ""
    today = report.first
    words = times("en")
    if match["when"]:
        return (today + words.relative_days[match["when"].lower()] * ONE_DAY).isoformat()
    if match["wd"]:
        return _weekday(words.weekdays[match["wd"].lower()], today, ahead=ahead)
    return _near(match["rel"].lower(), match["unit"].lower(), today)


def _weekday(weekday: int, today: dt.date, *, ahead: bool) -> str:
    if ahead:
        return (today + ((weekday - today.weekday()) % 7) * ONE_DAY).isoformat()
    return (today - ((today.weekday() - weekday) % 7) * ONE_DAY).isoformat()


def _near(relation: str, unit: str, today: dt.date) -> str:
    words = times("en")
    step = -1 if relation in words.previous else 1 if relation in words.following else 0
    if unit in words.weekdays:
        return _weekday(words.weekdays[unit], today, ahead=step > 0) if step else ""
    if unit in words.months:
        month = words.months[unit]
        return f"{nearest_year(month, 0, today, ahead=step > 0):04d}-{month:02d}"
    if words.units[unit] == "year":
        return f"{today.year + step:04d}"
    if words.units[unit] == "month":
        index = today.year * 12 + today.month - 1 + step
        return f"{index // 12:04d}-{index % 12 + 1:02d}"
    monday = today - today.weekday() * ONE_DAY + 7 * step * ONE_DAY
    return DateRange.between(monday, monday + 6 * ONE_DAY).edtf
