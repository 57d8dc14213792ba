"""Work out, for each mention of goods, who gives and who gets them, and from which words.

The goods stand in the middle: from their noun the rules climb to the nouns that carry it
("delivery of tanks", "$2 billion in aid") and to the verb above ("sent", "approved"), and every
place on the way that holds a party is evidence for a role. Evidence is weighed; co-occurrence
alone is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from embargo_watch.extract.grammar import (
    INSIDE,
    ancestors,
    antecedent,
    conjuncts,
    is_passive,
    parties_at,
    prepositions,
    subject,
)
from embargo_watch.extract.sentence import INSIDE_A_NOUN, GoodsWords, PartyWords, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

Role = Literal["supplier", "recipient", "user", "seized_from", "seized_for"]

TO = frozenset(("to", "for"))
FROM = frozenset(("from", "by"))
SOURCE = frozenset(("from", "with", "of", "to", "on"))
CARRYING = frozenset(
    ("of", "including", "in", "like", "as", "worth", "on", "for", "with", "about", "over", "into",
     "regarding", "involving", "against", "to", "without")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason to give a party a role, with its weight and the construction's name."""

    role: Role
    parties: tuple[PartyWords, ...]
    weight: float
    rule: str


@dataclass(slots=True)
class Draft:
    """The evidence for one mention of goods; filled here, read by ``english``."""

    sentence: Sentence
    goods: GoodsWords
    evidence: list[Evidence] = field(default_factory=list)
    predicate: "Token | None" = None
    frames: set[str] = field(default_factory=set)
    chain: "list[Token]" = field(default_factory=list)
    verb: "Token | None" = None
    bilateral: bool = False

    def add(self, role: Role, parties: list[PartyWords], weight: float, rule: str) -> None:
        """Note evidence, unless there is no party in it."""
        if parties:
            self.evidence.append(Evidence(role, tuple(parties), weight, rule))

    def meet(self, token: "Token", frame: str) -> None:
        """Note a predicate; the first verb wins over nouns, for status hangs on it."""
        self.frames.add(frame)
        if self.predicate is None or (self.predicate.pos_ != "VERB" and token.pos_ == "VERB"):
            self.predicate = token


def draft(sentence: Sentence, goods: GoodsWords) -> Draft:
    """Gather all evidence for one mention of goods."""
    found = Draft(sentence, goods)
    root = sentence.root_of(goods)
    if goods.predicate:
        found.meet(root, "train" if goods.goods.group == "technology" else "equip")
        found.chain = [root]
        found.verb = root
        _implied(found, root)
        return found
    found.chain = list(_noun_chain(sentence, root))
    top = found.chain[-1]
    if _only_a_kind(sentence, top, top.head):
        found.frames.add("kind")
        return found
    if _for_other_goods(sentence, top):
        return _paid_for(found, top)
    for noun in found.chain:
        _noun(found, noun)
        if (
            noun.lower_ in sentence.lexicon.exchange
            and noun.dep_ == "pobj"
            and noun.head.lower_ in ("in", "as")
        ):
            found.frames.add("return")
    _origin(found)
    _right_after(found, top)
    verb, attach = _governor(top)
    if attach == "for" and verb is not None:
        verb, attach = _exchanged(found, verb, attach)
    if verb is not None:
        found.verb = verb
        _verb(found, verb, attach, top)
    return found


def _noun_chain(sentence: Sentence, root: "Token") -> Iterator["Token"]:
    """The goods' noun and the nouns above it that only carry it further."""
    token = root
    yield token
    for _ in range(8):
        head = token.head
        if head is token or _only_a_kind(sentence, token, head):
            return
        nominal = head.pos_ in ("NOUN", "PROPN", "NUM", "SYM", "ADJ")
        if token.dep_ in (INSIDE_A_NOUN - {"poss", "advmod"}) | {"conj", "appos"} and nominal:
            token = head
        elif (
            token.dep_ == "pobj"
            and head.lower_ == "for"
            and head.head.lower_ in sentence.lexicon.exchange
        ):
            token = head.head
        elif token.dep_ == "pobj" and head.lower_ == "for" and head.head.i in sentence.goods:
            return
        elif (
            token.dep_ == "pobj"
            and head.lower_ in CARRYING
            and head.head.pos_ in ("NOUN", "PROPN", "NUM", "SYM")
        ):
            token = head.head
        elif (
            token.dep_ == "pobj"
            and head.dep_ == "prep"
            and head.head.dep_ == "prep"
            and head.head.head.pos_ == "NOUN"
        ):
            token = head.head.head
        else:
            return
        yield token


