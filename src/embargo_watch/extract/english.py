"""Read the claims of English documents: triage, parse, frames, status, voices.

One extractor among possible others: it proposes candidates, and the shared validator decides.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from embargo_watch.extract.assemble import Refusal, Roles, roles
from embargo_watch.extract.building import Part, candidates, mentions_of
from embargo_watch.extract.casing import plain_case
from embargo_watch.extract.consolidate import consolidate
from embargo_watch.extract.context import listed
from embargo_watch.extract.draft import Draft
from embargo_watch.extract.encoder import Encoder, Judgement, encoder
from embargo_watch.extract.features import Elsewhere
from embargo_watch.extract.frames import draft
from embargo_watch.extract.neighbours import Loose, loose, with_neighbours
from embargo_watch.extract.parser import parse
from embargo_watch.extract.ranking import is_told, rank
from embargo_watch.extract.reference import refer
from embargo_watch.extract.replies import with_replies
from embargo_watch.extract.sentence import GoodsWords, Sentence
from embargo_watch.extract.statements import with_statements
from embargo_watch.extract.status import tells_of_law
from embargo_watch.extract.triage import Stretch, stretches
from embargo_watch.extract.weighing import questions, weighed
from embargo_watch.model.candidate import Candidate, Extraction, Goods, Mention
from embargo_watch.model.claim import Kind, Rejected
from embargo_watch.model.document import Document
from embargo_watch.model.spans import Span
from embargo_watch.reference.lexicon import lexicon
from embargo_watch.reference.weights import RoleWeights, role_weights

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


SURE = 99.0
"""The weight of what a construction tells in full."""

HOPELESS = -3.0
"""The weight at which the encoder is not asked: of entries in which the rules find nothing, it is
asked about seven in ten of those with a claim, and about two in ten of a stream's."""


@dataclass(frozen=True, slots=True)
class EnglishExtractor:
    """Rules for English, weighed with an encoder."""

    name: str = "weighed-en"
    weights: RoleWeights | None = None
    """The weights for what the rules leave open; None takes those of the package."""

    weighs: bool = True
    """Whether the encoder has a say; without it, the rules alone decide."""

    judge: Encoder | None = None
    """The encoder that weighs what the rules found; None takes that of the package."""

    def extract(self, documents: Sequence[Document]) -> list[Extraction]:
        """Return what each document yields, in order; most documents are never parsed."""
        made = [Extraction() for _ in documents]
        known = dict(self.readings(documents))
        judged = self._judged(documents, known) if self.weighs else {}
        for index, read in known.items():
            said = judged.get(index, ())
            kept, doubted = weighed(documents[index], read.candidates, read.drafts, said)
            dated = with_neighbours(documents[index], kept, read.loose)
            made[index] = Extraction(candidates=dated, rejected=(*read.rejected, *doubted))
        return made

    def _judged(
        self, documents: Sequence[Document], known: "Mapping[int, Reading]"
    ) -> dict[int, list[Judgement]]:
        """What the encoder says of the documents that leave hope, all asked at once."""
        asked = [
            (index, question)
            for index, read in known.items()
            if read.hope > HOPELESS
            for question in questions(documents[index], read.candidates, read.drafts)
        ]
        found: dict[int, list[Judgement]] = {}
        if not asked:
            return found
        answers = (self.judge or encoder()).judge([question for _, question in asked])
        for (index, _), answer in zip(asked, answers, strict=True):
            found.setdefault(index, []).append(answer)
        return found

    def readings(self, documents: Sequence[Document]) -> "Iterator[tuple[int, Reading]]":
        """Yield what the rules alone make of each document that is parsed, with its number."""
        work = [(index, s) for index, d in enumerate(documents) for s in stretches(d)]
        parsed = zip(work, _parse([s for _, s in work]), strict=True)
        for index, sentences in groupby(parsed, key=lambda pair: pair[0][0]):
            read = Reading()
            for (_, stretch), doc in sentences:
                _read(doc, documents[index], stretch, self.weights or role_weights("en"), read)
            told = with_statements(documents[index], read.candidates)
            kept, dropped = consolidate(documents[index], with_replies(documents[index], told))
            read.candidates = list(kept)
            read.rejected += dropped
            yield index, read


@dataclass(slots=True)
class Reading:
    """What the sentences of one document have yielded so far."""

    candidates: list[Candidate] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    hope: float = -SURE
    """The greatest weight of what the rules and their learned weights made of its goods."""


def _parse(work: Sequence[Stretch]) -> "Iterable[Doc]":
    if not work:
        return ()
    return parse(plain_case(_straight(s.text), s.hits, s.start) for s in work)


def _straight(text: str) -> str:
    """Plain apostrophes, for the parser knows "didn't" by one; offsets stay."""
    return text.replace("’", "'")


def _read(
    doc: "Doc", document: Document, stretch: Stretch, weights: RoleWeights, read: Reading
) -> None:
    last: tuple[Draft, list[Roles]] | None = None
    for found, settled, elsewhere in _drafts(doc, document, stretch):
        span = found.goods.goods.span
        if tells_of_law(found):
            read.rejected.append(Rejected(start=span.start, end=span.end, rule="law-not-deed"))
            continue
        read.drafts.append(found)
        if isinstance(settled, str) and last is not None and listed(last[0], found):
            found.predicate, settled = last[0].predicate, last[1]
        if not isinstance(settled, str):
            last = (found, settled)
        parts, weight = _parts(found, settled, elsewhere, weights)
        read.hope = max(read.hope, weight)
        used = any(part.kind == "use" for part in parts)
        for part in parts:
            dated = part.kind == "use" or not used
            read.candidates += candidates(found, part, document, dated=dated)
        if not parts:
            read.loose += loose(found, document.published)
            rule = settled if isinstance(settled, str) else "unlikely"
            read.rejected.append(Rejected(start=span.start, end=span.end, rule=rule))


def _parts(
    found: Draft,
    settled: list[Roles] | Refusal,
    elsewhere: Mapping[str, Elsewhere],
    weights: RoleWeights,
) -> tuple[list[Part], float]:
    """The roles as the rules settled them, or, where they leave a side open, as ranked.

    Beside them the weight of the best proposal, whether it sufficed or not.
    """
    if is_told(settled) and not isinstance(settled, str):
        return [
            Part(r.kind, mentions_of(r.supplier), mentions_of(r.recipient), r.rule) for r in settled
        ], SURE
    ranked = rank(found, settled, elsewhere, weights)
    if ranked is None:
        return [], -SURE
    if ranked.weight < weights.accept:
        return [], ranked.weight
    kinds: list[Kind] = ["transfer"] if isinstance(settled, str) else [r.kind for r in settled]
    parts = [Part(kind, ranked.supplier, ranked.recipient, ranked.rule) for kind in kinds]
    return parts, ranked.weight


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
    refer(sentence)
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
