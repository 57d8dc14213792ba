"""Read from the words whether a transfer is asserted, denied, suspected or still to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from embargo_watch.extract.denial import Denial, denial, is_bidding, rules_out
from embargo_watch.extract.draft import Draft
from embargo_watch.extract.grammar import SUBJECTS, ancestors, parties_at, subject
from embargo_watch.extract.negation import is_infinitive, modal_of
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


ADVERBS = frozenset(("advmod",))
ADJECTIVES = frozenset(("amod", "nmod", "compound"))
"""A capital at the beginning ("Suspected shipments") makes a noun of an adjective."""


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


def _base(sentence: Sentence, token: "Token", cue: str) -> str:
    return sentence.lexicon.cue(cue).get(token.lower_, "")


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
        no.cue in verb.children and is_inverted(verb) for verb in path
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
    free = any_under_modal(sentence, path)
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
    cue = _hedge_beside([*path, *found.chain], found, ADVERBS, "suspected.adverbs")
    cue = cue or _hedge_beside([path[0], *found.chain], found, ADJECTIVES, "suspected.adjectives")
    pairs = zip(path[1:], path, strict=False)
    cue = cue or next(filter(None, (_hedge_in(found.sentence, *pair) for pair in pairs)), None)
    cue = cue or _scare_quoted(found.sentence, path[0])
    return Put("suspected", cue) if cue is not None else None


def _said_by_a_party(sentence: Sentence, verb: "Token") -> bool:
    """Whether somebody says it: "evidence suggests" leaves open what "Kyiv suggests" does not."""
    speakers = subject(sentence, verb)
    return not speakers or any(parties_at(sentence, token) for token in speakers)


def _asked(found: Draft, path: list["Token"]) -> Put | None:
    mark = asked(found.sentence, path)
    return Put("suspected", mark) if mark is not None else None


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
        if noun is not token and _hedges(sentence, noun):
            return noun
    return None


def _scare_quoted(sentence: Sentence, verb: "Token") -> "Token | None":
    """ "China 'sold' jets": one word in quotation marks is somebody else's."""
    quotes = sentence.lexicon.cue("suspected.quotes")
    beside = [sentence.doc[i] for i in (verb.i - 1, verb.i + 1) if 0 <= i < len(sentence.doc)]
    return verb if len(beside) == 2 and all(t.text in quotes for t in beside) else None


def _is_dispelled(sentence: Sentence, noun: "Token") -> bool:
    """ "no doubt that", "to dispel any doubt that"."""
    cue = sentence.lexicon.cue
    no = any(child.lower_ in cue("negation.determiners") for child in noun.children)
    return no or noun.head.lower_ in cue("suspected.dispelling.verbs")


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
