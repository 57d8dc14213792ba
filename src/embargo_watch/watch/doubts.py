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
PUBLISHER = "publisher:"
"""Begins the name of an origin that is a publisher, as reconcile gives it."""


def is_sure(claim: Claim, key: FlowKey, standing: Standing) -> bool:
    """Whether a claim alone may raise an alert; without a score rules alone decided."""
    sides = {key.supplier, key.recipient}
    if sides == {""}:
        return False
    if claim.score is None:
        return claim.rule != _WEIGHED
    if claim.rule != _WEIGHED:
        return claim.score >= standing.sure_construction
    stopped = claim.kind == "interdiction"
    return claim.score >= (standing.sure_stopped if stopped else standing.sure_weighed)


def is_absurd(key: FlowKey, seen: Seen, standing: Standing) -> bool:
    """Whether the two sides would not supply each other on that day, or one is nobody at all."""
    if standing.nobody.intersection((key.supplier, key.recipient)):
        return True
    since = standing.foes.get(frozenset((key.supplier, key.recipient)))
    return since is not None and since <= seen.at.date()


def trusted(seen: Seen, standing: Standing) -> Iterator[Told]:
    """Yield the claims that are worth a look, without the sayings that are not.

    Left out are claims that score too low, those of bare aid, and interdictions without a word of
    stopping. Nobody admits in a sentence without a word of saying, or with one of a charge; no
    publisher denies in its own voice, nobody else denies where a side does or where there is a
    charge, and nobody denies what it says elsewhere in the document.
    """
    told_by = {
        (saying.origin, saying.supplier, saying.recipient)
        for told in seen.claims
        for saying in told.sayings
        if saying.stance in ("asserts", "admits", "suspects")
    }
    for told in seen.claims:
        words = sentence_of(seen.document, told.claim.quote).text
        if not _is_worth(told.claim, words, standing):
            continue
        charge, denial = _holds(standing.charges, words), _holds(standing.denials, words)
        doubts = _Doubts(charge, own=charge or denial or not _holds(standing.sayings, words))
        sayings = tuple(
            saying
            for saying in _believed(told.sayings, doubts)
            if saying.stance != "denies"
            or (saying.origin, saying.supplier, saying.recipient) not in told_by
        )
        yield replace(told, sayings=sayings)


def _is_worth(claim: Claim, words: str, standing: Standing) -> bool:
    least = standing.sure_floor if claim.rule == _WEIGHED else standing.sure_least
    if claim.score is not None and claim.score < least:
        return False
    if claim.kind == "interdiction" and not _holds(standing.stopping, words):
        return False
    return not _is_bare(claim, standing)


class _Doubts(NamedTuple):
    """Whether a sentence tells of a charge, and whether a side's ``own`` words are doubted."""

    charge: bool
    own: bool


def _believed(sayings: tuple[Saying, ...], doubts: _Doubts) -> Iterator[Saying]:
    by_side = any(saying.stance == "denies" and _is_side(saying) for saying in sayings)
    for saying in sayings:
        if saying.stance == "admits" and doubts.own:
            continue
        from_aside = saying.stance == "denies" and not _is_side(saying)
        named = not saying.origin.startswith(PUBLISHER)
        if from_aside and (by_side or doubts.charge or not named):
            continue
        yield saying


def _is_side(saying: Saying) -> bool:
    return bool({saying.supplier, saying.recipient} & set(saying.origin.split("+")))


def is_plain_arms(claim: Claim, standing: Standing) -> bool:
    """Whether a claim's goods are arms by its group, or where that is vague by its words."""
    words = re.findall(r"\w+", claim.item_text.casefold())
    named = claim.item not in standing.vague or bool(standing.armed.intersection(words))
    return claim.item in standing.arms - standing.ordinary and named


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
