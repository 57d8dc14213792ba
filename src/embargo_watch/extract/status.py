"""Read from the words whether a transfer is asserted, denied, suspected or still to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from embargo_watch.extract.denial import Denial, denial, is_bidding, rules_out
from embargo_watch.extract.doubts import doubt
from embargo_watch.extract.draft import Draft
from embargo_watch.extract.grammar import ancestors
from embargo_watch.extract.negation import is_infinitive, is_perfect, modal_of, negative_noun
from embargo_watch.extract.openness import (
    any_under_modal,
    asked,
    is_inverted,
    is_told_as_done,
    open_mark,
    question_mark,
)
from embargo_watch.extract.sentence import Sentence
from embargo_watch.model.claim import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

HANDING = frozenset(("ask", "decide", "give", "get", "equip", "deal", "arrive", "seize"))
"""Frames in which the goods themselves are to change hands."""


@dataclass(frozen=True, slots=True)
class Put:
    """How a claim is put, with the token that says so (None where nothing speaks against it)."""

    status: Status
    cue: "Token | None" = None


def status_of(found: Draft) -> Put:
    """Decide the status of a draft from its predicate and the words that govern it.

    Codebook, "status": as the text puts it, at its strongest; a hedge on a future act is
    prospective, a denial is kept as a denial.
    """
    token = found.predicate or found.sentence.root_of(found.goods)
    path = [token, *_governing(token)]
    for question in (_denied, _hedged_past, _left_open, _prospective, _suspected, _asked):
        answer = question(found, path)
        if answer is not None:
            return answer
    return Put("asserted")


def status_of_origin(found: Draft) -> Put:
    """How the supply is put that an origin implies: "might use Iranian-made drones".

    Who made the goods is told as a fact, whatever is hedged or planned about their use; only what
    stands beside the goods themselves ("suspected Iranian-made drones"), a denial, a condition of
    a wish or a decision to hand them over reaches the origin.
    """
    put = status_of(found)
    if put.status not in ("suspected", "prospective") or found.frames & HANDING:
        return put
    return put if put.cue is not None and put.cue.head in found.chain else Put("asserted")


def tells_of_law(found: Draft) -> bool:
    """Whether a rule's own words are told ("an embargo that prohibits imports of weapons")."""
    sentence = found.sentence
    token = found.predicate or sentence.root_of(found.goods)
    for verb in [token, *ancestors(token)]:
        if verb.lower_ in sentence.lexicon.cue("law.verbs"):
            nouns = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
            if verb.dep_ == "relcl":
                nouns.append(verb.head)
            if any(noun.lower_ in sentence.lexicon.cue("law.subjects") for noun in nouns):
                return True
    return False


def _governing(token: "Token") -> Iterator["Token"]:
    """The tokens above, as far as they still speak about this one (not across "and")."""
    below = token
    for above in ancestors(token):
        if below.dep_ in ("relcl", "advcl", "parataxis") and not _conditional(below):
            if below.dep_ == "advcl" and (is_infinitive(below) or _of_phrase(below)):
                yield above
            return
        yield above
        below = above


def _conditional(verb: "Token") -> bool:
    return any(child.dep_ == "mark" for child in verb.children)


def _of_phrase(verb: "Token") -> bool:
    """ "ruled out sending": the object of a phrase that the parser takes for a circumstance."""
    particle = verb.head.i + 1
    return verb.tag_ == "VBG" and verb.i == particle + 1 and verb.doc[particle].dep_ == "prt"


def _denied(found: Draft, path: list["Token"]) -> Put | None:
    known = denial(found, path)
    if known is None or _asks_whether(found.sentence, path, known):
        return None
    if known.ahead and _prospective(found, path) is not None:
        return None
    return Put(known.status, known.cue)


def _asks_whether(sentence: Sentence, path: list["Token"], no: Denial) -> bool:
    """ "Isn't Iran buying them?" asks; it denies no more than "Is Iran buying them?"."""
    return question_mark(sentence) is not None and any(
        is_inverted(verb) and verb in (no.cue.head, no.cue.head.head) for verb in path
    )


def _hedged_past(found: Draft, path: list["Token"]) -> Put | None:
    """ "may have sent": the act would be past, and the speaker is not sure."""
    sentence = found.sentence
    hedges, words = sentence.lexicon.cue("modals.past_hedge"), sentence.words
    for token in path[:3]:
        modal = modal_of(sentence, token)
        if modal is None or modal.lower_ not in hedges:
            continue
        helpers = {child.lower_ for child in token.children if child.dep_ == "aux"}
        going_on = token.tag_ == "VBG" and helpers & words.progressive
        if helpers & words.perfect or going_on:
            return Put("suspected", modal)
    return None


def _left_open(found: Draft, path: list["Token"]) -> Put | None:
    """A deed done or going on that nobody vouches for: "whether it sent", "if it did send"."""
    for token in path[:2]:
        mark = open_mark(found.sentence, token)
        if mark is not None:
            return Put("suspected", mark)
    return None


