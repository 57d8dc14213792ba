"""Cut a document into sentences cheaply, since only a few of them are worth a parse."""

import re
from collections.abc import Sequence

from embargo_watch.model.spans import Span

_END = re.compile(r"\n+|(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|(?<=;)\s+")
_NOT_AN_END = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Adm|Sen|Rep|Gov|St|No|vs|approx|Sgt|Brig|Capt|Prof"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\.|\b(?:[A-Za-z]\.){2,})$"
)
MAX_SENTENCE = 1200
"""Code points after which a stretch without a full stop is cut: no sentence is that long."""


def sentences(text: str, furniture: Sequence[Span] = ()) -> list[tuple[int, int]]:
    """Return the half-open offsets of the sentences that do not lie in page furniture."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if "\n" not in match.group() and _NOT_AN_END.search(
            text, max(start, match.start() - 12), match.start()
        ):
            continue
        _add(found, text, start, match.start())
        start = match.end()
    _add(found, text, start, len(text))
    if not furniture:
        return found
    return [cut for cut in found if not any(f.start < cut[1] and cut[0] < f.end for f in furniture)]


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
