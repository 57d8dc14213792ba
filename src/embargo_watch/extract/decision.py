"""Decide which proposals of a document are claims and how each is put, from all that is known.

Adds up, on one scale of log-odds, what the encoder says of a proposal and whether the rules tell
it; of proposals that contradict each other the weightier stands.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, log

import numpy as np

from embargo_watch.extract.encoder import Judgement
from embargo_watch.extract.windows import NOBODY, Triple
from embargo_watch.model.claim import KINDS, Kind, Status
from embargo_watch.reference.encoder import DecisionWeights, decision_weights

PUT: tuple[Status, ...] = ("asserted", "suspected", "prospective", "denied")
"""The statuses in the order in which the encoder tells them."""

Way = tuple[Kind, Status]


@dataclass(frozen=True, slots=True)
class Told:
    """What the rules tell of one proposal; ``firm`` where a construction told both sides."""

    ways: frozenset[Way] = frozenset()
    firm: bool = False

    @property
    def row(self) -> int:
        """The same as a row of the encoder's table: by status, and whether told firmly."""
        statuses = {status for _, status in self.ways}
        first = next((place for place, status in enumerate(PUT) if status in statuses), -1)
        return 0 if first < 0 else 1 + first + (0 if self.firm else len(PUT))

    def beside(self, kind: Kind, status: Status, rule: str) -> "Told":
        """The same with one more candidate."""
        firm = self.firm or not rule.startswith("ranked:")
        return Told(self.ways | {(kind, status)}, firm)


@dataclass(frozen=True, slots=True)
class Odds:
    """What the encoder says of one proposal, where it is surest of it."""

    held: float
    statuses: tuple[float, ...]
    """The natural logarithms of the shares of the four statuses."""
    kinds: tuple[float, ...]
    denied_too: float


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a proposal is a claim, with its log-odds, and the ways in which it is put."""

    weight: float
    held: bool
    puts: tuple[Way, ...] = ()


def decide(
    judged: Iterable[Judgement],
    told: Mapping[Triple, Told],
    weights: DecisionWeights | None = None,
) -> dict[Triple, Decision]:
    """Decide on every proposal that the encoder has seen."""
    by = weights or decision_weights()
    odds = _odds(judged)
    sums = {triple: _sum(known, told.get(triple), by) for triple, known in odds.items()}
    held = _standing(sums, told, by)
    return {
        triple: Decision(weight, triple in held, _puts(odds[triple], told.get(triple, Told()), by))
        for triple, weight in sums.items()
    }


def _odds(judged: Iterable[Judgement]) -> dict[Triple, Odds]:
    found: dict[Triple, Odds] = {}
    for judgement in judged:
        for place, triple in enumerate(judgement.proposals):
            held = float(judgement.held[place])
            if triple in found and found[triple].held >= held:
                continue
            found[triple] = Odds(
                held,
                _log_shares([float(x) for x in judgement.statuses[place]]),
                tuple(float(x) for x in judgement.kinds[place]),
                float(judgement.denied_too[place]),
            )
    return found


def _log_shares(logits: list[float]) -> tuple[float, ...]:
    top = max(logits)
    total = top + log(sum(exp(x - top) for x in logits))
    return tuple(x - total for x in logits)


def _sum(odds: Odds, told: Told | None, by: DecisionWeights) -> float:
    rules = 0.0 if told is None else by.firm if told.firm else by.ranked
    return by.bias + by.encoder * odds.held + rules


def _standing(
    sums: Mapping[Triple, float], told: Mapping[Triple, Told], by: DecisionWeights
) -> set[Triple]:
    """Those above 0, but of a pair and its reverse, or a whole and a half, only the weightier.

    Who gives one thing often stands near others: other goods of a pair need a greater weight,
    unless a construction tells them.
    """
    held: set[Triple] = set()
    for triple in sorted(sums, key=lambda t: (-sums[t], t)):
        if sums[triple] < 0:
            break
        giver, getter, group = triple
        back = (getter, giver, group)
        if back in held and not (triple in told and back in told):
            continue
        firm = triple in told and told[triple].firm
        other = any(h[:2] == triple[:2] for h in held)
        if other and not firm and sums[triple] < by.other_goods:
            continue
        if giver == NOBODY and any(h[1:] == (getter, group) for h in held):
            continue
        if getter == NOBODY and any((h[0], h[2]) == (giver, group) for h in held):
            continue
        held.add(triple)
    return held


def _puts(odds: Odds, told: Told, by: DecisionWeights) -> tuple[Way, ...]:
    """The kinds and statuses of a proposal that is held, by what both say of them."""
    statuses = _statuses(odds, told, by)
    kinds = _kinds(odds, {kind for kind, _ in told.ways}, by)
    return tuple((kind, status) for kind in kinds for status in statuses)


def _statuses(odds: Odds, told: Told, by: DecisionWeights) -> list[Status]:
    """What the rules read as a denial alone is never also an assertion: that is the worst fault."""
    known = {status for _, status in told.ways}
    if known == {"denied"}:
        return ["denied"]
    same = by.firm_status if told.firm else by.same_status
    weights = {
        status: share + (same if status in known else 0.0)
        for status, share in zip(PUT, odds.statuses, strict=True)
    }
    main = max(PUT, key=lambda status: weights[status])
    also = odds.denied_too + (by.told_denied if "denied" in known else 0.0) > by.denied_too
    return [main, "denied"] if also and main != "denied" else [main]


def _kinds(odds: Odds, told: set[Kind], by: DecisionWeights) -> list[Kind]:
    found = [
        kind
        for kind, weight in zip(KINDS, odds.kinds, strict=True)
        if weight + (by.same_kind if kind in told else 0.0) > by.kind
    ]
    return found or [KINDS[int(np.argmax(odds.kinds))]]
