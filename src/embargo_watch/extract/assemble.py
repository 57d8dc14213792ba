"""Turn the evidence gathered for goods into roles, and say why where it does not suffice."""

from dataclasses import dataclass
from typing import Literal

from embargo_watch.extract.completion import beside, recipient_from_context, supplier_from_context
from embargo_watch.extract.context import asked_by_place, built_into
from embargo_watch.extract.draft import Draft, Evidence
from embargo_watch.extract.groups import EVERYDAY
from embargo_watch.extract.limits import STRONG, is_consignment, is_firm, is_own_deployment
from embargo_watch.extract.sentence import PartyWords
from embargo_watch.extract.sides import best, named, second_best, settle
from embargo_watch.model.claim import Kind

Refusal = Literal[
    "no-party", "no-predicate", "own-arms", "civil-goods", "loose", "kind-of-thing",
    "not-a-consignment", "own-deployment",
]  # fmt: skip

ORIGINS = (
    "origin-given", "supplied-by", "from", "origin-made", "made-by", "noun-whose", "noun-origin",
)  # fmt: skip
"""Constructions that tell where goods come from."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Who gives and who gets, with the construction that decided."""

    kind: Kind
    supplier: tuple[PartyWords, ...]
    recipient: tuple[PartyWords, ...]
    rule: str


def roles(found: Draft) -> list[Roles] | Refusal:
    """Settle the roles of one draft; a refusal names the rule that refused."""
    settled = _settled(found)
    extra = _also_seized(found)
    if not extra:
        return settled
    return extra if isinstance(settled, str) else [*settled, *extra]


def _also_seized(found: Draft) -> list[Roles]:
    """The interdiction of goods that the sentence then says something else about."""
    if found.goods.goods.group in EVERYDAY:
        return []
    supplier, recipient = best(found, "seized_from"), best(found, "seized_for")
    if "seized-whose" in found.frames and supplier is None:
        supplier = _by_rule(found, ("noun-whose", "noun-origin"))
    if recipient is None:
        recipient = _by_rule(found, ("bound-for",))
    if supplier is None:
        return []
    return [Roles("interdiction", supplier.parties, named(recipient), "seized-from")]


def _settled(found: Draft) -> list[Roles] | Refusal:
    frames = found.frames
    told = _owner_and_maker(found)
    if told is not None:
        return [told]
    if "kind" in frames:
        return "kind-of-thing"
    parts = built_into(found) if found.goods.goods.group == "technology" else None
    if parts is not None:
        return [Roles("transfer", parts[0], parts[1], "built-into")]
    supplier, recipient = best(found, "supplier"), best(found, "recipient")
    if "seize" in frames:
        return _seized(found, supplier, recipient)
    using = bool(frames & {"use", "down"})
    if found.predicate is not None and not using:
        return _transfer(found, supplier, recipient)
    user = best(found, "user")
    if using or user:
        return _used(found, supplier, recipient, user)
    return _bare(found, supplier, recipient)


def _owner_and_maker(found: Draft) -> Roles | None:
    """ "Poland's German-made Leopards": the maker gave them to the owner once."""
    maker = _by_rule(found, ("origin-given", "origin-made"))
    owner = _by_rule(found, ("noun-whose", "noun-origin"))
    if maker is None or owner is None or best(found, "recipient") is not None:
        return None
    if maker.parties[0].party == owner.parties[0].party:
        return None
    return Roles("transfer", maker.parties, owner.parties, "origin-whose")


def _by_rule(found: Draft, rules: tuple[str, ...]) -> Evidence | None:
    """The first evidence that one of these constructions gave."""
    return next((e for e in found.evidence if e.rule in rules), None)


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
    supplier, recipient = second_best(found, supplier, recipient)
    if supplier is None and recipient is None:
        return _unnamed(found)
    supplier, recipient = _complete(found, supplier, recipient)
    refusal = _refused(found, supplier, recipient)
    if refusal is not None:
        return refusal
    if "return" in found.frames:
        return [Roles("transfer", named(recipient), named(supplier), "in-return")]
    rule = max((e for e in (supplier, recipient) if e), key=lambda e: e.weight).rule
    return [Roles("transfer", named(supplier), named(recipient), rule)]


