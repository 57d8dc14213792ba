"""Complete a half-told transfer from the words around it, by place rather than by parse.

Headlines and loose sentences leave a role outside the verb's own arguments ("Biden edges closer
to a decision on supplying Ukraine"). A role is completed only where the predicate already stands
and one side is known; a party that is fought against, spoken to or merely a place is not taken.
"""

from typing import TYPE_CHECKING

from embargo_watch.extract.draft import Draft, Evidence
from embargo_watch.extract.grammar import ancestors, is_passive, parties_at, subject
from embargo_watch.extract.sentence import PartyWords

if TYPE_CHECKING:
    from spacy.tokens import Token

AGAINST = frozenset(
    ("against", "between", "versus", "vs", "fight", "fighting", "attack", "attacking", "than", "invading", "at")
)  # fmt: skip
PLACE = frozenset(
    ("in", "over", "near", "inside", "across", "on", "outside", "around", "via", "through", "off")
)


def supplier_from_context(found: Draft, taken: set[str]) -> Evidence | None:
    """The nearest party to the left of the predicate that could act, or None."""
    sentence = found.sentence
    anchor = found.predicate or sentence.root_of(found.goods)
    if anchor.pos_ == "VERB" and _other_doer(found, anchor):
        return None
    limit = min(anchor.i, found.goods.first)
    best: PartyWords | None = None
    for words in sentence.all_parties():
        if words.last >= limit or words.party in taken:
            continue
        if _before(found, words) in AGAINST | PLACE | {"to", "for", "of", "with", "about"}:
            continue
        if not _could_act(found, words):
            continue
        best = words
    return Evidence("supplier", tuple(beside(found, best)), 0.4, "context") if best else None


def _other_doer(found: Draft, verb: "Token") -> bool:
    """Whether somebody who is no known party does what the verb says."""
    if is_passive(verb):
        return False
    return any(
        token.pos_ in ("NOUN", "PROPN") and token.i not in found.sentence.goods
        for token in subject(found.sentence, verb)
    )


def recipient_from_context(found: Draft, taken: set[str]) -> Evidence | None:
    """Who asked for the goods, whom a later "to" names, or whom the goods are to help."""
    sentence = found.sentence
    asker = _asker(found, taken)
    if asker:
        return Evidence("recipient", tuple(asker), 1.0, "asker")
    weak: PartyWords | None = None
    for words in sentence.all_parties():
        if words.first <= found.goods.last or words.party in taken:
            continue
        before = _before(found, words)
        if before in ("to", "for", "into"):
            return Evidence("recipient", (words,), 0.5, "context-to")
        if weak is None and before in (
            "help",
            "aid",
            "support",
            "defend",
            "bolster",
            "assist",
            "arm",
            "back",
            "in",
        ):
            weak = words
    return Evidence("recipient", (weak,), 0.35, "context-help") if weak else None


def asked_by_place(found: Draft) -> tuple[list[PartyWords], list[PartyWords]]:
    """ "Kyiv pleads with Brussels and Washington to step up …", where the parse falls apart.

    Returns who is asked (they would give) and who asks (they would get); the words must stand in
    this order: asker, a verb of asking, the asked, "to", the predicate.
    """
    sentence, anchor = found.sentence, found.predicate
    if anchor is None or anchor.pos_ != "VERB" or anchor.i < 3:
        return [], []
    if sentence.doc[anchor.i - 1].lower_ != "to":
        return [], []
    last = sentence.parties.get(anchor.i - 2)
    if last is None:
        return [], []
    asked = beside(found, last)
    index = asked[0].first - 1
    while index > 0 and sentence.doc[index].lower_ in ("with", "on", "upon", "to", "the", "for"):
        index -= 1
    known = sentence.lexicon.verbs.get(sentence.doc[index].lower_, ())
    if not any(p.frame == "ask" for p in known):
        return [], []
    askers = [w for w in sentence.all_parties() if w.last < index]
    return asked, askers[-1:]


