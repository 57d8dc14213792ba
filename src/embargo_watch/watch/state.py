"""Remember of what was told only what it takes to know whether something is new.

A look-up for one more document touches its own flows and pairs and nothing else, however much was
seen; what is kept grows with the number of flows, never with that of documents.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from embargo_watch.model.ledger import FlowKey
from embargo_watch.reference.parties import parties

Pair = tuple[str, str]

ANY = "*"
EXPECTED, TOLD = 1, 2
"""How far a flow has come: only expected, or said (or suspected) to have happened."""


@dataclass(frozen=True, slots=True)
class First:
    """When something was first told, and by which entry."""

    at: dt.datetime
    entry: str


@dataclass(slots=True)
class FlowState:
    """One supplier, recipient and item group.

    ``said`` are the origins that assert or admit it, as they are counted; ``numbers`` the largest
    number told of a kind and unit.
    """

    said: set[str] = field(default_factory=set)
    numbers: dict[tuple[str, str], float] = field(default_factory=dict)


@dataclass(slots=True)
class PairState:
    """One supplier and recipient; each item group with how far it has come and since when.

    ``stances`` are the item groups of which it was admitted, or denied (``denies:party``: by a
    side of the flow itself), so far.
    """

    level: int = 0
    items: dict[str, int] = field(default_factory=dict)
    first: dict[int, First] = field(default_factory=dict)
    stances: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def reach(self, item: str, level: int, first: First) -> None:
        """Note that a flow has come so far."""
        self.items[item] = max(level, self.items.get(item, 0))
        self.level = max(level, self.level)
        self.first.setdefault(level, first)


@dataclass(slots=True)
class State:
    """All that the watch remembers."""

    flows: dict[FlowKey, FlowState] = field(default_factory=dict)
    pairs: dict[Pair, PairState] = field(default_factory=dict)
    interdicted: dict[Pair, First] = field(default_factory=dict)
    parties: set[str] = field(default_factory=set)

    def flow(self, key: FlowKey) -> FlowState:
        """What is known of a flow, from now on kept."""
        return self.flows.setdefault(key, FlowState())

    def pair(self, pair: Pair) -> PairState:
        """What is known of a pair, from now on kept."""
        return self.pairs.setdefault(pair, PairState())

    def reach(self, key: FlowKey, level: int, first: First, *, territory: bool) -> None:
        """Note how far a flow has come, also for whoever later tells the same less exactly.

        That is with a side unnamed, or with a group's state for the group; where ``territory``
        says that goods were bound for a country, whoever acts there may be meant.
        """
        recipients = {key.recipient, "", home(key.recipient)}
        if territory:
            recipients |= groups_in(key.recipient)
        pairs = {(key.supplier, each) for each in recipients}
        for pair in (pairs | {("", key.recipient)}) - {("", "")}:
            self.pair(pair).reach(key.item, level, first)

    def last_interdicted(self, pair: Pair) -> First | None:
        """The last interdiction that may be the same: equal sides, or one that is unnamed."""
        supplier, recipient = home(pair[0]), home(pair[1])
        if supplier and recipient:
            asked = [(supplier, recipient), (supplier, ""), ("", recipient)]
        else:
            asked = [(supplier or ANY, recipient or ANY)]
        found = [self.interdicted[each] for each in asked if each in self.interdicted]
        return max(found, key=lambda first: first.at, default=None)

    def interdict(self, pair: Pair, first: First) -> None:
        """Note an interdiction under its pair, and under each side for those with one unnamed."""
        supplier, recipient = home(pair[0]), home(pair[1])
        for each in ((supplier, recipient), (supplier, ANY), (ANY, recipient)):
            self.interdicted[each] = first


@cache
def groups_in(state: str) -> frozenset[str]:
    """The groups that act in a state."""
    every = parties().values()
    return frozenset(each.id for each in every if state and each.territory_of == state)


def home(party: str) -> str:
    """The state in which a group acts: a seizure bound for it is told as bound for either."""
    known = parties().get(party)
    return known.territory_of if known and known.territory_of else party
