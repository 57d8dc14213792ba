"""Read the claims of English documents: triage, parse, frames, status, voices.

One extractor among possible others: it proposes candidates, and the shared validator decides.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from embargo_watch.extract.assemble import Refusal, Roles, roles
from embargo_watch.extract.casing import plain_case
from embargo_watch.extract.consolidate import consolidate
from embargo_watch.extract.context import listed
from embargo_watch.extract.dates import Dated
from embargo_watch.extract.details import amount_from, noun_words, returned_for, targets
from embargo_watch.extract.draft import Draft
from embargo_watch.extract.features import Elsewhere
from embargo_watch.extract.frames import draft
from embargo_watch.extract.neighbours import Loose, loose, with_neighbours
from embargo_watch.extract.occasions import occasions
from embargo_watch.extract.parser import parse
from embargo_watch.extract.quantities import quantity
from embargo_watch.extract.ranking import is_told, rank
from embargo_watch.extract.routes import makers, transit
from embargo_watch.extract.sentence import GoodsWords, PartyWords, Sentence
from embargo_watch.extract.statements import with_statements
from embargo_watch.extract.status import Put, status_of, tells_of_law
from embargo_watch.extract.triage import Stretch, stretches
from embargo_watch.extract.voice import Voices, voices
from embargo_watch.model.candidate import Candidate, Extraction, Goods, Mention
from embargo_watch.model.claim import Kind, Rejected
from embargo_watch.model.document import Document
from embargo_watch.model.spans import Span
from embargo_watch.reference.lexicon import lexicon
from embargo_watch.reference.weights import RoleWeights, role_weights

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Part:
    """One claim that goods take part in, with the mentions that hold its roles."""

    kind: Kind
    supplier: tuple[Mention, ...]
    recipient: tuple[Mention, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class EnglishExtractor:
    """The rule extractor for English."""

    name: str = "rules-en"
    weights: RoleWeights | None = None
    """The weights for what the rules leave open; None takes those of the package."""

    def extract(self, documents: Sequence[Document]) -> list[Extraction]:
        """Return what each document yields, in order; most documents are never parsed."""
        weights = self.weights or role_weights("en")
        work = [(index, s) for index, d in enumerate(documents) for s in stretches(d)]
        found: list[list[Candidate]] = [[] for _ in documents]
        refused: list[list[Rejected]] = [[] for _ in documents]
        dated: list[list[Loose]] = [[] for _ in documents]
        for (index, stretch), doc in zip(work, _parse([s for _, s in work]), strict=True):
            document = documents[index]
            for item in _read(doc, document, stretch, weights):
                if isinstance(item, Rejected):
                    refused[index].append(item)
                elif isinstance(item, Loose):
                    dated[index].append(item)
                else:
                    found[index].append(item)
        results = []
        for document, candidates, rejected, told in zip(
            documents, found, refused, dated, strict=True
        ):
            kept, dropped = consolidate(document, with_statements(document, candidates))
            kept = with_neighbours(document, kept, told)
            results.append(Extraction(candidates=kept, rejected=(*rejected, *dropped)))
        return results


def _parse(work: Sequence[Stretch]) -> "Iterable[Doc]":
    if not work:
        return ()
    return parse(plain_case(_straight(s.text), s.hits, s.start) for s in work)


def _straight(text: str) -> str:
    """Plain apostrophes, for the parser knows "didn't" by one; offsets stay."""
    return text.replace("’", "'")


def _read(
    doc: "Doc", document: Document, stretch: Stretch, weights: RoleWeights
) -> Iterable[Candidate | Rejected | Loose]:
    last: tuple[Draft, list[Roles]] | None = None
    for found, settled, elsewhere in _drafts(doc, document, stretch):
        if tells_of_law(found):
            span = found.goods.goods.span
            yield Rejected(start=span.start, end=span.end, rule="law-not-deed")
            continue
        if isinstance(settled, str) and last is not None and listed(last[0], found):
            found.predicate, settled = last[0].predicate, last[1]
        if not isinstance(settled, str):
            last = (found, settled)
        parts = _parts(found, settled, elsewhere, weights)
        used = any(part.kind == "use" for part in parts)
        for part in parts:
            yield from _candidates(found, part, document, dated=part.kind == "use" or not used)
        if not parts:
            yield from loose(found, document.published)
            span = found.goods.goods.span
            rule = settled if isinstance(settled, str) else "unlikely"
            yield Rejected(start=span.start, end=span.end, rule=rule)


def _parts(
    found: Draft,
    settled: list[Roles] | Refusal,
    elsewhere: Mapping[str, Elsewhere],
    weights: RoleWeights,
) -> list[Part]:
    """The roles as the rules settled them, or, where they leave a side open, as ranked."""
    if is_told(settled) and not isinstance(settled, str):
        return [
            Part(r.kind, _mentions(r.supplier), _mentions(r.recipient), r.rule) for r in settled
        ]
    ranked = rank(found, settled, elsewhere, weights)
    if ranked is None:
        return []
    kinds: list[Kind] = ["transfer"] if isinstance(settled, str) else [r.kind for r in settled]
    return [Part(kind, ranked.supplier, ranked.recipient, ranked.rule) for kind in kinds]


def _mentions(words: Iterable[PartyWords]) -> tuple[Mention, ...]:
    return tuple(known.mention for known in words)


def drafts(
    document: Document,
) -> Iterable[tuple[Draft, list[Roles] | Refusal, Mapping[str, Elsewhere]]]:
    """Every mention of goods in a document's candidate sentences, as the rules see it."""
    work = stretches(document)
    for stretch, doc in zip(work, _parse(work), strict=True):
        yield from _drafts(doc, document, stretch)


