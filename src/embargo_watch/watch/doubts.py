"""Doubt what reports, or our reading of them, most often get wrong, before it raises an alert.

Every word, score and pair that is doubted stands in data/watch/standing.yaml.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from embargo_watch.model.claim import Claim
from embargo_watch.model.ledger import FlowKey
from embargo_watch.reference.watch import Standing
from embargo_watch.watch.seen import Saying, Seen, Told
from embargo_watch.watch.sentences import sentence_of

_WEIGHED = "weighed"
"""The rule of a claim that no construction tells: the encoder alone proposed it."""
_PUBLISHER = "publisher:"
"""Begins the name of an origin that is a publisher, as reconcile gives it."""


def is_sure(claim: Claim, key: FlowKey, standing: Standing) -> bool:
    """Whether a claim alone may raise an alert; without a score rules alone decided."""
    sides = {key.supplier, key.recipient}
    if sides == {""} or sides & standing.nobody:
        return False
    if claim.score is None:
        return claim.rule != _WEIGHED
    if claim.rule != _WEIGHED:
        return claim.score >= standing.sure_construction
    stopped = claim.kind == "interdiction"
    return claim.score >= (standing.sure_stopped if stopped else standing.sure_weighed)


def are_foes(key: FlowKey, seen: Seen, standing: Standing) -> bool:
    """Whether the two sides would not supply each other on that day."""
    since = standing.foes.get(frozenset((key.supplier, key.recipient)))
    return since is not None and since <= seen.at.date()


def trusted(seen: Seen, standing: Standing) -> Iterator[Told]:
    """Yield the claims that are worth a look, without the sayings that are not.

    Left out are claims that score too low, those of bare aid, and interdictions without a word of
    stopping. Nobody admits in a sentence that tells of a charge, no publisher denies in its own
    voice, and nobody else denies where a side does or where there is a charge.
    """
    for told in seen.claims:
        claim = told.claim
        if claim.rule == _WEIGHED and (claim.score or 0.0) < standing.sure_floor:
            continue
        if _is_bare(claim, standing):
            continue
        words = sentence_of(seen.document, claim.quote).text
        if claim.kind == "interdiction" and not _holds(standing.stopping, words):
            continue
        doubts = _Doubts(_holds(standing.charges, words), _holds(standing.denials, words))
        yield replace(told, sayings=tuple(_believed(told.sayings, doubts)))


class _Doubts(NamedTuple):
    """Whether a sentence tells of a charge, and of a denial."""

    charge: bool
    denial: bool


def _believed(sayings: tuple[Saying, ...], doubts: _Doubts) -> Iterator[Saying]:
    by_side = any(saying.stance == "denies" and _is_side(saying) for saying in sayings)
    for saying in sayings:
        if saying.stance == "admits" and any(doubts):
            continue
        from_aside = saying.stance == "denies" and not _is_side(saying)
        named = not saying.origin.startswith(_PUBLISHER)
        if from_aside and (by_side or doubts.charge or not named):
            continue
        yield saying


def _is_side(saying: Saying) -> bool:
    return bool({saying.supplier, saying.recipient} & set(saying.origin.split("+")))


def _is_bare(claim: Claim, standing: Standing) -> bool:
    """Whether the words for the goods leave open that they are arms."""
    words = re.findall(r"\w+", claim.item_text.casefold())
    if claim.item not in standing.vague or not words or words[-1] not in standing.bare:
        return False
    return not standing.armed.intersection(words)


def _holds(beginnings: tuple[str, ...], words: str) -> bool:
    return _pattern(beginnings).search(words) is not None


@lru_cache
def _pattern(beginnings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, beginnings))})", re.IGNORECASE)
