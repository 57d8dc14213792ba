"""Fill the slots of a transfer by our own constructions, for any noun phrase and a given trigger.

The constructions are those of ``extract/`` unchanged. What is put in their place is the words: a
benchmark of others asks about anybody and anything, so every noun phrase is a party, each phrase
is tried as goods, and a trigger that our lexicon lacks opens the frame of its kind of event.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from embargo_watch.extract.draft import Draft, Evidence
from embargo_watch.extract.frames import draft
from embargo_watch.extract.limits import STRONG
from embargo_watch.extract.sentence import GoodsWords, Sentence
from embargo_watch.extract.sides import best, settle
from embargo_watch.model.candidate import Goods
from embargo_watch.model.party import PartyWord
from embargo_watch.reference.lexicon import Lexicon, Predicate, lexicon
from embargo_watch.reference.matcher import ItemHit, PartyHit
from evals.external.phrases import Phrase, path, phrases

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

GROUP = "arms"
"""The group that every phrase tried as goods is given: it has no limits of its own."""

FROM_RULES = frozenset(("from", "noun-from", "gets-from", "got-from", "arrives-from", "goes-from"))
"""Constructions that tell where goods come from rather than who gives them."""


MOVED = frozenset(("dobj", "nsubjpass", "compound", "nmod", "amod"))
OF = frozenset(("of", "in", "on", "with"))
"""Where the goods of a predicate stand: its object, a modifier, or "shipment of", "trade in"."""


def by_constructions(doc: "Doc", trigger: range, frame: str) -> dict[str, list[Phrase]]:
    """Slot -> phrases, from the goods that hang nearest to the trigger."""
    known = phrases(doc, trigger)
    words = _with_trigger(lexicon("en"), doc, trigger, frame)
    read = []
    for goods in known:
        if not _moved(doc[goods.head], trigger):
            continue
        found = _drafted(doc, goods, known, words)
        if _reaches(found, trigger):
            steps = min(path(doc[goods.head], doc[i]) for i in trigger)
            read.append((steps, -len({e.role for e in found.evidence}), goods, found))
    if not read:
        return _implied(doc, trigger, known, words)
    *_, goods, found = min(read, key=lambda one: one[:2])
    return {"item": [goods], **_sides(found, known)}


def _moved(head: "Token", trigger: range) -> bool:
    """Whether a phrase stands where goods do: the trigger's object, or "the drones it sent"."""
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
    if any(child.i in trigger and _lacks_object(child) for child in head.children):
        return True
    over = head.head.head if head.dep_ == "pobj" else head.head
    if over.i not in trigger:
        return False
    return head.dep_ in MOVED or (head.dep_ == "pobj" and head.head.lower_ in OF)


def _lacks_object(verb: "Token") -> bool:
    """Whether a clause tells of its antecedent as moved: "the drones it sent", "drones sent"."""
    if verb.dep_ not in ("acl", "relcl") or any(c.dep_ == "dobj" for c in verb.children):
        return False
    return verb.tag_ != "VBG" or verb.dep_ == "relcl"


def _with_trigger(words: Lexicon, doc: "Doc", trigger: range, frame: str) -> Lexicon:
    """The lexicon with a predicate for each word of the trigger, where it knows none of them."""
    forms = [doc[i].lower_ for i in trigger]
    if any(form in words.verbs or form in words.nouns for form in forms):
        return words
    verbs = {f: (Predicate(f, frame, verb=True),) for f in forms}
    nouns = {f: (Predicate(f, frame, verb=False),) for f in forms}
    return replace(words, verbs={**words.verbs, **verbs}, nouns={**words.nouns, **nouns})


def _drafted(doc: "Doc", goods: Phrase, known: list[Phrase], words: Lexicon) -> Draft:
    text = doc.text
    hits: list[PartyHit | ItemHit] = []
    for number, phrase in enumerate(known):
        start, end = _offsets(doc, phrase)
        if phrase == goods:
            hits.append(ItemHit(start, end, GROUP))
        else:
            word = PartyWord(text=text[start:end], word_class="name")
            hits.append(PartyHit(start, end, f"phrase-{number}", word))
    sentence = Sentence(doc, text, 0, hits, lexicon=words, title=False)
    moved = sentence.goods.get(goods.head)
    if moved is None:  # the parser takes it for a verb
        start, end = _offsets(doc, goods)
        span = Goods(span=sentence.span(goods.first, goods.last), group=GROUP)
        moved = GoodsWords(span, goods.first, goods.last)
    return draft(sentence, moved)


def _offsets(doc: "Doc", phrase: Phrase) -> tuple[int, int]:
    last = doc[phrase.last]
    return doc[phrase.first].idx, last.idx + len(last)


def _reaches(found: Draft, trigger: range) -> bool:
    """Whether the goods hang on the trigger: their predicate, or a noun that carries them."""
    if found.predicate is not None and found.predicate.i in trigger:
        return True
    return any(token.i in trigger for token in found.chain)


def _implied(
    doc: "Doc", trigger: range, known: list[Phrase], words: Lexicon
) -> dict[str, list[Phrase]]:
    """A trigger without goods: who does it, and to whom ("arms", "funds", "supplied")."""
    verb = next((i for i in trigger if doc[i].pos_ == "VERB"), None)
    if verb is None:
        return {}
    hits = [
        PartyHit(*_offsets(doc, p), f"phrase-{n}", PartyWord(text="", word_class="name"))
        for n, p in enumerate(known)
    ]
    sentence = Sentence(doc, doc.text, 0, hits, lexicon=words, title=False)
    goods = Goods(span=sentence.span(verb, verb), group=GROUP)
    return _sides(draft(sentence, GoodsWords(goods, verb, verb, predicate=True)), known)


def _sides(found: Draft, known: list[Phrase]) -> dict[str, list[Phrase]]:
    found.evidence = [e for e in found.evidence if e.weight >= STRONG]
    supplier, recipient = settle(best(found, "supplier"), best(found, "recipient"))
    origin = supplier is not None and supplier.rule in FROM_RULES
    return {
        "origin" if origin else "supplier": _phrases(supplier, known),
        "recipient": _phrases(recipient, known),
    }


def _phrases(evidence: Evidence | None, known: list[Phrase]) -> list[Phrase]:
    parties = evidence.parties if evidence else ()
    return [known[int(party.party.removeprefix("phrase-"))] for party in parties]
