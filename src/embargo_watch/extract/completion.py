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


def supplier_from_context(found: Draft, taken: set[str]) -> Evidence | None:
    """The nearest party to the left of the predicate that could act, or None."""
    sentence = found.sentence
    anchor = found.predicate or sentence.root_of(found.goods)
    if anchor.pos_ == "VERB" and _other_doer(found, anchor):
        return None
    limit = min(anchor.i, found.goods.first)
    not_acting = sentence.words.opposed | sentence.words.place | sentence.words.spoken_to
    best: PartyWords | None = None
    for words in sentence.all_parties():
        if words.last >= limit or words.party in taken:
            continue
        if word_before(found, words) not in not_acting and _could_act(found, words):
            best = words
    return Evidence("supplier", tuple(beside(found, best)), 0.4, "context") if best else None


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
        before = word_before(found, words)
        if before in sentence.words.later_getter:
            return Evidence("recipient", (words,), 0.5, "context-to")
        if weak is None and before in sentence.words.helped:
            weak = words
    return Evidence("recipient", (weak,), 0.35, "context-help") if weak else None


def beside(found: Draft, words: PartyWords) -> list[PartyWords]:
    """The words and the parties listed right before them: "US, Germany to send"."""
    listed = [words]
    while True:
        other = _listed_before(found, listed[0], alone=len(listed) == 1)
        if other is None or any(other.party == known.party for known in listed):
            return listed
        listed.insert(0, other)


def _listed_before(found: Draft, words: PartyWords, *, alone: bool) -> PartyWords | None:
    """The party that a comma or "and" joins to the words; a comma alone joins in headlines only."""
    doc, little = found.sentence.doc, found.sentence.words
    mark = words.first - 1
    if mark < 1 or doc[mark].lower_ not in little.joining:
        return None
    if doc[mark].lower_ in little.conjunction and doc[mark - 1].lower_ in little.comma:
        mark -= 1
    other = found.sentence.parties.get(mark - 1)
    if other is None or (other.first == 0 and not found.sentence.title):
        return None
    if alone and doc[mark].lower_ in little.comma and other.first > 0:
        return None
    return None if word_before(found, other) in little.place | little.opposed else other


def _other_doer(found: Draft, verb: "Token") -> bool:
    """Whether somebody who is no known party does what the verb says."""
    if is_passive(verb):
        return False
    return any(
        token.pos_ in ("NOUN", "PROPN") and token.i not in found.sentence.goods
        for token in subject(found.sentence, verb)
    )


def _asker(found: Draft, taken: set[str]) -> list[PartyWords]:
    """ "Kyiv called on Berlin to send tanks": who asks is who would get them."""
    sentence = found.sentence
    if found.predicate is None or found.predicate.pos_ != "VERB":
        return []
    if not found.frames & {"give", "equip"}:
        return []
    for verb in ancestors(found.predicate):
        if verb.pos_ == "VERB" and sentence.lexicon.opens(verb.lower_, "ask"):
            asking = [p for t in subject(sentence, verb) for p in parties_at(sentence, t)]
            return [p for p in asking if p.party not in taken]
    return []


def word_before(found: Draft, words: PartyWords) -> str:
    """The last word before a party's words, leaving out articles and adjectives."""
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
