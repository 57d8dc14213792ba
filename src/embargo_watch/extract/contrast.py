"""Leave out whom and what a text only names to rule out: "Ukraine, not Russia, received …".

Such a party took no part and such goods did not move, so no rule may see them. "It was not Iran
that sent" is a denial and stays: there nothing stands in place of what is ruled out.
"""

from collections.abc import Iterable

from embargo_watch.reference.matcher import ItemHit, PartyHit
from embargo_watch.reference.statements import statements

REACH = 40
"""Code points before a mention in which the words that rule it out stand."""


def without_contrasts(text: str, hits: Iterable[PartyHit | ItemHit]) -> list[PartyHit | ItemHit]:
    """Return the hits but those that stand after "not", "instead of", "rather than" and the like.

    A list goes as a whole: "rather than Russia or China".
    """
    known = statements("en")
    kept: list[PartyHit | ItemHit] = []
    left_out: PartyHit | ItemHit | None = None
    for hit in hits:
        listed = left_out is not None and known.contrast_joins.fullmatch(
            text, left_out.end, hit.start
        )
        if listed or known.contrast.search(text, max(0, hit.start - REACH), hit.start):
            left_out = hit
        else:
            kept.append(hit)
    return kept
