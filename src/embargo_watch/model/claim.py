"""One statement in one document that arms or embargoed goods moved: the atom of the ledger.

The shared annotation codebook is the definition; a claim exists only with a transfer predicate,
at least one party and an item, and every filled slot is a span of its document.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from embargo_watch.model.ids import stable_id
from embargo_watch.model.spans import Span

Kind = Literal["transfer", "use", "interdiction"]
Status = Literal["asserted", "denied", "suspected", "prospective"]
Capacity = Literal["government", "territory", "unclear"]
"""What a party's words stand for: a state's government, its territory, or not told."""

KINDS: tuple[Kind, ...] = ("transfer", "use", "interdiction")
STATUSES: tuple[Status, ...] = ("asserted", "denied", "suspected", "prospective")
"""In order of strength: where one document puts a claim in two ways, the first listed wins."""

UNKNOWN_PARTY = "unknown"
"""The id of a party that the text speaks of but that has no id of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How much, as the text puts it, with bounds; ``max`` is None for "more than"."""

    text: str
    min: float | None
    max: float | None
    unit: str
    about: bool = False


Harm = Literal["killed", "wounded", "killed_or_wounded"]
Way = Literal["from", "via", "to"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualties:
    """How many a use is said to have killed or wounded, with bounds as for ``Quantity``."""

    text: str
    harm: Harm
    min: float | None
    max: float | None
    about: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Aircraft:
    """A plane said to have carried the goods, as far as the text tells it apart from others.

    ``type`` is in the text's words, ``state`` (ISO 3166-1 alpha-3) whose mark the registration
    bears; what is not told is "".
    """

    type: str = ""
    registration: str = ""
    state: str = ""
    flight: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A company with a part in the deed: its words, and its name and seat where it is a known one.

    ``trade`` is maker, exporter, broker or carrier, and "" with the others where nothing is known.
    """

    text: str
    name: str = ""
    country: str = ""
    trade: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A point of the way that goods are said to have gone: the first, one between, the last."""

    way: Way
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """A statement made together: who wrote it, who signed it, how many the text says signed."""

    authors: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    stated_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AllegedBreach:
    """The instrument that a speaker says was breached, in the speaker's words."""

    instrument: str
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Who is said to have sent what to whom, how it is put, and who says so.

    ``supplier``, ``recipient``, ``via``, ``maker``, ``speakers`` and ``against`` hold party ids
    (ISO 3166-1 alpha-3 or a group's id); ``speakers_text`` holds the words for every speaker,
    with an id or not. ``date`` is EDTF or "". ``spans`` maps a slot's name
    (``supplier``, ``recipient``, ``item``, ``predicate``, ``date``, ``quantity``, ``place``,
    ``speakers``, ``status``, ``via``, ``maker``, ``alleged_breach``, ``in_return_for``,
    ``vessel``, ``aircraft``, ``company``, ``casualties``, ``route`` …) to the words it rests on.
    ``rule`` names the construction that found it; ``score`` is how sure
    learned weights are of it (0 to 1), None where rules alone decided. It is no part of the id.
    """

    document: str
    kind: Kind
    status: Status
    item: str
    quote: Span
    supplier: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    supplier_as: Capacity = "unclear"
    recipient_as: Capacity = "unclear"
    via: tuple[str, ...] = ()
    maker: tuple[str, ...] = ()
    item_text: str = ""
    designation: str = ""
    quantity: Quantity | None = None
    speakers: tuple[str, ...] = ()
    speakers_text: tuple[str, ...] = ()
    joint: Joint | None = None
    alleged_breach: tuple[AllegedBreach, ...] = ()
    in_return_for: str = ""
    date: str = ""
    date_text: str = ""
    place: str = ""
    against: tuple[str, ...] = ()
    aircraft: tuple[Aircraft, ...] = ()
    companies: tuple[Company, ...] = ()
    casualties: tuple[Casualties, ...] = ()
    route: tuple[Stop, ...] = ()
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    extractor: str = ""
    rule: str = ""
    score: float | None = None

    @property
    def id(self) -> str:
        """From document, slots and spans, never from the extractor's version."""
        slots = (
            self.kind, self.status, self.item, "+".join(self.supplier), "+".join(self.recipient),
            self.date, "+".join(self.speakers),
        )  # fmt: skip
        places = [
            f"{name}:{span.start}-{span.end}"
            for name in sorted(self.spans)
            for span in self.spans[name]
        ]
        return stable_id("clm", self.document, *slots, *places)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every (supplier, recipient) of the claim; an unnamed side is ""."""
        sides = ((s, r) for s in self.supplier or ("",) for r in self.recipient or ("",))
        return tuple((s, r) for s, r in sides if s != r or not s)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """What nearly was a claim, with the name of the rule that refused it.

    ``score`` is what learned weights gave it (0 to 1), None where rules alone decided.
    """

    start: int
    end: int
    rule: str
    score: float | None = None
