"""Find who says it: whoever performs a speech act over the claim, in its own sentence.

From the claim's predicate the rules climb to every verb and noun of saying that governs it
("Kyiv said", "the US claim that", "requests by Kyiv for") and to what hangs beside it
("according to", "the ministry has said", "as Washington claimed").
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from embargo_watch.extract.completion import beside, word_before
from embargo_watch.extract.draft import Draft
from embargo_watch.extract.grammar import (
    INSIDE,
    MAX_CLIMB,
    SUBJECTS,
    antecedent,
    parties_at,
)
from embargo_watch.extract.saying import (
    VERBAL,
    is_parenthesis,
    is_saying,
    is_word_of_saying,
    issues,
    opening,
    owners,
    sayers,
)
from embargo_watch.extract.sentence import PartyWords, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


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
            for listed in [words, *self._listed(words)]:
                if all(listed.party != other.party for other in self.parties):
                    self.parties.append(listed)
        if known or head.pos_ not in ("NOUN", "PROPN") or head.i in self.sentence.goods:
            return
        if head not in self.unnamed:
            self.unnamed.append(head)

    def _listed(self, words: PartyWords) -> list[PartyWords]:
        """Who is listed before a speaker, up to one who is only sent or told something."""
        listed = beside(self.found, words)
        cut = [place for place, other in enumerate(listed) if self._is_told(other)]
        return listed[cut[-1] + 1 :] if cut else listed

    def _is_told(self, words: PartyWords) -> bool:
        if word_before(self.found, words) not in self.sentence.words.spoken_to:
            return False
        near = self.sentence.doc[max(0, words.first - 4) : words.first]
        return all(t.lower_ not in self.sentence.lexicon.cue("speech.according") for t in near)


def voices(found: Draft) -> Voices:
    """Everybody to whom the sentence attributes the claim; nobody is the publisher's own voice."""
    sentence = found.sentence
    token = found.predicate or sentence.root_of(found.goods)
    heard = Heard(found)
    for word, governs in _above(sentence, token):
        if governs and is_saying(sentence, word, own=word.i == token.i):
            heard.take(sayers(sentence, word))
        elif governs and is_word_of_saying(sentence, word):
            heard.take(owners(sentence, word))
        elif governs and issues(sentence, word):
            heard.take(sayers(sentence, word))
        if governs:
            heard.take(opening(sentence, word))
        _aside(heard, word)
    if not heard.parties and not heard.unnamed:
        _according_by_place(heard)
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
        if above.i == below.i or (joined and _speaks_alone(sentence, below)):
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
    labels = {"advcl": ("mark", "advmod", "prep"), "ccomp": ("mark",)}.get(word.dep_)
    if labels is not None:
        return any(child.lower_ in marks and child.dep_ in labels for child in word.children)
    return word.dep_ in ("pobj", "pcomp") and word.head.lower_ in marks


def _aside(heard: Heard, word: "Token") -> None:
    """What hangs beside a word on the way up: "according to X", "X has said", "as X claimed"."""
    sentence = heard.sentence
    for child in word.children:
        if child.lower_ in sentence.lexicon.cue("speech.according") and child.dep_ == "prep":
            for to in child.children:
                heard.take(list(to.children) if to.dep_ == "prep" else [to])
        elif child.dep_ in ("parataxis", "advcl", "conj") and is_parenthesis(sentence, child):
            heard.take([c for c in child.children if c.dep_ in SUBJECTS])


def _according_by_place(heard: Heard) -> None:
    """ "and—according to US officials—sent", where the parse loses whose report it is."""
    sentence = heard.sentence
    for token in sentence.doc:
        if token.lower_ in sentence.lexicon.cue("speech.according") and token.dep_ == "prep":
            for to in token.children:
                heard.take(list(to.children) if to.dep_ == "prep" else [])


def _together(token: "Token") -> "list[Token]":
    """A noun and those joined to it; a description beside it speaks for it where it is a name."""
    found = [token]
    for step in found:
        found += [child for child in step.children if child.dep_ == "conj"]
    return found


def _stands_for(sentence: Sentence, head: "Token") -> list[PartyWords]:
    if head.i in sentence.references:
        return list(sentence.references[head.i])
    if head.pos_ == "PRON":
        return antecedent(sentence, head) if head.tag_ == "PRP" else []
    alone = sentence.parties.get(head.i)
    if alone is not None:
        return [alone]
    theirs = _of_owner(sentence, head)
    if theirs:
        return theirs
    beside_it = [child for child in head.children if child.dep_ == "appos"]
    return [p for child in beside_it for p in _stands_for(sentence, child)][:1]


def _of_owner(sentence: Sentence, head: "Token") -> list[PartyWords]:
    """ "US and Israeli officials", "a Ukrainian intelligence document"."""
    papers = sentence.lexicon.cue("speech.papers")
    if head.lower_ not in papers:
        known = parties_at(sentence, head)[:1]
        if not known:
            return []
    found: list[PartyWords] = []
    for child in head.children:
        if child.dep_ in INSIDE:
            joined = [child, *(c for c in child.children if c.dep_ == "conj")]
            found += [sentence.parties[t.i] for t in joined if t.i in sentence.parties]
    if found:
        return found
    return parties_at(sentence, head)[:1]
