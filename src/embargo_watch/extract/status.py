"""Read from the words whether a transfer is asserted, denied, suspected or still to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from embargo_watch.extract.draft import Draft
from embargo_watch.extract.grammar import ancestors
from embargo_watch.extract.sentence import Sentence
from embargo_watch.model.claim import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

REAL = frozenset(
    ("continue", "begin", "start", "manage", "accuse", "appear", "seem", "use", "keep")
)


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
    for question in (_denied, _hedged_past, _prospective, _suspected):
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
            if below.dep_ == "advcl" and _is_infinitive(below):
                yield above
            return
        yield above
        below = above


def _conditional(verb: "Token") -> bool:
    return any(child.dep_ == "mark" for child in verb.children)


def _is_infinitive(verb: "Token") -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _base(sentence: Sentence, token: "Token", cue: str) -> str:
    return sentence.lexicon.cue(cue).get(token.lower_, "")


def _denied(found: Draft, path: list["Token"]) -> Put | None:
    sentence = found.sentence
    cues = sentence.lexicon
    for step, token in enumerate(path):
        base = _base(sentence, token, "denied.verbs")
        if base and token.pos_ == "VERB":
            soft = base in cues.cue("denied.soft_verbs")
            if not soft or _charge_below(sentence, token):
                return Put("denied", token)
        if token.lower_ in cues.cue("denied.nouns"):
            return Put("denied", token)
        if step == 0 and token.pos_ == "VERB":
            no = next((c for c in token.children if c.dep_ == "neg"), None)
            if no is not None and not _modal(sentence, token) and not _is_infinitive(token):
                if token.tag_ in ("VBN", "VBG") or any(
                    c.lower_ in ("did", "has", "have", "had") for c in token.children
                ):
                    return Put("denied", no)
    return None


def _charge_below(sentence: Sentence, verb: "Token") -> bool:
    charges = sentence.lexicon.cue("denied.charges")
    return any(child.lower_ in charges for child in verb.children)


def _modal(sentence: Sentence, verb: "Token") -> "Token | None":
    modals = sentence.lexicon.cue("modals.prospective")
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in modals:
            return child
    return None


def _hedged_past(found: Draft, path: list["Token"]) -> Put | None:
    """ "may have sent": the act would be past, and the speaker is not sure."""
    sentence = found.sentence
    hedges = sentence.lexicon.cue("modals.past_hedge")
    for token in path[:3]:
        modal = _modal(sentence, token)
        perfect = any(child.lower_ == "have" and child.dep_ == "aux" for child in token.children)
        if modal is not None and perfect and modal.lower_ in hedges:
            return Put("suspected", modal)
        progressive = token.tag_ == "VBG" and any(c.lower_ == "be" for c in token.children)
        if modal is not None and progressive and modal.lower_ in hedges:
            return Put("suspected", modal)
    return None


def _prospective(found: Draft, path: list["Token"]) -> Put | None:
    sentence = found.sentence
    if {"ask"} & found.frames:
        return Put("prospective", found.predicate)
    for step, token in enumerate(path):
        modal = _modal(sentence, token)
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
        if _is_infinitive(token) and not _real_above(sentence, path, step):
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
    if step + 1 >= len(path):
        return False
    above = path[step + 1].lower_
    forms = {**sentence.lexicon.cue("suspected.verbs"), **sentence.lexicon.cue("speech.verbs")}
    verbs = {p.base for p in sentence.lexicon.verbs.get(above, ())}
    return (
        bool(verbs & REAL)
        or any(above.startswith(word[:5]) for word in REAL)
        or (above in forms and _perfect(path[step]))
    )


def _perfect(verb: "Token") -> bool:
    return any(
        child.lower_ in ("have", "be") and child.dep_ in ("aux", "auxpass")
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
    sentence = found.sentence
    lexicon = sentence.lexicon
    for token in [*path, *found.chain]:
        for child in token.children:
            if child.dep_ == "advmod" and child.lower_ in lexicon.cue("suspected.adverbs"):
                return Put("suspected", child)
    for token in [path[0], *found.chain]:
        for child in token.children:
            if child.dep_ == "amod" and child.lower_ in lexicon.cue("suspected.adjectives"):
                return Put("suspected", child)
    for token in path[1:]:
        base = lexicon.cue("suspected.verbs").get(token.lower_)
        if token.pos_ == "VERB" and base:
            passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children)
            if base in lexicon.cue("suspected.passive_only") and not passive:
                continue
            if base in lexicon.cue("suspected.not_by_a_party"):
                continue
            return Put("suspected", token)
        if token.pos_ == "NOUN" and token.lower_ in lexicon.cue("suspected.nouns"):
            return Put("suspected", token)
    return None
