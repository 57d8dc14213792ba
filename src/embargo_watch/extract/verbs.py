"""Read the roles that verbs give to the goods that hang on them, frame by frame.

The frames and their places are described in the language's ``predicates.yaml``.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from embargo_watch.extract.draft import Draft
from embargo_watch.extract.grammar import (
    ancestors,
    doers,
    frames_of,
    is_passive,
    parties_at,
    prepositions,
    subject,
)
from embargo_watch.extract.sentence import PartyWords, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

USING = frozenset(("use", "attack", "down", "seize"))
OWNERS = frozenset(("compound", "nmod", "amod", "poss"))
"""Labels that the parser gives to "Ukraine" in "send Ukraine tanks" where it errs."""


def read_verb(found: Draft, verb: "Token", attach: str) -> None:
    """Read the frames that a verb opens over goods that hang on it by ``attach``.

    ``attach`` is ``subj``, ``subjpass``, ``obj`` or a preposition (see ``carriers.governor``).
    """
    frames = frames_of(found.sentence, verb)
    for frame in frames:
        if frame in USING:
            _using(found, verb, attach, frame)
        elif frame in _READERS and _fits(found.sentence, verb, frame, attach):
            _READERS[frame](found, verb, attach)
    if "arrive" in frames and attach == "subj":
        _arriving(found, verb)
    elif not frames or attach == "subj":
        _loose(found, verb, attach)


def _fits(sentence: Sentence, verb: "Token", frame: str, attach: str) -> bool:
    """Whether goods can hang on a verb of this frame in this way."""
    if frame == "make":
        return attach == "obj"
    if frame in ("give", "get"):
        return attach != "subj"
    if frame == "equip":
        return attach in sentence.words.equipped_with
    if frame == "ask" and sentence.lexicon.base(verb.lower_, "ask") in sentence.lexicon.with_for:
        return attach in sentence.words.asked_goods
    return True


def _giving(found: Draft, verb: "Token", attach: str) -> None:
    found.meet(verb, "give")
    read_giver(found, verb, 3.0)
    read_receiver(found, verb, 3.0)
    _second_object(found, verb)
    if found.sentence.lexicon.is_verb_of(verb.lower_, found.sentence.lexicon.exchange):
        _traded_with(found, verb)


def _traded_with(found: Draft, verb: "Token") -> None:
    """ "trading weapons for food with Russia": "with" hangs anywhere below the verb."""
    sentence = found.sentence
    for token in verb.subtree:
        if token.dep_ == "prep" and token.lower_ in sentence.words.traded_with:
            partners = [p for child in token.children for p in parties_at(sentence, child)]
            found.add("recipient", partners, 2.6, "trades-with")


def read_giver(found: Draft, verb: "Token", weight: float, rule: str = "gives") -> None:
    """Add who does what a verb of giving says, and whom "from" names."""
    found.add("supplier", doers(found.sentence, verb), weight, rule)
    direct = any(child.dep_ == "nsubj" for child in verb.children)
    for token in prepositions(verb, found.sentence.words.giver):
        known = weight - 0.4 if direct else weight + 0.2
        found.add("supplier", parties_at(found.sentence, token), known, "from")


def _own(sentence: Sentence, verb: "Token", token: "Token") -> list[PartyWords]:
    """ "send us tanks", "to his country": who says so is who gets them."""
    words = sentence.lexicon.cue("own_words")
    mine = token.lower_ in words or any(
        child.dep_ == "poss" and child.lower_ in words for child in token.children
    )
    people = token.pos_ != "NOUN" or token.lower_ in sentence.lexicon.cue("party_heads")
    if not mine or not people:
        return []
    givers = {party.party for party in doers(sentence, verb)}
    for above in ancestors(verb):
        if above.lower_ in sentence.lexicon.cue("speech.verbs"):
            speakers = [p for t in subject(sentence, above) for p in parties_at(sentence, t)]
            return [party for party in speakers if party.party not in givers]
    return []


def read_receiver(found: Draft, verb: "Token", weight: float) -> None:
    """Add who gets what a verb of giving moves: its objects, and what "to" and "for" name."""
    sentence = found.sentence
    for child in verb.children:
        if child.dep_ in ("dative", "dobj") and child.i not in sentence.goods:
            found.add("recipient", _own(sentence, verb, child), weight - 0.4, "gives-own")
    for token in prepositions(verb, sentence.words.getter):
        found.add("recipient", _own(sentence, verb, token), weight - 0.4, "gives-own")
    for child in verb.children:
        _given_whom(found, verb, child, weight)
    for token in prepositions(verb, sentence.words.getter):
        drop = 0.2 if token.head.lower_ in sentence.words.straight_to else 0.6
        found.add("recipient", parties_at(sentence, token), weight - drop, "gives-to")


def _given_whom(found: Draft, verb: "Token", child: "Token", weight: float) -> None:
    """ "gave Moscow shells", "Moscow was given shells"; not "the shells given to Moscow"."""
    sentence = found.sentence
    if child.dep_ == "dative" and child.pos_ != "ADP":
        found.add("recipient", parties_at(sentence, child), weight, "gives-whom")
        return
    subject_of_its_own = child.dep_ == "nsubjpass" and verb.dep_ not in ("acl", "relcl")
    if (child.dep_ == "dobj" or subject_of_its_own) and child.i not in sentence.goods:
        found.add("recipient", parties_at(sentence, child), weight - 0.2, "gives-whom")


def _second_object(found: Draft, verb: "Token") -> None:
    """ "send Ukraine tanks", which the parser often reads as one noun."""
    sentence = found.sentence
    after = verb.i + 1
    if after < len(sentence.doc) and sentence.doc[after].dep_ == "det":
        after += 1
    if after < len(sentence.doc) and sentence.doc[after].dep_ in OWNERS:
        words = sentence.parties.get(after)
        if words and not words.suffix and words.mention.word_class != "demonym":
            found.evidence = [e for e in found.evidence if words not in e.parties]
            found.add("recipient", [words], 2.8, "gives-whom")


def _getting(found: Draft, verb: "Token", attach: str) -> None:
    sentence = found.sentence
    found.meet(verb, "get")
    rule = "got-by" if is_passive(verb) else "gets"
    found.add("recipient", doers(sentence, verb), 3.0, rule)
    for token in prepositions(verb, sentence.words.giver):
        found.add("supplier", parties_at(sentence, token), 3.0, "gets-from")
    for token in prepositions(verb, sentence.words.getter):
        found.add("recipient", parties_at(sentence, token), 1.8, "gets-for")


def _arriving(found: Draft, verb: "Token") -> None:
    """ "The first Polish tanks have arrived in Ukraine"."""
    sentence = found.sentence
    reached = [c for c in verb.children if c.dep_ == "dobj"]
    reached += prepositions(verb, sentence.words.arrival)
    parties = [p for token in reached for p in parties_at(sentence, token)]
    if parties:
        found.meet(verb, "arrive")
        found.add("recipient", parties, 2.6, "arrives")
    for token in prepositions(verb, sentence.words.giver):
        found.add("supplier", parties_at(sentence, token), 2.4, "arrives-from")


def _making(found: Draft, verb: "Token", attach: str) -> None:
    """ "produce rockets for Russia": making for somebody is supplying; making alone is not."""
    sentence = found.sentence
    users = [
        p for t in prepositions(verb, sentence.words.beneficiary) for p in parties_at(sentence, t)
    ]
    if users or any(e.role == "recipient" for e in found.evidence):
        found.meet(verb, "make")
        found.add("recipient", users, 2.4, "makes-for")
        found.add("supplier", doers(sentence, verb), 2.4, "makes-for")


def _equipping(found: Draft, verb: "Token", attach: str) -> None:
    found.meet(verb, "equip")
    read_equipping(found, verb)


def read_equipping(found: Draft, verb: "Token") -> None:
    """Add who equips whom; also for verbs that name the goods ("Iran arms the Houthis")."""
    sentence = found.sentence
    if is_passive(verb):
        for child in verb.children:
            if child.dep_ == "nsubjpass":
                found.add("recipient", parties_at(sentence, child), 3.0, "equipped")
        if verb.dep_ in ("acl", "advcl"):
            found.add(
                "recipient",
                [p for t in subject(sentence, verb) for p in parties_at(sentence, t)],
                2.4,
                "equipped",
            )
    else:
        found.add("supplier", doers(sentence, verb), 3.0, "equips")
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and _people(sentence, child):
            found.add("recipient", parties_at(sentence, child), 3.0, "equips-whom")


def _people(sentence: Sentence, token: "Token") -> bool:
    """Whether a noun is not goods, or names troops that get something rather than move."""
    known = sentence.goods.get(token.i)
    return known is None or known.goods.group == "personnel"


def _asking(found: Draft, verb: "Token", attach: str) -> None:
    sentence = found.sentence
    found.meet(verb, "ask")
    if not any(noun.lower_ in sentence.lexicon.ending for noun in found.chain):
        found.add("recipient", doers(sentence, verb), 1.8, "asks")
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and child.i not in sentence.goods and attach != "obj":
            found.add("supplier", parties_at(sentence, child), 2.4, "asks-whom")
    for token in prepositions(verb, sentence.words.asked):
        if token.i not in sentence.goods:
            found.add("supplier", parties_at(sentence, token), 2.2, "asks-whom")
    for token in prepositions(verb, sentence.words.beneficiary):
        found.add("recipient", parties_at(sentence, token), 2.0, "asks-for")


def _deciding(found: Draft, verb: "Token", attach: str) -> None:
    sentence = found.sentence
    found.frames.add("decide")
    if attach == "subj":
        return
    found.meet(verb, "decide")
    found.add("supplier", doers(sentence, verb), 1.3, "decides")
    for token in prepositions(verb, sentence.words.getter):
        if token.i not in sentence.goods:
            found.add("recipient", parties_at(sentence, token), 1.9, "decides-to")


def _using(found: Draft, verb: "Token", attach: str, frame: str) -> None:
    sentence = found.sentence
    if frame == "attack" and attach not in sentence.words.wielded | {"subj"}:
        return
    stops_a_supply = frame == "seize" and found.frames & {"give", "get"}
    if stops_a_supply and sentence.lexicon.opens(verb.lower_, "decide"):
        return  # "stopped the delivery": a supply that somebody ends, not a consignment caught
    found.frames.add("use" if frame == "attack" else frame)
    if frame in ("use", "attack"):
        if attach == "subj":
            return
        found.add("user", doers(sentence, verb), 2.4, "uses")
        if found.predicate is None:
            found.predicate = verb
    elif frame == "seize":
        found.meet(verb, frame)
        for token in prepositions(verb, sentence.words.giver):
            found.add("supplier", parties_at(sentence, token), 1.6, "seized-from")


def _loose(found: Draft, verb: "Token", attach: str) -> None:
    """A verb without a frame: its subject may give, its "to" may get, both weakly."""
    sentence = found.sentence
    if attach == "subj":
        for token in prepositions(verb, sentence.words.getter):
            found.add("recipient", parties_at(sentence, token), 1.2, "goes-to")
        for token in prepositions(verb, sentence.words.giver):
            found.add("supplier", parties_at(sentence, token), 1.4, "goes-from")
        return
    found.add("supplier", doers(sentence, verb), 0.5, "loose-subject")
    for token in prepositions(verb, sentence.words.getter):
        found.add("recipient", parties_at(sentence, token), 1.0, "loose-to")


_READERS: dict[str, Callable[[Draft, "Token", str], None]] = {
    "give": _giving,
    "get": _getting,
    "equip": _equipping,
    "make": _making,
    "ask": _asking,
    "decide": _deciding,
}
