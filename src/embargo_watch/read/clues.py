"""Say what one passage of an undated text tells about the day on which it was published.

A clue is a set of intervals, one of which holds the day, with a sentence that says why. Clues
know nothing of each other: ``undated`` puts them together.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

Interval = tuple[dt.date | None, dt.date | None]
"""First and last day, both included; None where that side is open."""

EVERYTHING: tuple[Interval, ...] = ((None, None),)
EARLIEST_YEAR, LATEST_YEAR = 1990, 2060
"""The years in which a date without a year is looked for."""

_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n+")
_INITIALS = re.compile(
    r"(?:\b[A-Z]\."
    r"|\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Gen|Mrs?|No|St))\.?$"
)
_NOT_PAST = re.compile(
    r"\b(?:will|would|shall|by|until|till|through|next|upcoming|coming|scheduled|expected|due|"
    r"plan(?:s|ned|ning)?|set to|"
    r"deadline|expires?|could|"
    r"should|may be|ahead of|projected|forecast)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One of ``spans`` holds the day of publication, because ``why``.

    ``rank`` orders clues by how much they bear: 0 for dates that the text gives in full, then
    what follows from known events, then what only custom makes likely.
    """

    rank: int
    spans: tuple[Interval, ...]
    why: str


def sentences(text: str) -> list[str]:
    """The text in sentences and lines, good enough to see which words stand together."""
    found: list[str] = []
    for part in _SENTENCE.split(text):
        if found and _INITIALS.search(found[-1]):
            found[-1] = f"{found[-1]} {part}"
        elif part.strip():
            found.append(part.strip())
    return found


def is_past(sentence: str, start: int, end: int) -> bool:
    """Whether a date at that place is spoken of as past: nothing near it points ahead."""
    clause_start = max(sentence.rfind(mark, 0, start) for mark in (";", ":", " - ", "—", ", "))
    return not _NOT_PAST.search(sentence[max(0, clause_start) : end])


def meet(window: Sequence[Interval], spans: Sequence[Interval]) -> tuple[Interval, ...]:
    """The intervals in which both agree, in order; empty where they contradict each other."""
    met = []
    for first, last in window:
        for begin, end in spans:
            low = max((day for day in (first, begin) if day), default=None)
            high = min((day for day in (last, end) if day), default=None)
            if low is None or high is None or low <= high:
                met.append((low, high))
    return tuple(sorted(set(met), key=lambda span: span[0] or dt.date.min))


def hull(window: Sequence[Interval]) -> Interval:
    """From the first day of all intervals to the last; None where one of them is open."""
    firsts = [first for first, _ in window]
    lasts = [last for _, last in window]
    low = None if None in firsts else min(day for day in firsts if day)
    high = None if None in lasts else max(day for day in lasts if day)
    return low, high


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months on, or the last one of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return dt.date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise ValueError(f"no such month: {day} + {months}")


def shown(words: str, limit: int = 90) -> str:
    """Words of the text as a reason quotes them: on one line and not too long."""
    line = " ".join(words.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