def _exchanged(found: Draft, verb: "Token", attach: str) -> "tuple[Token, str]":
    """ "trading weapons for food", "in return for food": these goods go the other way."""
    if any(
        p.base in found.sentence.lexicon.exchange
        for p in found.sentence.lexicon.verbs.get(verb.lower_, ())
    ):
        found.frames.add("return")
        return verb, "obj"
    return verb, attach


def _only_a_kind(sentence: Sentence, token: "Token", head: "Token") -> bool:
    """Whether the goods only say of what kind something else is ("drone attack")."""
    if token.dep_ not in ("compound", "amod", "nmod") or head.i in sentence.goods:
        return False
    lexicon = sentence.lexicon
    return head.lower_ not in lexicon.carriers and head.lower_ not in lexicon.nouns


def _governor(top: "Token") -> "tuple[Token | None, str]":
    head = top.head
    if head is top:
        return None, ""
    if top.dep_ == "pobj":
        preposition = head
        while preposition.head.dep_ == "prep" and preposition.dep_ == "prep":
            preposition = preposition.head
        above = preposition.head
        if above is not preposition:
            return above, preposition.lower_
        return None, ""
    if head.pos_ in ("VERB", "AUX", "ADJ"):
        kind = {"nsubj": "subj", "nsubjpass": "subjpass"}.get(top.dep_, "obj")
        return head, kind
    if top.dep_ in ("dobj", "dative", "nsubj", "nsubjpass"):
        return head, {"nsubj": "subj", "nsubjpass": "subjpass"}.get(top.dep_, "obj")
    return None, ""


def frames_of(sentence: Sentence, token: "Token") -> tuple[str, ...]:
    """The frames that a token opens, by its form and, for doubtful forms, its word class."""
    lexicon = sentence.lexicon
    form = token.lower_
    if token.pos_ in ("VERB", "AUX") or _acts_as_verb(token):
        return tuple(p.frame for p in lexicon.verbs.get(form, ()))
    if token.pos_ in ("NOUN", "PROPN", "ADJ"):
        return tuple(p.frame for p in lexicon.nouns.get(form, ()))
    return ()


def _acts_as_verb(token: "Token") -> bool:
    """ "Ukraine fires rockets": tagged as a noun, yet it has a subject or is the root with objects."""
    return any(child.dep_ == "nsubj" for child in token.children)


# --- nouns ------------------------------------------------------------------------------------


def _noun(found: Draft, noun: "Token") -> None:
    sentence = found.sentence
    frames = frames_of(sentence, noun) if _carries(found, noun) else ()
    for frame in frames:
        if frame in ("use", "attack"):
            found.frames.add("use")
            for token in prepositions(noun, frozenset(("by",))):
                found.add("user", parties_at(sentence, token), 2.4, "used-by")
        else:
            found.meet(noun, frame)
    receiving = "get" in frames or "ask" in frames
    doing = any(frame in ("use", "attack") for frame in frames)
    for child in noun.children:
        if doing and child.dep_ in INSIDE and child.i in sentence.parties:
            found.add("user", [sentence.parties[child.i]], 1.0, "whose-attack")
        elif (
            child.dep_ in INSIDE
            and child.i in sentence.parties
            and not sentence.parties[child.i].suffix
        ):
            _modifier(found, noun, child, receiving=receiving)
        elif child.dep_ in ("acl", "relcl"):
            _clause(found, child)
        elif child.dep_ == "amod" and any(
            p.frame == "seize" for p in sentence.lexicon.verbs.get(child.lower_, ())
        ):
            found.frames.add("seized-whose")
    _noun_prepositions(found, noun, deal=bool(frames), receiving=receiving)


def _carries(found: Draft, noun: "Token") -> bool:
    """Whether a noun may open a frame: not the goods themselves, unless "arms deal" is one word."""
    goods = found.sentence.goods.get(noun.i)
    return goods is None or goods.first < goods.last == noun.i


def _for_other_goods(sentence: Sentence, top: "Token") -> bool:
    """ "ammunition for its howitzers": the howitzers do not move."""
    if top.dep_ != "pobj" or top.head.lower_ != "for":
        return False
    other = sentence.goods.get(top.head.head.i)
    return other is not None


