"""Fill the slots around a transfer: its target, what it pays for, a speaker's words."""

from typing import TYPE_CHECKING

from embargo_watch.extract.draft import Draft
from embargo_watch.extract.grammar import parties_at, prepositions
from embargo_watch.extract.sentence import PartyWords, Sentence
from embargo_watch.model.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


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
