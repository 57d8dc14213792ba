"""Find who says it: whoever performs a speech act over the claim, in its own sentence.

From the claim's predicate the rules climb to every verb and noun of saying that governs it
("Kyiv said", "the US claim that", "requests by Kyiv for") and to what hangs beside it
("according to", "the ministry has said", "as Washington claimed").
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from embargo_watch.extract.completion import beside
from embargo_watch.extract.draft import Draft
from embargo_watch.extract.grammar import (
    INSIDE,
    MAX_CLIMB,
    SUBJECTS,
    antecedent,
    is_passive,
    parties_at,
    prepositions,
    subject,
)
from embargo_watch.extract.sentence import PartyWords, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Voices:
    """The parties that vouch for a claim, and the tokens of speakers without an id."""

    parties: "tuple[PartyWords, ...]" = ()
    unnamed: "tuple[Token, ...]" = ()


@dataclass(slots=True)
class Heard:
    """The speakers found so far on the way up from a claim."""

    found: Draft
    parties: list[PartyWords] = field(default_factory=list)
    unnamed: "list[Token]" = field(default_factory=list)

    @property
    def sentence(self) -> Sentence:
        """The sentence that the claim stands in."""
        return self.found.sentence

    def take(self, tokens: "list[Token]") -> None:
        """Add whom the heads of noun phrases stand for, and who is listed beside them."""
        for token in tokens:
            for head in _together(token):
                self._take_head(head)

    def _take_head(self, head: "Token") -> None:
        people = head.lower_ in self.sentence.lexicon.cue("speech.not_the_state")
        known = [] if people else _stands_for(self.sentence, head)
        for words in known:
            for listed in [words, *beside(self.found, words)]:
                if all(listed.party != other.party for other in self.parties):
                    self.parties.append(listed)
        if known or head.pos_ not in ("NOUN", "PROPN") or head.i in self.sentence.goods:
            return
        if head not in self.unnamed:
            self.unnamed.append(head)


def voices(found: Draft) -> Voices:
    """Everybody to whom the sentence attributes the claim; nobody is the publisher's own voice."""
    sentence = found.sentence
    token = found.predicate or sentence.root_of(found.goods)
    heard = Heard(found)
    for word, governs in _above(sentence, token):
        if governs and _is_saying(sentence, word, own=word is token):
            heard.take(_sayers(sentence, word))
        elif governs and _is_word_of_saying(sentence, word):
            heard.take(_owners(sentence, word))
        _aside(heard, word)
    return Voices(tuple(heard.parties), tuple(heard.unnamed))


def _above(sentence: Sentence, token: "Token") -> "Iterator[tuple[Token, bool]]":
    """The claim's own word and those above, each with whether it governs what is below.

    A word joined by "and" governs nothing ("denied it and sent more"). What a sentence only puts
    beside a report ("as", "days after") is no part of it, unless the report comes last ("A camp
    was hit after drones came, Kyiv said").
    """
    yield token, True
    below, beside_it = token, False
    for _ in range(MAX_CLIMB):
        above = below.head
        joined = below.dep_ == "conj" and below.pos_ in VERBAL
        if above is below or (joined and _speaks_alone(sentence, below)):
            return
        apart = joined or _is_circumstance(sentence, below)
        beside_it = beside_it or (apart and not joined)
        yield above, not apart and (not beside_it or above.i > token.i)
        below = above


def _speaks_alone(sentence: Sentence, verb: "Token") -> bool:
    """Whether a joined clause has left the report: "Tehran denied it, but Kyiv sent more"."""
    if not any(child.dep_ in SUBJECTS for child in verb.children):
        return False
    if any(child.dep_ == "mark" for child in verb.children):
        return False
    if any(c.lower_ in sentence.lexicon.cue("speech.but") for c in verb.head.children):
        return True
    return verb.head.dep_ not in ("ccomp", "xcomp")


def _is_circumstance(sentence: Sentence, word: "Token") -> bool:
    """ "as the West hesitates", "days after Washington approved"."""
    marks = sentence.lexicon.cue("speech.circumstance")
    if word.dep_ == "advcl":
        return any(
            child.lower_ in marks and child.dep_ in ("mark", "advmod", "prep")
            for child in word.children
        )
    return word.dep_ in ("pobj", "pcomp") and word.head.lower_ in marks


def _is_saying(sentence: Sentence, word: "Token", *, own: bool) -> bool:
    """Whether a word is a verb of saying that somebody really performs."""
    base = sentence.lexicon.cue("speech.verbs").get(word.lower_)
    if not base or (own and base not in sentence.lexicon.cue("speech.acts")):
        return False
    if word.pos_ not in VERBAL and not any(c.dep_ in SUBJECTS for c in word.children):
        return False
    return not _is_ahead(sentence, word)


def _is_ahead(sentence: Sentence, verb: "Token") -> bool:
    """ "is set to announce", "may ask", "may begin offering": nobody has said it yet."""
    cue = sentence.lexicon.cue
    if any(c.dep_ == "aux" and c.lower_ in cue("modals.prospective") for c in verb.children):
        return True
    if verb.dep_ != "xcomp":
        return False
    above = verb.head
    if above.pos_ == "ADJ" or above.lower_ in cue("prospective.verbs"):
        return True
    return above.lower_ in cue("prospective.adjectives") or _is_ahead(sentence, above)


