"""Keep the promise of the law's JSON: a provision a line, a difference a line.

Fields may be added, never renamed or dropped.
"""

import datetime as dt
from collections.abc import Mapping

from embargo_watch.export.json_lines import Object
from embargo_watch.model.provision import (
    Cap,
    Change,
    HeldReading,
    Instrument,
    Listing,
    Provision,
    Regime,
    Vote,
)

_SAME = (
    "instrument", "paragraph", "text", "kind", "force", "until_kind", "changed_by", "direction",
    "bound", "target_type", "target", "target_text", "area", "items", "services", "hs", "cap",
    "determination", "exemptions", "inspection", "contested", "confidence", "source", "note",
    "requires", "route", "relaxes", "cap_items", "binds", "nexus", "areas",
)  # fmt: skip


def provision_object(regime: Regime, provision: Provision, standing: str, law: str) -> Object:
    """Return a provision as ``law --json`` prints it.

    ``standing`` is how it stands on the day asked ("" where none was); ``law`` is the digest.
    """
    return {
        "provision": provision.id,
        "regime": regime.id,
        "regime_name": regime.name,
        "layer": regime.layer,
        "territory": regime.territory or None,
        "parties": regime.parties,
        "adopted": provision.adopted.isoformat(),
        "from": provision.since.isoformat(),
        "until": _day(provision.until),
        "readings": [_reading(each) for each in provision.readings],
        "standing": standing or None,
        **{name: getattr(provision, name) for name in _SAME},
        "items_since": _days(provision.items_since),
        "items_until": _days(provision.items_until),
        "grace": _grace(provision),
        "vote": vote_object(vote_of(regime, provision.instrument)),
        "changes": [change_object(each) for each in provision.changes],
        "caps": [_cap(each) for each in provision.caps],
        "listed": [_listing(each) for each in provision.listed],
        "law": law,
    }


def vote_of(regime: Regime, instrument: str) -> Vote | None:
    """Return the vote on one of a regime's instruments, None where none is known."""
    named = (each for each in regime.instruments if each.id == instrument)
    found: Instrument | None = next(named, None)
    return found.vote if found else None


def vote_object(vote: Vote | None) -> Object | None:
    """Return how the Council voted: the counts, and who where it is known."""
    if vote is None:
        return None
    return {
        "on": vote.on.isoformat(),
        "yes": vote.yes,
        "no": vote.no,
        "abstain": vote.abstain,
        "supported": vote.supported,
        "opposed": vote.opposed,
        "abstained": vote.abstained,
        "source": vote.source,
    }


def change_object(change: Change) -> Object:
    """Return what a later paragraph did to a provision."""
    return {
        "on": change.on.isoformat(),
        "instrument": change.instrument,
        "paragraph": change.paragraph,
        "how": change.how,
        "until": _day(change.until),
        "note": change.note,
    }


def _reading(reading: HeldReading) -> Object:
    return {
        "reading": reading.reading,
        "held_by": reading.held_by,
        "applies": reading.applies,
        "excludes": reading.excludes,
        "from": _day(reading.since),
        "until": _day(reading.until),
    }


def _grace(provision: Provision) -> Object | None:
    grace = provision.grace
    if grace is None:
        return None
    return {
        "until": grace.until.isoformat(),
        "condition": grace.condition,
        "items": grace.items,
    }


def _cap(cap: Cap) -> Object:
    return {
        "items": cap.items,
        "amount": cap.amount,
        "unit": cap.unit,
        "from": cap.since.isoformat(),
        "until": _day(cap.until),
        "period": cap.period,
        "text": cap.text,
        "source": cap.source,
    }


def _listing(listing: Listing) -> Object:
    return {
        "party": listing.party,
        "from": listing.since.isoformat(),
        "until": _day(listing.until),
        "source": listing.source,
    }


def _days(days: Mapping[str, dt.date]) -> dict[str, str]:
    return {code: day.isoformat() for code, day in days.items()}


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
