"""Read parts of a year and stretches counted from the report: "last summer", "within days".

A season is its three months, a decade its ten years; "in the coming weeks" is nothing, for
nobody knows how many. Everything that leans on the report needs the report's day.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import cache

from embargo_watch.extract.periods import Found
from embargo_watch.extract.years import any_of, day_of, report_of, step_of, year_of
from embargo_watch.model.dates import ONE_DAY, DateRange
from embargo_watch.reference.seasons import seasons
from embargo_watch.reference.times import times

YEAR = r"(?:19|20)\d\d"


def parts_of_years(
    text: str, start: int, end: int, published: str, *, ahead: bool
) -> Iterator[Found]:
    """Yield what ``text[start:end]`` tells of seasons, quarters, decades, holidays and the like."""
    report = report_of(published)
    for pattern, read in _readers():
        for match in pattern.finditer(text, start, end):
            yield (*match.span(), read(match, report, ahead))


Reader = Callable[[re.Match[str], DateRange | None, bool], str]


@cache
def _readers() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    sources: tuple[tuple[str, Reader], ...] = (
        (_season_source(), _season),
        (_part_source(), _part),
        (rf"\b(?P<decade>{YEAR[:-4]}\d0)(?:{any_of(seasons('en').decade)})(?!\w)", _decade),
        (rf"\b(?P<holiday>{any_of(_straight_and_curly())})\b", _holiday),
        (_edge_source(), _edge),
        (_back_source(), _back),
        (rf"\b(?:{'|'.join(seasons('en').soon)})\b", _soon),
        (_on_source(), _unknown),
        (_numeric_source(), _numeric),
    )
    return tuple((re.compile(source, re.IGNORECASE), read) for source, read in sources)


def _near() -> str:
    words = times("en")
    return any_of((*words.previous, *words.following, *words.current))


def _season_source() -> str:
    """ "Last summer", "the fall of 2022", "in the spring"; not "the fall of Aleppo"."""
    words = seasons("en")
    names, of = any_of(words.seasons), any_of(words.of)
    return (
        rf"\b(?:(?P<near>{_near()})\s+(?P<s1>{names})\b|"
        rf"(?P<s2>{names})(?:\s+(?:{of}))?\s+(?P<y>{YEAR})\b(?:[-–/]\d\d(?:\d\d)?\b)?|"
        rf"(?:{any_of(words.before_season)})\s+(?P<s3>{names})\b(?!\s+(?:{of})\b)(?!-))"
    )


def _season(match: re.Match[str], report: DateRange | None, ahead: bool) -> str:
    first, last = seasons("en").seasons[(match["s1"] or match["s2"] or match["s3"]).lower()]
    if match["y"]:
        over = last < first and not match.group().lower().endswith(match["y"])
        if last < first and not over:
            return match["y"]  # "winter 2022" may be either of two
        return _months(int(match["y"]), first, last)
    if report is None or report.first is None or report.last is None:
        return ""
    told = {
        _nearest_season(first, last, day, match["near"], ahead=ahead)
        for day in (report.first, report.last)
    }
    return told.pop() if len(told) == 1 else ""


def _nearest_season(first: int, last: int, day: dt.date, near: str | None, *, ahead: bool) -> str:
    """The season meant on a day: "last" lies before it, "next" after it, "this" around it."""
    spans = [DateRange.parse(_months(day.year + step, first, last)) for step in (-2, -1, 0, 1)]
    before = [s for s in spans if s.last and s.last < day]
    begun = [s for s in spans if s.first and s.first <= day]
    to_come = [s for s in spans if s.last and s.last >= day]
    if near and step_of(near.lower()) < 0:
        return before[-1].edtf
    if near and step_of(near.lower()) > 0:
        return next(s for s in spans if s.first and s.first > day).edtf
    if near:
        around = to_come[0] in begun or ahead or begun[-1].first is None
        same_year = [s for s in begun if s.first and s.first.year == day.year]
        return to_come[0].edtf if around or not same_year else same_year[-1].edtf
    return to_come[0].edtf if ahead else begun[-1].edtf


def _months(year: int, first: int, last: int) -> str:
    return f"{year:04d}-{first:02d}/{year + (last < first):04d}-{last:02d}"


def _year_source() -> str:
    words = seasons("en")
    year = any_of(words.year)
    return rf"(?:(?P<y>{YEAR})|(?P<near>{_near()}|{any_of(words.the)})\s+(?:{year})\b)"


def _year(match: re.Match[str], report: DateRange | None) -> int:
    if match["y"]:
        return int(match["y"])
    day = day_of(report)
    return day.year + step_of(match["near"].lower()) if day else 0


def _part_source() -> str:
    words = seasons("en")
    order = any_of({name for part in words.parts.values() for name in part})
    return (
        rf"\b(?P<order>{order})[\s-]+(?P<part>{any_of(words.parts)})\s+"
        rf"(?:{any_of(words.of)})\s+{_year_source()}"
    )


def _part(match: re.Match[str], report: DateRange | None, _ahead: bool) -> str:
    known = seasons("en").parts[match["part"].lower()].get(match["order"].lower())
    year = _year(match, report)
    return _months(year, *known) if known and year else ""


def _decade(match: re.Match[str], _report: DateRange | None, _ahead: bool) -> str:
    first = int(match["decade"])
    return f"{first}/{first + 9}"


def _straight_and_curly() -> list[str]:
    names = list(seasons("en").holidays)
    return names + [name.replace("'", "’") for name in names if "'" in name]


def _holiday(match: re.Match[str], report: DateRange | None, ahead: bool) -> str:
    month, day = seasons("en").holidays[match["holiday"].lower().replace("’", "'")]
    year = year_of(month, day, report, ahead=ahead)
    return f"{year:04d}-{month:02d}-{day:02d}" if year else ""


def _edge_source() -> str:
    words = seasons("en")
    units = any_of(words.whole_units)
    return (
        rf"\b(?:(?:{any_of(words.edges)})\s+(?:{any_of(words.of)})\s+"
        rf"(?:{any_of(words.the)})\s+(?P<unit>{units})|(?:{any_of(words.year_end)}))\b"
    )


def _edge(match: re.Match[str], report: DateRange | None, _ahead: bool) -> str:
    day = day_of(report)
    if day is None:
        return ""
    unit = seasons("en").whole_units[match["unit"].lower()] if match["unit"] else "year"
    if unit == "week":
        monday = day - day.weekday() * ONE_DAY
        return DateRange.between(monday, monday + 6 * ONE_DAY).edtf
    return f"{day.year:04d}" if unit == "year" else f"{day.year:04d}-{day.month:02d}"


def _back_source() -> str:
    words = times("en")
    return (
        rf"\b(?:{'|'.join(seasons('en').counted_back)})\s+"
        rf"(?:(?P<count>\d{{1,3}}|{any_of(words.numbers)})\s+)?(?P<unit>{any_of(words.units_ago)})\b"
    )


def _back(match: re.Match[str], report: DateRange | None, _ahead: bool) -> str:
    """From so long before the report up to it; "the last days" are not told to the day."""
    words = times("en")
    day, number = day_of(report), (match["count"] or "").lower()
    unit, word = words.units_ago[match["unit"].lower()], match["unit"].lower()
    if day is None or (not number and word != unit):
        return ""
    count = words.numbers[number] if number in words.numbers else int(number or 1)
    if unit in ("day", "week"):
        first = day - count * (7 if unit == "week" else 1) * ONE_DAY
        return DateRange.between(first, day).edtf
    if unit == "year" and count > 1:
        return f"{day.year - count:04d}/{day.year:04d}"
    months = day.year * 12 + day.month - 1 - count * (12 if unit == "year" else 1)
    if count > 1:
        return f"{months // 12:04d}-{months % 12 + 1:02d}/{day.year:04d}-{day.month:02d}"
    same = DateRange.parse(f"{months // 12:04d}-{months % 12 + 1:02d}")
    assert same.first is not None
    assert same.last is not None
    first = same.first.replace(day=min(day.day, same.last.day))
    return DateRange.between(first, day).edtf


def _soon(_match: re.Match[str], report: DateRange | None, ahead: bool) -> str:
    """The month of the report, where a week from it still lies in the month."""
    day = day_of(report)
    if day is None or not ahead:
        return ""
    later = day + seasons("en").soon_days * ONE_DAY
    return f"{day.year:04d}-{day.month:02d}" if later.month == day.month else ""


def _on_source() -> str:
    words = times("en")
    return (
        rf"\b(?:{'|'.join(seasons('en').counted_on)})\s+"
        rf"(?:(?:\d{{1,3}}|{any_of(words.numbers)}|\w+)\s+)?(?:{any_of(words.units_ago)})\b"
    )


def _unknown(_match: re.Match[str], _report: DateRange | None, _ahead: bool) -> str:
    """ "Over the next year" is some day of it, and nobody knows when the year ends."""
    return ""


def _numeric_source() -> str:
    """ "2023-12-30", "30.12.2023", "12/30/2023"."""
    return (
        rf"(?<![\w./-])(?:(?P<iso>{YEAR}-\d\d-\d\d)|"
        rf"(?P<a>\d{{1,2}})(?P<by>[./])(?P<b>\d{{1,2}})(?P=by)(?P<y>{YEAR}))(?![\w/-])"
    )


def _numeric(match: re.Match[str], _report: DateRange | None, _ahead: bool) -> str:
    """A day whose month is certain: 05/06/2023 is two days, by British and American custom."""
    if match["iso"]:
        return _valid(match["iso"])
    left, right = int(match["a"]), int(match["b"])
    if match["by"] == "." or left > 12 or left == right:
        return _valid(f"{match['y']}-{right:02d}-{left:02d}")
    return _valid(f"{match['y']}-{left:02d}-{right:02d}") if right > 12 else ""


def _valid(day: str) -> str:
    try:
        return dt.date.fromisoformat(day).isoformat()
    except ValueError:
        return ""