EVERYDAY = frozenset(("money", "relief", "fuel", "technology", "other"))
"""Goods that arms are paid with."""


def _paid_for(found: Draft, top: "Token") -> Draft:
    """ "food for weapons" is an exchange; "ammunition for howitzers" only tells the kind."""
    sentence = found.sentence
    other = sentence.goods[top.head.head.i].goods.group
    if (other in EVERYDAY) == (found.goods.goods.group in EVERYDAY):
        found.frames.add("kind")
        return found
    carrier = list(_noun_chain(sentence, top.head.head))[-1]
    verb, attach = _governor(carrier)
    if verb is not None:
        found.frames.add("return")
        found.verb = verb
        _verb(found, verb, attach, carrier)
    return found


def _right_after(found: Draft, top: "Token") -> None:
    """ "weapons to Israel" by place, where the parser hangs "to Israel" on a verb further off."""
    sentence = found.sentence
    last = max(top.i, found.goods.last)
    if last + 2 >= len(sentence.doc) or sentence.doc[last + 1].lower_ not in ("to", "for", "from"):
        return
    step = last + 2
    while step < len(sentence.doc) - 1 and step < last + 5 and step not in sentence.parties:
        if sentence.doc[step].dep_ not in ("det", "amod", "compound", "poss", "nmod"):
            return
        step += 1
    words = sentence.parties.get(step)
    if words is None or words.suffix:
        return
    parties = parties_at(sentence, sentence.doc[step]) or [words]
    head = sentence.root_of(words)
    while head.dep_ in INSIDE and head.head.i > head.i:
        head = head.head
    if head.i not in sentence.parties and not parties_at(sentence, head):
        return
    role: Role = "supplier" if sentence.doc[last + 1].lower_ == "from" else "recipient"
    found.add(role, parties, 2.1, "noun-from" if role == "supplier" else "noun-to")


def _noun_prepositions(found: Draft, noun: "Token", *, deal: bool, receiving: bool) -> None:
    sentence = found.sentence
    for token in prepositions(noun, TO):
        found.add("recipient", parties_at(sentence, token), 2.4, "noun-to")
        if token.i in sentence.goods and found.goods.goods.group == "technology":
            owners = [sentence.parties[c.i] for c in token.children if c.i in sentence.parties]
            found.add("recipient", owners, 1.5, "parts-for")
    for token in prepositions(noun, FROM):
        role: Role = "recipient" if receiving and token.head.lower_ == "by" else "supplier"
        found.add(role, parties_at(sentence, token), 2.5, "noun-from")
    if deal:
        _deal(found, noun)


def _deal(found: Draft, noun: "Token") -> None:
    """ "an arms deal between A and B" tells no direction: both stand on both sides."""
    sentence = found.sentence
    parties: list[PartyWords] = []
    for token in prepositions(noun, frozenset(("between", "with"))):
        parties += parties_at(sentence, token)
    if len(parties) == 1:
        verb, _ = _governor(found.chain[-1])
        doers = _doers(sentence, verb) if verb is not None else []
        parties = [p for p in doers if p.party != parties[0].party] + parties
    if len(parties) > 1:
        found.bilateral = True
        found.add("supplier", parties, 1.0, "deal-between")
        found.add("recipient", parties, 1.0, "deal-between")


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


MAX_BETWEEN = 7
"""Tokens between an origin and its goods: "Iranian-made Shahed-136 kamikaze attack drones"."""


def _origin(found: Draft) -> None:
    """ "US-supplied", "Iranian-made", "Yemen-bound" before the goods, by place."""
    sentence = found.sentence
    suffixes = sentence.lexicon.suffixes
    for words in sentence.all_parties():
        between = range(words.last + 1, found.goods.first)
        if (not words.suffix and not _participle(sentence, words)) or not 0 < len(
            between
        ) <= MAX_BETWEEN:
            continue
        if any(
            i in sentence.goods or sentence.doc[i].pos_ in ("ADP", "AUX", "PRON") for i in between
        ):
            continue
        suffix = words.suffix or _participle(sentence, words)
        several = [words]
        if suffix in suffixes["given"]:
            found.add("supplier", several, 3.0, "origin-given")
            found.frames.add("origin")
        elif suffix in suffixes["made"]:
            tech = found.goods.goods.group == "technology"
            found.add("supplier", several, 1.3 if tech else 0.6, "origin-made")
            found.frames.add("made")
        elif suffix in suffixes["bound"]:
            found.add("recipient", several, 2.6, "bound-for")


