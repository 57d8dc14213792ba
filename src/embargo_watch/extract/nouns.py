"""Read the roles that nouns give: "Iran's delivery of drones to Russia", "arms deal with Oman"."""

from typing import TYPE_CHECKING

from embargo_watch.extract.carriers import governor
from embargo_watch.extract.clauses import read_clause
from embargo_watch.extract.draft import Draft, Role
from embargo_watch.extract.grammar import (
    INSIDE,
    SUBJECTS,
    conjuncts,
    doers,
    frames_of,
    parties_at,
    prepositions,
)
from embargo_watch.extract.sentence import PartyWords, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

USES = frozenset(("use", "attack"))
MISREAD: tuple[tuple[str, Role, str], ...] = (
    ("give", "supplier", "gives"),
    ("get", "recipient", "gets"),
)
"""What the subject of a verb is that the parser took for part of a noun."""
DASHES = ("-", "–", "—", "/")


def read_noun(found: Draft, noun: "Token") -> None:
    """Read the frames that a noun of the goods' chain opens, and what stands around it."""
    frames = frames_of(found.sentence, noun) if _carries(found, noun) else ()
    for frame in frames:
        if frame in USES:
            _used_by(found, noun)
        else:
            found.meet(noun, frame)
    receiving = "get" in frames or "ask" in frames
    for child in noun.children:
        _child(found, noun, child, receiving=receiving, using=not USES.isdisjoint(frames))
    _noun_prepositions(found, noun, receiving=receiving)
    if frames:
        _deal(found, noun, named="deal" in frames)


def _used_by(found: Draft, noun: "Token") -> None:
    """ "the use of Iranian drones by Russia"."""
    found.frames.add("use")
    for token in prepositions(noun, found.sentence.words.agent):
        found.add("user", parties_at(found.sentence, token), 2.4, "used-by")


def _child(found: Draft, noun: "Token", child: "Token", *, receiving: bool, using: bool) -> None:
    sentence = found.sentence
    words = sentence.parties.get(child.i) if child.dep_ in INSIDE else None
    if using and words is not None:
        found.add("user", [words], 1.0, "whose-attack")
    elif words is not None and not words.suffix:
        _modifier(found, noun, child, receiving=receiving)
    elif child.dep_ in ("acl", "relcl"):
        read_clause(found, child)
    elif child.dep_ == "compound" and child.pos_ == "VERB":
        _misread_verb(found, child)
    elif child.dep_ == "amod" and sentence.lexicon.opens(child.lower_, "seize"):
        found.frames.add("seized-whose")


def _misread_verb(found: Draft, verb: "Token") -> None:
    """ "Syria imports rifles", where the parser makes one noun of the verb and its object."""
    sentence = found.sentence
    parties = doers(sentence, verb) if any(c.dep_ in SUBJECTS for c in verb.children) else []
    for frame, role, rule in MISREAD:
        if parties and sentence.lexicon.opens(verb.lower_, frame):
            found.meet(verb, frame)
            found.add(role, parties, 2.6, rule)


def _carries(found: Draft, noun: "Token") -> bool:
    """Whether a noun may open a frame: not the goods themselves, unless "arms deal" is one word."""
    goods = found.sentence.goods.get(noun.i)
    return goods is None or goods.first < goods.last == noun.i


def read_right_after(found: Draft, top: "Token") -> None:
    """ "weapons to Israel" by place, where the parser hangs "to Israel" on a verb further off."""
    sentence, words = found.sentence, found.sentence.words
    mark = max(top.i, found.goods.last) + 1
    if mark + 1 >= len(sentence.doc):
        return
    form = sentence.doc[mark].lower_
    giver, getter = form in words.giver, form in words.getter
    step = _party_after(sentence, mark) if giver or getter else None
    if step is None or not _heads_a_party(sentence, sentence.parties[step]):
        return
    parties = parties_at(sentence, sentence.doc[step]) or [sentence.parties[step]]
    if giver:
        found.add("supplier", parties, 2.1, "noun-from")
    else:
        found.add("recipient", parties, 2.1, "noun-to")


