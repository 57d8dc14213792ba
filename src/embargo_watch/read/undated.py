"""Bound the day on which an undated text was published by what it says, and invent no day.

Custom of the press, on which the weaker clues rest: a day and month without a year lie in the
year before publication; where a report tells its news by weekday and names two such days within
a week of each other, it appeared within four weeks of the later one (31 of 35 dated articles;
see docs/decisions).
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from embargo_watch.model.dates import DateRange
from embargo_watch.read.clues import (
    EARLIEST_YEAR,
    EVERYTHING,
    LATEST_YEAR,
    Clue,
    Interval,
    hull,
    is_past,
    meet,
    sentences,
    shown,
)
from embargo_watch.read.day_words import (
    Named,
    named_dates,
    tells_news_by_weekday,
    weekday_named,
)
from embargo_watch.read.event_clues import event_clues

_FULL_DATE_RANK = 0
_DATELINE_RANK = 4
_BARE_DAY_RANK = 5
_BARE_YEAR_DAYS = 365
_BARE_CLUSTER_DAYS = 28
_CLUSTER_DAYS = 7
_LEAST_GAP_DAYS = 120
"""Days without a year that lie all over the calendar say nothing of where its year ends."""
_NARROW_DAYS = 7
_TOLD_AS_PAST = re.compile(
    r"(?:\b(?:was|were|had|did|began|took|made|sent|sold|won|met|went|came|became|left|fell|lost"
    r"|bought|gave|got|\w{3,}ed)\b[^,;:]{0,60}|\bsince )$|\bsince (?:early |late )?\d{4}$"
)
"""A year alone is a floor only after a verb of the past: "in 2030" may be a plan."""
_MAX_ALTERNATIVES = 3


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a text says of its day of publication: EDTF ("" for nothing) and why."""

    edtf: str
    reasons: tuple[str, ...]


def bounds(text: str, dateline: Named | None = None) -> Bounds:
    """Bound the publication of a text, page furniture left out, by what it says.

    ``dateline`` is a day and month at its head without a year. Clues that contradict stronger
    ones are left out, and a reason says so.
    """
    lines = sentences(text)
    clues = [*_full_dates(lines), *event_clues(lines), *_dateline(dateline)]
    clues += _bare_days(lines, text)
    window = EVERYTHING
    reasons: list[str] = []
    for clue in sorted(clues, key=lambda clue: clue.rank):
        met = meet(window, clue.spans)
        if not met:
            reasons.append(f"Left out, as it does not agree with the above: {clue.why}")
        elif len(met) <= _MAX_ALTERNATIVES and hull(met) != hull(window):
            reasons.append(clue.why)
            window = met
        elif len(met) <= _MAX_ALTERNATIVES:
            window = met
    return _concluded(*_narrowed(window, text), reasons)


def _concluded(span: Interval, why: str, reasons: list[str]) -> Bounds:
    first, last = span
    if first is None and last is None:
        return Bounds("", (*reasons, "Nothing in the text bounds the day of its publication."))
    edtf = DateRange.between(first, last).edtf
    spoken = f"from {first or 'an unknown day'} to {last or 'an unknown day'}"
    steps = (*dict.fromkeys(reasons), *([why] if why else []))
    return Bounds(edtf, (*steps, f"So it was published {spoken}."))


def _narrowed(window: tuple[Interval, ...], text: str) -> tuple[Interval, str]:
    """Use a weekday only where the days left are so few that it names one of them."""
    first, last = hull(window)
    weekday = weekday_named(text)
    if first is None or last is None or weekday is None or (last - first).days >= _NARROW_DAYS:
        return (first, last), ""
    ahead = (weekday - first.weekday()) % 7
    day = first + dt.timedelta(days=ahead)
    if ahead == 0 or day > last:
        return (first, last), ""
    return (day, last), f"Its news is of a {day:%A}, and {day} is the only one among these days."


