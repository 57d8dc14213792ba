"""Cut a document into sentences cheaply, since only a few of them are worth a parse."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from embargo_watch.model.spans import Span
from embargo_watch.reference.spelling import spelling

_END = re.compile(r"\n+|(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|(?<=;)\s+")
MAX_SENTENCE = 1200
"""Code points after which a stretch without a full stop is cut: no sentence is that long."""


def sentences(text: str, furniture: Sequence[Span] = ()) -> list[tuple[int, int]]:
    """Return the half-open offsets of the sentences that do not lie in page furniture."""
    found: list[tuple[int, int]] = []
    not_an_end = _abbreviated("en")
    start = 0
    for match in _END.finditer(text):
        if "\n" not in match.group() and not_an_end.search(
            text, max(start, match.start() - 12), match.start()
        ):
            continue
        _add(found, text, start, match.start())
        start = match.end()
    _add(found, text, start, len(text))
    return list(_outside(found, sorted((f.start, f.end) for f in furniture)))


def _outside(
    cuts: list[tuple[int, int]], furniture: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The cuts that no line of furniture touches, both from left to right, in one walk."""
    place = 0
    for start, end in cuts:
        while place < len(furniture) and furniture[place][1] <= start:
            place += 1
        if place == len(furniture) or furniture[place][0] >= end:
            yield start, end


@cache
def _abbreviated(language: str) -> re.Pattern[str]:
    """What ends in a full stop without ending a sentence: "Gen.", "J.", "U.S."."""
    known = "|".join(spelling(language).abbreviations)
    return re.compile(rf"(?:\b(?:[A-Z]|{known})\.|\b(?:[A-Za-z]\.){{2,}})$")


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start, start + MAX_SENTENCE)
        cut = cut if cut > start else start + MAX_SENTENCE
        found.append((start, cut))
        start = cut
    if end > start:
        found.append((start, end))
