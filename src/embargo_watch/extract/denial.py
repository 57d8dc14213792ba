"""Read denials of every make, since a denial read as an assertion is the worst fault there is.

A claim is denied by its own words ("never sent", "no missiles were sent", "without sending"), by
what governs it ("denies that", "there is nothing to suggest", "nobody believes that"), or by a
verdict on it ("it is untrue that"). What is merely not confirmed is left open, not denied.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from embargo_watch.extract.draft import Draft
from embargo_watch.extract.grammar import OBJECTS, SUBJECTS
from embargo_watch.extract.negation import (
    is_infinitive,
    is_perfect,
    modal_of,
    negated,
    negative_noun,
)
from embargo_watch.extract.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

COMPLEMENTS = frozenset(("acomp", "attr", "oprd"))


@dataclass(frozen=True, slots=True)
class Denial:
    """How negative words put a claim, with the token that says so.

    ``ahead`` asks whether the thing is still to come: then it is no denial but a refusal.
    """

    status: Literal["denied", "suspected"]
    cue: "Token"
    ahead: bool = False


def denial(found: Draft, path: list["Token"]) -> Denial | None:
    """Return how a claim is denied or left open by negative words; None where it is neither.

    ``path`` holds the predicate and the words that govern it, nearest first.
    """
    known = _own(found, path)
    if known is not None:
        return known
    for step, token in enumerate(path):
        below = path[max(0, step - 1)]
        if below.dep_ == "conj" and below.head == token and below.pos_ == "VERB":
            continue  # "denied the one but did the other"
        known = _by_word(found.sentence, token, below, own=step == 0)
        if known is not None:
            return known
    return None


def _by_word(sentence: Sentence, token: "Token", below: "Token", *, own: bool) -> Denial | None:
    """What one word on the path says: it denies, doubts, finds no proof, or calls it untrue."""
    if rules_out(sentence, token) and _is_past(sentence, below):
        no = negated(sentence, token)
        return Denial("suspected", no) if no is not None else Denial("denied", token)
    if _denies(sentence, token) or _is(sentence, token, "denied.doubting"):
        return _unless_doubled(sentence, token)
    if _unproven(sentence, token) or _untrue(sentence, token) or _cleared(sentence, token):
        return Denial("denied", token)
    if _casts_doubt(sentence, token):
        return Denial("denied", token)
    if own:
        return None
    return _verdict(sentence, token) or _not_believed(sentence, token, below)


# --- the claim's own words


def _own(found: Draft, path: list["Token"]) -> Denial | None:
    sentence, token = found.sentence, path[0]
    without = next(filter(None, (_without(sentence, t) for t in (token, *found.chain))), None)
    if without is not None:
        return Denial("denied", without, ahead=True)
    if token.pos_ in ("VERB", "AUX"):
        no = _cleft(sentence, token) or _own_verb(sentence, token) or _none_done(sentence, token)
        decides = not found.frames.isdisjoint(("ask", "decide"))
        return Denial("denied", no, ahead=decides) if no is not None else None
    no = negative_noun(sentence, token)
    if no is None and len(path) > 1 and _is(sentence, path[1], "denied.happening"):
        no = negated(sentence, path[1])
    return Denial("denied", no, ahead=True) if no is not None else None


def _own_verb(sentence: Sentence, verb: "Token") -> "Token | None":
    """The "not" of "has not sent"; a plan that is negated ("will not send") is no denial."""
    modal = modal_of(sentence, verb)
    if modal is not None:
        impossible = modal.lower_ in sentence.lexicon.cue("negation.cannot_have")
        if not impossible or not is_perfect(sentence, verb):
            return None
    elif is_infinitive(verb) and not is_perfect(sentence, verb):
        return None
    conditions = sentence.lexicon.cue("prospective.conjunctions")
    if any(c.dep_ == "mark" and c.lower_ in conditions for c in verb.children):
        return None
    return None if is_bidding(sentence, verb) else negated(sentence, verb)


def is_bidding(sentence: Sentence, verb: "Token") -> bool:
    """ "Do not send tanks": a demand, for nobody is its subject."""
    bidding = sentence.lexicon.cue("negation.bidding")
    helped = any(c.dep_ == "aux" and c.lower_ in bidding for c in verb.children)
    subjects = (c for c in verb.children if c.dep_ in SUBJECTS)
    return helped and verb.tag_ == "VB" and next(subjects, None) is None


def _none_done(sentence: Sentence, verb: "Token") -> "Token | None":
    """ "No tanks sent to Sudan": a headline leaves out "were"."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.head.i not in sentence.goods:
        return None
    return negative_noun(sentence, verb.head)


def _cleft(sentence: Sentence, verb: "Token") -> "Token | None":
    """ "It was not Iran that sent them"."""
    if verb.dep_ not in ("relcl", "ccomp") or verb.head.i not in sentence.parties:
        return None
    return negated(sentence, verb.head.head) if verb.head.dep_ == "attr" else None


def _without(sentence: Sentence, token: "Token") -> "Token | None":
    """ "without sending", "without any transfer"; "without US weapons" tells what there is."""
    above = token.head
    if above.lower_ not in sentence.lexicon.cue("negation.without"):
        return None
    held_up = above.head.pos_ == "VERB" and modal_of(sentence, above.head) is not None
    single = sentence.lexicon.cue("negation.single")
    none_at_all = any(child.lower_ in single for child in token.children)
    return above if (token.dep_ == "pcomp" or none_at_all) and not held_up else None


# --- the words above it


def _is(sentence: Sentence, token: "Token", cue: str) -> bool:
    return token.pos_ in ("VERB", "AUX", "ADJ") and token.lower_ in sentence.lexicon.cue(
        f"{cue}.verbs"
    )