def _sayers(sentence: Sentence, verb: "Token") -> "list[Token]":
    """Who performs a verb of saying: its subject, or its agent where it is passive."""
    if is_passive(verb) or _lacks_object(sentence, verb):
        return list(prepositions(verb, sentence.words.speaker))
    return subject(sentence, verb)


def _lacks_object(sentence: Sentence, verb: "Token") -> bool:
    """ "Russia accused of sending", "Iran believed to": a headline leaves "is" out."""
    if verb.tag_ not in ("VBN", "VBD") or any(c.dep_ == "dobj" for c in verb.children):
        return False
    base = sentence.lexicon.cue("speech.verbs").get(verb.lower_, "")
    if base in sentence.lexicon.cue("speech.of_somebody"):
        return not any(c.dep_ in ("dative", "ccomp") for c in verb.children)
    held = base in sentence.lexicon.cue("suspected.passive_only")
    return held and any(c.dep_ == "xcomp" for c in verb.children)


def _is_word_of_saying(sentence: Sentence, word: "Token") -> bool:
    """Whether a noun (or a headline's verb that the parser takes for one) is of saying."""
    if word.pos_ not in ("NOUN", "PROPN"):
        return False
    cue = sentence.lexicon.cue
    return word.lower_ in cue("speech.nouns") or word.lower_ in cue("speech.verbs")


def _owners(sentence: Sentence, noun: "Token") -> "list[Token]":
    """Whose words a noun of saying names: "Kyiv's request", "a claim by Kyiv", "made by"."""
    before = [c for c in noun.children if c.dep_ in INSIDE and _owns(sentence, c, noun)]
    if before:
        return before
    if noun.i and noun.i not in sentence.parties and noun.i - 1 in sentence.parties:
        return [sentence.doc[noun.i - 1]]
    after = list(prepositions(noun, sentence.words.giver_or_agent))
    if after or noun.dep_ not in ("dobj", "nsubjpass"):
        return after
    if noun.head.lower_ in sentence.lexicon.cue("speech.issuing.verbs"):
        return _sayers(sentence, noun.head)
    return []


def _owns(sentence: Sentence, owner: "Token", noun: "Token") -> bool:
    """Whether a party stands before a noun with nothing but adjectives and nouns between."""
    between = sentence.doc[owner.i + 1 : noun.i]
    return (
        owner.i in sentence.parties
        and owner.i < noun.i
        and all(t.pos_ in ("ADJ", "NOUN", "PROPN", "PART") or t.tag_ == "VBN" for t in between)
    )


def _aside(heard: Heard, word: "Token") -> None:
    """What hangs beside a word on the way up: "according to X", "X has said", "as X claimed"."""
    sentence = heard.sentence
    for child in word.children:
        if child.lower_ in sentence.lexicon.cue("speech.according") and child.dep_ == "prep":
            for to in child.children:
                heard.take(list(to.children) if to.dep_ == "prep" else [to])
        elif child.dep_ in ("parataxis", "advcl") and _is_parenthesis(sentence, child):
            heard.take([c for c in child.children if c.dep_ in SUBJECTS])


def _is_parenthesis(sentence: Sentence, verb: "Token") -> bool:
    """Whether a verb of saying is put in without an object of its own."""
    base = sentence.lexicon.cue("speech.verbs").get(verb.lower_)
    if not base or verb.pos_ != "VERB":
        return False
    if any(child.dep_ in ("ccomp", "dobj", "xcomp") for child in verb.children):
        return False
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    return verb.dep_ == "parataxis" or bool(marks & set(sentence.lexicon.cue("speech.as")))


def _together(token: "Token") -> "list[Token]":
    """A noun and those joined to it; a description beside it speaks for it where it is a name."""
    found = [token]
    for step in found:
        found += [child for child in step.children if child.dep_ == "conj"]
    return found


def _stands_for(sentence: Sentence, head: "Token") -> list[PartyWords]:
    if head.pos_ == "PRON":
        return antecedent(sentence, head) if head.tag_ == "PRP" else []
    alone = sentence.parties.get(head.i)
    if alone is not None:
        return [alone]
    owners = _of_owner(sentence, head)
    if owners:
        return owners
    beside_it = [child for child in head.children if child.dep_ == "appos"]
    return [p for child in beside_it for p in _stands_for(sentence, child)][:1]


def _of_owner(sentence: Sentence, head: "Token") -> list[PartyWords]:
    """ "US and Israeli officials", "a Ukrainian intelligence document"."""
    papers = sentence.lexicon.cue("speech.papers")
    if head.lower_ not in papers:
        known = parties_at(sentence, head)[:1]
        if not known:
            return []
    owners = []
    for child in head.children:
        if child.dep_ in INSIDE:
            joined = [child, *(c for c in child.children if c.dep_ == "conj")]
            owners += [sentence.parties[t.i] for t in joined if t.i in sentence.parties]
    if owners:
        return owners
    return parties_at(sentence, head)[:1]
