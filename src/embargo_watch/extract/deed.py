"""Tell what hangs on a deed, so that no plane, firm or way of another deed is taken for its own."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from embargo_watch.extract.draft import Draft
from embargo_watch.extract.grammar import SUBJECTS, conjuncts
from embargo_watch.extract.sentence import Sentence
from embargo_watch.model.spans import Span
from embargo_watch.reference.slots import slots

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBS = frozenset(("VERB", "AUX"))
IN_A_PHRASE = frozenset(("compound", "nmod", "amod", "appos", "nummod", "punct", "npadvmod"))
LINKED = frozenset(("advcl", "xcomp", "conj", "acl", "dep"))
"""Labels by which a verb of a carrier's way or use goes with the deed."""


@dataclass(frozen=True, slots=True)
class Deed:
    """The tokens of a deed: its own, and the verbs that tell how its goods were carried."""

    sentence: Sentence
    own: frozenset[int]
    tied: frozenset[int]
    goods: frozenset[int]

    @classmethod
    def of(cls, found: Draft) -> "Deed":
        """Collect the predicate, the verb, the nouns that carry the goods, and tied verbs."""
        nouns = frozenset(token.i for token in found.chain)
        own = {token.i for token in (found.predicate, found.verb) if token is not None} | nouns
        tied = {verb.i for i in own for verb in _tied(found.sentence.doc[i])}
        return cls(found.sentence, frozenset(own), frozenset(tied - own), nouns)

    def has(self, token: "Token") -> bool:
        """Whether a token is one of the deed's."""
        return token.i in self.own or token.i in self.tied

    def bears(self, token: "Token") -> bool:
        """Whether a token hangs on the deed with no other verb between; a participle may stand."""
        for above in (token, *token.ancestors):
            if self.has(above):
                return True
            if above.pos_ in VERBS and above.dep_ != "acl":
                return False
        return False

    def tokens(self, span: Span) -> "list[Token]":
        """The tokens that a span of the sentence covers."""
        base, doc = self.sentence.base, self.sentence.doc
        covered = doc.char_span(span.start - base, span.end - base, alignment_mode="expand")
        return [] if covered is None else list(covered)


def top_of(token: "Token") -> "Token":
    """The head of the noun phrase that a token stands in, over apposition and coordination."""
    while token.head.i != token.i and (
        token.dep_ in IN_A_PHRASE or (token.dep_ == "conj" and token.head.pos_ not in VERBS)
    ):
        token = token.head
    return token


def heads_clause(token: "Token", verbs: frozenset[int]) -> bool:
    """Whether one of the verbs tells of a noun: "the Il-76 that carried", "a ship carrying"."""
    return any(child.i in verbs and child.dep_ in ("relcl", "acl") for child in token.children)


def has_own_subject(verb: "Token") -> bool:
    """Whether a verb names who does it beside it."""
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _tied(verb: "Token") -> "list[Token]":
    """Verbs of carrying, using or moving that go with a verb of the deed."""
    if verb.pos_ not in VERBS:
        return []
    words = slots("en")
    ways = frozenset((*words.using, *words.moving))
    above = verb.head
    if verb.dep_ in ("relcl", "acl"):
        above = above.head if above.dep_ in SUBJECTS else verb
    elif verb.dep_ == "pcomp":
        above = above.head
    elif verb.dep_ not in ("advcl", "xcomp") or _set_apart(verb):
        above = verb
    below = [
        child
        for child in verb.children
        if child.dep_ in LINKED and not has_own_subject(child)
        for child in conjuncts(child)
    ]
    near = [above] if above.i != verb.i else []
    near += [
        told
        for child in verb.children
        if child.dep_ in SUBJECTS
        for told in child.children
        if told.dep_ in ("relcl", "acl")
    ]
    return [token for token in (*near, *below) if token.lower_ in ways and token.pos_ in VERBS]


def _set_apart(verb: "Token") -> bool:
    """Whether a clause of its own tells of the verb: "after Iran sent drones"."""
    return has_own_subject(verb) or any(child.dep_ == "mark" for child in verb.children)
