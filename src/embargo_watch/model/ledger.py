"""What claims add up to: copies, origins, incidents, flows and exchanges."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from embargo_watch.model.capture import Capture
from embargo_watch.model.claim import Claim, Rejected
from embargo_watch.model.document import Document
from embargo_watch.model.finding import Finding
from embargo_watch.model.ids import stable_id

Stance = Literal["asserts", "denies", "suspects", "expects", "admits"]
"""How an origin stands to a flow, derived from its claims; ``admits`` is a supplier or
recipient asserting its own part."""


STANCES: tuple[Stance, ...] = ("asserts", "admits", "denies", "suspects", "expects")
"""In the order in which voices are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureRef:
    """A capture without its bytes: what the ledger keeps of it.

    ``location`` is where the vault keeps the bytes ("" where they were not kept, as in a
    stateless reading). ``blob`` and ``id`` are "" where no bytes could be taken at all.
    """

    id: str
    blob: str
    source: str
    entry: str
    media_type: str = ""
    at: dt.datetime | None = None
    location: str = ""

    @classmethod
    def of(cls, capture: Capture, location: str = "") -> "CaptureRef":
        """Let go of the bytes of a capture, keeping where the vault put them."""
        blob = capture.blob
        moment = capture.at.isoformat() if capture.at else ""
        return cls(
            id=stable_id("cap", blob, capture.source, moment),
            blob=blob,
            source=capture.source,
            entry=capture.entry,
            media_type=capture.media_type,
            at=capture.at,
            location=location,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentResult:
    """All that the stages say about one input, handed to the ledger or printed as one line.

    ``document`` is None only where ``failure`` says why the input could not be taken or read.
    ``refused`` is the reason for which a document was not read for claims (``language: fr``),
    "" where it was. ``relevant`` tells that triage passed it on to the parser: only then does
    the ledger keep its text. ``findings`` go by claim id, and ``law`` is the digest of the law
    that they rest on.
    """

    capture: CaptureRef
    document: Document | None = None
    relevant: bool = False
    refused: str = ""
    claims: tuple[Claim, ...] = ()
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    rejected: tuple[Rejected, ...] = ()
    failure: str = ""
    law: str = ""

    @classmethod
    def failed(cls, source: str, entry: str, reason: str) -> "DocumentResult":
        """Report an input whose bytes could not be taken."""
        ref = CaptureRef(id="", blob="", source=source, entry=entry)
        return cls(capture=ref, failure=reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An input without claims because it was refused (``outcome`` refused) or failed (failed)."""

    outcome: Literal["refused", "failed"]
    source: str
    entry: str
    reason: str
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedEntry:
    """A rejected candidate with its document and the words that it stood on."""

    document: str
    title: str
    start: int
    end: int
    rule: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a ledger holds. ``refused`` and ``rejected`` count by reason and by rule."""

    captures: int
    read: int
    relevant: int
    claims: int
    flows: int
    incidents: int
    failed: int
    refused: Mapping[str, int]
    rejected: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A claim with its document and its findings, as the later stages see it.

    ``law`` is the digest of the law that the findings rest on, "" where it was not noted.
    """

    claim: Claim
    document: Document
    findings: tuple[Finding, ...] = ()
    law: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLink:
    """That one document repeats another, and what shows it."""

    document: str
    original: str
    basis: str
    """``same text``, ``near copy`` or ``credit line``."""
    evidence: str


RELIABILITY = "ABCDEF"
"""Letters of the Admiralty scale for a source, the last where it cannot be judged."""
CREDIBILITY = "123456"
"""Numbers of the Admiralty scale for what it says, the last where that cannot be judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One reason for a grade: the rule (see data/grades.yaml), and what it compared."""

    rule: str
    compared: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A letter or a number of the Admiralty scale, with every rule that led to it."""

    grade: str
    reasons: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One origin's stance in a flow or incident, with the claims that carry it.

    ``origin`` is a party id, a speaker's words, or ``publisher:NAME``; ``first_said`` is the
    EDTF publication date of its earliest claim; ``copies`` counts documents that only repeat it.
    ``signatories`` are the parties that joined its statement and are not counted.
    ``reliability`` is of the source (A to F), ``credibility`` of what it says here (1 to 6).
    """

    origin: str
    stance: Stance
    first_said: str
    claims: tuple[str, ...]
    copies: int = 0
    signatories: tuple[str, ...] = ()
    reliability: Grade = Grade(grade=RELIABILITY[-1])
    credibility: Grade = Grade(grade=CREDIBILITY[-1])


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
    in_return_for: tuple[tuple[str, str], ...] = ()
    """(words for what came back, claim id), where a text makes the link."""

    @property
    def key(self) -> "FlowKey":
        """What tells this flow from every other."""
        return FlowKey(self.supplier, self.recipient, self.item)


@dataclass(frozen=True, slots=True, order=True)
class FlowKey:
    """A supplier, a recipient and an item group; an unnamed side is ""."""

    supplier: str
    recipient: str
    item: str

    @property
    def id(self) -> str:
        """The flow's id, the same in every ledger."""
        return stable_id("flow", self.supplier, self.recipient, self.item)

    @classmethod
    def of(cls, claim: Claim) -> "tuple[FlowKey, ...]":
        """Every flow that a claim feeds: one a pair, a use claim the flow that it implies."""
        return tuple(cls(supplier, recipient, claim.item) for supplier, recipient in claim.pairs())


def incident_id(flow: str, claim: str) -> str:
    """Name an incident after its first member; each later member's name leads to it as well."""
    return stable_id("inc", flow, claim)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What the claims of one flow add up to."""

    flow: Flow
    incidents: tuple[Incident, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """The flows between two parties in both directions."""

    one: str
    other: str
    there: tuple[Flow, ...]
    back: tuple[Flow, ...]

    @classmethod
    def of(cls, one: str, other: str, flows: Iterable[Flow]) -> "Exchange":
        """Pick out of any flows those between the two, each direction by date."""
        held = sorted(flows, key=lambda flow: (flow.first or "9999", flow.id))
        there = tuple(f for f in held if (f.supplier, f.recipient) == (one, other))
        back = tuple(f for f in held if (f.supplier, f.recipient) == (other, one))
        return cls(one=one, other=other, there=there, back=back)
