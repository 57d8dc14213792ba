"""Write headlines as plain sentences before the parse: a parser reads "Sends" as a name."""

import re
from collections.abc import Sequence

from embargo_watch.reference.matcher import ItemHit, PartyHit

_WORD = re.compile(r"[^\W\d_][^\W\d_'’]*")
TITLE_SHARE = 0.6
"""Share of capitalised long words from which a stretch counts as written in title case."""


def plain_case(text: str, hits: Sequence[PartyHit | ItemHit], base: int) -> str:
    """Lower the words of a title-case stretch that are not known names; offsets stay."""
    words = [match for match in _WORD.finditer(text) if match.end() - match.start() > 3]
    capitals = sum(match.group()[0].isupper() for match in words)
    if len(words) < 4 or capitals < TITLE_SHARE * len(words):
        return text
    kept = [(hit.start - base, hit.end - base) for hit in hits if isinstance(hit, PartyHit)]
    pieces, last = [], 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        known = any(s <= start < e for s, e in kept)
        acronym = match.group().isupper() and len(match.group()) < 5
        lowered = match.group().lower()
        if known or acronym or len(lowered) != end - start:
            continue
        pieces.append(text[last:start] + lowered)
        last = end
    return "".join(pieces) + text[last:]
