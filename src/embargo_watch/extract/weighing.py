"""Weigh what the rules found in a document with what the encoder makes of the same words.

The rules know why they claim something and are wrong where a sentence is not built as they
expect; the encoder sees the whole text and cannot say why. Neither decides alone: a proposal's
weight adds up what both say of it, and its numbers stand in ``data/encoder/decision.yaml``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import exp

from embargo_watch.extract.building import Part, candidates
from embargo_watch.extract.decision import PUT, Decision, Told, decide
from embargo_watch.extract.draft import Draft
from embargo_watch.extract.encoder import Judgement, Question
from embargo_watch.extract.ranking import stands_for
from embargo_watch.extract.status import Put, status_of
from embargo_watch.extract.triage import named
from embargo_watch.extract.windows import NOBODY, Triple, windows
from embargo_watch.model.candidate import Candidate, Goods, Mention
from embargo_watch.model.claim import Rejected, Status
from embargo_watch.model.document import Document
from embargo_watch.model.spans import Span
from embargo_watch.reference.encoder import vocabulary
from embargo_watch.reference.matcher import PartyHit

RULE = "weighed"
"""The rule of what the encoder proposed and no construction of the rules tells."""

DOUBTED = "outweighed"
"""The rule of what the rules proposed and the encoder speaks against."""

LONG = 1500
"""Code points above which a text is longer than those that the encoder has learned from."""

SURELY = 4.0
"""The weight from which on the encoder adds a claim to a longer text."""

SPEAKS = 3.0
"""The log-odds above which a party speaks by the encoder."""

AT_ONCE = 160
"""Proposals that are judged together."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The decisions on a document's proposals, and how surely each party speaks."""

    decisions: Mapping[Triple, Decision]
    speaks: Mapping[str, float]


def weighed(
    document: Document,
    found: Sequence[Candidate],
    drafts: Sequence[Draft],
    judged: Sequence[Judgement],
) -> tuple[tuple[Candidate, ...], tuple[Rejected, ...]]:
    """Keep, mend, drop and add candidates as their weights say; what is dropped is returned.

    The encoder has learned from texts of one window. In a longer one it refuses nothing, and adds
    only what it is sure of.
    """
    if not judged:
        return tuple(found), ()
    told = told_by(found)
    outcome = Outcome(decide(judged, told), spoken(judged))
    long = len(document.text) > LONG
    kept: list[Candidate] = []
    dropped: list[Rejected] = []
    for candidate in found:
        mended = _mended(candidate, outcome, long=long)
        kept += mended
        if not mended:
            span, score = candidate.quote, _score(candidate, outcome)
            dropped.append(Rejected(start=span.start, end=span.end, rule=DOUBTED, score=score))
    kept += _added(document, kept, drafts, outcome, SURELY if long else 0.0)
    places = _places(document)
    kept = [_voiced(candidate, outcome, places, document.text) for candidate in kept]
    return tuple(kept), tuple(dropped)


def questions(
    document: Document, found: Iterable[Candidate], drafts: Iterable[Draft]
) -> list[Question]:
    """Every proposal of a document, window by window, with what the rules tell of it."""
    rows = {triple: known.row for triple, known in told_by(found).items()}
    asked = []
    for window in windows(document, vocabulary(), implied(drafts)):
        proposals = window.proposals()
        for first in range(0, len(proposals), AT_ONCE):
            asked.append(Question(window, proposals[first : first + AT_ONCE], rows))
    return asked


def implied(drafts: Iterable[Draft]) -> list[Goods]:
    """The goods that a verb implies and no word names."""
    return [draft.goods.goods for draft in drafts if draft.goods.predicate]


def told_by(found: Iterable[Candidate]) -> dict[Triple, Told]:
    """What the rules tell, proposal by proposal."""
    told: dict[Triple, Told] = {}
    for candidate in found:
        for triple in _triples(candidate):
            known = told.get(triple, Told())
            told[triple] = known.beside(candidate.kind, candidate.status, candidate.rule)
    return told


def spoken(judged: Iterable[Judgement]) -> dict[str, float]:
    """How surely each party speaks, at its surest."""
    found: dict[str, float] = {}
    for judgement in judged:
        for party, weight in judgement.speaks.items():
            found[party] = max(weight, found.get(party, weight))
    return found


def _triples(candidate: Candidate) -> list[Triple]:
    group = candidate.goods.group if candidate.goods else ""
    givers = [stands_for(m.party) for m in candidate.supplier] or [NOBODY]
    getters = [stands_for(m.party) for m in candidate.recipient] or [NOBODY]
    return [(a, b, group) for a, b in product(givers, getters) if a != b]


