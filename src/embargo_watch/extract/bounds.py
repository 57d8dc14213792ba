"""Read "since August" as from August on and "until 2018" as up to then, not as August or 2018.

The words stand right before the date, or before the "late" and "the end of" that go with it.
Events that everybody dates count like dates: "since the full-scale invasion of Ukraine".
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from embargo_watch.extract.periods import Found
from embargo_watch.extract.years import any_of, report_of
from embargo_watch.model.dates import ONE_DAY, DateRange
from embargo_watch.reference.anchors import events
from embargo_watch.reference.seasons import seasons
from embargo_watch.reference.times import times

SEEN = 40
"""Code points before a date in which the words that make it a bound stand."""
COMPARED = 80
"""Code points before "since" in which a superlative makes it a comparison."""
_PRECISION = {4: "%Y", 7: "%Y-%m", 10: "%Y-%m-%d"}


@cache
def _opening() -> re.Pattern[str]:
    words = times("en")
    kinds = "|".join(
        rf"(?P<{name}>{any_of(known)})"
        for name, known in (
            ("since", words.since),
            ("until", words.until),
            ("before", words.before),
            ("after", words.after),
        )
    )
    return re.compile(rf"\b(?:{kinds})(?:\s+(?:{any_of(words.softeners)})\b-?)*\s*$", re.IGNORECASE)


def bounded(text: str, found: Found, published: str, *, ahead: bool) -> str:
    """The EDTF of a date, with an open end where the words before it make it a bound."""
    start, end, edtf = found
    if not edtf:
        return ""
    first_word = re.match(r"\w+\s+", text[start:end])
    inside = first_word.end() if first_word else 0
    near = text[max(0, start - SEEN) : start]
    match = _opening().search(near) or _opening().search(text[start : start + inside])
    if match is None:
        return edtf
    if match["since"] and _compares(text, start - len(near) + match.start("since")):
        return ""
    first, last = edtf.partition("/")[0].rstrip("~"), edtf.rpartition("/")[2].rstrip("~")
    report = report_of(published)
    if match["since"]:
        late = report is not None and report.last is not None and first > report.last.isoformat()
        return edtf if late else f"{first}/.."
    if match["until"]:
        return edtf if ahead else f"../{last}"
    if match["before"]:
        return f"../{_beside(first, -1)}"
    return f"{_beside(last, 1)}/.."


def _compares(text: str, start: int) -> bool:
    """ "The biggest strike since 2022": what a superlative is measured over dates nothing."""
    return _superlative().search(text, max(0, start - COMPARED), start) is not None


@cache
def _superlative() -> re.Pattern[str]:
    words = any_of(times("en").superlatives)
    return re.compile(rf"\b(?:{words})\b[^.,;:!?\n]*\Z", re.IGNORECASE)


def _beside(point: str, step: int) -> str:
    """The day, month or year before or after one, as precise as it."""
    known = DateRange.parse(point)
    edge = known.first if step < 0 else known.last
    assert edge is not None
    return (edge + step * ONE_DAY).strftime(_PRECISION[len(point)])


def by_events(text: str, start: int, end: int, published: str) -> Iterator[Found]:
    """Yield the bounds that dated events set in ``text[start:end]``.

    Of two events that the words may mean, the last one before the report.
    """
    report = report_of(published)
    until = report.last if report is not None else None
    for match in _event_pattern().finditer(text, start, end):
        day = _day_of(match["event"].lower(), until)
        if day is None or (match["since"] in times("en").since and _compares(text, match.start())):
            edtf = ""
        elif match["before"]:
            edtf = f"../{(day - ONE_DAY).isoformat()}"
        else:
            edtf = f"{day.isoformat()}/.."
        yield (*match.span(), edtf)


@cache
def _event_pattern() -> re.Pattern[str]:
    words = seasons("en")
    names = {phrase for event in events("en") for phrase in (*event.words, *event.loose)}
    the, starts = any_of(words.the), any_of(words.event_starts)
    return re.compile(
        rf"\b(?:(?P<since>{any_of(words.event_since)})|(?P<before>{any_of(words.event_before)}))\s+"
        rf"(?:(?:{the})\s+)?(?:(?:{starts})\s+(?:(?:{the})\s+)?)?(?:\w+['’]s\s+)?"
        rf"(?P<event>{any_of(names)})\b",
        re.IGNORECASE,
    )


def _day_of(words: str, until: dt.date | None) -> dt.date | None:
    days = [
        event.date
        for event in events("en")
        if words in (*event.words, *event.loose) and (until is None or event.date <= until)
    ]
    return max(days, default=None)
