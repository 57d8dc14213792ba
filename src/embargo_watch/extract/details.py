"""Fill the slots around a transfer: its dates, its target, what it pays for, a speaker's words."""

from typing import TYPE_CHECKING

from embargo_watch.extract.dates import Dated, dates
from embargo_watch.extract.draft import Draft
from embargo_watch.extract.grammar import parties_at, prepositions
from embargo_watch.extract.sentence import PartyWords, Sentence
from embargo_watch.model.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def occasions(found: Draft, published: str, *, ahead: bool) -> list[Dated]:
    """The dates that the sentence gives to the event itself, one for each occasion.

    Only dates under the predicate count: "said on Tuesday" dates the words, not the deed, and so
    does the date of a decision.
    """
    if found.predicate is None or found.predicate.pos_ not in ("VERB", "NOUN"):
        return []
    if "decide" in found.frames and found.predicate.pos_ == "VERB" and _decides(found):
        return []
    sentence = found.sentence
    inside = {token.i for token in found.predicate.subtree}
    if found.verb is not None and found.frames & {"use", "seize"}:
        inside |= {token.i for token in found.verb.subtree}
    last = sentence.doc[-1]
    end = sentence.base + last.idx + len(last)
    known = [
        dated
        for dated in dates(sentence.text, sentence.base, end, published, ahead=ahead)
        if _token_at(sentence, dated.span.start) in inside
    ]
    days = [dated for dated in known if len(dated.edtf) == len("2024-01-02")]
    return _distinct(days if len(days) > 1 else known[:1])


def _decides(found: Draft) -> bool:
    assert found.predicate is not None
    known = found.sentence.lexicon.verbs.get(found.predicate.lower_, ())
    return all(p.frame == "decide" for p in known)


def _distinct(known: list[Dated]) -> list[Dated]:
    return list({dated.edtf: dated for dated in known}.values())


def _token_at(sentence: Sentence, offset: int) -> int:
    for token in sentence.doc:
        if token.idx + sentence.base <= offset < token.idx + sentence.base + len(token):
            return token.i
    return -1


def targets(found: Draft) -> list[PartyWords]:
    """Whom the goods were used against: "at Ukraine", "against Kyiv"."""
    if found.verb is None:
        return []
    return [
        party
        for token in prepositions(found.verb, found.sentence.words.target)
        for party in parties_at(found.sentence, token)
    ]


def amount_from(found: Draft) -> int:
    """The offset from which a number belongs to the goods: the left end of their noun phrase."""
    sentence = found.sentence
    edges = [noun.left_edge for noun in found.chain if noun.left_edge.i <= found.goods.first]
    first = min(edges, key=lambda token: token.i, default=sentence.doc[found.goods.first])
    between = sentence.doc[first.i : found.goods.first]
    for token in reversed(list(between)):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "acl"):
            return sentence.base + token.idx + len(token)
    return sentence.base + first.idx


def returned_for(found: Draft) -> Span:
    """The words for the goods that these goods pay for, else the word that says so."""
    earlier = [g for g in found.sentence.all_goods() if g.last < found.goods.first]
    if earlier:
        return earlier[-1].goods.span
    anchor = found.predicate or found.sentence.root_of(found.goods)
    return found.sentence.span(anchor.i, anchor.i)


def noun_words(sentence: Sentence, head: "Token") -> Span:
    """A noun with the words that belong to it on its left: "Previous media reports"."""
    left = head.i
    for child in head.lefts:
        if child.dep_ in ("compound", "amod", "nmod", "nummod", "poss") and child.i >= 0:
            left = min(left, child.left_edge.i)
    return sentence.span(left, head.i)
