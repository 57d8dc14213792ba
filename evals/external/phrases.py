"""Find the noun phrases of a parsed sentence, for benchmarks that ask about anybody and anything.

Our own reading knows parties and goods by their words; a benchmark of others names "the seller" and
"a painting". So every noun phrase stands in for a party, and for goods in its turn.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WITHIN = frozenset(("compound", "amod", "nummod", "nmod", "quantmod", "punct", "advmod"))
"""What stands before a noun and belongs to its phrase; articles and owners do not."""

NOUNS = frozenset(("NOUN", "PROPN"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by its tokens, both ends included; ``head`` is the noun that others hang on."""

    first: int
    last: int
    head: int


NOWHERE = range(0)


def phrases(doc: "Doc", apart: range = NOWHERE) -> list[Phrase]:
    """The noun phrases from left to right; none lies within another or holds a token of ``apart``.

    ``apart`` are the tokens of a trigger: "drug" is a phrase beside the trigger "smuggling".
    """
    return [
        Phrase(_first(token, apart), token.i, token.i)
        for token in doc
        if token.i not in apart and _heads(token, apart)
    ]


def _heads(token: "Token", apart: range) -> bool:
    if token.pos_ not in NOUNS:
        return False
    head = token.head
    within = token.dep_ in WITHIN and head.i > token.i and head.pos_ in NOUNS
    return not within or head.i in apart


def _first(head: "Token", apart: range) -> int:
    """The leftmost token of an unbroken row of modifiers before the head."""
    first = head.i
    while first > 0:
        before = head.doc[first - 1]
        if (
            before.i in apart
            or before.dep_ not in WITHIN
            or not _under(before, head)
            or before.i < head.left_edge.i
        ):
            break
        first -= 1
    while head.doc[first].pos_ == "PUNCT" and first < head.i:
        first += 1
    return first


def _under(token: "Token", head: "Token") -> bool:
    """Whether a token hangs on the head, or on what hangs on it within its phrase."""
    while token.head.i != token.i and token.dep_ in WITHIN:
        token = token.head
        if token.i == head.i:
            return True
    return False


def path(token: "Token", other: "Token") -> int:
    """Steps between two tokens over the tree; more than any where no path joins them."""
    mine = {one.i: steps for steps, one in enumerate(_upwards(token))}
    for steps, one in enumerate(_upwards(other)):
        if one.i in mine:
            return steps + mine[one.i]
    return len(token.doc) + 1


def _upwards(token: "Token") -> Iterator["Token"]:
    yield token
    while token.head.i != token.i:
        token = token.head
        yield token