def _mended(candidate: Candidate, outcome: Outcome, *, long: bool) -> list[Candidate]:
    """The candidate with the parties and the status that its weights leave it, if any."""
    known = [t for t in _triples(candidate) if t in outcome.decisions]
    if not known:
        return [candidate]
    held = [t for t in known if long or outcome.decisions[t].held]
    ways = {way for triple in held for way in outcome.decisions[triple].puts}
    statuses = {status for kind, status in ways if long or kind == candidate.kind}
    if not statuses:
        return []
    unseen = [t for t in _triples(candidate) if t not in outcome.decisions]
    left = replace(
        candidate,
        supplier=_left(candidate.supplier, {giver for giver, _, _ in [*held, *unseen]}),
        recipient=_left(candidate.recipient, {getter for _, getter, _ in [*held, *unseen]}),
        score=_score(candidate, outcome),
    )
    if candidate.status in {"denied", *statuses}:
        return [left]
    status = min(statuses, key=PUT.index)
    return [_put_anew(left, status)]


def _put_anew(candidate: Candidate, status: Status) -> Candidate:
    others = {slot: spans for slot, spans in candidate.others.items() if slot != "status"}
    return replace(candidate, status=status, others=others, rule=f"{candidate.rule}+{RULE}")


def _voiced(
    candidate: Candidate, outcome: Outcome, places: Mapping[str, list[PartyHit]], text: str
) -> Candidate:
    """The candidate with who speaks by the encoder, where the sentence names no speaker."""
    if candidate.speakers or candidate.unnamed_speakers:
        return candidate
    speaking = [p for p, weight in outcome.speaks.items() if weight > SPEAKS and p in places]
    at = candidate.quote.start
    near = (min(places[p], key=lambda hit: abs(hit.start - at)) for p in speaking)
    return replace(candidate, speakers=tuple(_mention(hit, text) for hit in near))


def _mention(hit: PartyHit, text: str) -> Mention:
    span = Span.of(text, hit.start, hit.end)
    return Mention(span=span, party=hit.party, word_class=hit.word.word_class)


def _left(mentions: tuple[Mention, ...], held: set[str]) -> tuple[Mention, ...]:
    return tuple(m for m in mentions if stands_for(m.party) in held)


def _score(candidate: Candidate, outcome: Outcome) -> float | None:
    weights = [
        outcome.decisions[triple].weight
        for triple in _triples(candidate)
        if triple in outcome.decisions
    ]
    return round(1 / (1 + exp(-max(weights))), 3) if weights else None


def _added(
    document: Document,
    kept: Sequence[Candidate],
    drafts: Sequence[Draft],
    outcome: Outcome,
    least: float,
) -> list[Candidate]:
    """Candidates for what the weights hold, ``least`` or more, and no candidate tells."""
    covered = {(c.kind, c.status, *triple) for c in kept for triple in _triples(c)}
    parties = _places(document)
    added: list[Candidate] = []
    for triple, decision in outcome.decisions.items():
        if not decision.held or decision.weight < least:
            continue
        for kind, status in decision.puts:
            if (kind, status, *triple) in covered:
                continue
            found = _draft_for(triple, drafts)
            if found is None:
                break
            giver, getter = (_nearest(side, found, parties) for side in triple[:2])
            part = Part(kind, giver, getter, RULE)
            own = status_of(found)
            if own.status == "denied" != status:
                continue
            put = own if own.status == status else Put(status)
            built = candidates(found, part, document, dated=True, put=put)
            score = round(1 / (1 + exp(-decision.weight)), 3)
            added += [replace(candidate, score=score) for candidate in built]
    return added


def _places(document: Document) -> dict[str, list[PartyHit]]:
    """Where each party is named in the story, not in what belongs to the page."""
    places: dict[str, list[PartyHit]] = {}
    for hit in named(document):
        span = Span.of(document.text, hit.start, hit.end)
        if isinstance(hit, PartyHit) and not any(f.overlaps(span) for f in document.furniture):
            places.setdefault(stands_for(hit.party), []).append(hit)
    return places


def _draft_for(triple: Triple, drafts: Sequence[Draft]) -> Draft | None:
    """The mention of these goods whose sentence names most of the parties, with a predicate."""
    *sides, group = triple

    def fit(draft: Draft) -> tuple[int, int]:
        inside = {stands_for(words.party) for words in draft.sentence.all_parties()}
        return len(inside & set(sides)), int(draft.predicate is not None)

    fitting = [draft for draft in drafts if draft.goods.goods.group == group]
    return max(fitting, key=fit, default=None)


def _nearest(
    party: str, found: Draft, parties: Mapping[str, Sequence[PartyHit]]
) -> tuple[Mention, ...]:
    """The party's mention in the sentence of the goods, else the one nearest to them."""
    inside = [w for w in found.sentence.all_parties() if stands_for(w.party) == party]
    if inside:
        near = min(inside, key=lambda words: abs(words.first - found.goods.first))
        return (near.mention,)
    at = found.goods.goods.span.start
    hit = min(parties.get(party, ()), key=lambda hit: abs(hit.start - at), default=None)
    return (_mention(hit, found.sentence.text),) if hit is not None else ()
