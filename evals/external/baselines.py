"""Fill the slots of a transfer as somebody would who has no rules for transfers.

Both read the same parse as our constructions do, so that only what is made of it differs.
"""

from typing import TYPE_CHECKING

from evals.external.phrases import Phrase, path, phrases

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TO = frozenset(("to", "for", "into", "toward", "towards"))
FROM = frozenset(("from",))
BY = frozenset(("by",))


def by_distance(doc: "Doc", trigger: range, frame: str) -> dict[str, list[Phrase]]:
    """The nearest phrase before the trigger gives, the nearest after it moves, the next gets."""
    known = phrases(doc, trigger)
    before = [p for p in known if p.last < trigger.start][-1:]
    after = [p for p in known if p.first >= trigger.stop][:2]
    giver, getter = ("supplier", "recipient") if frame == "give" else ("recipient", "supplier")
    return {giver: before, "item": after[:1], getter: after[1:]}


def by_dependency(doc: "Doc", trigger: range, frame: str) -> dict[str, list[Phrase]]:
    """The subject gives (or gets), the object moves, "to" and "from" name the other sides."""
    head = min((doc[i] for i in trigger), key=lambda token: path(token, _root(doc)))
    known = {p.head: p for p in phrases(doc, trigger)}
    giver, getter = ("supplier", "recipient") if frame == "give" else ("recipient", "supplier")
    found: dict[str, list[Phrase]] = {"supplier": [], "recipient": [], "item": [], "origin": []}
    for token in head.children:
        if token.dep_ in ("nsubj", "poss"):
            _put(found[giver], known, token)
        elif token.dep_ in ("dobj", "nsubjpass", "compound"):
            _put(found["item"], known, token)
        elif token.dep_ == "dative" and token.pos_ != "ADP":
            _put(found[getter], known, token)
        elif token.dep_ in ("prep", "dative", "agent"):
            slot = _by_preposition(token, giver)
            for below in token.children:
                if slot and below.dep_ == "pobj":
                    _put(found[slot], known, below)
    return found


def _by_preposition(token: "Token", giver: str) -> str:
    if token.lower_ in TO:
        return "recipient"
    if token.lower_ in BY:
        return giver
    if token.lower_ in FROM:
        return "origin"
    return "item" if token.lower_ == "of" else ""


def _put(slot: list[Phrase], known: dict[int, Phrase], token: "Token") -> None:
    if token.i in known:
        slot.append(known[token.i])


def _root(doc: "Doc") -> "Token":
    return next(token for token in doc if token.head.i == token.i)
