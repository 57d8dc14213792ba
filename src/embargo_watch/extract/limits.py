"""Refuse what only looks like a supply: own deployments, everyday goods, stopped attacks."""

from embargo_watch.extract.draft import Draft, Evidence
from embargo_watch.extract.groups import EVERYDAY, SELF_MOVING, SENT_TO_FIGHT, STOPPED_AS_SUCH

STRONG = 1.2
"""The weight from which a role's evidence stands on its own, without another role beside it."""


def is_firm(found: Draft, supplier: Evidence | None, recipient: Evidence | None) -> bool:
    """Whether everyday goods stand in a construction firm enough to be a transfer."""
    group = found.goods.goods.group
    if group not in EVERYDAY:
        return True
    if group == "technology" and not found.goods.weak and found.frames & {"give", "get", "train"}:
        return any(e is not None and e.weight >= STRONG for e in (supplier, recipient))
    if group == "personnel" and found.sentence.root_of(found.goods).dep_ == "pobj":
        return False
    if supplier is None or recipient is None:
        return False
    return supplier.weight >= STRONG and recipient.weight >= STRONG


def is_own_deployment(found: Draft, supplier: Evidence | None, recipient: Evidence | None) -> bool:
    """Whether somebody only sends own ships, planes or drones somewhere: no supply.

    Codebook: deploying one's own forces or weapons under one's own control is no transfer.
    """
    if found.goods.goods.group not in SELF_MOVING or found.predicate is None:
        return False
    lexicon = found.sentence.lexicon
    if not lexicon.is_verb_of(found.predicate.lower_, lexicon.moving):
        return False
    if found.goods.goods.group == "naval":
        return recipient is None or recipient.weight < 2.8
    return (recipient is None or recipient.weight < 1) and _goes_somewhere(found)


def _goes_somewhere(found: Draft) -> bool:
    """Whether the verb says where to rather than to whom ("to the Gulf", "near Taiwan")."""
    assert found.predicate is not None
    return any(
        child.dep_ in ("prep", "dative") and child.lower_ in found.sentence.words.whereto
        for child in found.predicate.children
    )


def is_consignment(found: Draft, recipient: Evidence | None) -> bool:
    """Whether what was stopped was on its way to somebody, not an attack or a patrol."""
    group = found.goods.goods.group
    if group in EVERYDAY or found.predicate is None:
        return False
    if recipient is not None and recipient.rule in ("noun-to", "bound-for", "seized-for"):
        return True
    lexicon = found.sentence.lexicon
    as_cargo = lexicon.is_verb_of(found.predicate.lower_, lexicon.cargo)
    return (as_cargo and group not in STOPPED_AS_SUCH) or group not in SENT_TO_FIGHT