def _prospective(found: Draft, path: list["Token"]) -> Put | None:
    sentence = found.sentence
    if is_bidding(found.sentence, path[0]):
        return Put("prospective", path[0])
    if is_told_as_done(sentence, path[0]):
        return None
    if {"ask"} & found.frames:
        return Put("prospective", path[0])
    free = any_under_modal(sentence, path) or _withheld(sentence, path[0])
    free = free or _deliberated(sentence, path[0])
    if free is not None:
        return Put("prospective", free)
    for step, token in enumerate(path):
        modal = modal_of(sentence, token)
        if modal is not None and not _asserting_frame(sentence, token, step):
            return Put("prospective", modal)
        cue = _prospective_word(found, token, step, path)
        if cue is not None:
            return Put("prospective", cue)
    return _prospective_noun_phrase(found)


def _withheld(sentence: Sentence, noun: "Token") -> "Token | None":
    """ "No tanks for Sudan": a headline without a verb of its own tells of a refusal."""
    if not sentence.title or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    helped = sentence.words.beneficiary
    given = any(c.dep_ == "prep" and c.lower_ in helped for c in noun.children)
    return negative_noun(sentence, noun) if given else None


def _deliberated(sentence: Sentence, verb: "Token") -> "Token | None":
    """ "spoke against sending", "a decision on sending"; "lied about sending" tells of a deed."""
    on = verb.head
    if verb.dep_ != "pcomp" or verb.tag_ != "VBG" or is_perfect(sentence, verb):
        return None
    cue = sentence.lexicon.cue
    if on.lower_ in cue("prospective.against"):
        return on
    weighed = on.lower_ in cue("prospective.deliberating") and on.head.pos_ == "NOUN"
    return on if weighed and on.head.lower_ not in cue("suspected.nouns") else None


def _asserting_frame(sentence: Sentence, token: "Token", step: int) -> bool:
    """Whether a governing verb stands outside the claim ("will not stop flow of arms")."""
    return step > 1 and not sentence.lexicon.cue("prospective.verbs").get(token.lower_)


def _prospective_word(
    found: Draft, token: "Token", step: int, path: list["Token"]
) -> "Token | None":
    sentence = found.sentence
    lexicon = sentence.lexicon
    form = token.lower_
    if token.pos_ in ("VERB", "AUX"):
        base = lexicon.cue("prospective.verbs").get(form)
        own = any(p.base in lexicon.prospective for p in lexicon.verbs.get(form, ()))
        if (base and (step > 0 or "decide" in found.frames)) or own:
            return token
        if rules_out(sentence, token):
            return token
        if is_infinitive(token) and not _real_above(sentence, path, step):
            return token
        if any(
            c.dep_ == "mark" and c.lower_ in lexicon.cue("prospective.conjunctions")
            for c in token.children
        ):
            return token
    elif token.pos_ in ("NOUN", "PROPN") and form in lexicon.cue("prospective.nouns"):
        if step > 0 or form in lexicon.prospective:
            return token
    elif token.pos_ == "ADJ" and form in lexicon.cue("prospective.adjectives"):
        return token
    return None


def _real_above(sentence: Sentence, path: list["Token"], step: int) -> bool:
    """Whether the verb above an infinitive tells of a deed: "continues to", "is said to have"."""
    if step + 1 >= len(path):
        return False
    above = path[step + 1].lower_
    real = sentence.words.real
    if sentence.lexicon.is_verb_of(above, real) or any(above.startswith(w[:5]) for w in real):
        return True
    told = sentence.lexicon.cue("suspected.verbs"), sentence.lexicon.cue("speech.verbs")
    return any(above in forms for forms in told) and _done(sentence, path[step])


def _done(sentence: Sentence, verb: "Token") -> bool:
    """Whether an infinitive is of something done: "to have sent", "to be supplied"."""
    return any(
        child.lower_ in sentence.words.done and child.dep_ in ("aux", "auxpass")
        for child in verb.children
    )


def _prospective_noun_phrase(found: Draft) -> Put | None:
    """ "the promised tanks", "planned delivery"; and "new aid" under a decision."""
    adjectives = found.sentence.lexicon.cue("prospective.adjectives")
    weak = found.sentence.lexicon.cue("prospective.weak_adjectives")
    for noun in found.chain:
        for child in noun.children:
            if child.dep_ == "amod" and child.lower_ in adjectives and child.lower_ not in weak:
                return Put("prospective", child)
    for noun in found.chain[1:]:
        if noun.lower_ in found.sentence.lexicon.cue("prospective.nouns"):
            return Put("prospective", noun)
    return None


def _suspected(found: Draft, path: list["Token"]) -> Put | None:
    cue = doubt(found, path)
    return Put("suspected", cue) if cue is not None else None


def _asked(found: Draft, path: list["Token"]) -> Put | None:
    mark = asked(found.sentence, path)
    if mark is None:
        return None
    ahead = any(is_inverted(t) and modal_of(found.sentence, t) is not None for t in path)
    return Put("prospective" if ahead else "suspected", mark)
