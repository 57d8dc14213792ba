"""Settle by learned weights the roles that the rules leave open, or let the goods go.

Where a sentence tells a supply in full, the rules decide and nothing here is asked. Where a side
is missing, or the rules refuse, each party of the document is weighed for each role by what the
features say of its place; the weights come from annotated reports and name no party.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from embargo_watch.extract.assemble import Refusal, Roles
from embargo_watch.extract.draft import Draft
from embargo_watch.extract.features import Elsewhere, Option, claim_features, options
from embargo_watch.model.candidate import Mention
from embargo_watch.reference.parties import parties
from embargo_watch.reference.weights import RoleWeights

Side = Literal["supplier", "recipient"]

HOPE = -1.0
"""The weight below which a party is not even tried for a role."""

TRIED = 4
"""Parties tried for each role, best first."""

BESIDE = {"supplier": (1.0, 1.2, 2), "recipient": (1.5, 1.0, 1)}
"""For parties that share a role: the least weight, how far behind the best, and how many."""

BUCKETS = (-3, 6)
"""Least and greatest bucket that a weight is put into as a feature of the whole proposal."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Who gives and who gets, as mentions anywhere in the document, with the proposal's weight."""

    supplier: tuple[Mention, ...]
    recipient: tuple[Mention, ...]
    rule: str
    weight: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """A party with its weight for one role."""

    party: str
    mention: Mention
    weight: float


def is_told(settled: list[Roles] | Refusal) -> bool:
    """Whether the rules found a claim that needs nothing added."""
    if isinstance(settled, str):
        return False
    return any(
        part.kind != "transfer" or (part.supplier and part.recipient) or part.rule == "deal-between"
        for part in settled
    )


def rank(
    found: Draft,
    settled: list[Roles] | Refusal,
    elsewhere: Mapping[str, Elsewhere],
    weights: RoleWeights,
) -> Ranked | None:
    """Propose roles for goods that the rules left open, with the weight that speaks for them."""
    if "return" in found.frames:
        return None
    return propose(found, settled, elsewhere, weights)


def propose(
    found: Draft,
    settled: list[Roles] | Refusal,
    elsewhere: Mapping[str, Elsewhere],
    weights: RoleWeights,
) -> Ranked | None:
    """The best proposal whatever its weight, for training and for ``rank``."""
    rule = settled if isinstance(settled, str) else settled[0].rule
    tried = options(found, elsewhere)
    supplier, recipient = choose(tried, weights)
    if not isinstance(settled, str):
        supplier, recipient = _keep_told(settled[0], tried, weights, supplier, recipient)
    if not supplier and not recipient:
        return None
    names = proposal_features(found, settled, supplier, recipient)
    return Ranked(
        tuple(w.mention for w in supplier),
        tuple(w.mention for w in recipient),
        f"ranked:{rule}",
        total(weights.claim, names),
    )


def total(weights: Mapping[str, float], features: Iterable[str]) -> float:
    """The sum of the weights of the features; unknown features weigh nothing."""
    return math.fsum(weights.get(feature, 0.0) for feature in features)


def weigh(tried: Sequence[Option], weights: Mapping[str, float]) -> list[Weighed]:
    """Every party with its weight for a role, best first; ties by name, so that order is stable."""
    known: dict[str, Weighed] = {}
    for option in tried:
        party = stands_for(option.party)
        weight = total(weights, option.features)
        if party not in known or weight > known[party].weight:
            known[party] = Weighed(party, option.mention, weight)
    return sorted(known.values(), key=lambda w: (-w.weight, w.party))


def stands_for(party: str) -> str:
    """The id that claims use for a party: a company's state, else its own."""
    known = parties().get(party)
    return known.stands_for or party if known else party


def choose(
    tried: Sequence[Option], weights: RoleWeights
) -> tuple[tuple[Weighed, ...], tuple[Weighed, ...]]:
    """The pair of roles with the greatest sum; an open side weighs 0."""
    givers = weigh(tried, weights.supplier)
    getters = weigh(tried, weights.recipient)
    best: tuple[float, Weighed | None, Weighed | None] | None = None
    for giver in [*(w for w in givers[:TRIED] if w.weight > HOPE), None]:
        for getter in [*(w for w in getters[:TRIED] if w.weight > HOPE), None]:
            if giver is None and getter is None:
                continue
            if giver is not None and getter is not None and giver.party == getter.party:
                continue
            both = (giver.weight if giver else 0.0) + (getter.weight if getter else 0.0)
            if best is None or both > best[0]:
                best = (both, giver, getter)
    if best is None:
        return (), ()
    _, giver, getter = best
    taken = {w.party for w in (giver, getter) if w}
    supplier = _with_beside("supplier", giver, givers, taken)
    taken |= {w.party for w in supplier}
    return supplier, _with_beside("recipient", getter, getters, taken)


def _with_beside(
    side: Side, best: Weighed | None, known: Sequence[Weighed], taken: set[str]
) -> tuple[Weighed, ...]:
    if best is None:
        return ()
    least, behind, many = BESIDE[side]
    others = (
        w for w in known
        if w.party not in taken and w.weight > least and w.weight > best.weight - behind
    )  # fmt: skip
    return (best, *list(others)[:many])


def _keep_told(
    part: Roles,
    tried: Sequence[Option],
    weights: RoleWeights,
    supplier: tuple[Weighed, ...],
    recipient: tuple[Weighed, ...],
) -> tuple[tuple[Weighed, ...], tuple[Weighed, ...]]:
    """Keep the side that the rules told, and the best other party for the open one."""
    told = {stands_for(w.party) for w in (*part.supplier, *part.recipient)}
    given, got = weigh(tried, weights.supplier), weigh(tried, weights.recipient)
    if part.supplier and not told & {w.party for w in supplier}:
        supplier = tuple(w for w in given if w.party in told)
        recipient = _first_other(got, told)
    if part.recipient and not told & {w.party for w in recipient}:
        recipient = tuple(w for w in got if w.party in told)
        supplier = _first_other(given, told)
    return supplier, recipient


def _first_other(known: Sequence[Weighed], told: set[str]) -> tuple[Weighed, ...]:
    best = next((w for w in known if w.party not in told), None)
    return (best,) if best is not None and best.weight > HOPE else ()


def proposal_features(
    found: Draft,
    settled: list[Roles] | Refusal,
    supplier: Sequence[Weighed],
    recipient: Sequence[Weighed],
) -> list[str]:
    """The features of a whole proposal: the goods' own, and how well each side is borne out."""
    rule = settled if isinstance(settled, str) else settled[0].rule
    kinds = "refused" if isinstance(settled, str) else "+".join(part.kind for part in settled)
    giving = _bucket(supplier[0].weight) if supplier else "none"
    getting = _bucket(recipient[0].weight) if recipient else "none"
    both = supplier and recipient
    least = min(w.weight for w in (*supplier[:1], *recipient[:1]))
    return [
        *claim_features(found, rule),
        f"kinds:{kinds}",
        f"supplier:{giving}",
        f"recipient:{getting}",
        "both-sides" if both else "one-side",
        f"least:{_bucket(least) if both else 'none'}",
        f"pair:{giving}:{getting}",
    ]


def _bucket(weight: float) -> str:
    return str(max(BUCKETS[0], min(BUCKETS[1], math.floor(weight))))
