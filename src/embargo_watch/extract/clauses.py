"""Read the clauses that hang on the goods' own noun: "missiles supplied by Pyongyang"."""

from typing import TYPE_CHECKING

from embargo_watch.extract.draft import Draft
from embargo_watch.extract.grammar import doers, frames_of, is_passive, parties_at, prepositions
from embargo_watch.extract.verbs import read_giver, read_receiver

if TYPE_CHECKING:
    from spacy.tokens import Token


def read_clause(found: Draft, verb: "Token") -> None:
    """ "missiles supplied by Pyongyang", "tanks that Berlin promised", "drones used by Russia"."""
    for frame in frames_of(found.sentence, verb):
        _read_frame(found, verb, frame)
    _bound(found, verb)
    _made(found, verb)


def _read_frame(found: Draft, verb: "Token", frame: str) -> None:
    sentence = found.sentence
    if frame == "give" or (frame == "decide" and is_passive(verb)):
        found.meet(verb, frame)
        read_giver(found, verb, 2.8, "supplied-by")
        read_receiver(found, verb, 2.8)
    elif frame == "get":
        found.meet(verb, frame)
        found.add("recipient", doers(sentence, verb), 2.6, "got-by")
        for token in prepositions(verb, sentence.words.giver):
            found.add("supplier", parties_at(sentence, token), 2.8, "got-from")
    elif frame == "use":
        found.frames.add("use")
        found.add("user", doers(sentence, verb), 2.6, "used-by")
    elif frame == "seize":
        _seized(found, verb)


def _bound(found: Draft, verb: "Token") -> None:
    """ "rifles bound for Yemen"."""
    words = found.sentence.words
    if verb.lower_ not in words.bound:
        return
    for token in prepositions(verb, words.getter):
        found.add("recipient", parties_at(found.sentence, token), 2.7, "bound-for")
        found.frames.add("bound")


def _made(found: Draft, verb: "Token") -> None:
    """ "drones made in Iran"."""
    if verb.lower_ not in found.sentence.lexicon.suffixes["made"]:
        return
    for token in prepositions(verb, found.sentence.words.maker):
        found.add("supplier", parties_at(found.sentence, token), 0.7, "made-by")
        found.frames.add("made")


def _seized(found: Draft, verb: "Token") -> None:
    """ "ammunition seized from an Iranian ship" beside what is then done with it."""
    sentence = found.sentence
    found.frames.add("seized")
    for token in prepositions(verb, sentence.words.giver):
        found.add("seized_from", parties_at(sentence, token), 2.5, "seized-from")
    for token in prepositions(verb, sentence.words.getter):
        found.add("seized_for", parties_at(sentence, token), 2.0, "seized-for")