def _full_dates(lines: list[str]) -> Iterator[Clue]:
    """The latest date with a year that is spoken of as past: it is no younger than the text."""
    latest: tuple[dt.date, str] | None = None
    for line in lines:
        for named in named_dates(line):
            days = named.full()
            if not days or not days.first or not is_past(line, named.start, named.end):
                continue
            if named.month is None and not _TOLD_AS_PAST.search(line[: named.end]):
                continue
            if days.first.year >= EARLIEST_YEAR and (latest is None or days.first > latest[0]):
                latest = (days.first, line[named.start : named.end])
    if latest:
        yield Clue(
            rank=_FULL_DATE_RANK,
            spans=((latest[0], None),),
            why=f"“{shown(latest[1])}” is spoken of as past, so it is not older than {latest[0]}.",
        )


def _dateline(dateline: Named | None) -> Iterator[Clue]:
    if dateline is None:
        return
    days = [dateline.in_year(year) for year in range(EARLIEST_YEAR, LATEST_YEAR)]
    spans = tuple((day.first, day.last) for day in days if day)
    yield Clue(
        rank=_DATELINE_RANK,
        spans=spans,
        why="The dateline names its day and month; the year follows from the rest.",
    )


def _bare_days(lines: list[str], text: str) -> Iterator[Clue]:
    """Days and months without a year: the year before publication holds them."""
    bare: dict[tuple[int, int], str] = {}
    fixed: list[Named] = []
    for line in lines:
        for named in named_dates(line):
            if named.year or not named.day or not named.month:
                continue
            if is_past(line, named.start, named.end):
                bare.setdefault((named.month, named.day), line[named.start : named.end])
                fixed += [named] if named.weekday is not None else []
    latest = _latest(sorted(bare))
    if latest is None:
        return
    clustered = _is_cluster(sorted(bare), latest) and tells_news_by_weekday(text)
    reach = _BARE_CLUSTER_DAYS if clustered else _BARE_YEAR_DAYS
    yield Clue(
        rank=_BARE_DAY_RANK, spans=_reaching(latest, reach), why=_bare_reason(bare, latest, reach)
    )
    for named in fixed:
        days = [named.in_year(year) for year in range(EARLIEST_YEAR, LATEST_YEAR)]
        starts = [day.first for day in days if day and day.first]
        yield Clue(
            rank=_BARE_DAY_RANK - 1,
            spans=tuple((day, day + dt.timedelta(days=_BARE_YEAR_DAYS)) for day in starts),
            why=f"“{bare[named.month or 0, named.day or 0]}” names a weekday; few years fit.",
        )


def _bare_reason(bare: dict[tuple[int, int], str], latest: tuple[int, int], reach: int) -> str:
    words = ", ".join(f"“{shown(said)}”" for said in bare.values())
    if reach == _BARE_CLUSTER_DAYS:
        return (
            f"It names {words} without a year and tells its news by weekday, as reports do within"
            f" {reach} days of the latest, “{bare[latest]}”."
        )
    return (
        f"It names {words} without a year, as is done of the year before;"
        f" the latest is “{bare[latest]}”."
    )


def _latest(days: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The day before the widest gap in the calendar: the others lie in the year up to it."""
    if not days:
        return None
    ordinals = [_ordinal(day) for day in days]
    following = [*ordinals[1:], ordinals[0] + 366]
    gaps = [after - before for before, after in zip(ordinals, following, strict=True)]
    widest = max(range(len(days)), key=lambda place: gaps[place])
    return days[widest] if gaps[widest] >= _LEAST_GAP_DAYS else None


def _is_cluster(days: list[tuple[int, int]], latest: tuple[int, int]) -> bool:
    last = _ordinal(latest)
    return any(0 < (last - _ordinal(day)) % 366 <= _CLUSTER_DAYS for day in days)


def _ordinal(day: tuple[int, int]) -> int:
    return dt.date(2000, *day).timetuple().tm_yday


def _reaching(latest: tuple[int, int], reach: int) -> tuple[Interval, ...]:
    spans = []
    for year in range(EARLIEST_YEAR, LATEST_YEAR):
        try:
            day = dt.date(year, *latest)
        except ValueError:
            continue
        spans.append((day, day + dt.timedelta(days=reach)))
    return tuple(spans)