def _party_after(sentence: Sentence, mark: int) -> int | None:
    """The first token of the party that follows a preposition, its articles left out."""
    step = mark + 1
    while step < len(sentence.doc) - 1 and step < mark + 4 and step not in sentence.parties:
        if sentence.doc[step].dep_ not in ("det", "amod", "compound", "poss", "nmod"):
            return None
        step += 1
    words = sentence.parties.get(step)
    return None if words is None or words.suffix else step


def _heads_a_party(sentence: Sentence, words: PartyWords) -> bool:
    """Whether the words stand for a party where they are: not "Israel" in "to Israel critics"."""
    head = sentence.root_of(words)
    while head.dep_ in INSIDE and head.head.i > head.i:
        head = head.head
    return head.i in sentence.parties or bool(parties_at(sentence, head))


def _noun_prepositions(found: Draft, noun: "Token", *, receiving: bool) -> None:
    sentence = found.sentence
    for token in prepositions(noun, sentence.words.getter):
        found.add("recipient", parties_at(sentence, token), 2.4, "noun-to")
        if token.i in sentence.goods and found.goods.goods.group == "technology":
            owners = [sentence.parties[c.i] for c in token.children if c.i in sentence.parties]
            found.add("recipient", owners, 1.5, "parts-for")
    for token in prepositions(noun, sentence.words.giver_or_agent):
        by = token.head.lower_ in sentence.words.agent
        role: Role = "recipient" if receiving and by else "supplier"
        found.add(role, parties_at(sentence, token), 2.5, "noun-from")


def _deal(found: Draft, noun: "Token", *, named: bool) -> None:
    """ "an arms deal between A and B" tells no direction: both stand on both sides."""
    sentence = found.sentence
    parties: list[PartyWords] = []
    for token in prepositions(noun, sentence.words.between):
        parties += parties_at(sentence, token)
    with_whom = {p.party for p in parties}
    if len(parties) == 1 or (named and not parties):
        verb, _ = governor(found.chain[-1])
        others = doers(sentence, verb) if verb is not None else []
        parties = [p for p in others if p.party not in with_whom] + parties
    if len(parties) > 1:
        _on_both_sides(found, parties, 1.0 if with_whom else 1.4)


def _modifier(found: Draft, noun: "Token", child: "Token", *, receiving: bool) -> None:
    """A party before the noun: "Iran's drones", "US-supplied shells", "Ukraine aid"."""
    sentence = found.sentence
    words = sentence.parties[child.i]
    if _pair(found, noun, words):
        return
    several = [sentence.parties[t.i] for t in conjuncts(child) if t.i in sentence.parties]
    if receiving:
        found.add("recipient", several, 2.2, "noun-whose")
    elif child.dep_ == "poss" or words.adjectival:
        rule = "noun-whose" if child.dep_ == "poss" else "noun-origin"
        found.add("supplier", several, 1.6, rule)
        if noun.i in sentence.goods:
            found.frames.add("whose")
    elif found.goods.weak or _aid(found):
        found.add("recipient", several, 1.5, "aid-for")
    else:
        found.add("supplier", several, 1.2, "noun-whose")
        found.frames.add("whose")


def _pair(found: Draft, noun: "Token", words: PartyWords) -> bool:
    """ "North Korea-Russia arms trade": two parties joined by a dash before a deal."""
    sentence = found.sentence
    if not {"deal", "decide"} & set(frames_of(sentence, noun)):
        return False
    for other in sentence.all_parties():
        first, second = sorted((words, other), key=lambda w: w.first)
        if sentence.text[first.mention.span.end : second.mention.span.start] in DASHES:
            _on_both_sides(found, [first, second])
            return True
    return False


def _on_both_sides(found: Draft, parties: list[PartyWords], weight: float = 1.0) -> None:
    found.bilateral = True
    found.add("supplier", parties, weight, "deal-between")
    found.add("recipient", parties, weight, "deal-between")


def _aid(found: Draft) -> bool:
    """Whether the goods are help, before which stands who gets it ("Ukraine aid")."""
    goods = found.goods.goods
    endings = tuple(found.sentence.words.aid_endings)
    return goods.group in ("money", "relief") or goods.span.text.lower().endswith(endings)
