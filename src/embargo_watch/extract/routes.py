"""Read which way goods went and who made them, where the text states it plainly.

"Through Turkey" and "via the port of Mersin in Turkey" name a party of transit, "Iranian-made" and
"made in Iran" a maker. "Through a middleman in Turkey" tells of no way, and "US-supplied" of no
maker.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from embargo_watch.extract.draft import Draft
from embargo_watch.extract.grammar import conjuncts
from embargo_watch.extract.sentence import PartyWords

if TYPE_CHECKING:
    from spacy.tokens import Token

MADE = ("origin-made", "made-by")
"""Constructions that tell who made the goods."""


def makers(found: Draft) -> tuple[PartyWords, ...]:
    """Everybody who is said to have made the goods, once each."""
    told = [words for e in found.evidence if e.rule in MADE for words in e.parties]
    return _once(told, frozenset())


def transit(found: Draft, sides: frozenset[str]) -> tuple[PartyWords, ...]:
    """The parties that goods passed through; ``sides`` are those who gave and got them."""
    if found.predicate is None:
        return ()
    route = found.sentence.words.route
    told = [
        words
        for token in found.predicate.subtree
        if token.dep_ == "prep" and token.lower_ in route and _of(found, token)
        for child in token.children
        if child.dep_ == "pobj"
        for head in conjuncts(child)
        for words in _passed(found, head)
    ]
    return _once(told, sides)


def _once(told: list[PartyWords], but: frozenset[str]) -> tuple[PartyWords, ...]:
    known = {words.party: words for words in reversed(told) if words.party not in but}
    return tuple(known[party] for party in dict.fromkeys(w.party for w in told) if party in known)


def _of(found: Draft, preposition: "Token") -> bool:
    """Whether the words belong to the predicate and to no other verb below it."""
    for above in preposition.ancestors:
        if above == found.predicate:
            return True
        if above.pos_ == "VERB":
            return False
    return False


def _passed(found: Draft, head: "Token") -> Iterator[PartyWords]:
    """A state itself, or whose port, soil or airspace it is."""
    sentence = found.sentence
    known = sentence.parties.get(head.i)
    if known is not None:
        if not known.suffix and known.mention.word_class != "demonym":
            yield known
    elif head.lower_ in sentence.words.places_of_transit:
        for token in head.subtree:
            if token.i in sentence.parties:
                yield sentence.parties[token.i]
                return
