"""Say whether a party of a transfer is the one that a provision means.

A state's id may stand for its government or only for its territory; an embargo on a territory
reaches both, one on a group neither, and what the text leaves open stays open.
"""

from dataclasses import dataclass

from embargo_watch.model.claim import UNKNOWN_PARTY
from embargo_watch.model.finding import Query
from embargo_watch.model.provision import Answer, Provision, Regime

_GROUPS = ("group", "listed_persons")
_NAMELESS = ("", UNKNOWN_PARTY)


@dataclass(frozen=True, slots=True)
class Side:
    """Whether the provision's target stands on one side of the transfer, and why."""

    answer: Answer
    compared: str


def recipient_side(query: Query, provision: Provision, regime: Regime) -> Side:
    """Whether the recipient, or the place of delivery, is the target."""
    party = query.recipient
    side = _side(party, query.recipient_as, "recipient", provision, regime)
    if side.answer == "no":
        side = _by_area(query, provision, regime) or side
    inside = query.supplier in regime.parties and (
        party in regime.parties or query.area == regime.territory
    )
    if side.answer == "yes" and inside and query.supplier != UNKNOWN_PARTY:
        told = f"{query.supplier} and {party} are both within {regime.territory}"
        return Side("unclear", f"{told}: whether anything crossed its border is not told")
    return side


def supplier_side(query: Query, provision: Provision, regime: Regime) -> Side:
    """Whether the supplier is the target."""
    return _side(query.supplier, query.supplier_as, "supplier", provision, regime)


def _side(party: str, as_: str, role: str, provision: Provision, regime: Regime) -> Side:
    target = ", ".join(provision.target)
    if party in _NAMELESS:
        return Side("no", f"{role} not named; target {target}")
    if provision.target_type == "government":
        return _government(party, as_, role, provision)
    if party in provision.target:
        listed = f": {provision.target_text}" if provision.target_type in _GROUPS else ""
        return Side("yes", f"{role} {party}; target {target}{listed}")
    if provision.target_type in _GROUPS and party == regime.territory:
        return _territory(party, as_, role, target)
    return Side("no", f"{role} {party}; target {target}")


def _government(party: str, as_: str, role: str, provision: Provision) -> Side:
    if party not in provision.target:
        return Side("no", f"{role} {party}; target the government of {provision.target[0]}")
    if as_ == "government":
        return Side("yes", f"{role} the government of {party}")
    return Side("unclear", f"{role} {party}: whether its government is not told")


def _territory(party: str, as_: str, role: str, target: str) -> Side:
    if as_ == "government":
        return Side("no", f"{role} the government of {party}; target {target}, not the government")
    return Side("unclear", f"{role} {party} as a territory: whether {target} is meant is not told")


def _by_area(query: Query, provision: Provision, regime: Regime) -> Side | None:
    """Delivery into the target's territory, where the recipient's name does not settle it."""
    if not query.area or query.area != regime.territory:
        return None
    if provision.target_type in ("state", "territory"):
        return Side("yes", f"delivered in {query.area}, to {query.recipient or 'nobody named'}")
    if query.recipient in _NAMELESS:
        target = ", ".join(provision.target)
        return Side("unclear", f"delivered in {query.area}; whether to {target} is not told")
    return None
