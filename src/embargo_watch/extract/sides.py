"""Choose for each side of a transfer the evidence that counts, so that no party holds both."""

from embargo_watch.extract.draft import Draft, Evidence, Role
from embargo_watch.extract.sentence import PartyWords


def best(found: Draft, role: Role) -> Evidence | None:
    """The weightiest evidence for a role, or None."""
    known = [e for e in found.evidence if e.role == role]
    return max(known, key=lambda e: e.weight, default=None)


def named(evidence: Evidence | None) -> tuple[PartyWords, ...]:
    """The parties of a side; an open side names nobody."""
    return evidence.parties if evidence else ()


def settle(
    supplier: Evidence | None, recipient: Evidence | None
) -> tuple[Evidence | None, Evidence | None]:
    """A party never stands on both sides of a directed claim: the better evidence keeps it."""
    if supplier is None or recipient is None:
        return supplier, recipient
    both = {p.party for p in supplier.parties} & {p.party for p in recipient.parties}
    if not both:
        return supplier, recipient
    if supplier.weight >= recipient.weight:
        return supplier, _without(recipient, both)
    return _without(supplier, both), recipient


def _without(evidence: Evidence, parties: set[str]) -> Evidence | None:
    left = tuple(p for p in evidence.parties if p.party not in parties)
    return Evidence(evidence.role, left, evidence.weight, evidence.rule) if left else None


def second_best(
    found: Draft, supplier: Evidence | None, recipient: Evidence | None
) -> tuple[Evidence | None, Evidence | None]:
    """Settle a party named on both sides, and give the side that lost it its next evidence."""
    settled = settle(supplier, recipient)
    if settled[0] is None and supplier is not None and settled[1] is not None:
        taken = {p.party for p in settled[1].parties}
        return _next(found, "supplier", taken), settled[1]
    if settled[1] is None and recipient is not None and settled[0] is not None:
        taken = {p.party for p in settled[0].parties}
        return settled[0], _next(found, "recipient", taken)
    return settled


def _next(found: Draft, role: Role, taken: set[str]) -> Evidence | None:
    known = [e for e in found.evidence if e.role == role]
    left = [e for e in known if not taken & {p.party for p in e.parties}]
    return max(left, key=lambda e: e.weight, default=None)
