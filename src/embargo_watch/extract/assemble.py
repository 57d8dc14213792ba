"""Turn the evidence gathered for goods into roles, and say why where it does not suffice."""

from dataclasses import dataclass
from typing import Literal

from embargo_watch.extract.context import (
    asked_by_place,
    beside,
    built_into,
    recipient_from_context,
    supplier_from_context,
)
from embargo_watch.extract.draft import Draft, Evidence
from embargo_watch.extract.sentence import PartyWords
from embargo_watch.model.claim import Kind

Refusal = Literal["no-party", "no-predicate", "own-arms", "civil-goods", "loose", "kind-of-thing",
    "not-a-consignment", "own-deployment",
]  # fmt: skip

CIVIL = frozenset(("money", "relief", "fuel", "other", "personnel", "technology"))
"""Groups whose words are everyday words: a claim needs both sides and a firm construction."""

NOT_CARGO = frozenset(("aircraft", "naval", "armour"))
"""Groups whose goods are stopped as such, not as cargo, where no destination is named."""

WHERE = frozenset(
    ("to", "into", "near", "across", "toward", "towards", "around", "over", "off", "at", "through")
)

SELF_MOVING = frozenset(("naval", "aircraft", "uav", "missiles", "personnel"))

ORIGINS = (
    "origin-given",
    "supplied-by",
    "from",
    "origin-made",
    "made-by",
    "noun-whose",
    "noun-origin",
)
"""Constructions that tell where goods come from."""

MOVES_ITSELF = NOT_CARGO | {"uav", "missiles", "air_defence", "artillery"}
"""Groups whose goods are also sent to fight: sending them somewhere is no supply by itself."""

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
    settled = _settled(found)
    extra = _also_seized(found)
    if not extra:
        return settled
    return extra if isinstance(settled, str) else [*settled, *extra]


def _also_seized(found: Draft) -> list[Roles]:
    """The interdiction of goods that the sentence then says something else about."""
    if found.goods.goods.group in CIVIL:
        return []
    supplier, recipient = _best(found, "seized_from"), _best(found, "seized_for")
    if "seized-whose" in found.frames and supplier is None:
        supplier = next(
            (e for e in found.evidence if e.rule in ("noun-whose", "noun-origin")), None
        )
    if recipient is None:
        recipient = next((e for e in found.evidence if e.rule == "bound-for"), None)
    if supplier is None:
        return []
    return [Roles("interdiction", supplier.parties, _named(recipient), "seized-from")]


def _settled(found: Draft) -> list[Roles] | Refusal:
    frames = found.frames
    supplier = _best(found, "supplier")
    recipient = _best(found, "recipient")
    user = _best(found, "user")
    origin = next((e for e in found.evidence if e.rule in ("origin-given", "origin-made")), None)
    whose = next((e for e in found.evidence if e.rule in ("noun-whose", "noun-origin")), None)
    if origin and whose and not recipient and origin.parties[0].party != whose.parties[0].party:
        supplier, recipient = origin, Evidence("recipient", whose.parties, 1.6, "noun-whose")
        return [Roles("transfer", supplier.parties, recipient.parties, "origin-whose")]
    if "kind" in frames:
        return "kind-of-thing"
    parts = built_into(found) if found.goods.goods.group == "technology" else None
    if parts is not None:
        return [Roles("transfer", parts[0], parts[1], "built-into")]
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
    if found.bilateral and supplier and recipient and supplier.rule == recipient.rule:
        return [Roles("transfer", supplier.parties, recipient.parties, supplier.rule)]
    asked, askers = asked_by_place(found)
    if asked:
        supplier = Evidence("supplier", tuple(asked), 2.3, "asks-whom")
        if askers and recipient is None:
            recipient = Evidence("recipient", tuple(askers), 1.6, "asker")
    supplier, recipient = _second_best(found, supplier, recipient)
    if supplier is None and recipient is None:
        return _unnamed(found)
    supplier, recipient = _complete(found, supplier, recipient)
    if not _firm(found, supplier, recipient):
        return "civil-goods"
    if _own_deployment(found, supplier, recipient):
        return "own-deployment"
    lone = supplier if recipient is None else recipient if supplier is None else None
    if "return" in found.frames and lone is not None:
        return "loose"
    if lone is not None and (lone.weight < STRONG or found.goods.weak or lone.rule == "decides"):
        return "loose"
    rule = max((e for e in (supplier, recipient) if e), key=lambda e: e.weight).rule
    if "return" in found.frames:
        return [Roles("transfer", _named(recipient), _named(supplier), "in-return")]
    return [Roles("transfer", _named(supplier), _named(recipient), rule)]


