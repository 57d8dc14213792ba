"""What the watch is told of one document; it works out neither origins nor copies by itself."""

import datetime as dt
from dataclasses import dataclass, field

from embargo_watch.model.claim import Claim
from embargo_watch.model.document import Document
from embargo_watch.model.finding import Finding
from embargo_watch.model.ledger import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """How one origin of a claim stands to one of its flows.

    ``counts_as`` is the name under which the origin is counted: the same for all speakers whom
    nobody can tell apart.
    """

    supplier: str
    recipient: str
    origin: str
    counts_as: str
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim with its findings and sayings."""

    claim: Claim
    findings: tuple[Finding, ...] = ()
    sayings: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One document at its time; ``repeats`` is the id of the earlier document it repeats, or ""."""

    at: dt.datetime
    document: Document
    claims: tuple[Told, ...] = field(default=())
    repeats: str = ""
