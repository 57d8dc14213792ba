"""Climb from the goods to what governs them: over "delivery of", "a package of", "$2bn in"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from embargo_watch.extract.sentence import INSIDE_A_NOUN, NOMINAL, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

CARRIERS = NOMINAL - {"ADJ"}
WITHIN_NOUNS = (INSIDE_A_NOUN - {"poss", "advmod"}) | {"conj", "appos"}
SUBJECT_PLACES = {"nsubj": "subj", "nsubjpass": "subjpass"}
MAX_CHAIN = 9
"""Nouns from the goods upwards after which nothing is taken to carry them."""


def noun_chain(sentence: Sentence, root: "Token") -> Iterator["Token"]:
    """The goods' noun and the nouns above it that only carry it further."""
    token: Token | None = root
    for _ in range(MAX_CHAIN):
        if token is None:
            return
        yield token
        token = _carrier(sentence, token)


def _carrier(sentence: Sentence, token: "Token") -> "Token | None":
    head = token.head
    if head.i == token.i or is_only_a_kind(sentence, token, head):
        return None
    if token.dep_ in WITHIN_NOUNS and head.pos_ in NOMINAL:
        return head
    return _over_preposition(sentence, head) if token.dep_ == "pobj" else None


def _over_preposition(sentence: Sentence, preposition: "Token") -> "Token | None":
    """ "delivery of tanks", "food in exchange for tanks", but not "shells for howitzers"."""
    above = preposition.head
    if preposition.lower_ in sentence.words.beneficiary:
        if above.lower_ in sentence.lexicon.exchange:
            return above
        if above.i in sentence.goods:
            return None
    if preposition.lower_ in sentence.words.carrying and above.pos_ in CARRIERS:
        return above
    if preposition.dep_ == "prep" and above.dep_ == "prep" and above.head.pos_ == "NOUN":
        return above.head
    return None


def is_only_a_kind(sentence: Sentence, token: "Token", head: "Token") -> bool:
    """Whether the goods only say of what kind something else is ("drone attack")."""
    if token.dep_ not in ("compound", "amod", "nmod") or head.i in sentence.goods:
        return False
    lexicon = sentence.lexicon
    return head.lower_ not in lexicon.carriers and head.lower_ not in lexicon.nouns


def governor(top: "Token") -> "tuple[Token | None, str]":
    """The word that governs the goods, and how they hang on it.

    ``subj``, ``subjpass`` or ``obj`` for a verb's own arguments, else the preposition's word.
    """
    head = top.head
    if head.i == top.i:
        return None, ""
    if top.dep_ == "pobj":
        return _over_prepositions(head)
    if head.pos_ in ("VERB", "AUX", "ADJ") or top.dep_ in ("dobj", "dative", *SUBJECT_PLACES):
        return head, SUBJECT_PLACES.get(top.dep_, "obj")
    return None, ""


def _over_prepositions(preposition: "Token") -> "tuple[Token | None, str]":
    while preposition.head.dep_ == "prep" and preposition.dep_ == "prep":
        preposition = preposition.head
    above = preposition.head
    return (None, "") if above.i == preposition.i else (above, preposition.lower_)


def is_for_other_goods(sentence: Sentence, top: "Token") -> bool:
    """ "ammunition for its howitzers": the howitzers do not move."""
    if top.dep_ != "pobj" or top.head.lower_ not in sentence.words.beneficiary:
        return False
    return top.head.head.i in sentence.goods