def _unless_doubled(sentence: Sentence, token: "Token") -> Denial | None:
    """ "did not deny that" leaves it open; "nobody doubts that" asserts it."""
    no = negated(sentence, token) or _failing(sentence, token)
    if no is None:
        return Denial("denied", token)
    nobody = any(child.dep_ in SUBJECTS and negative_noun(sentence, child) is not None
                 for child in token.children)  # fmt: skip
    return None if nobody else Denial("suspected", no)


def _failing(sentence: Sentence, token: "Token") -> "Token | None":
    """ "declined to confirm", "failed to deny"."""
    while token.dep_ == "conj":
        token = token.head
    above = token.head
    return above if token.dep_ == "xcomp" and _is(sentence, above, "denied.failing") else None


def _denies(sentence: Sentence, token: "Token") -> bool:
    """Whether a word says that it is not so; "dismisses" does so with a charge, not an offer."""
    cue = sentence.lexicon.cue
    if token.lower_ in cue("denied.nouns"):
        return True
    base = cue("denied.verbs").get(token.lower_, "")
    if not base or token.pos_ != "VERB":
        return False
    return base not in cue("denied.soft_verbs") or _charge_below(sentence, token)


def _charge_below(sentence: Sentence, verb: "Token") -> bool:
    charges = sentence.lexicon.cue("denied.charges")
    return any(child.lower_ in charges for child in verb.children)


def rules_out(sentence: Sentence, verb: "Token") -> bool:
    """ "ruled out that Iran sent" denies; "ruled out sending" refuses."""
    ruled = sentence.lexicon.cue("denied.ruled")
    return _is(sentence, verb, "denied.ruling") and any(c.lower_ in ruled for c in verb.children)


def _is_past(sentence: Sentence, verb: "Token") -> bool:
    if modal_of(sentence, verb) is not None:
        return False
    return is_perfect(sentence, verb) or verb.tag_ in ("VBD", "VBZ", "VBP", "VBN")


def _unproven(sentence: Sentence, token: "Token") -> bool:
    """ "there is no proof that": who says so does not assert what is not proven."""
    cue = sentence.lexicon.cue
    if token.lower_ not in cue("denied.missing"):
        return False
    lacking = cue("denied.lacking")
    around = [*token.children, token.head, *token.head.children]
    return any(word.lower_ in lacking for word in around)


def _untrue(sentence: Sentence, token: "Token") -> bool:
    """ "reports that A armed B are false": the verdict stands on the report's own verb."""
    if token.lower_ not in sentence.lexicon.cue("denied.charges"):
        return False
    untrue = sentence.lexicon.cue("denied.untrue")
    if token.head.lower_ in sentence.lexicon.cue("reply.calling"):
        return any(word.lower_ in untrue for word in sentence.doc[token.head.i + 1 :])
    near = [*token.children, token.head, *token.head.children]
    return any(word.lower_ in untrue for word in near)


def _cleared(sentence: Sentence, verb: "Token") -> bool:
    """ "cleared of selling shells"; "cleared for delivery" is leave to deliver."""
    cue = sentence.lexicon.cue
    return (
        verb.pos_ == "VERB"
        and _is(sentence, verb, "denied.clearing")
        and any(
            child.dep_ == "prep" and child.lower_ in cue("denied.cleared_of")
            for child in verb.children
        )
    )


def _casts_doubt(sentence: Sentence, verb: "Token") -> bool:
    """ "cast doubt on a report that": the object of the verb is the doubt."""
    doubt = sentence.lexicon.cue("denied.doubt")
    return _is(sentence, verb, "denied.casting") and any(
        child.dep_ in OBJECTS and child.lower_ in doubt for child in verb.children
    )


def _verdict(sentence: Sentence, token: "Token") -> Denial | None:
    """ "it is untrue that", "it is not true that", "is not convinced that"."""
    cue = sentence.lexicon.cue
    words = [token, *(child for child in token.children if child.dep_ in COMPLEMENTS)]
    copula = token if token.pos_ == "AUX" else token.head
    for word in words:
        no = negated(sentence, copula) or negated(sentence, word)
        if word.lower_ in cue("denied.untrue_that") and no is None:
            return Denial("denied", word)
        if word.lower_ in cue("denied.true_that") and no is not None:
            return Denial("denied", no)
    return None


def _not_believed(sentence: Sentence, token: "Token", below: "Token") -> Denial | None:
    """ "nobody believes that", "nothing to suggest that"; "has not confirmed that" is open."""
    no = negated(sentence, token) or _failing(sentence, token) or _nothing_that(sentence, token)
    if no is None or token.pos_ not in ("VERB", "AUX") or _of_object(token, no):
        return None
    whether = sentence.lexicon.cue("prospective.conjunctions")
    asked = any(c.dep_ == "mark" and c.lower_ in whether for c in below.children)
    if _is(sentence, token, "denied.confirming") and not is_infinitive(below):
        return Denial("suspected", no)
    if _is(sentence, token, "denied.believing"):
        return Denial("suspected" if asked else "denied", no, ahead=not _is_past(sentence, below))
    had = is_infinitive(below) and is_perfect(sentence, below)
    return Denial("denied", no) if had else None


def _of_object(verb: "Token", no: "Token") -> bool:
    """ "gave no reason for sending" says nothing against the sending."""
    return any(child.dep_ in OBJECTS and child.i >= no.i >= child.left_edge.i
               for child in verb.children)  # fmt: skip


def _nothing_that(sentence: Sentence, verb: "Token") -> "Token | None":
    """ "nothing to suggest", "no document showing"."""
    if verb.dep_ not in ("relcl", "acl"):
        return None
    lacking = sentence.lexicon.cue("denied.lacking")
    little = verb.head if verb.head.lower_ in lacking else None
    return little or negative_noun(sentence, verb.head)
