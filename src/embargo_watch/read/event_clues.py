"""Date a text by public events and terms of office: it cannot be older than what it speaks of."""

import datetime as dt
import re
from collections.abc import Iterator

from embargo_watch.read.ages import age_told
from embargo_watch.read.clues import Clue, add_months, is_past, shown
from embargo_watch.read.day_words import Named, named_dates
from embargo_watch.reference.anchors import Event, events, offices

EVENT_RANK = 1
OFFICE_RANK = 2
ANNIVERSARY_RANK = 3

_SPEAKS = re.compile(
    r"[^.]{0,12}\b(?:said|says|told|tells|warned|warns|added|announced|insisted|denied|denies"
    r"|urged)\b"
)
_REACH = 90
"""How many characters may stand between an age and what it is said of."""
_MAX_EITHER = 2
_OTHER_OFFICE = frozenset(
    ("vice", "deputy", "acting", "assistant", "former", "then", "ousted", "late", "deposed")
)
_LASTING_NOUN = r"(?:war|invasion|conflict|fighting|uprising|coup|offensive|siege|blockade)"
_BEGAN = re.compile(
    rf"\b(?:start|outbreak|beginning|launch|began|begun|started|broke out|since|erupted)\b"
    rf".{{0,60}}?\b{_LASTING_NOUN}\b|\b{_LASTING_NOUN}\b.{{0,40}}?\b(?:in|began|started|on)\b",
    re.I,
)
_SPEAKS_OF_LASTING = re.compile(rf"\b{_LASTING_NOUN}\b", re.I)


def event_clues(lines: list[str]) -> Iterator[Clue]:
    """Yield a clue for each event, term of office and anniversary that the sentences speak of."""
    lasting: dict[str, dt.date] = {}
    for line in lines:
        for event in _mentioned(line):
            if event.lasting:
                lasting[event.name] = event.date
            if not event.common:
                yield Clue(
                    rank=EVENT_RANK,
                    spans=((event.date, None),),
                    why=f"It speaks of {event.name}, which was on {event.date}.",
                )
        yield from _occasion(line)
        yield from _in_office(line)
    if not lasting:
        lasting = dict(_begun(lines))
    for line in lines:
        yield from _anniversary(line, lasting)


def _mentioned(line: str) -> Iterator[Event]:
    low = line.lower()
    for event in events("en"):
        by_word = any(words in low for words in event.words)
        if by_word or (event.all and all(any(w in low for w in group) for group in event.all)):
            yield event


def _occasion(line: str) -> Iterator[Clue]:
    """Events of one kind told apart by the month named beside them, with a year or without."""
    candidates = [event for event in _mentioned(line) if event.common]
    if not candidates:
        return
    for named in named_dates(line):
        fitting = [event for event in candidates if _fits(named, event.date)]
        if not fitting or not is_past(line, named.start, named.end):
            continue
        spans = tuple((event.date, add_months(event.date, 12)) for event in fitting)
        yield Clue(
            rank=EVENT_RANK,
            spans=spans,
            why=f"“{shown(line[named.start : named.end])}” without a year is within a year of "
            + " or ".join(f"{event.name} ({event.date})" for event in fitting)
            + ".",
        )


def _fits(named: Named, day: dt.date) -> bool:
    return (
        named.year is None
        and named.month == day.month
        and (named.day is None or abs(named.day - day.day) < 2)
    )


def _in_office(line: str) -> Iterator[Clue]:
    """Terms of office: a title outlives its term, so only one who speaks holds it still."""
    if any(named.year for named in named_dates(line)):
        return
    for office in offices("en"):
        for name in office.names:
            at = line.find(name)
            before = line[:at].rstrip() if at > 0 else ""
            if not before.endswith(office.titles) or _is_former(before):
                continue
            speaks = _SPEAKS.match(line, at + len(name))
            last = office.until - dt.timedelta(days=1) if office.until and speaks else None
            term = f"from {office.since}" + (f" to {last}" if last else " on")
            yield Clue(
                rank=OFFICE_RANK,
                spans=((office.since, last),),
                why=f"It calls {name} {_title(before, office.titles)}, which holds {term}.",
            )
            break


def _title(before: str, titles: tuple[str, ...]) -> str:
    return max((title for title in titles if before.endswith(title)), key=len)


def _is_former(before: str) -> bool:
    words = re.findall(r"[a-z]+", before.lower())[-6:]
    return not _OTHER_OFFICE.isdisjoint(words) or "ex" in words


def _begun(lines: list[str]) -> Iterator[tuple[str, dt.date]]:
    """Events that the text itself dates: "the start of the war in April 2023"."""
    for line in lines:
        if not _BEGAN.search(line):
            continue
        for named in named_dates(line):
            days = named.full()
            if days and days.first and named.month and is_past(line, named.start, named.end):
                yield f"what began in “{shown(line[named.start : named.end])}”", days.first


def _anniversary(line: str, lasting: dict[str, dt.date]) -> Iterator[Clue]:
    """Ages of what began on a known day; where words fit two events, either may be meant."""
    low = line.lower()
    places = [match.start() for match in _SPEAKS_OF_LASTING.finditer(line)]
    known: dict[str, dt.date] = {}
    for event in events("en"):
        found = [low.find(words) for words in (*event.words, *event.loose) if words in low]
        if found and (not lasting or event.name in lasting or not event.loose):
            known[event.name] = event.date
            places += found
    known = known or (lasting if places else {})
    told = [(name, began, age_told(line, began)) for name, began in known.items()]
    near = [
        (name, began, age)
        for name, began, age in told
        if age and any(age.start - _REACH <= place <= age.end + _REACH for place in places)
    ]
    if not near or len(near) > _MAX_EITHER:
        return
    whom = " or ".join(f"{name} ({began})" for name, began, _ in near)
    days = " or ".join(f"{age.first} to {age.last}" for _, _, age in near)
    yield Clue(
        rank=ANNIVERSARY_RANK,
        spans=tuple((age.first, age.last) for _, _, age in near),
        why=f"“{shown(near[0][2].words)}”, said of {whom}, puts it in {days}.",
    )
