"""Read periods as periods: "from 3 to 5 March" is not the fifth, "two weeks ago" not nothing.

A period becomes an EDTF interval of its first and last day, month or year. "Between" takes "and",
"from" takes "to"; a dash needs neither. "3 and 5 March" without "between" are two days.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from embargo_watch.extract.years import any_of, day_of, edtf_of, report_of, step_of, year_of
from embargo_watch.model.dates import ONE_DAY, DateRange
from embargo_watch.reference.times import times

Found = tuple[int, int, str]
"""Half-open offsets and the EDTF date, "" where the words are a period that stays unsettled."""
Point = tuple[int, int, int]
"""Year, month and day; 0 for what is not told."""


def periods(text: str, start: int, end: int, published: str, *, ahead: bool) -> Iterator[Found]:
    """Yield what ``text[start:end]`` tells of periods and of times ago, in no order.

    ``published`` is the report's EDTF date; ``ahead`` says that the event is still to come.
    """
    between, years, ago = _patterns()
    report = report_of(published)
    for match in between.finditer(text, start, end):
        yield from _between(match, report, ahead=ahead)
    for match in years.finditer(text, start, end):
        yield from _years(match)
    for match in ago.finditer(text, start, end):
        yield (*match.span(), _ago(match, report))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = times("en")
    joins = f"(?P<join>{any_of(words.period_and)}|{any_of(words.period_to)}|[-–—])"
    the = any_of(words.before_day)
    opens = any_of((*words.period_between, *words.period_from))
    dated = re.compile(
        rf"\b(?:(?P<open>{opens})\s+)?(?:(?:{the})\s+)?(?:{_point('l')}|{_day('l')})\s*\b\s*{joins}\s*(?:(?:{the})\s+)?"
        rf"(?:{_point('r')}|{_day('r')}(?:,?\s+(?P<ry2>(?:19|20)\d\d))?)\b(?!:)",
        re.IGNORECASE,
    )
    opens_years = rf"{opens}|{'|'.join(words.before_year)}"
    years = re.compile(
        rf"\b(?P<open>{opens_years})\s+(?P<first>(?:19|20)\d\d)\s*{joins}\s*"
        rf"(?P<last>(?:19|20)?\d\d)\b(?![-,.]?\d)",
        re.IGNORECASE,
    )
    bounds = any_of((*words.at_least, *words.at_most, *words.about))
    today = any_of(word for word, days in words.relative_days.items() if days == 0)
    ago = re.compile(
        rf"(?:\b(?P<bound>{bounds})\s+)?\b(?P<count>\d{{1,3}}|{any_of(words.numbers)})\s+"
        rf"(?P<unit>{any_of(words.units_ago)})\s+(?:{any_of(words.ago)})\b"
        rf"(?:\s+(?P<today>{today})\b)?",
        re.IGNORECASE,
    )
    return dated, years, ago


def _day(side: str) -> str:
    return rf"(?P<{side}d0>\d{{1,2}})(?:{'|'.join(times('en').ordinals)})?"


def _point(side: str) -> str:
    """A month with a day before or after it and perhaps a year."""
    words = times("en")
    month = any_of(words.months)
    near = any_of((*words.previous, *words.following, *words.current))
    year = any_of(word for word, unit in words.units.items() if unit == "year")
    ordinal, of = "|".join(words.ordinals), "|".join(words.day_of)
    return (
        rf"(?:(?P<{side}d1>\d{{1,2}})(?:{ordinal})?\s+(?:(?:{of})\s+)?)?(?P<{side}m>{month})\b"
        rf"(?:\.?\s+(?P<{side}d2>\d{{1,2}})(?:{ordinal})?\b(?!,?\d))?"
        rf"(?:[.,]?\s+(?:(?P<{side}y>(?:19|20)\d\d)|(?P<{side}n>{near})\s+(?:{year}))\b)?"
    )


def _between(match: re.Match[str], report: DateRange | None, *, ahead: bool) -> Iterator[Found]:
    words = times("en")
    opened, join = (match["open"] or "").lower(), match["join"].lower()
    left, right = _told(match, "l", report), _told(match, "r", report)
    if not (left[1] or right[1]) or not (_is_month(match, "l") and _is_month(match, "r")):
        return
    one_month = not (left[1] and right[1])
    left = (left[0], left[1] or right[1], left[2])
    right = (right[0], right[1] or left[1], right[2])
    first, last = _settled(left, right, report, ahead=ahead)
    if one_month and left[2] >= right[2]:
        first = last = ""
    if join in words.period_and and opened not in words.period_between:
        if match["lm"] is None and first and last:  # "3 and 5 March"
            begin = match.start("ld0")
            yield begin, match.end("ld0"), first
            yield match.start("rd1") if match["rd1"] else match.start("rm"), match.end(), last
        elif not left[2] and not right[2] and _adjoin(first, last):  # "in January and February"
            yield (*match.span(), f"{first}/{last}")
        return
    good = first and last and first <= last
    yield (*match.span(), f"{first}/{last}" if good else "")


def _adjoin(first: str, last: str) -> bool:
    """Whether one month follows on the other."""
    if not first or not last:
        return False
    months = [int(point[:4]) * 12 + int(point[5:]) for point in (first, last)]
    return months[1] - months[0] == 1


def _told(match: re.Match[str], side: str, report: DateRange | None) -> Point:
    month = times("en").months[match[f"{side}m"].lower()] if match[f"{side}m"] else 0
    day = int(match[f"{side}d0"] or match[f"{side}d1"] or match[f"{side}d2"] or 0)
    year = match[f"{side}y"] or (match["ry2"] if side == "r" else None)
    near, today = match[f"{side}n"], day_of(report)
    if near and today:
        year = today.year + step_of(near)
    return int(year or 0), month, day


def _is_month(match: re.Match[str], side: str) -> bool:
    """A month without a day has its capital: "march to May" is no period."""
    word = match[f"{side}m"]
    return (
        word is None
        or bool(match[f"{side}d0"] or match[f"{side}d1"] or match[f"{side}d2"])
        or bool(word[0].isupper())
    )


def _settled(
    left: Point, right: Point, report: DateRange | None, *, ahead: bool
) -> tuple[str, str]:
    """Both ends in EDTF, the year told once or not at all; "" for an end that stays open."""
    last_year = right[0]
    if not last_year and left[0]:
        last_year = left[0] + (right[1:] < left[1:])
    last_year = last_year or year_of(right[1], right[2], report, ahead=ahead)
    if not last_year:
        return "", ""
    first_year = left[0] or last_year - (left[1:] > right[1:])
    return edtf_of(first_year, left[1], left[2]), edtf_of(last_year, right[1], right[2])


def _years(match: re.Match[str]) -> Iterator[Found]:
    words = times("en")
    opened, join, first = match["open"].lower(), match["join"].lower(), match["first"]
    joined = join in words.period_and and opened not in words.period_between
    last = match["last"] if len(match["last"]) == len(first) else first[:2] + match["last"]
    if first < last and (not joined or int(last) - int(first) == 1):
        yield (*match.span(), f"{first}/{last}")


def _ago(match: re.Match[str], report: DateRange | None) -> str:
    """ "Three days ago" is a day, "two weeks ago" a week; months and years ago are about."""
    words = times("en")
    if report is None or not report.is_day or report.first is None or match["bound"]:
        return ""
    number = match["count"].lower()
    count = words.numbers[number] if number in words.numbers else int(number)
    unit, today = words.units_ago[match["unit"].lower()], report.first
    if unit == "day":
        return (today - count * ONE_DAY).isoformat()
    if unit == "week":
        monday = today - (today.weekday() + 7 * count) * ONE_DAY
        day = today - 7 * count * ONE_DAY
        return day.isoformat() if match["today"] else _week(monday)
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "year" else 1)
    year, month = months // 12, months % 12 + 1
    if year < 1:
        return ""
    if match["today"]:
        return edtf_of(year, month, min(today.day, calendar.monthrange(year, month)[1]))
    return f"{year:04d}~" if unit == "year" else f"{year:04d}-{month:02d}~"


def _week(monday: dt.date) -> str:
    return DateRange.between(monday, monday + 6 * ONE_DAY).edtf