def _participle(sentence: Sentence, words: PartyWords) -> str:
    """ "Iranian made drones": a demonym and a participle without a hyphen."""
    after = words.last + 1
    if words.mention.word_class != "demonym" or after >= len(sentence.doc):
        return ""
    form = sentence.doc[after].lower_
    suffixes = sentence.lexicon.suffixes
    return form if form in suffixes["made"] | suffixes["given"] else ""


def _pair(found: Draft, noun: "Token", words: PartyWords) -> bool:
    """ "North Korea-Russia arms trade": two parties joined by a dash before a deal."""
    sentence = found.sentence
    if not any(frame in ("deal", "decide") for frame in frames_of(sentence, noun)):
        return False
    for other in sentence.all_parties():
        gap = sentence.text[words.mention.span.end : other.mention.span.start]
        back = sentence.text[other.mention.span.end : words.mention.span.start]
        if gap in ("-", "–", "—", "/") or back in ("-", "–", "—", "/"):
            first, second = sorted((words, other), key=lambda w: w.first)
            found.bilateral = True
            found.add("supplier", [first, second], 1.0, "deal-between")
            found.add("recipient", [first, second], 1.0, "deal-between")
            return True
    return False


def _aid(found: Draft) -> bool:
    return found.goods.goods.group in (
        "money",
        "relief",
    ) or found.goods.goods.span.text.lower().endswith(
        ("aid", "assistance", "support", "help", "package", "sales")
    )


def _clause(found: Draft, verb: "Token") -> None:
    """ "missiles supplied by Pyongyang", "tanks that Berlin promised", "drones used by Russia"."""
    sentence = found.sentence
    for frame in frames_of(sentence, verb):
        if frame == "give" or (frame == "decide" and is_passive(verb)):
            found.meet(verb, frame)
            _giver(found, verb, 2.8, "supplied-by")
            _receiver(found, verb, 2.8)
        elif frame == "get":
            found.meet(verb, frame)
            found.add("recipient", _doers(sentence, verb), 2.6, "got-by")
            for token in prepositions(verb, frozenset(("from",))):
                found.add("supplier", parties_at(sentence, token), 2.8, "got-from")
        elif frame == "use":
            found.frames.add("use")
            found.add("user", _doers(sentence, verb), 2.6, "used-by")
        elif frame == "seize":
            _seized(found, verb)
    if verb.lower_ in ("bound", "destined", "headed", "meant", "intended", "en"):
        for token in prepositions(verb, TO):
            found.add("recipient", parties_at(sentence, token), 2.7, "bound-for")
            found.frames.add("bound")
    if verb.lower_ in sentence.lexicon.suffixes["made"]:
        for token in prepositions(verb, frozenset(("by", "in"))):
            found.add("supplier", parties_at(sentence, token), 0.7, "made-by")
            found.frames.add("made")


def _seized(found: Draft, verb: "Token") -> None:
    """ "ammunition seized from an Iranian ship" beside what is then done with it."""
    sentence = found.sentence
    found.frames.add("seized")
    for token in prepositions(verb, frozenset(("from",))):
        found.add("seized_from", parties_at(sentence, token), 2.5, "seized-from")
    for token in prepositions(verb, TO):
        found.add("seized_for", parties_at(sentence, token), 2.0, "seized-for")


def _doers(sentence: Sentence, verb: "Token") -> list[PartyWords]:
    """Who does what a verb says: its agent where it is passive, else its subject."""
    if is_passive(verb):
        return [p for t in prepositions(verb, frozenset(("by",))) for p in parties_at(sentence, t)]
    found: list[PartyWords] = []
    for token in subject(sentence, verb):
        if token.pos_ == "PRON" and token.tag_ == "PRP":
            found += antecedent(sentence, token)
        elif token.i not in sentence.goods:
            found += parties_at(sentence, token)
    return found


# --- verbs ------------------------------------------------------------------------------------


