"""Build candidates from what a sentence tells of goods and the parties that hold its roles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from embargo_watch.extract.dates import Dated
from embargo_watch.extract.detail import Detail, detail_of
from embargo_watch.extract.details import amount_from, noun_words, returned_for, targets
from embargo_watch.extract.draft import Draft
from embargo_watch.extract.occasions import occasions
from embargo_watch.extract.quantities import quantity
from embargo_watch.extract.routes import makers, transit
from embargo_watch.extract.sentence import PartyWords, Sentence
from embargo_watch.extract.slots import beside, with_calibre
from embargo_watch.extract.status import Put, status_of, status_of_origin
from embargo_watch.extract.voice import Voices, voices
from embargo_watch.model.candidate import Candidate, Mention
from embargo_watch.model.claim import Kind
from embargo_watch.model.document import Document
from embargo_watch.model.spans import Span

OF_ORIGIN = frozenset(("origin-made", "origin-whose", "uses-origin"))
"""Constructions in which goods are named by where they come from."""


@dataclass(frozen=True, slots=True)
class Part:
    """One claim that goods take part in, with the mentions that hold its roles."""

    kind: Kind
    supplier: tuple[Mention, ...]
    recipient: tuple[Mention, ...]
    rule: str


def candidates(
    found: Draft, part: Part, document: Document, *, dated: bool, put: Put | None = None
) -> Iterable[Candidate]:
    """One candidate for each occasion that the sentence dates, or one without a date.

    ``dated`` is false for the transfer that a use implies: only a date of the supply is its own.
    ``put`` says how it is put where that was decided by more than the sentence's words.
    """
    origin = part.kind == "transfer" and part.rule in OF_ORIGIN
    fits = put is None or _is_told_in(found.sentence, part)
    fired = "down" in found.frames or (put is not None and "use" in found.frames)
    moved = dated and not origin and not fired and part.kind != "use"
    put = put or (status_of_origin(found) if origin else status_of(found))
    ahead = put.status == "prospective"
    when = occasions(found, document.published, ahead=ahead, kind=part.kind, used=not dated)
    several: Sequence[Dated | None] = when or (None,)
    sides = (*part.supplier, *part.recipient)
    detail = detail_of(found, sides, use=part.kind == "use", moved=moved) if fits else Detail()
    for occasion in several:
        yield _candidate(found, part, put, occasion, detail)


def _is_told_in(sentence: Sentence, part: Part) -> bool:
    """Whether a sentence names the sides of a claim, so that what stands beside is its own."""
    whole = sentence.span(0, len(sentence.doc) - 1)
    return all(whole.contains(m.span) for m in (*part.supplier, *part.recipient))


def _candidate(
    found: Draft, part: Part, put: Put, dated: Dated | None, detail: Detail
) -> Candidate:
    sentence = found.sentence
    said = voices(found)
    anchor = found.predicate or sentence.root_of(found.goods)
    amount = quantity(sentence.text, amount_from(found), found.goods.goods.span)
    others: dict[str, tuple[Span, ...]] = {**beside(found), **detail.spans}
    if put.cue is not None:
        others["status"] = (sentence.span(put.cue.i, put.cue.i),)
    if dated is not None:
        others["date"] = (dated.span,)
    if amount is not None:
        others["quantity"] = (amount[1],)
    if part.rule == "in-return":
        others["in_return_for"] = (returned_for(found),)
    return Candidate(
        kind=part.kind,
        rule=part.rule,
        status=put.status,
        predicate=sentence.span(anchor.i, anchor.i),
        quote=_quote(found, part),
        goods=with_calibre(sentence.text, found.goods.goods),
        supplier=part.supplier,
        recipient=part.recipient,
        maker=mentions_of(makers(found)),
        via=mentions_of(transit(found, _sides(part))),
        against=tuple(p.mention for p in targets(found)) if part.kind == "use" else (),
        speakers=_speakers(part, said),
        unnamed_speakers=tuple(noun_words(sentence, t) for t in said.unnamed),
        quantity=amount[0] if amount else None,
        date=dated.edtf if dated else "",
        aircraft=detail.aircraft,
        companies=detail.companies,
        casualties=detail.casualties,
        route=detail.route,
        others=others,
    )


def _sides(part: Part) -> frozenset[str]:
    return frozenset(mention.party for mention in (*part.supplier, *part.recipient))


def _speakers(part: Part, said: Voices) -> tuple[Mention, ...]:
    """Who says so; who asks for the goods speaks too, where nobody else is named."""
    if not said.parties and not said.unnamed and part.rule == "asks-whom":
        return part.recipient
    return tuple(party.mention for party in said.parties)


def _quote(found: Draft, part: Part) -> Span:
    """The shortest stretch of the sentence that holds every role told in it and the predicate."""
    sentence = found.sentence
    anchor = found.predicate or sentence.root_of(found.goods)
    whole = sentence.span(0, len(sentence.doc) - 1)
    spans = [sentence.span(anchor.i, anchor.i), found.goods.goods.span]
    spans += [m.span for m in (*part.supplier, *part.recipient) if whole.contains(m.span)]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return Span.of(sentence.text, start, end)


def mentions_of(words: Iterable[PartyWords]) -> tuple[Mention, ...]:
    """The mentions of parties found in a sentence."""
    return tuple(known.mention for known in words)
