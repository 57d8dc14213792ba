"""Find the word that hedges a claim, for what is believed, feared or rumoured is not asserted.

Doubt stands beside the claim ("allegedly", "suspected shipments"), above it ("fears that", "is
thought to"), in the subject above it ("rumours persist that"), in the marks around its verb
("China 'sold' jets") or at the head of a headline ("Fears Iran is sending drones").
"""

from typing import TYPE_CHECKING

from embargo_watch.extract.draft import Draft
from embargo_watch.extract.grammar import SUBJECTS, parties_at, subject
from embargo_watch.extract.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

ADVERBS = frozenset(("advmod",))
ADJECTIVES = frozenset(("amod", "nmod", "compound"))
"""A capital at the beginning ("Suspected shipments") makes a noun of an adjective."""

SAID_BY = frozenset((":", "-", "–", "—"))
"""Marks that part a headline from who says it."""


def doubt(found: Draft, path: list["Token"]) -> "Token | None":
    """The word that leaves a claim open, or None.

    ``path`` holds the predicate and the words that govern it, nearest first.
    """
    cue = _hedge_beside([*path, *found.chain], found, ADVERBS, "suspected.adverbs")
    cue = cue or _hedge_beside([path[0], *found.chain], found, ADJECTIVES, "suspected.adjectives")
    pairs = zip(path[1:], path, strict=False)
    cue = cue or next(filter(None, (_hedge_in(found.sentence, *pair) for pair in pairs)), None)
    return cue or _scare_quoted(found.sentence, path[0]) or _opening_doubt(found.sentence, path[0])


def _hedge_beside(
    tokens: list["Token"], found: Draft, labels: frozenset[str], cue: str
) -> "Token | None":
    """The first adverb or adjective of doubt beside one of the tokens."""
    doubts = found.sentence.lexicon.cue(cue)
    beside = (child for token in tokens for child in token.children if child.dep_ in labels)
    return next((child for child in beside if child.lower_ in doubts), None)


def _hedge_in(sentence: Sentence, token: "Token", below: "Token") -> "Token | None":
    """What leaves a claim open in a word above it, or in its subject: "rumours persist"."""
    base = _base(sentence, token, "suspected.verbs")
    of_object = base in sentence.lexicon.cue("suspected.of_their_object")
    if _hedges(sentence, token) and not (of_object and below.dep_ in SUBJECTS):
        return token
    subjects = (c for c in token.children if c.dep_ in SUBJECTS and c.pos_ in ("NOUN", "PROPN"))
    for noun in (token, *subjects):
        if noun.lower_ in sentence.lexicon.cue("denied.charges"):
            doubts = sentence.lexicon.cue("suspected.of_a_report")
            found = next((c for c in noun.children if c.lower_ in doubts), None)
            if found is not None:
                return found
        if noun.i != token.i and _hedges(sentence, noun):
            return noun
    return None


def _hedges(sentence: Sentence, token: "Token") -> bool:
    """Whether a governing word leaves it open: "suspects", "is believed to", "fears that"."""
    cue = sentence.lexicon.cue
    if token.pos_ in ("NOUN", "PROPN"):
        return token.lower_ in cue("suspected.nouns") and not _is_dispelled(sentence, token)
    base = _base(sentence, token, "suspected.verbs")
    if token.pos_ != "VERB" or not base:
        return False
    if base in cue("suspected.not_by_a_party") and _said_by_a_party(sentence, token):
        return False
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children)
    return passive or base not in cue("suspected.passive_only")


def _base(sentence: Sentence, token: "Token", cue: str) -> str:
    return sentence.lexicon.cue(cue).get(token.lower_, "")


def _said_by_a_party(sentence: Sentence, verb: "Token") -> bool:
    """Whether somebody says it: "evidence suggests" leaves open what "Kyiv suggests" does not."""
    speakers = subject(sentence, verb)
    return not speakers or any(parties_at(sentence, token) for token in speakers)


def _is_dispelled(sentence: Sentence, noun: "Token") -> bool:
    """ "no doubt that", "to dispel any doubt that"."""
    cue = sentence.lexicon.cue
    no = any(child.lower_ in cue("negation.determiners") for child in noun.children)
    return no or noun.head.lower_ in cue("suspected.dispelling.verbs")


def _scare_quoted(sentence: Sentence, verb: "Token") -> "Token | None":
    """ "China 'sold' jets": one word in quotation marks is somebody else's, and nobody says whose.

    In a headline the quotation may go on: "Taliban 'got Russian jets'".
    """
    quotes = sentence.lexicon.cue("suspected.quotes")
    before, after = verb.i - 1, verb.i + 1
    if before < 0 or after >= len(sentence.doc) or sentence.doc[before].text not in quotes:
        return None
    if sentence.doc[after].text in quotes:
        return verb
    said = sentence.lexicon.cue("speech.verbs")
    attributed = any(t.lower_ in said or t.text in SAID_BY for t in sentence.doc)
    return verb if sentence.title and not attributed else None


def _opening_doubt(sentence: Sentence, verb: "Token") -> "Token | None":
    """ "Fears Iran is sending drones": a headline that opens with a noun of doubt and a clause."""
    doc = sentence.doc
    if (
        not sentence.title
        or verb.i < 2
        or doc[0].lower_ not in sentence.lexicon.cue("suspected.nouns")
    ):
        return None
    return doc[0] if doc[1].pos_ in ("PROPN", "NOUN", "ADJ", "DET", "SCONJ") else None
