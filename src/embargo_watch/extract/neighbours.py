"""Date a deed by the sentence after it where the words tie the two: "The attack came on Friday."

Tied is what takes the deed up again ("the shipment", "the strike", "the tanks arrived"), or what
tells of the same goods and the same parties without naming who gave and who got them. A date that
is only near dates nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from embargo_watch.extract.dates import Dated, dates
from embargo_watch.extract.draft import Draft
from embargo_watch.extract.occasions import STRIKES, SUPPLY, occasions
from embargo_watch.extract.sentences import sentences
from embargo_watch.extract.years import any_of
from embargo_watch.model.candidate import Candidate
from embargo_watch.model.claim import Kind
from embargo_watch.model.document import Document
from embargo_watch.reference.dating import dating
from embargo_watch.reference.lexicon import lexicon

AFTER = 2
"""Sentences after the deed's own in which it may be taken up again."""

DONE = frozenset(("asserted", "suspected"))


@dataclass(frozen=True, slots=True)
class Loose:
    """A dated deed whose sentence leaves open who gave or got the goods."""

    group: str
    strike: bool
    parties: frozenset[str]
    dated: Dated


def loose(found: Draft, published: str) -> Iterator[Loose]:
    """What a refused mention of goods tells of the date of its deed, if it does."""
    strike = bool(found.frames & STRIKES)
    if strike == bool(found.frames & SUPPLY) or found.predicate is None:
        return
    kind: Kind = "use" if strike else "transfer"
    when = occasions(found, published, ahead=False, kind=kind)
    if len(when) == 1:
        parties = frozenset(words.mention.party for words in found.sentence.all_parties())
        yield Loose(found.goods.goods.group, strike, parties, when[0])


def with_neighbours(
    document: Document, candidates: Sequence[Candidate], told: Sequence[Loose]
) -> tuple[Candidate, ...]:
    """Fill the dates that candidates leave open and tied sentences tell."""
    if all(c.date or c.status not in DONE for c in candidates):
        return tuple(candidates)
    cuts = sentences(document.text, document.furniture)
    return tuple(_dated(document, candidate, cuts, told) for candidate in candidates)


def _dated(
    document: Document,
    candidate: Candidate,
    cuts: Sequence[tuple[int, int]],
    told: Sequence[Loose],
) -> Candidate:
    if candidate.date or candidate.status not in DONE or candidate.goods is None:
        return candidate
    own = bisect_right(cuts, (candidate.predicate.start, len(document.text))) - 1
    dated = next(_taken_up(document, candidate, cuts[own + 1 : own + 1 + AFTER]), None)
    dated = dated or _same_deed(candidate, told)
    if dated is None:
        return candidate
    return replace(candidate, date=dated.edtf, others={**candidate.others, "date": (dated.span,)})


def _same_deed(candidate: Candidate, told: Iterable[Loose]) -> Dated | None:
    """The one date that sentences on the same goods and all the same parties agree on."""
    assert candidate.goods is not None
    parties = {m.party for m in (*candidate.supplier, *candidate.recipient)}
    known = {
        other.dated.edtf: other.dated
        for other in told
        if other.group == candidate.goods.group
        and other.strike == (candidate.kind != "transfer")
        and parties <= other.parties
    }
    return next(iter(known.values())) if len(known) == 1 else None


def _taken_up(
    document: Document, candidate: Candidate, cuts: Iterable[tuple[int, int]]
) -> Iterator[Dated]:
    """Dates in sentences that take the deed up again."""
    assert candidate.goods is not None
    strike = candidate.kind != "transfer"
    goods = candidate.goods.span.text.split()[-1].lower()
    for start, end in cuts:
        for dated in dates(document.text, start, end, document.published, ahead=False):
            before = document.text[start : dated.span.start].lower()
            match = _tie(strike).search(before) or _arrives(goods).search(before)
            if match is not None and not _between().search(match["between"]):
                yield dated


def _forms(frames: frozenset[str], *, nouns: bool) -> list[str]:
    words = lexicon("en")
    table = words.nouns if nouns else words.verbs
    return [form for form, known in table.items() if any(p.frame in frames for p in known)]


@cache
def _tie(strike: bool) -> re.Pattern[str]:
    """ "The first shipment arrived …", "the attack …": up to where the date stands."""
    words = dating("en")
    nouns = any_of(_forms(STRIKES if strike else SUPPLY, nouns=True))
    verbs = (
        "" if strike else rf"(?:\s+\w+){{0,3}}?\s+(?:{any_of(words.happening | words.handling)})\b"
    )
    return re.compile(
        rf"\b(?:{any_of(words.tied_by)})\s+(?:\w+\s+){{0,2}}?(?:{nouns})\b{verbs}"
        rf"(?P<between>[^.;!?:]{{0,60}})$"
    )


@lru_cache(maxsize=256)
def _arrives(goods: str) -> re.Pattern[str]:
    """ "How many tanks arrived …", "They were delivered …"."""
    words = dating("en")
    verbs = any_of(words.handling | set(_forms(frozenset(("arrive",)), nouns=False)))
    return re.compile(
        rf"(?:^(?:{any_of(words.tied_pronouns)})|\b{re.escape(goods)})"
        rf"(?:\s+\w+){{0,2}}?\s+(?:{verbs})\b(?P<between>[^.;!?:]{{0,40}})$"
    )


@cache
def _between() -> re.Pattern[str]:
    """What keeps a date from belonging to the words before it: speech, or another occasion."""
    words = lexicon("en")
    return re.compile(
        rf"\b(?:{any_of((*words.cue('speech.verbs'), *dating('en').other_occasions))})\b"
    )
