"""What claims add up to: copies, origins, incidents, flows and exchanges."""

from dataclasses import dataclass
from typing import Literal

from embargo_watch.model.claim import Claim
from embargo_watch.model.document import Document
from embargo_watch.model.finding import Finding

Stance = Literal["asserts", "denies", "suspects", "expects", "admits"]
"""How an origin stands to a flow, derived from its claims; ``admits`` is a supplier or
recipient asserting its own part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A claim with its document and its findings, as the later stages see it."""

    claim: Claim
    document: Document
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLink:
    """That one document repeats another, and what shows it."""

    document: str
    original: str
    basis: str
    """``same text``, ``near copy`` or ``credit line``."""
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One origin's stance in a flow or incident, with the claims that carry it.

    ``origin`` is a party id, a speaker's words, or ``publisher:NAME``; ``first_said`` is the
    EDTF publication date of its earliest claim; ``copies`` counts documents that only repeat it.
    """

    origin: str
    stance: Stance
    first_said: str
    claims: tuple[str, ...]
    copies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One dated occasion within a flow, told by one or more documents."""

    id: str
    flow: str
    kind: str
    supplier: str
    recipient: str
    item: str
    date: str
    place: str
    claims: tuple[str, ...]
    voices: tuple[Voice, ...]
    quantities: tuple[tuple[str, str], ...] = ()
    """(stated words, origin), side by side and never averaged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Supplier -> recipient, item group: an account in the ledger, the sum of its claims.

    ``first`` and ``last`` are EDTF dates of what is told (the claim's own date, else its
    document's publication). ``independent`` counts distinct origins that assert or admit.
    ``engaged``, ``contested`` and ``unknown`` hold provision ids.
    """

    id: str
    supplier: str
    recipient: str
    item: str
    first: str
    last: str
    voices: tuple[Voice, ...]
    independent: int
    claims: tuple[str, ...]
    incidents: tuple[str, ...]
    designations: tuple[str, ...] = ()
    quantities: tuple[tuple[str, str], ...] = ()
    engaged: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