def _unnamed(found: Draft) -> list[Roles] | Refusal:
    """A supply that names nobody: another sentence of the document may tell between whom."""
    if found.goods.goods.group in CIVIL or found.goods.weak or not found.frames & {"give", "get"}:
        return "no-party"
    return [Roles("transfer", (), (), "unnamed")]


def _complete(
    found: Draft, supplier: Evidence | None, recipient: Evidence | None
) -> tuple[Evidence | None, Evidence | None]:
    taken = {p.party for e in (supplier, recipient) if e for p in e.parties}
    if supplier is None:
        supplier = supplier_from_context(found, taken)
    elif len(supplier.parties) == 1:
        several = tuple(
            w
            for w in beside(found, supplier.parties[0])
            if w.party not in taken or w is supplier.parties[0]
        )
        supplier = Evidence("supplier", several, supplier.weight, supplier.rule)
    if recipient is None:
        recipient = recipient_from_context(found, taken)
    return supplier, recipient


def _own_deployment(found: Draft, supplier: Evidence | None, recipient: Evidence | None) -> bool:
    """Whether somebody only sends own ships, planes or drones somewhere: no supply.

    Codebook: deploying one's own forces or weapons under one's own control is no transfer.
    """
    if found.goods.goods.group not in SELF_MOVING or found.predicate is None:
        return False
    known = found.sentence.lexicon.verbs.get(found.predicate.lower_, ())
    if not any(p.base in found.sentence.lexicon.moving for p in known):
        return False
    if found.goods.goods.group == "naval":
        return recipient is None or recipient.weight < 2.8
    return (recipient is None or recipient.weight < 1) and _goes_somewhere(found)


def _goes_somewhere(found: Draft) -> bool:
    """Whether the verb says where to rather than to whom ("to the Gulf", "near Taiwan")."""
    assert found.predicate is not None
    return any(
        child.dep_ in ("prep", "dative") and child.lower_ in WHERE
        for child in found.predicate.children
    )


def _firm(found: Draft, supplier: Evidence | None, recipient: Evidence | None) -> bool:
    """Whether everyday goods stand in a construction firm enough to be a transfer."""
    group = found.goods.goods.group
    if group not in CIVIL:
        return True
    if group == "technology" and not found.goods.weak and found.frames & {"give", "get", "train"}:
        return any(e is not None and e.weight >= STRONG for e in (supplier, recipient))
    if group == "personnel" and found.sentence.root_of(found.goods).dep_ == "pobj":
        return False
    if supplier is None or recipient is None:
        return False
    return supplier.weight >= STRONG and recipient.weight >= STRONG


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
    if found.goods.goods.group in CIVIL:
        return "civil-goods"
    supplier = next((e for e in found.evidence if e.rule in ORIGINS), None)
    origin = {p.party for p in supplier.parties} if supplier else set()
    root = found.sentence.root_of(found.goods)
    wielded = root.dep_ == "pobj" and root.head.lower_ == "with"
    loose = supplier_from_context(found, origin) if wielded else None
    if user is None and recipient is not None and recipient.rule not in ("noun-to", "gives-to"):
        user = recipient
    supplier, user = _settle(supplier, user or loose)
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
    if not _consignment(found, recipient):
        return "not-a-consignment"
    rule = (supplier or recipient).rule if (supplier or recipient) else ""
    return [Roles("interdiction", _named(supplier), _named(recipient), rule)]


def _consignment(found: Draft, recipient: Evidence | None) -> bool:
    """Whether what was stopped was on its way to somebody, not an attack or a patrol."""
    group = found.goods.goods.group
    if group in CIVIL or found.predicate is None:
        return False
    if recipient is not None and recipient.rule in ("noun-to", "bound-for", "seized-for"):
        return True
    known = found.sentence.lexicon.verbs.get(found.predicate.lower_, ())
    as_cargo = any(p.base in found.sentence.lexicon.cargo for p in known)
    return (as_cargo and group not in NOT_CARGO) or group not in MOVES_ITSELF


def _bare(
    found: Draft, supplier: Evidence | None, recipient: Evidence | None
) -> list[Roles] | Refusal:
    """No predicate: "weapons for Ukraine" and "US-supplied shells" speak for themselves."""
    if found.goods.goods.group in CIVIL:
        return "civil-goods"
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
