"""Turn the evidence gathered for goods into roles, and say why where it does not suffice."""

from dataclasses import dataclass
from typing import Literal

from embargo_watch.extract.frames import Draft, Evidence
from embargo_watch.extract.sentence import PartyWords
from embargo_watch.model.claim import Kind

Refusal = Literal["no-party", "no-predicate", "own-arms", "weak-goods", "loose"]

STRONG = 1.2
"""The weight from which a role's evidence stands on its own, without another role beside it."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Who gives and who gets, with the construction that decided."""

    kind: Kind
    supplier: tuple[PartyWords, ...]
    recipient: tuple[PartyWords, ...]
    rule: str


def roles(found: Draft) -> list[Roles] | Refusal:
    """Settle the roles of one draft; a refusal names the rule that refused."""
    frames = found.frames
    supplier = _best(found, "supplier")
    recipient = _best(found, "recipient")
    user = _best(found, "user")
    if "seize" in frames:
        return _seized(found, supplier, recipient)
    if found.predicate is not None and found.predicate.pos_ and not frames & {"use", "down"}:
        return _transfer(found, supplier, recipient)
    if frames & {"use", "down"} or user:
        return _used(found, supplier, recipient, user)
    return _bare(found, supplier, recipient)


def _best(found: Draft, role: str) -> Evidence | None:
    known = [e for e in found.evidence if e.role == role]
    return max(known, key=lambda e: e.weight, default=None)


def _named(evidence: Evidence | None) -> tuple[PartyWords, ...]:
    return evidence.parties if evidence else ()


def _settle(
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


def _transfer(
    found: Draft, supplier: Evidence | None, recipient: Evidence | None
) -> list[Roles] | Refusal:
    if not (found.bilateral and supplier and supplier.rule == "deal-between"):
        supplier, recipient = _second_best(found, supplier, recipient)
    if supplier is None and recipient is None:
        return "no-party"
    lone = supplier if recipient is None else recipient if supplier is None else None
    if lone is not None and (lone.weight < STRONG or found.goods.weak):
        return "loose"
    rule = max((e for e in (supplier, recipient) if e), key=lambda e: e.weight).rule
    return [Roles("transfer", _named(supplier), _named(recipient), rule)]


def _second_best(
    found: Draft, supplier: Evidence | None, recipient: Evidence | None
) -> tuple[Evidence | None, Evidence | None]:
    """Settle a party named on both sides, and give the side that lost it its next evidence."""
    settled = _settle(supplier, recipient)
    if settled[0] is None and supplier is not None and settled[1] is not None:
        taken = {p.party for p in settled[1].parties}
        return _next(found, "supplier", taken), settled[1]
    if settled[1] is None and recipient is not None and settled[0] is not None:
        taken = {p.party for p in settled[0].parties}
        return settled[0], _next(found, "recipient", taken)
    return settled


def _next(found: Draft, role: str, taken: set[str]) -> Evidence | None:
    known = [e for e in found.evidence if e.role == role]
    left = [e for e in known if not taken & {p.party for p in e.parties}]
    return max(left, key=lambda e: e.weight, default=None)


def _used(
    found: Draft, supplier: Evidence | None, recipient: Evidence | None, user: Evidence | None
) -> list[Roles] | Refusal:
    user = user or recipient
    supplier, user = _settle(supplier, user)
    if supplier is None:
        return "own-arms" if user else "no-party"
    if user is None:
        if not found.frames & {"origin", "made"}:
            return "own-arms"
        if supplier.rule == "origin-given":
            return [Roles("transfer", supplier.parties, (), supplier.rule)]
        return [
            Roles("transfer", supplier.parties, (), supplier.rule),
            Roles("use", supplier.parties, (), supplier.rule),
        ]
    return [
        Roles("transfer", supplier.parties, user.parties, "uses-origin"),
        Roles("use", supplier.parties, user.parties, "uses-origin"),
    ]


def _seized(
    found: Draft, supplier: Evidence | None, recipient: Evidence | None
) -> list[Roles] | Refusal:
    supplier, recipient = _settle(supplier, recipient)
    if supplier is None and recipient is None:
        return "no-party"
    rule = (supplier or recipient).rule if (supplier or recipient) else ""
    return [Roles("interdiction", _named(supplier), _named(recipient), rule)]


def _bare(
    found: Draft, supplier: Evidence | None, recipient: Evidence | None
) -> list[Roles] | Refusal:
    """No predicate: "weapons for Ukraine" and "US-supplied shells" speak for themselves."""
    supplier, recipient = _second_best(found, supplier, recipient)
    if supplier is None and recipient is None:
        return "no-party"
    if supplier and supplier.rule in ("origin-given", "noun-from") and not found.goods.weak:
        return [Roles("transfer", supplier.parties, _named(recipient), supplier.rule)]
    if recipient and recipient.rule in ("noun-to", "bound-for", "aid-for") and supplier:
        return [Roles("transfer", supplier.parties, recipient.parties, recipient.rule)]
    if recipient and recipient.rule in ("noun-to", "bound-for"):
        return [Roles("transfer", (), recipient.parties, recipient.rule)]
    return "own-arms" if supplier else "no-predicate"