def _verb(found: Draft, verb: "Token", attach: str, top: "Token") -> None:
    sentence = found.sentence
    frames = frames_of(sentence, verb)
    for frame in frames:
        if frame in ("use", "attack", "down", "seize"):
            _using(found, verb, attach, frame)
        elif frame == "make" and attach == "obj":
            _maker(found, verb)
        elif frame == "give" and attach != "subj":
            found.meet(verb, frame)
            _giver(found, verb, 3.0)
            _receiver(found, verb, 3.0)
            _second_object(found, verb)
        elif frame == "get" and attach != "subj":
            found.meet(verb, frame)
            _getter(found, verb)
        elif frame == "equip" and attach in ("with", "by"):
            found.meet(verb, frame)
            _equipping(found, verb)
        elif frame == "ask":
            base = next(p.base for p in sentence.lexicon.verbs[verb.lower_] if p.frame == "ask")
            if base in sentence.lexicon.with_for and attach not in ("for", "on"):
                continue
            found.meet(verb, frame)
            _asking(found, verb, attach)
        elif frame == "decide":
            _deciding(found, verb, attach)
    if "arrive" in frames and attach == "subj":
        _arriving(found, verb)
    elif not frames or attach == "subj":
        _loose(found, verb, attach)


def _giver(found: Draft, verb: "Token", weight: float, rule: str = "gives") -> None:
    found.add("supplier", _doers(found.sentence, verb), weight, rule)
    direct = any(child.dep_ == "nsubj" for child in verb.children)
    for token in prepositions(verb, frozenset(("from",))):
        known = weight - 0.4 if direct else weight + 0.2
        found.add("supplier", parties_at(found.sentence, token), known, "from")


def _own(sentence: Sentence, verb: "Token", token: "Token") -> list[PartyWords]:
    """"send us tanks", "to his country": who says so is who gets them."""
    words = sentence.lexicon.cue("own_words")
    mine = token.lower_ in words or any(
        child.dep_ == "poss" and child.lower_ in words for child in token.children
    )
    if not mine or (token.pos_ == "NOUN" and token.lower_ not in sentence.lexicon.cue("party_heads")):
        return []
    givers = {party.party for party in _doers(sentence, verb)}
    for above in ancestors(verb):
        if above.lower_ in sentence.lexicon.cue("speech.verbs"):
            speakers = [p for t in subject(sentence, above) for p in parties_at(sentence, t)]
            return [party for party in speakers if party.party not in givers]
    return []


def _receiver(found: Draft, verb: "Token", weight: float) -> None:
    sentence = found.sentence
    for child in verb.children:
        if child.dep_ in ("dative", "dobj") and child.i not in sentence.goods:
            found.add("recipient", _own(sentence, verb, child), weight - 0.4, "gives-own")
    for token in prepositions(verb, TO):
        found.add("recipient", _own(sentence, verb, token), weight - 0.4, "gives-own")
    for child in verb.children:
        if child.dep_ == "dative" and child.pos_ != "ADP":
            found.add("recipient", parties_at(sentence, child), weight, "gives-whom")
        elif child.dep_ in ("dobj", "nsubjpass") and child.i not in sentence.goods:
            if not (child.dep_ == "nsubjpass" and verb.dep_ in ("acl", "relcl")):
                found.add("recipient", parties_at(sentence, child), weight - 0.2, "gives-whom")
    for token in prepositions(verb, TO):
        drop = 0.2 if token.head.lower_ == "to" else 0.6
        found.add("recipient", parties_at(sentence, token), weight - drop, "gives-to")


def _second_object(found: Draft, verb: "Token") -> None:
    """ "send Ukraine tanks", which the parser often reads as one noun."""
    after = verb.i + 1
    sentence = found.sentence
    if after < len(sentence.doc) and sentence.doc[after].dep_ in (
        "compound",
        "nmod",
        "amod",
        "poss",
    ):
        words = sentence.parties.get(after)
        if words and not words.suffix and words.mention.word_class != "demonym":
            found.evidence = [e for e in found.evidence if words not in e.parties]
            found.add("recipient", [words], 2.8, "gives-whom")


def _getter(found: Draft, verb: "Token") -> None:
    sentence = found.sentence
    if is_passive(verb):
        found.add("recipient", _doers(sentence, verb), 3.0, "got-by")
    else:
        found.add("recipient", _doers(sentence, verb), 3.0, "gets")
    for token in prepositions(verb, frozenset(("from",))):
        found.add("supplier", parties_at(sentence, token), 3.0, "gets-from")
    for token in prepositions(verb, TO):
        found.add("recipient", parties_at(sentence, token), 1.8, "gets-for")


