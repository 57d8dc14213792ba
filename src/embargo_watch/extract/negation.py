"""Find what makes a verb or noun negative, since a denial read as an assertion is the worst fault.

English negates in many places: beside the verb ("never sent"), in its subject ("neither Iran nor
Russia sent", "nobody"), in its object ("sent no missiles"), before it ("at no time"), and once for
several verbs ("did not sell or give"). "Not only", "no fewer than" and "nobody but" negate nothing.
"""

from typing import TYPE_CHECKING

from embargo_watch.extract.grammar import OBJECTS, SUBJECTS
from embargo_watch.extract.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

BESIDE = frozenset(("neg", "advmod", "preconj", "cc", "det", "intj"))
ARGUMENTS = SUBJECTS | OBJECTS | {"dative", "agent"}
BEFORE = frozenset(("det", "neg", "preconj", "predet", "nummod", "cc", "advmod", "amod"))
MAX_JOINED = 3
"""Verbs of one chain ("did not sell, lend or give") over which a "not" is carried."""


def is_infinitive(verb: "Token") -> bool:
    """Whether a verb stands with "to"."""
    return any(child.tag_ == "TO" and child.dep_ == "aux" for child in verb.children)


def is_perfect(sentence: Sentence, verb: "Token") -> bool:
    """Whether "have" stands before a verb: "to have sent", "having sent", "may have sent"."""
    perfect = sentence.words.perfect | sentence.words.past_auxiliaries | {"having"}
    return any(child.dep_ == "aux" and child.lower_ in perfect for child in verb.children)


def modal_of(sentence: Sentence, verb: "Token") -> "Token | None":
    """The "will" or "might" before a verb, or None."""
    modals = sentence.lexicon.cue("modals.prospective")
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in modals:
            return child
    return None


def negated(sentence: Sentence, verb: "Token", depth: int = 0) -> "Token | None":
    """The word that makes a verb (or a copula) negative, or None."""
    for find in (_not_beside, _never_at, _argument):
        no = find(sentence, verb)
        if no is not None:
            return no
    if verb.dep_ != "conj" or depth >= MAX_JOINED:
        return None
    joining = sentence.lexicon.cue("negation.joining")
    between = (c.lower_ for c in verb.head.children if c.dep_ == "cc" and c.i < verb.i)
    return negated(sentence, verb.head, depth + 1) if any(c in joining for c in between) else None


def negative_noun(sentence: Sentence, noun: "Token") -> "Token | None":
    """The word that makes a noun negative: "none of them", "no missiles", "not a single shell"."""
    cue = sentence.lexicon.cue
    if _is_partial(sentence, noun):
        return None
    if noun.lower_ in cue("negation.pronouns"):
        return noun
    for child in noun.children:
        told = child.dep_ in BEFORE and child.i < noun.i and not _is_partial(sentence, child)
        if told and child.lower_ in cue("negation.determiners"):
            return child
    return _not_a_single(sentence, noun)


def _not_a_single(sentence: Sentence, noun: "Token") -> "Token | None":
    """ "not a single shell", "not one of the shells"."""
    cue = sentence.lexicon.cue
    before = sentence.doc[noun.left_edge.i : noun.i + 1]
    for token in before[:2]:
        after = {word.lower_ for word in sentence.doc[token.i + 1 : token.i + 3]}
        if token.lower_ in cue("negation.adverbs") and after & set(cue("negation.single")):
            return None if _is_partial(sentence, token) else token
    return None


def _not_beside(sentence: Sentence, verb: "Token") -> "Token | None":
    adverbs = sentence.lexicon.cue("negation.adverbs")
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    for child in (*verb.children, *(word for helper in helpers for word in helper.children)):
        told = child.dep_ == "neg" or (child.dep_ in BESIDE and child.lower_ in adverbs)
        joins = child.dep_ == "cc" and child.i > verb.i
        if told and not joins and not _is_partial(sentence, child):
            return child
    return None


def _never_at(sentence: Sentence, verb: "Token") -> "Token | None":
    """ "at no time", "under no circumstances"."""
    moments = sentence.lexicon.cue("negation.moments")
    for child in verb.children:
        words = sentence.doc[child.i : child.i + 3].text.lower()
        if child.dep_ in ("prep", "advmod") and words in moments:
            return sentence.doc[child.i + 1]
    return None


def _argument(sentence: Sentence, verb: "Token") -> "Token | None":
    """ "neither of them sent", "sent no missiles"; not "gave no details", "no more than Iran"."""
    for child in verb.children:
        if child.dep_ not in ARGUMENTS:
            continue
        no = negative_noun(sentence, child)
        if no is None or _excepted(sentence, verb, child):
            continue
        if child.dep_ in SUBJECTS or no.i == child.i or _is_goods(sentence, child):
            return no
    return None


def _is_goods(sentence: Sentence, noun: "Token") -> bool:
    known = sentence.lexicon
    form = noun.lower_
    return noun.i in sentence.goods or form in known.carriers or form in known.nouns


def _excepted(sentence: Sentence, verb: "Token", noun: "Token") -> bool:
    """ "nobody but Iran sent", "no country has sent more than Iran": somebody did."""
    cue = sentence.lexicon.cue
    if any(token.lower_ in cue("negation.than") for token in verb.subtree):
        return True
    inside = [*noun.subtree]
    after = sentence.doc[inside[-1].i + 1 : inside[-1].i + 2]
    return any(token.lower_ in cue("negation.excepting") for token in (*inside, *after))


def _is_partial(sentence: Sentence, token: "Token") -> bool:
    """Whether the word after it takes the edge off: "not only", "no fewer than"."""
    after = token.i + 1
    partial = sentence.lexicon.cue("negation.partial")
    return after < len(sentence.doc) and sentence.doc[after].lower_ in partial
