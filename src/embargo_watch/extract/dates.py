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

from embargo_watch.extract.bounds import bounded, by_events
from embargo_watch.extract.periods import Found, periods
from embargo_watch.extract.seasons import parts_of_years
from embargo_watch.extract.years import (
    any_of,
    day_of,
    edtf_of,
    nearest_year,
    report_of,
    step_of,
    year_of,
)
from embargo_watch.model.dates import ONE_DAY, DateRange
from embargo_watch.model.spans import Span
from embargo_watch.reference.times import times


@dataclass(frozen=True, slots=True)
class Dated:
    """Words that give a date, with the date in EDTF."""

    span: Span
    edtf: str


def dates(text: str, start: int, end: int, published: str, *, ahead: bool) -> Iterator[Dated]:
    """Yield the dated words of ``text[start:end]``, from left to right.

    ``published`` is the report's EDTF date ("" where unknown); ``ahead`` says that the event is
    still to come, so that "in May" is the next May.
    """
    taken: list[tuple[int, int]] = []
    found = []
    for begin, stop, edtf in _all(text, start, end, published, ahead=ahead):
        if any(s < stop and begin < e for s, e in taken):
            continue
        taken.append((begin, stop))
        if edtf:
            found.append(Dated(Span.of(text, begin, stop), edtf))
    yield from sorted(found, key=lambda dated: dated.span)


def _all(text: str, start: int, end: int, published: str, *, ahead: bool) -> Iterator[Found]:
    """Everything that may be a date, the surest reading of the same words first."""
    report = report_of(published)
    if not ahead:  # "will send arms after the attack": no bound
        yield from by_events(text, start, end, published)
    plain = [
        *periods(text, start, end, published, ahead=ahead),
        *parts_of_years(text, start, end, published, ahead=ahead),
    ]
    absolute, relative = _patterns()
    for match in absolute.finditer(text, start, end):
        plain.append((*match.span(), _absolute(match, text, report, ahead=ahead)))
    for match in relative.finditer(text, start, end):
        edtf = _relative(match, report, ahead=ahead)
        if edtf:
            plain.append((*match.span(), edtf))
    for found in plain:
        yield (*found[:2], bounded(text, found, published, ahead=ahead))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = times("en")
    month, day = any_of(words.months), "|".join(words.weekdays)
    ordinal, day_of_month = "|".join(words.ordinals), "|".join(words.day_of)
    near = any_of((*words.previous, *words.following, *words.current))
    absolute = re.compile(
        rf"\b(?:(?P<d1>\d{{1,2}})(?:{ordinal})?\s+(?:(?:{day_of_month})\s+)?(?P<m1>{month})\b|"
        rf"(?P<m2>{month})\b(?:\.?\s+(?P<d2>\d{{1,2}})(?:{ordinal})?\b(?!,?\d))?)"
        rf"(?:(?:[.,]?|\s+(?:{day_of_month}))\s+"
        rf"(?:(?P<y>(?:19|20)\d\d)\b|(?P<ny>{near})\s+(?:{_year_word()})\b))?",
        re.IGNORECASE,
    )
    relative = re.compile(
        rf"\b(?:(?P<when>{'|'.join(any_of((word,)) for word in _longest_first())})|"
        rf"(?P<rel>{near})\s+(?P<unit>{'|'.join(words.units)}|{month}|{day})|(?P<wd>{day})|"
        rf"(?:{'|'.join(words.before_year)})\s+(?P<yr>(?:19|20)\d\d)(?!s\b|,\d))\b",
        re.IGNORECASE,
    )
    return absolute, relative


def _longest_first() -> list[str]:
    return sorted(times("en").relative_days, key=len, reverse=True)


def _year_word() -> str:
    return any_of(word for word, unit in times("en").units.items() if unit == "year")


def _absolute(match: re.Match[str], text: str, report: DateRange | None, *, ahead: bool) -> str:
    month_word = match["m1"] or match["m2"]
    month = times("en").months[month_word.lower()]
    before = text[max(0, match.start() - 8) : match.start()].lower().split()
    if not match["y"] and before and before[-1] in times("en").anaphoric:
        return ""  # "that July" leans on another date
    day = int(match["d1"] or match["d2"] or 0)
    if not day and (not month_word[0].isupper() or _is_a_verb(month_word, match, text)):
        return ""
    year = int(match["y"] or 0) or _near_year(match["ny"], report)
    year = year or year_of(month, day, report, ahead=ahead)
    return edtf_of(year, month, day) if year else ""


def _near_year(word: str | None, report: DateRange | None) -> int:
    """The year that "last year" means after a month."""
    day = day_of(report)
    return day.year + step_of(word.lower()) if word and day else 0


def _is_a_verb(word: str, match: re.Match[str], text: str) -> bool:
    """ "May" and "March" open a sentence as verbs: a month stands after a preposition."""
    words = times("en")
    if word.lower() not in words.verbs_too or match["y"] or match["ny"]:
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
    return _near(match["rel"].lower(), match["unit"].lower(), today, ahead=ahead)


def _weekday(weekday: int, today: dt.date, *, ahead: bool) -> str:
    if ahead:
        return (today + ((weekday - today.weekday()) % 7) * ONE_DAY).isoformat()
    return (today - ((today.weekday() - weekday) % 7) * ONE_DAY).isoformat()


def _near(relation: str, unit: str, today: dt.date, *, ahead: bool) -> str:
    words = times("en")
    step = step_of(relation)
    if unit in words.weekdays:
        return _near_weekday(words.weekdays[unit], today, step, ahead=ahead)
    if unit in words.months:
        month = words.months[unit]
        year = nearest_year(month, 0, today, ahead=step > 0 or (ahead and not step))
        if step and (year, month) == (today.year, today.month):
            year += step  # in January, "last January" is the one before
        return f"{year:04d}-{month:02d}"
    if words.units[unit] == "year":
        return f"{today.year + step:04d}"
    if words.units[unit] == "month":
        index = today.year * 12 + today.month - 1 + step
        return f"{index // 12:04d}-{index % 12 + 1:02d}"
    monday = today - today.weekday() * ONE_DAY + 7 * step * ONE_DAY
    return DateRange.between(monday, monday + 6 * ONE_DAY).edtf


def _near_weekday(weekday: int, today: dt.date, step: int, *, ahead: bool) -> str:
    """ "Last Friday", "next Friday"; on a Friday these are not today."""
    if weekday == today.weekday() and step:
        return (today + 7 * step * ONE_DAY).isoformat()
    return _weekday(weekday, today, ahead=step > 0 or (ahead and not step))
