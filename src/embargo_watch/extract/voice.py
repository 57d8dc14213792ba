"""Find who says it: the subject of the verb of saying above a claim, or "according to"."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from embargo_watch.extract.draft import Draft
from embargo_watch.extract.grammar import (
    ancestors,
    conjuncts,
    is_passive,
    parties_at,
    prepositions,
    subject,
)
from embargo_watch.extract.sentence import PartyWords, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Voices:
    """The parties that vouch for a claim, and the tokens of speakers without an id."""

    parties: "tuple[PartyWords, ...]" = ()
    unnamed: "tuple[Token, ...]" = ()


def voices(found: Draft) -> Voices:
    """Everybody to whom the sentence attributes the claim; nobody is the publisher's own voice."""
    sentence = found.sentence
    token = found.predicate or sentence.root_of(found.goods)
    parties: list[PartyWords] = []
    unnamed: list[Token] = []
    for verb in [token, *ancestors(token)]:
        if verb.pos_ not in ("VERB", "AUX", "NOUN", "PROPN"):
            continue
        base = sentence.lexicon.cue("speech.verbs").get(verb.lower_)
        if verb.pos_ in ("NOUN", "PROPN") or not base:
            continue
        if verb is token and base not in sentence.lexicon.cue("speech.acts"):
            continue
        _speakers(sentence, verb, parties, unnamed)
    _according(sentence, token, parties, unnamed)
    return Voices(tuple(parties), tuple(unnamed))


def _speakers(
    sentence: Sentence, verb: "Token", parties: list[PartyWords], unnamed: "list[Token]"
) -> None:
    if is_passive(verb):
        tokens = list(prepositions(verb, sentence.words.speaker))
    else:
        tokens = subject(sentence, verb)
    for token in tokens:
        _collect(sentence, token, parties, unnamed)


def _collect(
    sentence: Sentence, token: "Token", parties: list[PartyWords], unnamed: "list[Token]"
) -> None:
    for head in conjuncts(token):
        known = parties_at(sentence, head)
        if known:
            parties += [p for p in known if all(p.party != q.party for q in parties)]
        elif head.pos_ in ("NOUN", "PROPN") and head.i not in sentence.goods:
            unnamed.append(head)


def _according(
    sentence: Sentence, token: "Token", parties: list[PartyWords], unnamed: "list[Token]"
) -> None:
    for verb in [token, *ancestors(token)]:
        for child in verb.children:
            if child.lower_ in sentence.lexicon.cue("speech.according") and child.dep_ == "prep":
                for to in child.children:
                    for source in to.children if to.dep_ == "prep" else (to,):
                        _collect(sentence, source, parties, unnamed)
