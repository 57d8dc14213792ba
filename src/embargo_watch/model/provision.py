"""Put the law into records, one a paragraph, so that no rule of the judge names a country.

A regime is an embargo; its instruments are the decisions that made it; a provision is one
paragraph with its dates, direction, target and items. What parties dispute stands in the data as
readings. ``Goods`` and ``Category`` say which goods fall into which legal category.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

ProvisionKind = Literal["ban", "exemption", "inspection", "call", "activity", "duty", "lifting"]
"""Only a ``ban`` or a ``duty`` can be engaged by a transfer.

A ``duty`` asks something of a transfer that is allowed: a notice, a report, a document.
``exemption`` permits, ``inspection`` governs searches and ports, ``call`` asks without binding
(so does a political declaration), ``activity`` is about what the target does by itself,
``lifting`` ends a measure.
"""
UntilKind = Literal[
    "open", "lifted", "expired", "superseded", "narrowed", "narrowed_exemption_closed",
    "superseded_before_start", "suspended", "horizon",
]  # fmt: skip
"""Why a provision ended; ``horizon`` is no end but the last renewal seen."""
Direction = Literal["to_target", "from_target", "both"]
TargetType = Literal[
    "state", "territory", "government", "group", "listed_persons",
    "non_governmental", "belligerents", "all_but_government",
]  # fmt: skip
"""Whom a provision means: a state (its government and everybody in it), everybody in a territory,
the government alone, the groups named, the persons and groups on a list while they are on it,
every non-governmental entity in the territory or area, the parties to a conflict in the areas
(governments included), everybody in the territory except its government."""
Nexus = Literal["territory", "nationals", "flag", "origin"]
"""What ties whoever is bound to a transfer: it runs from or through their territory, their
nationals make it, their ships or aircraft carry it, the goods are theirs by origin."""
ChangeKind = Literal[
    "renewed", "reaffirmed", "widened", "narrowed", "exempted", "replaced", "lifted", "ended"
]
"""What a later paragraph did to a provision; ``exempted`` added or reshaped an exemption."""
Period = Literal["once", "year"]
Route = Literal["approval", "notice", "state", "none", ""]
"""What an exemption asks: a Committee's or the Council's approval, a notice, a State's own
determination, nothing; "" where there is no exemption."""
Confidence = Literal["V", "P", "G"]
"""Verified in a source, partly, general knowledge."""
Answer = Literal["yes", "no", "unclear"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReading:
    """One side's reading of a contested provision.

    ``applies`` says whether the provision applies at all on this reading; ``since`` and ``until``
    (half-open) replace the provision's own where this side holds other dates; ``excludes`` are
    targets (party ids) that it holds not to be meant.
    """

    reading: str
    held_by: tuple[str, ...]
    applies: bool = True
    excludes: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grace:
    """A winding-down period: until then (exclusive) earlier contracts may be carried out."""

    until: dt.date
    condition: str
    items: tuple[str, ...] = ()
    """The item codes that it covers; none means all of the provision's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """A limit on a total: so much of these goods in one period, ``since <= day < until``.

    ``amount`` in ``unit`` (a unit of data/items/units.yaml). ``period`` "year" repeats each twelve
    months from ``since``; "once" is the whole interval. ``text`` says it in our own words.
    """

    items: tuple[str, ...]
    amount: float
    unit: str
    since: dt.date
    until: dt.date | None
    period: Period
    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A party on a sanctions list from a day on; ``until`` (exclusive) its removal, if any."""

    party: str
    since: dt.date
    until: dt.date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a later paragraph did to a provision, and on which day.

    ``until`` is the first day on which it no longer applies, where the change sets an end.
    """

    on: dt.date
    instrument: str
    paragraph: str
    how: ChangeKind
    until: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """How the Council voted: the counts, and who (party ids) where a source names them.

    ``failed`` says why a draft was not adopted; "" for what was.
    """

    on: dt.date
    yes: int
    no: int
    abstain: int
    supported: tuple[str, ...] = ()
    opposed: tuple[str, ...] = ()
    abstained: tuple[str, ...] = ()
    failed: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A decision that provisions stand in, such as ``S/RES/1718 (2006)``."""

    id: str
    adopted: dt.date
    vote: Vote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One paragraph: who may not send what to whom, from when until when.

    ``since <= day < until``; ``until`` None is open. ``target`` holds party ids. ``items`` are
    scope codes of data/items/scopes.yaml (``A!B`` is A without B), ``services`` the related
    services; goods or a service in any of them are covered, if they are also in every one of
    ``requires``. ``items_since`` holds codes that were added after ``since``, ``items_until`` codes
    (of ``items`` or ``services``) that fell away before ``until``, each with its first day without.
    ``determination`` is the fact that a State, a Committee or the Council must establish and no
    report can.
    ``cap`` is a statement about a total, for ``cap_items`` (none means all items), and ``caps``
    the same as numbers. ``relaxes`` are the bans that an exemption loosens, ``route`` what it asks.
    ``binds`` are the parties bound (a bloc stands for its members); none means all States, and
    ``nexus`` says by what. ``areas`` (ids of data/parties/areas.yaml) narrow the territory;
    ``listed`` are the parties on the list with their days; ``changes`` what later paragraphs did.
    """

    id: str
    regime: str
    instrument: str
    paragraph: str
    text: str
    kind: ProvisionKind
    force: str
    adopted: dt.date
    since: dt.date
    until: dt.date | None
    until_kind: UntilKind
    changed_by: str
    direction: Direction
    bound: str
    target_type: TargetType
    target: tuple[str, ...]
    target_text: str
    area: str
    items: tuple[str, ...]
    confidence: Confidence
    source: tuple[str, ...]
    services: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    items_since: Mapping[str, dt.date] = field(default_factory=dict)
    items_until: Mapping[str, dt.date] = field(default_factory=dict)
    hs: tuple[str, ...] = ()
    cap: str = ""
    cap_items: tuple[str, ...] = ()
    determination: str = ""
    grace: Grace | None = None
    exemptions: str = ""
    route: Route = ""
    relaxes: tuple[str, ...] = ()
    caps: tuple[Cap, ...] = ()
    binds: tuple[str, ...] = ()
    nexus: tuple[Nexus, ...] = ()
    areas: tuple[str, ...] = ()
    listed: tuple[Listing, ...] = ()
    changes: tuple[Change, ...] = ()
    inspection: str = ""
    contested: str = ""
    readings: tuple[HeldReading, ...] = ()
    note: str = ""

    @property
    def citation(self) -> str:
        """Instrument and paragraph as a lawyer cites them."""
        return f"{self.instrument}, {self.paragraph}"

    def __hash__(self) -> int:
        """A provision is its id within one law: cheap, and the judge caches by it."""
        return hash(self.id)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Regime:
    """An embargo: its provisions, and the ids of the parties that bring it into play.

    Compared by identity, so that what is derived from it can be cached.

    ``territory`` is the state (ISO 3166-1 alpha-3) in which it works; ``parties`` are that state
    and the groups known to act there.
    """

    id: str
    name: str
    layer: str
    territory: str
    parties: tuple[str, ...]
    instruments: tuple[Instrument, ...]
    provisions: tuple[Provision, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """A kind of goods or service that words can name, and the categories it falls into.

    ``groups`` are the codebook groups it may be reported under. A category that is in neither
    ``yes`` nor ``unclear`` is a no.
    """

    id: str
    name: str
    groups: tuple[str, ...]
    words: tuple[str, ...]
    designations: tuple[str, ...]
    yes: tuple[str, ...]
    unclear: tuple[str, ...]
    why: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A legal category (scope code), and what a bare item group says about it.

    A group in ``yes`` has every member in the category, one in ``unclear`` some; any other none.
    """

    code: str
    name: str
    yes: tuple[str, ...]
    unclear: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scopes:
    """All goods and categories, as data/items/scopes.yaml has them.

    Compared by identity, so that what is derived from it can be cached.
    """

    goods: tuple[Goods, ...]
    categories: Mapping[str, Category]