def _arriving(found: Draft, verb: "Token") -> None:
    """ "The first Polish tanks have arrived in Ukraine"."""
    sentence = found.sentence
    reached = [c for c in verb.children if c.dep_ == "dobj"]
    reached += prepositions(verb, frozenset(("in", "at", "to", "into")))
    parties = [p for token in reached for p in parties_at(sentence, token)]
    if parties:
        found.meet(verb, "arrive")
        found.add("recipient", parties, 2.6, "arrives")
    for token in prepositions(verb, frozenset(("from",))):
        found.add("supplier", parties_at(sentence, token), 2.4, "arrives-from")


def _maker(found: Draft, verb: "Token") -> None:
    """ "produce rockets for Russia": making for somebody is supplying; making alone is not."""
    sentence = found.sentence
    users = [p for t in prepositions(verb, frozenset(("for",))) for p in parties_at(sentence, t)]
    if users or any(e.role == "recipient" for e in found.evidence):
        found.meet(verb, "make")
        found.add("recipient", users, 2.4, "makes-for")
        found.add("supplier", _doers(sentence, verb), 2.4, "makes-for")


def _equipping(found: Draft, verb: "Token") -> None:
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
        found.add("supplier", _doers(sentence, verb), 3.0, "equips")
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and _people(sentence, child):
            found.add("recipient", parties_at(sentence, child), 3.0, "equips-whom")


def _people(sentence: Sentence, token: "Token") -> bool:
    """Whether a noun is not goods, or names troops that get something rather than move."""
    known = sentence.goods.get(token.i)
    return known is None or known.goods.group == "personnel"


def _implied(found: Draft, verb: "Token") -> None:
    """ "Iran arms the Houthis": the verb names the goods."""
    _equipping(found, verb)


def _asking(found: Draft, verb: "Token", attach: str) -> None:
    sentence = found.sentence
    found.add("recipient", _doers(sentence, verb), 1.8, "asks")
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and child.i not in sentence.goods and attach != "obj":
            found.add("supplier", parties_at(sentence, child), 2.4, "asks-whom")
    for token in prepositions(verb, SOURCE):
        if token.i not in sentence.goods:
            found.add("supplier", parties_at(sentence, token), 2.2, "asks-whom")
    for token in prepositions(verb, frozenset(("for",))):
        found.add("recipient", parties_at(sentence, token), 2.0, "asks-for")


def _deciding(found: Draft, verb: "Token", attach: str) -> None:
    sentence = found.sentence
    found.frames.add("decide")
    if attach == "subj":
        return
    found.meet(verb, "decide")
    found.add("supplier", _doers(sentence, verb), 1.3, "decides")
    for token in prepositions(verb, TO):
        if token.i not in sentence.goods:
            found.add("recipient", parties_at(sentence, token), 1.9, "decides-to")


def _using(found: Draft, verb: "Token", attach: str, frame: str) -> None:
    sentence = found.sentence
    if frame == "attack" and attach not in ("with", "by", "from", "subj"):
        return
    found.frames.add("use" if frame == "attack" else frame)
    if frame in ("use", "attack"):
        if attach == "subj":
            return
        found.add("user", _doers(sentence, verb), 2.4, "uses")
        if found.predicate is None:
            found.predicate = verb
    elif frame == "seize":
        found.meet(verb, frame)
        for token in prepositions(verb, frozenset(("from",))):
            found.add("supplier", parties_at(sentence, token), 1.6, "seized-from")


def _loose(found: Draft, verb: "Token", attach: str) -> None:
    """A verb without a frame: its subject may give, its "to" may get, both weakly."""
    sentence = found.sentence
    if attach == "subj":
        for token in prepositions(verb, TO):
            found.add("recipient", parties_at(sentence, token), 1.2, "goes-to")
        for token in prepositions(verb, frozenset(("from",))):
            found.add("supplier", parties_at(sentence, token), 1.4, "goes-from")
        return
    found.add("supplier", _doers(sentence, verb), 0.5, "loose-subject")
    for token in prepositions(verb, TO):
        found.add("recipient", parties_at(sentence, token), 1.0, "loose-to")
