"""Tell an open question from what it takes for granted, and a deed done from one still to come.

"Did Iran send drones?" asserts nothing, "Why did Iran send drones?" does; "asked whether it sent"
leaves open what "asked why it sent" does not; and what is told in the perfect or the past below
"asked", "warned" or "proud" has happened, whatever is asked or warned of.
"""

from typing import TYPE_CHECKING

from embargo_watch.extract.grammar import SUBJECTS
from embargo_watch.extract.negation import is_infinitive, is_perfect, modal_of
from embargo_watch.extract.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

ASKING = frozenset(("WP", "WRB", "WDT", "WP$"))
CONTENT = frozenset(("ccomp", "pcomp", "acl", "csubj"))
"""Labels of a clause that tells what is said or asked, not under what condition."""


def question_mark(sentence: Sentence) -> "Token | None":
    """The question mark that ends a sentence, or None."""
    last = next((token for token in reversed(sentence.doc) if token.pos_ != "PUNCT"
                 or token.lower_ == "?"), None)  # fmt: skip
    return last if last is not None and last.lower_ == "?" else None


def asked(sentence: Sentence, path: list["Token"]) -> "Token | None":
    """The mark of an open question about a claim: "Did Iran send drones?", "Who sent them?".

    What a question takes for granted ("Will the drones that Iran sent help?", "Why did Iran send
    them?", "sorry for having sent them?") is asserted.
    """
    mark = question_mark(sentence)
    if mark is None or _takes_for_granted(sentence, path):
        return None
    whole = path[-1].dep_ == "ROOT" and not _asks_beside(sentence, path)
    return mark if whole or any(is_inverted(verb) for verb in path) else None


def _takes_for_granted(sentence: Sentence, path: list["Token"]) -> bool:
    if path[0].dep_ == "pcomp" and is_perfect(sentence, path[0]):
        return True
    below = [token for token in path[0].subtree if token.tag_ == "WRB"]
    return any(_asks_for_more(token, path) for token in below)


def _asks_for_more(asker: "Token", path: list["Token"]) -> bool:
    """ "Why", "where", "how many" ask for more of what is told."""
    word = asker.head
    while word.pos_ in ("ADJ", "ADV", "NOUN") and word.head != word and word != path[0]:
        word = word.head
    return word == path[0]


def _asks_beside(sentence: Sentence, path: list["Token"]) -> bool:
    """ "Why do deliveries go on?", "What are the shells that …?": the supply is taken for granted.

    "Who sent them?" asks for a side of the supply itself.
    """
    askers = [token for token in sentence.doc if token.tag_ in ASKING]
    return bool(askers) and not any(
        token.head == path[0] and token.dep_ in SUBJECTS for token in askers
    )


def is_inverted(verb: "Token") -> bool:
    """Whether a helping verb stands before the subject: "Did Iran send"."""
    subjects = [child.i for child in verb.children if child.dep_ in SUBJECTS]
    return bool(subjects) and any(c.dep_ == "aux" and c.i < subjects[0] for c in verb.children)


def open_mark(sentence: Sentence, verb: "Token") -> "Token | None":
    """The word that leaves a deed of the past or present open: "whether it sent", "if it did"."""
    if modal_of(sentence, verb) is not None or not _is_past_or_going_on(sentence, verb):
        return None
    cue = sentence.lexicon.cue
    for child in verb.children:
        if child.dep_ == "mark" and child.lower_ in cue("suspected.asking_conjunctions"):
            inquired = verb.head.lower_ in cue("suspected.inquiring.verbs")
            if verb.dep_ in CONTENT or inquired or child.lower_ in cue("suspected.whether"):
                return child
            helped = (c.lower_ for c in verb.children if c.dep_ == "aux")
            return child if any(word in cue("suspected.emphatic") for word in helped) else None
    return None


def is_told_as_done(sentence: Sentence, verb: "Token") -> bool:
    """Whether a clause tells of a deed as done, whatever governs it: "asked why it had sent"."""
    if verb.pos_ != "VERB" or modal_of(sentence, verb) is not None:
        return False
    if is_infinitive(verb):
        hoped = sentence.lexicon.cue("prospective.verbs").get(verb.head.lower_)
        return is_perfect(sentence, verb) and not hoped
    if verb.dep_ not in ("ccomp", "advcl") or not any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    conditions = sentence.lexicon.cue("prospective.conjunctions")
    if any(c.dep_ in ("mark", "advmod") and c.lower_ in conditions for c in verb.children):
        return False
    return is_perfect(sentence, verb) or (verb.tag_ == "VBD" and _has_mark(verb))


def _has_mark(verb: "Token") -> bool:
    return any(child.dep_ == "mark" for child in verb.children)


def _is_past_or_going_on(sentence: Sentence, verb: "Token") -> bool:
    if is_infinitive(verb):
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBG":
        return bool(helpers)
    emphatic = helpers & set(sentence.lexicon.cue("suspected.emphatic"))
    done = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(helpers))
    return done or bool(emphatic) or is_perfect(sentence, verb)


def any_under_modal(sentence: Sentence, path: list["Token"]) -> "Token | None":
    """ "would face sanctions for any sale": under "would", "any" speaks of no sale there is."""
    noun = path[0]
    if noun.pos_ != "NOUN" or all(modal_of(sentence, token) is None for token in path[1:]):
        return None
    free = sentence.lexicon.cue("prospective.free_choice")
    return next((c for c in noun.children if c.dep_ == "det" and c.lower_ in free), None)
