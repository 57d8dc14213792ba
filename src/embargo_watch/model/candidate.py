"""What an extractor proposes; one shared validator turns it into a claim or refuses it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from embargo_watch.model.claim import (
    Aircraft,
    Casualties,
    Company,
    Kind,
    Quantity,
    Rejected,
    Status,
    Stop,
)  # fmt: skip
from embargo_watch.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that stand for a party, and why (``word_class``: name, capital, leader …).

    For a pronoun or a description ("it", "the regime") ``chain`` holds the words that it goes back
    to, nearest first; the last of them name the party.
    """

    span: Span
    party: str
    word_class: str = ""
    chain: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """Words that name what moved, with the item group that they carry."""

    span: Span
    group: str
    designation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A claim in the making: roles as words, not yet settled parties.

    ``rule`` names the construction that proposed it; ``others`` holds the spans of slots that
    are kept as words alone (``status``, ``date``, ``alleged_breach``, ``in_return_for`` …).
    ``predicate`` is the word that says that something moved. ``score`` is how sure learned weights
    are of it (0 to 1), None where rules alone decided.
    """

    kind: Kind
    rule: str
    status: Status
    predicate: Span
    quote: Span
    goods: Goods | None = None
    supplier: tuple[Mention, ...] = ()
    recipient: tuple[Mention, ...] = ()
    maker: tuple[Mention, ...] = ()
    via: tuple[Mention, ...] = ()
    against: tuple[Mention, ...] = ()
    speakers: tuple[Mention, ...] = ()
    unnamed_speakers: tuple[Span, ...] = ()
    signatories: tuple[Mention, ...] = ()
    stated_number: str = ""
    together: bool = False
    quantity: Quantity | None = None
    date: str = ""
    aircraft: tuple[Aircraft, ...] = ()
    companies: tuple[Company, ...] = ()
    casualties: tuple[Casualties, ...] = ()
    route: tuple[Stop, ...] = ()
    others: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that one document yielded."""

    candidates: tuple[Candidate, ...] = ()
    rejected: tuple[Rejected, ...] = ()
