"""Decide whether harm was done by a deed or only stands beside it in the sentence.

"Fired missiles at Kharkiv, killing five" and "five people were killed when Russia fired missiles"
are one event; "a day after a bomb killed three in Belgorod" and "could kill thousands" are not.
"""

from typing import TYPE_CHECKING

from embargo_watch.extract.deed import VERBS, Deed
from embargo_watch.extract.grammar import SUBJECTS, subject
from embargo_watch.reference.slots import slots

if TYPE_CHECKING:
    from spacy.tokens import Token

LINKS = frozenset(("advcl", "xcomp", "ccomp", "conj", "dep"))
MOST = 5
"""Verbs from the harm up to the deed after which they are taken for strangers."""


def did(deed: Deed, token: "Token") -> bool:
    """Whether the deed did the harm that a word tells."""
    verb = token
    if token.pos_ not in VERBS:
        for above in token.ancestors:
            if above.i in deed.goods or above == _noun(deed):
                return True
            if above.pos_ in VERBS:
                verb = above
                break
        if verb.i not in deed.own and not _leaves(verb) and verb != token:
            return False
    return _by_the_deed(deed, verb, MOST)


def _noun(deed: Deed) -> "Token | None":
    """The predicate, where it is a noun: "an attack with 32 dead"."""
    return next(
        (t for t in map(deed.sentence.doc.__getitem__, deed.own) if _is_attack(deed, t)), None
    )


def _is_attack(deed: Deed, token: "Token") -> bool:
    if token.pos_ in VERBS:
        return False
    return token.i in deed.own or deed.sentence.lexicon.noun_opens(token.lower_, "attack")


def _leaves(verb: "Token") -> bool:
    """ "Left 32 dead", "five people are dead", "claimed two lives"."""
    words = slots("en")
    return verb.pos_ == "AUX" or verb.lower_ in (*words.left_dead, *words.claiming)


def _by_the_deed(deed: Deed, verb: "Token", left: int) -> bool:
    if not left or _is_unreal(verb) or _is_anothers(deed, verb):
        return False
    if verb.i in deed.own:
        return True
    if verb.dep_ in ("relcl", "acl") and (_is_attack(deed, verb.head) or _runs_on(deed, verb)):
        return True
    if verb.dep_ in LINKS and _is_linked(verb):
        if verb.head.i in deed.own:
            return True
        if verb.head.pos_ in VERBS and _by_the_deed(deed, verb.head, left - 1):
            return True
    if any(_lies_below(deed, deed.sentence.doc[i], verb) for i in deed.own):
        return True
    joined = (child for child in verb.children if child.dep_ == "conj" and child.pos_ in VERBS)
    return any(_lies_below(deed, deed.sentence.doc[i], one) for one in joined for i in deed.own)


def _runs_on(deed: Deed, verb: "Token") -> bool:
    """Whether a participle without a comma goes with the deed: "hit a house killing five"."""
    noun = verb.head
    acts = noun.i in deed.sentence.parties or noun.pos_ == "PROPN"
    return verb.tag_ == "VBG" and not acts and deed.bears(noun)


def _is_unreal(verb: "Token") -> bool:
    words = slots("en").unreal
    return any(c.dep_ in ("aux", "neg") and c.lower_ in words for c in verb.children)


def _is_anothers(deed: Deed, verb: "Token") -> bool:
    """Whether the verb names somebody or something else as what did the harm."""
    doing = any(child.dep_ == "dobj" for child in verb.children)
    for child in verb.children:
        if child.dep_ == "agent":
            if not any(_is_the_deeds(deed, token) for token in child.children):
                return True
        elif doing and child.dep_ == "nsubj" and child.tag_ not in ("WDT", "WP"):
            return not _is_the_deeds(deed, child)
    return False


def _is_the_deeds(deed: Deed, token: "Token") -> bool:
    """Whether a noun is the deed's weapon, the attack itself, or whoever did it."""
    if token.i in deed.own or _near(deed, token):
        return True
    verbs = (deed.sentence.doc[i] for i in deed.own)
    doers = {t.i for verb in verbs if verb.pos_ == "VERB" for t in subject(deed.sentence, verb)}
    return token.i in doers


def _near(deed: Deed, noun: "Token") -> bool:
    """Whether something of the deed hangs on a noun: "the strike with Iranian drones"."""
    return any(token.i in deed.own for token in noun.subtree)


def _is_linked(verb: "Token") -> bool:
    """Whether a clause goes with the one above it: nothing sets it before or after."""
    if verb.dep_ == "ccomp" and verb.head.lower_ not in slots("en").left_dead:
        return False
    with_it = slots("en").harm_with
    return all(c.lower_ in with_it for c in verb.children if c.dep_ == "mark")


def _lies_below(deed: Deed, token: "Token", verb: "Token") -> bool:
    """Whether the deed hangs on the harm: as its doer, its means, or "when Russia fired"."""
    below = token
    for above in token.ancestors:
        if above == verb:
            return _hangs(below)
        if above.pos_ in VERBS and above.i not in deed.own:
            return False
        below = above
    return False


def _hangs(below: "Token") -> bool:
    words = slots("en")
    if below.dep_ in SUBJECTS or below.dep_ == "agent":
        return True
    later = any(child.dep_ == "npadvmod" for child in below.children)
    if below.dep_ == "prep":
        return below.lower_ in words.harm_in and not later
    if below.dep_ == "advcl":
        opened = any(child.lower_ in words.harm_when for child in below.children)
        return opened and not later
    return False
