"""Collect what a sentence tells of one mention of goods, so that roles are weighed in one place."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from embargo_watch.extract.sentence import GoodsWords, PartyWords, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

Role = Literal["supplier", "recipient", "user", "seized_from", "seized_for"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason to give a party a role, with its weight and the construction's name."""

    role: Role
    parties: tuple[PartyWords, ...]
    weight: float
    rule: str


@dataclass(slots=True)
class Draft:
    """The evidence for one mention of goods: filled by the constructions, read by ``assemble``.

    ``frames`` names the frames met and a few marks of the goods (``kind``, ``origin``, ``return``
    …); ``chain`` is the goods' noun and the nouns above it that carry it; ``verb`` is the verb
    above them; ``bilateral`` says that a deal was told without its direction.
    """

    sentence: Sentence
    goods: GoodsWords
    evidence: list[Evidence] = field(default_factory=list)
    predicate: "Token | None" = None
    frames: set[str] = field(default_factory=set)
    chain: "list[Token]" = field(default_factory=list)
    verb: "Token | None" = None
    bilateral: bool = False

    def add(self, role: Role, parties: list[PartyWords], weight: float, rule: str) -> None:
        """Note evidence, unless there is no party in it."""
        if parties:
            self.evidence.append(Evidence(role, tuple(parties), weight, rule))

    def meet(self, token: "Token", frame: str) -> None:
        """Note a predicate; the first verb wins over nouns, for status hangs on it."""
        self.frames.add(frame)
        if self.predicate is None or (self.predicate.pos_ != "VERB" and token.pos_ == "VERB"):
            self.predicate = token
