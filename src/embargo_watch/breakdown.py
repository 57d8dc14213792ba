"""Break accuracy down by kind, status, goods, construction and voice: where is work worth it?

Every part is counted as ``scoring`` counts the whole, so that parts and whole agree.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from embargo_watch.model.claim import KINDS, STATUSES
from embargo_watch.scoring import (
    FACTS,
    Entries,
    Flow,
    GoldClaim,
    Ratio,
    SharedFlow,
    carrying,
    count,
    flows,
    shared_flows,
    speakers,
    values,
)

ROLES = ("supplier", "recipient", "other")
"""What a speaker is to the flow it speaks of."""

NO_RULE = "none named"
"""Stands for the construction of a claim that names none."""


@dataclass(frozen=True, slots=True)
class RuleScore:
    """How many flows a construction claimed, and in how many of them it was right.

    ``flow``: the gold carries the flow; ``pair``: it carries the two parties, whatever the goods;
    ``claim``: the flow is right, and its kind and status too.
    """

    said: int
    pair: int
    flow: int
    claim: int

    @property
    def precision(self) -> float:
        """The share of its flows that the gold carries."""
        return self.flow / self.said if self.said else 0.0

    @property
    def wrong(self) -> int:
        """The flows that the gold does not carry."""
        return self.said - self.flow


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The parts of one set's figures.

    ``kinds`` and ``statuses`` count flows told in that way, ``items`` flows of those goods.
    ``confusion`` counts shared flows by the status expected and found; a flow told in two ways
    stands as both (``asserted+denied``). ``speakers`` are the parties that speak of shared flows,
    by what they are to the flow.
    """

    kinds: Mapping[str, Ratio]
    statuses: Mapping[str, Ratio]
    items: Mapping[str, Ratio]
    rules: Mapping[str, RuleScore]
    confusion: Mapping[tuple[str, str], int]
    speakers: Mapping[str, Ratio]


def break_down(gold: Entries, found: Entries) -> Breakdown:
    """Count every part; ``found`` names its constructions under ``rule``."""
    both = list(shared_flows(gold, found))
    return Breakdown(
        kinds={kind: count(gold, found, _told("kind", kind)) for kind in KINDS},
        statuses={status: count(gold, found, _told("status", status)) for status in STATUSES},
        items={item: count(gold, found, _told("item", item)) for item in _items(gold, found)},
        rules=_rules(gold, found),
        confusion=_confusion(both),
        speakers=_by_role(both),
    )


def _told(slot: str, value: str) -> Callable[[Sequence[GoldClaim]], set[Hashable]]:
    """The flows of the claims with this value."""
    return lambda claims: set(flows([claim for claim in claims if claim[slot] == value]))


def _items(gold: Entries, found: Entries) -> list[str]:
    """The item groups of the gold and those found beside them, the commonest in the gold first."""
    true = Counter(flow[2] for claims in gold.values() for flow in flows(claims))
    said = {flow[2] for entry in gold for flow in flows(found.get(entry, ()))}
    return sorted(true.keys() | said, key=lambda item: (-true[item], item))


def _rules(gold: Entries, found: Entries) -> dict[str, RuleScore]:
    """Every construction's score, the one with most wrong flows first."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for entry, claims in gold.items():
        true, known = flows(claims), FACTS["claim"](claims)
        by_rule: dict[str, list[GoldClaim]] = defaultdict(list)
        for claim in found.get(entry, ()):
            by_rule[claim.get("rule") or NO_RULE].append(claim)
        for rule, said in by_rule.items():
            for flow in flows(said):
                right = _right(flow, carrying(said, flow), true, known)
                for place, number in enumerate((1, *right)):
                    counts[rule][place] += number
    scored = ((rule, RuleScore(*numbers)) for rule, numbers in counts.items())
    return dict(sorted(scored, key=lambda one: (-one[1].wrong, -one[1].said, one[0])))


def _right(
    flow: Flow, said: Sequence[GoldClaim], true: set[Flow], known: set[Hashable]
) -> tuple[bool, bool, bool]:
    """Whether the pair, the flow, and every claim of it are right."""
    pair = any(flow[:2] == other[:2] for other in true)
    facts = {(claim["kind"], *flow, claim["status"]) for claim in said}
    return pair, flow in true, facts <= known


def _confusion(both: Iterable[SharedFlow]) -> dict[tuple[str, str], int]:
    told = Counter((_as_told(one.expected), _as_told(one.found)) for one in both)
    return dict(sorted(told.items(), key=lambda one: (-one[1], one[0])))


def _as_told(claims: Sequence[GoldClaim]) -> str:
    return "+".join(sorted(values(claims, "status"), key=STATUSES.index))


def _by_role(both: Iterable[SharedFlow]) -> dict[str, Ratio]:
    counts = {role: [0, 0, 0] for role in ROLES}
    for one in both:
        heard, said = speakers(one.expected), speakers(one.found)
        for place, parties in enumerate((heard & said, said, heard)):
            for party in parties:
                counts[_role(party, one.flow)][place] += 1
    return {role: Ratio(*numbers) for role, numbers in counts.items()}


def _role(party: str, flow: Flow) -> str:
    if party == flow[0]:
        return "supplier"
    return "recipient" if party == flow[1] else "other"