def _asker(found: Draft, taken: set[str]) -> list[PartyWords]:
    """ "Kyiv called on Berlin to send tanks": who asks is who would get them."""
    if (
        found.predicate is None
        or found.predicate.pos_ != "VERB"
        or not found.frames & {"give", "equip"}
    ):
        return []
    for verb in ancestors(found.predicate):
        if verb.pos_ == "VERB" and any(
            p.frame == "ask" for p in found.sentence.lexicon.verbs.get(verb.lower_, ())
        ):
            doers = [
                p for t in subject(found.sentence, verb) for p in parties_at(found.sentence, t)
            ]
            return [p for p in doers if p.party not in taken]
    return []


BUILT_IN = frozenset(
    ("in", "into", "inside", "contain", "contains", "contained", "containing", "have", "has", "with", "of",
     "using", "uses", "use", "used", "for", "rely", "relies", "on")
)  # fmt: skip


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
        if owner and apart and between & BUILT_IN:
            return origin, owner
    return None


def _owner(found: Draft, start: int) -> tuple[PartyWords, ...]:
    """The party whose words stand right before goods, adjectives and suffixes aside."""
    sentence = found.sentence
    for words in sentence.all_parties():
        between = sentence.doc[words.last + 1 : start]
        if (
            words.last < start
            and len(between) <= 4
            and all(
                token.pos_ in ("ADJ", "NOUN", "PROPN", "PUNCT", "PART") or token.tag_ == "VBN"
                for token in between
            )
            and (words.adjectival or words.suffix or "poss" in {sentence.root_of(words).dep_})
        ):
            return (words,)
    return ()


MAX_LISTED = 14
"""Tokens between two goods of one list."""


def listed(before: Draft, found: Draft) -> bool:
    """Whether goods stand in a list that goods before them opened ("arms, including Patriots").

    The parser loses long lists; between the two stand only nouns, commas and joining words.
    """
    if "kind" in found.frames or found.goods.first <= before.goods.last:
        return False
    between = found.sentence.doc[before.goods.last + 1 : found.goods.first]
    if not 0 < len(between) <= MAX_LISTED:
        return False
    words = [token.lower_ for token in between]
    if not any(word in LISTING for word in words):
        return False
    return all(
        token.lower_ in LISTING
        or token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PUNCT", "SYM", "ADV")
        or (token.lower_ in ("of", "worth", "to", "for") and token.i + 1 in found.sentence.parties)
        for token in between
    )


LISTING = frozenset(
    (
        ",",
        "and",
        "including",
        "such",
        "as",
        "well",
        "plus",
        "or",
        "&",
        "like",
        "other",
        "of",
        "also",
    )
)


def beside(found: Draft, words: PartyWords) -> list[PartyWords]:
    """The words and the parties listed right before them: "US, Germany to send"."""
    sentence = found.sentence
    listed = [words]
    while True:
        left = listed[0].first - 1
        if left < 1 or sentence.doc[left].lower_ not in (",", "and", "&"):
            return listed
        if sentence.doc[left].lower_ == "and" and sentence.doc[left - 1].lower_ == ",":
            left -= 1
        other = sentence.parties.get(left - 1)
        if (
            other is None
            or (other.first == 0 and not found.sentence.title)
            or _before(found, other) in PLACE | AGAINST
        ):
            return listed
        if any(other.party == known.party for known in listed):
            return listed
        if len(listed) == 1 and sentence.doc[left].lower_ == "," and other.first > 0:
            return listed
        listed.insert(0, other)


def _before(found: Draft, words: PartyWords) -> str:
    """The last word before the party, leaving out articles and adjectives."""
    index = words.first - 1
    doc = found.sentence.doc
    while index >= 0 and (
        doc[index].dep_ in ("det", "amod", "compound", "poss", "nummod")
        and doc[index].pos_ != "VERB"
    ):
        index -= 1
    return doc[index].lower_ if index >= 0 else ""


def _could_act(found: Draft, words: PartyWords) -> bool:
    """Not the owner of a war or a tank: the words stand alone or belong to people or a state."""
    if words.suffix:
        return False
    root: Token = found.sentence.root_of(words)
    if root.dep_ in ("compound", "amod", "poss", "nmod") and root.head.i > words.last:
        heads = found.sentence.lexicon.cue("party_heads")
        return root.head.lower_ in heads or root.head.pos_ == "PROPN"
    return True
