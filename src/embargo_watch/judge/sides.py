"""Say whether a party of a transfer is the one that a provision means.

A state's id may stand for its government or only for its territory; an embargo on a territory
reaches both, one on a group neither, and what the text leaves open stays open. Where an embargo
covers a part of a state, the place of delivery decides: Darfur is not Sudan.
"""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from embargo_watch.judge.places import acts_in, delivered, is_private, is_state
from embargo_watch.model.claim import UNKNOWN_PARTY
from embargo_watch.model.finding import Query
from embargo_watch.model.provision import Answer, Provision, Regime

GROUPS = ("group", "listed_persons")
NAMELESS = ("", UNKNOWN_PARTY)


@dataclass(frozen=True, slots=True)
class Side:
    """Whether the provision's target stands on one side of the transfer, and why."""

    answer: Answer
    compared: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """One party in its role, before one provision on one day."""

    party: str
    as_: str
    role: str
    query: Query
    provision: Provision
    regime: Regime
    day: dt.date

    @property
    def target(self) -> str:
        return ", ".join(self.provision.target)


Named = tuple[str, str, str, str, str, str]
"""A query's supplier, supplier_as, recipient, recipient_as, maker and area."""


def sides(named: Named, provision: Provision, regime: Regime, day: dt.date) -> Side:
    """Whether the target stands on the side that the provision names, kept for all goods alike."""
    return _sides(named, provision, regime, day if provision.listed else None)


@lru_cache(maxsize=20_000)
def _sides(named: Named, provision: Provision, regime: Regime, day: dt.date | None) -> Side:
    """The same; the day counts only where the provision has listings."""
    query = Query(
        supplier=named[0],
        supplier_as=named[1],
        recipient=named[2],
        recipient_as=named[3],
        maker=named[4],
        area=named[5],
    )
    found: list[Side] = []
    if provision.direction in ("to_target", "both"):
        found.append(recipient_side(query, provision, regime, day or provision.since))
    if provision.direction in ("from_target", "both"):
        found.append(supplier_side(query, provision, regime, day or provision.since))
    for answer in ("yes", "unclear"):
        for each in found:
            if each.answer == answer:
                return each
    return Side("no", "; ".join(each.compared for each in found))


def recipient_side(query: Query, provision: Provision, regime: Regime, day: dt.date) -> Side:
    """Whether the recipient, or the place of delivery, is the target on that day."""
    asked = _Asked(query.recipient, query.recipient_as, "recipient", query, provision, regime, day)
    side = _side(asked)
    if side.answer == "yes" and _stays_inside(query, regime):
        told = f"{query.supplier} and {query.recipient} are both within {regime.territory}"
        return Side("unclear", f"{told}: whether anything crossed its border is not told")
    return side


def supplier_side(query: Query, provision: Provision, regime: Regime, day: dt.date) -> Side:
    """Whether the supplier is the target on that day.

    Goods of the target's making, from somebody else or unnamed, were got from the target at some
    time: whether by this transfer and when is not told, so unclear (S/RES/1718 (2006) 8(b) binds
    whoever procures from the target; a new label does not change where goods are from).
    """
    asked = _Asked(query.supplier, query.supplier_as, "supplier", query, provision, regime, day)
    side = _side(asked)
    if side.answer == "no" and query.maker and query.maker in provision.target:
        if query.supplier in NAMELESS:
            return Side("unclear", f"made by {query.maker}; who supplied it is not told")
        told = f"made by {query.maker}: how and when {query.supplier} got it is not told"
        return Side("unclear", told)
    return side


def _stays_inside(query: Query, regime: Regime) -> bool:
    """Whether both sides are at home in the territory, so that perhaps no border was crossed."""
    if not regime.territory or not _at_home(query.supplier, regime):
        return False
    return _at_home(query.recipient, regime) or query.area == regime.territory


def _at_home(party: str, regime: Regime) -> bool:
    return party in regime.parties or acts_in(party, regime.territory)


def _side(asked: _Asked) -> Side:
    kind = asked.provision.target_type
    as_territory = asked.party == asked.regime.territory and asked.as_ != "government"
    if not as_territory and any(each.party == asked.party for each in asked.provision.listed):
        return _listed(asked)
    if kind == "government":
        return _government(asked)
    if kind in GROUPS:
        return _groups(asked)
    if kind in ("non_governmental", "belligerents", "all_but_government"):
        return _some_of_a_territory(asked)
    return _territory(asked)


def _government(asked: _Asked) -> Side:
    party, role, target = asked.party, asked.role, asked.target
    if party in NAMELESS:
        return _nobody(asked)
    if party not in asked.provision.target:
        return Side("no", f"{role} {party}; target the government of {target}")
    if asked.as_ == "government":
        return Side("yes", f"{role} the government of {party}")
    return Side("unclear", f"{role} {party}: whether its government is not told")


def _territory(asked: _Asked) -> Side:
    """Everybody in the state or territory; with ``areas``, everybody in these."""
    party, role, provision = asked.party, asked.role, asked.provision
    inside = delivered(asked.query, provision, asked.regime) if role == "recipient" else None
    if provision.areas and inside is not None:
        return _in_areas(asked, inside)
    if party in provision.target:
        return Side("yes", f"{role} {party}; target {asked.target}")
    if inside == "yes":
        return Side("yes", f"delivered in {asked.query.area}, to {party or 'nobody named'}")
    if party in NAMELESS:
        return _nobody(asked)
    if inside != "no" and acts_in(party, asked.regime.territory):
        return Side("yes", f"{role} {party}, which acts in {asked.regime.territory}")
    return Side("no", f"{role} {party}; target {asked.target}")