def _refused(found: Draft, supplier: Evidence | None, recipient: Evidence | None) -> Refusal | None:
    """The rule that refuses a transfer whose sides are chosen, or None."""
    if not is_firm(found, supplier, recipient):
        return "civil-goods"
    if is_own_deployment(found, supplier, recipient):
        return "own-deployment"
    if supplier is not None and recipient is not None:
        return None
    lone = supplier or recipient
    assert lone is not None
    loose = lone.weight < STRONG or found.goods.weak or lone.rule == "decides"
    return "loose" if loose or "return" in found.frames else None


def _unnamed(found: Draft) -> list[Roles] | Refusal:
    """A supply that names nobody: another sentence of the document may tell between whom."""
    if (
        found.goods.goods.group in EVERYDAY
        or found.goods.weak
        or not found.frames & {"give", "get"}
    ):
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


def _used(
    found: Draft, supplier: Evidence | None, recipient: Evidence | None, user: Evidence | None
) -> list[Roles] | Refusal:
    if found.goods.goods.group in EVERYDAY:
        return "civil-goods"
    supplier = _by_rule(found, ORIGINS)
    if user is None and recipient is not None and recipient.rule not in ("noun-to", "gives-to"):
        user = recipient
    supplier, user = settle(supplier, user or _wielder(found, supplier))
    if supplier is None:
        return "own-arms" if user else "no-party"
    origin = {p.party for p in supplier.parties}
    if user is not None:
        return _transfer_and_use(supplier, user.parties, "uses-origin")
    if recipient is not None and {p.party for p in recipient.parties}.isdisjoint(origin):
        return [Roles("transfer", supplier.parties, recipient.parties, recipient.rule)]
    if not found.frames & {"origin", "made"}:
        return "own-arms"
    if supplier.rule == "origin-given":
        return [Roles("transfer", supplier.parties, (), supplier.rule)]
    return _transfer_and_use(supplier, (), supplier.rule)


def _wielder(found: Draft, supplier: Evidence | None) -> Evidence | None:
    """Who strikes with the goods, by place, where the parse names nobody."""
    root = found.sentence.root_of(found.goods)
    if root.dep_ != "pobj" or root.head.lower_ not in found.sentence.words.struck_with:
        return None
    return supplier_from_context(found, {p.party for p in named(supplier)})


def _transfer_and_use(supplier: Evidence, users: tuple[PartyWords, ...], rule: str) -> list[Roles]:
    """The codebook records the transfer that a use implies as well as the use."""
    return [
        Roles("transfer", supplier.parties, users, rule),
        Roles("use", supplier.parties, users, rule),
    ]


def _seized(
    found: Draft, supplier: Evidence | None, recipient: Evidence | None
) -> list[Roles] | Refusal:
    supplier, recipient = settle(supplier, recipient)
    if supplier is None and recipient is None:
        return "no-party"
    if not is_consignment(found, recipient):
        return "not-a-consignment"
    # "bound for Yemen" names a place: the validator asks for this rule.
    sides = (recipient, supplier) if "bound" in found.frames else (supplier, recipient)
    rule = next(side.rule for side in sides if side is not None)
    return [Roles("interdiction", named(supplier), named(recipient), rule)]


def _bare(
    found: Draft, supplier: Evidence | None, recipient: Evidence | None
) -> list[Roles] | Refusal:
    """No predicate: "weapons for Ukraine" and "US-supplied shells" speak for themselves."""
    if found.goods.goods.group in EVERYDAY:
        return "civil-goods"
    supplier, recipient = second_best(found, supplier, recipient)
    if supplier is None and recipient is None:
        return "no-party"
    if supplier and supplier.rule in ("origin-given", "noun-from") and not found.goods.weak:
        return [Roles("transfer", supplier.parties, named(recipient), supplier.rule)]
    if recipient and recipient.rule in ("noun-to", "bound-for", "aid-for") and supplier:
        return [Roles("transfer", supplier.parties, recipient.parties, recipient.rule)]
    if recipient and recipient.rule in ("noun-to", "bound-for"):
        return [Roles("transfer", (), recipient.parties, recipient.rule)]
    if supplier and supplier.rule == "origin-made" and recipient is None:
        return _transfer_and_use(supplier, (), supplier.rule)
    return "own-arms" if supplier else "no-predicate"