def _drafts(
    doc: "Doc", document: Document, stretch: Stretch
) -> Iterable[tuple[Draft, list[Roles] | Refusal, Mapping[str, Elsewhere]]]:
    sentence = Sentence(
        doc, document.text, stretch.start, stretch.hits, lexicon=lexicon("en"), title=stretch.title
    )
    elsewhere = _elsewhere(document, stretch)
    for goods in [*sentence.all_goods(), *_implied(sentence)]:
        found = draft(sentence, goods)
        yield found, roles(found), elsewhere


def _elsewhere(document: Document, stretch: Stretch) -> dict[str, Elsewhere]:
    known: dict[str, Elsewhere] = {}
    for hit in stretch.near:
        before = known.get(hit.party)
        in_title = hit.start < len(document.title)
        if before is None:
            span = Span.of(document.text, hit.start, hit.end)
            mention = Mention(span=span, party=hit.party, word_class=hit.word.word_class)
            known[hit.party] = Elsewhere(mention, 1, in_title)
        else:
            known[hit.party] = Elsewhere(
                before.mention, before.count + 1, before.in_title or in_title
            )
    return known


def _implied(sentence: Sentence) -> Iterable[GoodsWords]:
    """Verbs that name the goods themselves, where no other goods hang on them."""
    for token in sentence.doc:
        if token.pos_ != "VERB":
            continue
        group = _implied_group(sentence, token)
        if not group:
            continue
        span = sentence.span(token.i, token.i)
        yield GoodsWords(Goods(span=span, group=group), token.i, token.i, predicate=True)


def _implied_group(sentence: Sentence, verb: "Token") -> str:
    known = sentence.lexicon.verbs.get(verb.lower_, ())
    if any(p.frame == "train" for p in known):
        return "technology"
    if not any(p.base in sentence.lexicon.implied for p in known):
        return ""
    named = any(t.i in sentence.goods and t.i != verb.i for t in verb.subtree)
    return "" if named else "arms"


def _candidates(
    found: Draft, part: Part, document: Document, *, dated: bool
) -> Iterable[Candidate]:
    """One candidate for each occasion that the sentence dates, or one without a date.

    ``dated`` is false for the transfer that a use implies: only a date of the supply is its own.
    """
    put = status_of(found)
    ahead = put.status == "prospective"
    when = occasions(found, document.published, ahead=ahead, kind=part.kind, used=not dated)
    several: Sequence[Dated | None] = when or (None,)
    for occasion in several:
        yield _candidate(found, part, put, occasion)


def _candidate(found: Draft, part: Part, put: Put, dated: Dated | None) -> Candidate:
    sentence = found.sentence
    said = voices(found)
    anchor = found.predicate or sentence.root_of(found.goods)
    amount = quantity(sentence.text, amount_from(found), found.goods.goods.span)
    others: dict[str, tuple[Span, ...]] = {}
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
        goods=found.goods.goods,
        supplier=part.supplier,
        recipient=part.recipient,
        maker=_mentions(makers(found)),
        via=_mentions(transit(found, _sides(part))),
        against=tuple(p.mention for p in targets(found)) if part.kind == "use" else (),
        speakers=_speakers(part, said),
        unnamed_speakers=tuple(noun_words(sentence, t) for t in said.unnamed),
        quantity=amount[0] if amount else None,
        date=dated.edtf if dated else "",
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