def _in_areas(asked: _Asked, inside: Answer) -> Side:
    """A territory that is part of a state: a group named there is, the state as a whole may be."""
    party, where = asked.party, _where(asked)
    concerned = party in NAMELESS or _at_home(party, asked.regime) or inside == "yes"
    if not concerned:
        return Side("no", f"{asked.role} {party}; target {asked.target}")
    if inside == "unclear" and party in asked.provision.target and not is_state(party):
        return Side("yes", f"{asked.role} {party}, which the provision names there")
    if inside == "unclear" and party in NAMELESS and not asked.query.area:
        return _nobody(asked)
    return Side(inside, f"{asked.role} {party or 'not named'}, {where}")


def _groups(asked: _Asked) -> Side:
    party, role, provision, target = asked.party, asked.role, asked.provision, asked.target
    if party in NAMELESS:
        if role == "recipient" and delivered(asked.query, provision, asked.regime) == "yes":
            told = f"delivered in {asked.query.area}; whether to {target} is not told"
            return Side("unclear", told)
        return _nobody(asked)
    own = party == asked.regime.territory and asked.as_ != "government"
    if party in provision.target and not own:
        return Side("yes", f"{role} {party}; target {target}: {provision.target_text}")
    if party != asked.regime.territory:
        return Side("no", f"{role} {party}; target {target}")
    if asked.as_ == "government":
        return Side("no", f"{role} the government of {party}; target {target}, not the government")
    return Side("unclear", f"{role} {party} as a territory: whether {target} is meant is not told")


def _listed(asked: _Asked) -> Side:
    """A party is a target only while it stands on the list; a state there is its government."""
    party, role, day = asked.party, asked.role, asked.day
    spells = [each for each in asked.provision.listed if each.party == party]
    for each in spells:
        if each.since <= day and (each.until is None or day < each.until):
            return Side("yes", f"{role} {party}: on the list since {each.since}")
    later = [each.since for each in spells if day < each.since]
    if later:
        return Side("no", f"{role} {party}: on the list only from {min(later)}")
    gone = max(each.until for each in spells if each.until)
    return Side("no", f"{role} {party}: no longer on the list from {gone}")


def _some_of_a_territory(asked: _Asked) -> Side:
    """Who is meant within a territory: all but the government, groups alone, or belligerents."""
    party, role, provision, regime = asked.party, asked.role, asked.provision, asked.regime
    inside = delivered(asked.query, provision, regime) if role == "recipient" else "unclear"
    if party in NAMELESS:
        return _unnamed(asked, inside)
    if party == regime.territory and not (
        provision.target_type == "belligerents" and party in provision.target
    ):
        return _own_state(asked, inside)
    named = party in provision.target
    if not (named or _at_home(party, regime)):
        return _stranger(asked, inside)
    if inside == "no":
        return Side("no", f"{role} {party}, {_where(asked)}")
    if inside == "yes":
        return Side("yes", f"{role} {party}, delivered in {asked.query.area}")
    if named and not is_state(party):
        return Side("yes", f"{role} {party}; target {asked.target}")
    if provision.areas:
        return Side("unclear", f"{role} {party}, {_where(asked)}")
    return Side("yes", f"{role} {party}, which acts in {regime.territory}")


def _own_state(asked: _Asked, inside: Answer) -> Side:
    """The territory's own state, where its government is not among those meant."""
    party, role = asked.party, asked.role
    if asked.as_ == "government":
        why = "is exempt" if asked.provision.target_type == "all_but_government" else "is not meant"
        return Side("no", f"{role} the government of {party}; the Government {why}")
    if inside == "no":
        return Side("no", f"{role} {party}, {_where(asked)}")
    told = f"{role} {party} as a territory: whether its Government or others is not told"
    return Side("unclear", told)


def _unnamed(asked: _Asked, inside: Answer) -> Side:
    if asked.role == "supplier" or inside == "no" or not asked.query.area:
        return _nobody(asked)
    if inside == "unclear":
        return Side("unclear", f"recipient not named, {_where(asked)}")
    told = f"delivered in {asked.query.area}; whether to {asked.target} or to others is not told"
    return Side("unclear", told)


def _stranger(asked: _Asked, inside: Answer) -> Side:
    """Somebody not known to act in the territory, who got the goods there (or elsewhere)."""
    party, kind = asked.party, asked.provision.target_type
    meant = kind == "all_but_government" or is_private(party)
    if inside == "yes" and meant:
        return Side("yes", f"{asked.role} {party}, delivered in {asked.query.area}")
    if inside == "unclear" and asked.query.area and meant and asked.role == "recipient":
        return Side("unclear", f"{asked.role} {party}, {_where(asked)}")
    return Side("no", f"{asked.role} {party}; target {asked.target}")


def _nobody(asked: _Asked) -> Side:
    return Side("no", f"{asked.role} not named; target {asked.target}")


def _where(asked: _Asked) -> str:
    """The place told, against the areas that the provision covers."""
    covered = ", ".join(asked.provision.areas) or asked.regime.territory
    if not asked.query.area:
        return f"no place named: decides whether it was delivered in {covered}"
    told = delivered(asked.query, asked.provision, asked.regime)
    if told == "unclear":
        return f"delivered in {asked.query.area}: decides whether in {covered}"
    return f"delivered in {asked.query.area}; the provision covers {covered}"
