"""Read constructions that the parser loses, by place: long lists, headlines that ask, parts.

"Kyiv pleads with Brussels to step up …" and "arms, including Patriots, shells and …" fall apart
in the parse; the order of the words still tells who asks whom and what belongs to one list.
"""

from typing import TYPE_CHECKING

from embargo_watch.extract.completion import beside
from embargo_watch.extract.draft import Draft
from embargo_watch.extract.sentence import PartyWords

if TYPE_CHECKING:
    from spacy.tokens import Token

MAX_LISTED = 14
"""Tokens between two goods of one list."""

MAX_TO_OWNER = 4
"""Tokens between an owner and the goods: "Iran's new long-range attack drones"."""


def asked_by_place(found: Draft) -> tuple[list[PartyWords], list[PartyWords]]:
    """ "Kyiv pleads with Brussels and Washington to step up …", where the parse falls apart.

    Returns who is asked (they would give) and who asks (they would get); the words must stand in
    this order: asker, a verb of asking, the asked, "to", the predicate.
    """
    sentence, anchor = found.sentence, found.predicate
    if anchor is None or anchor.pos_ != "VERB" or anchor.i < 3:
        return [], []
    last = sentence.parties.get(anchor.i - 2)
    if last is None or sentence.doc[anchor.i - 1].lower_ not in sentence.words.infinitive:
        return [], []
    asked = beside(found, last)
    index = asked[0].first - 1
    while index > 0 and sentence.doc[index].lower_ in sentence.words.between_asker_and_asked:
        index -= 1
    if not sentence.lexicon.opens(sentence.doc[index].lower_, "ask"):
        return [], []
    askers = [w for w in sentence.all_parties() if w.last < index]
    return asked, askers[-1:]


def built_into(found: Draft) -> tuple[tuple[PartyWords, ...], tuple[PartyWords, ...]] | None:
    """ "Western components in Iranian drones": whose the parts are, and whose the weapon is.

    The origin stands right before the parts and the owner right before the weapon; a word of
    containing stands between the two.
    """
    sentence = found.sentence
    origin = _owner(found, found.goods.first)
    if not origin:
        return None
    for other in sentence.all_goods():
        if other.goods.group in ("technology", "personnel", "money", "relief") or other.predicate:
            continue
        owner = _owner(found, other.first)
        first, last = sorted((other, found.goods), key=lambda goods: goods.first)
        between = {token.lower_ for token in sentence.doc[first.last + 1 : last.first]}
        apart = {w.party for w in owner} - {w.party for w in origin}
        if owner and apart and between & sentence.words.built_in:
            return origin, owner
    return None


def _owner(found: Draft, start: int) -> tuple[PartyWords, ...]:
    """The party whose words stand right before goods, adjectives and suffixes aside."""
    sentence = found.sentence
    for words in sentence.all_parties():
        between = sentence.doc[words.last + 1 : start]
        owns = words.adjectival or words.suffix or sentence.root_of(words).dep_ == "poss"
        near = words.last < start and len(between) <= MAX_TO_OWNER
        if owns and near and all(_may_follow_owner(token) for token in between):
            return (words,)
    return ()


def _may_follow_owner(token: "Token") -> bool:
    return token.pos_ in ("ADJ", "NOUN", "PROPN", "PUNCT", "PART") or token.tag_ == "VBN"


def listed(before: Draft, found: Draft) -> bool:
    """Whether goods stand in a list that goods before them opened ("arms, including Patriots").

    The parser loses long lists; between the two stand only nouns, commas and joining words.
    """
    if "kind" in found.frames or found.goods.first <= before.goods.last:
        return False
    between = found.sentence.doc[before.goods.last + 1 : found.goods.first]
    if not 0 < len(between) <= MAX_LISTED:
        return False
    listing = found.sentence.words.listing
    if not any(token.lower_ in listing for token in between):
        return False
    return all(token.lower_ in listing or _may_stand_in_list(found, token) for token in between)


def _may_stand_in_list(found: Draft, token: "Token") -> bool:
    if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PUNCT", "SYM", "ADV"):
        return True
    return (
        token.lower_ in found.sentence.words.within_list and token.i + 1 in found.sentence.parties
    )
