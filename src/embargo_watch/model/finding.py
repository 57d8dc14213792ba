"""A transfer held against one provision on its date, with every reason as data."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["engaged", "not_engaged", "contested", "unknown"]
Breach = Literal[
    "prohibited", "exemption_not_sought", "notice_missing", "cap_exceeded", "report_missing", ""
]
Basis = Literal["stated", "window"]
"""Whether the text dates the transfer itself, or only its report does (the reporting window)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One step of a judgement: the rule, what it compared with what, and the rule's source."""

    rule: str
    compared: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One side of a contested provision: what is held, by whom, and what follows from it."""

    reading: str
    held_by: tuple[str, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The verdict on one provision. It says nothing about how strong the evidence is.

    ``supplier`` and ``recipient`` name the pair that was judged, where a claim has several, or
    the leg of a chain, and ``date`` is that leg's own.
    """

    provision: str
    instrument: str
    paragraph: str
    verdict: Verdict
    breach: Breach
    basis: Basis
    readings: tuple[Reading, ...] = ()
    reasons: tuple[Reason, ...] = ()
    supplier: str = ""
    recipient: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A party through whose hands or territory a consignment goes; ``date`` is EDTF or ""."""

    party: str
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A transfer put before the judge: party ids, item group, and an EDTF date with its basis.

    ``item_text`` are the words of the text for the goods, where there is one. ``recipient_as``
    and ``supplier_as`` say whether a state's id stands for its government or for its territory
    ("unclear" where a text leaves it open; who asks about a territory says so).
    ``area`` is the place of delivery where it is not the recipient's own: a state (ISO 3166-1
    alpha-3) or an id of data/parties/areas.yaml.

    The rest of the chain, where it is known: ``maker`` of the goods, ``broker`` who arranged it,
    ``via`` the parties or states it passed through, in order, ``end_user`` beyond the recipient,
    ``flag`` the state of the ship or aircraft. ``quantity`` is an amount with its unit, as written.
    """

    supplier: str = ""
    recipient: str = ""
    item: str = ""
    designation: str = ""
    item_text: str = ""
    supplier_as: str = "government"
    recipient_as: str = "government"
    area: str = ""
    date: str = ""
    basis: Basis = "stated"
    status: str = "asserted"
    maker: str = ""
    broker: str = ""
    via: tuple[Stop, ...] = ()
    end_user: str = ""
    flag: str = ""
    quantity: str = ""
