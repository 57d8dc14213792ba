"""Measure claims against annotated entries, so that a change shows whether it reads better.

The figures are those of the shared gold's own scorer. All are micro-averaged over the entries'
sets: a claim repeated within an entry counts once, a claim with several suppliers or recipients
once for each pair of them, and an unnamed side is ``-``.
"""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, TypeAlias

GoldClaim: TypeAlias = Mapping[str, Any]
Entries: TypeAlias = Mapping[str, Sequence[GoldClaim]]
"""Claims by the entry's id, in the codebook's form (``read --json`` is a superset of it)."""

Flow: TypeAlias = tuple[str, str, str]
"""Supplier, recipient, item group; an unnamed side is ``-``."""

# fmt: off
UNDER_EMBARGO = frozenset((
    "PRK", "IRN", "YEM", "houthi", "LBY", "haftar", "SDN", "rsf", "SOM", "al-shabaab", "COD", "m23",
    "CAF", "SSD", "HTI", "gangs-hti", "LBN", "hezbollah", "IRQ", "AFG", "taliban", "isil", "hamas",
    "ERI",
))
GROUPS = frozenset((
    "houthi", "hezbollah", "hamas", "taliban", "wagner", "rsf", "m23", "al-shabaab", "isil",
    "haftar", "eu", "nato", "un", "west", "separatists-ukr", "syria-rebels", "tigray", "gangs-hti",
    "kurds", "palestinian-islamic-jihad",
))
# fmt: on
_STATE = re.compile("[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many facts were found (``hit``), said and true."""

    hit: int
    said: int
    true: int

    @property
    def precision(self) -> float:
        """The share of what was said that is true."""
        return self.hit / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """The share of what is true that was said."""
        return self.hit / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.hit / (self.said + self.true) if self.hit else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """All figures of one set; ``facts`` by name, the others over the flows both sides carry.

    ``status`` and ``dates`` use ``hit`` of ``true``: flows with the right status, dates found.
    """

    entries: int
    gold_claims: int
    claims: int
    facts: Mapping[str, Ratio]
    status: Ratio
    speakers: Ratio
    dates: Ratio


@dataclass(frozen=True, slots=True)
class SharedFlow:
    """A flow that an entry carries in the gold and as found, with the claims of both."""

    entry: str
    flow: Flow
    expected: Sequence[GoldClaim]
    found: Sequence[GoldClaim]


def pairs(claim: GoldClaim) -> set[tuple[str, str]]:
    """Every (supplier, recipient) of a claim."""
    sides = product(claim.get("supplier") or ["-"], claim.get("recipient") or ["-"])
    return {(s, r) for s, r in sides if s != r or s == "-"}


def flows(claims: Sequence[GoldClaim]) -> set[Flow]:
    """Who -> whom, what."""
    return {(*pair, claim["item"]) for claim in claims for pair in pairs(claim)}


def _relevant(claims: Sequence[GoldClaim]) -> set[Hashable]:
    return {"any"} if claims else set()


def _pairs(claims: Sequence[GoldClaim]) -> set[Hashable]:
    return {pair for claim in claims for pair in pairs(claim)}


def _flows(claims: Sequence[GoldClaim]) -> set[Hashable]:
    return set(flows(claims))


def _embargoed(claims: Sequence[GoldClaim]) -> set[Hashable]:
    return {flow for flow in flows(claims) if UNDER_EMBARGO & set(flow[:2])}


def _claims(claims: Sequence[GoldClaim]) -> set[Hashable]:
    return {
        (claim["kind"], *pair, claim["item"], claim["status"])
        for claim in claims
        for pair in pairs(claim)
    }


FACTS: Mapping[str, Callable[[Sequence[GoldClaim]], set[Hashable]]] = {
    "relevant": _relevant,
    "pair": _pairs,
    "flow": _flows,
    "embargoed": _embargoed,
    "claim": _claims,
}


def score(gold: Entries, found: Entries) -> Score:
    """Compare; entries missing from ``found`` count as empty, strangers in it are ignored."""
    facts = {name: count(gold, found, facts_of) for name, facts_of in FACTS.items()}
    status, voices, dates = _on_shared_flows(gold, found)
    return Score(
        entries=len(gold),
        gold_claims=sum(len(claims) for claims in gold.values()),
        claims=sum(len(found.get(entry, ())) for entry in gold),
        facts=facts,
        status=status,
        speakers=voices,
        dates=dates,
    )


def count(
    gold: Entries, found: Entries, facts_of: Callable[[Sequence[GoldClaim]], set[Hashable]]
) -> Ratio:
    """Compare one kind of fact over all entries of the gold, each entry's facts as a set."""
    hit = said = true = 0
    for entry, claims in gold.items():
        wanted, got = facts_of(claims), facts_of(found.get(entry, ()))
        hit, said, true = hit + len(wanted & got), said + len(got), true + len(wanted)
    return Ratio(hit, said, true)


def _on_shared_flows(gold: Entries, found: Entries) -> tuple[Ratio, Ratio, Ratio]:
    """Status, speakers that are parties, and dates, over the flows that both sides carry."""
    right = shared = exact = dated = 0
    voices = [0, 0, 0]
    for both in shared_flows(gold, found):
        shared += 1
        right += values(both.expected, "status") == values(both.found, "status")
        heard, said = speakers(both.expected), speakers(both.found)
        for place, number in enumerate((len(heard & said), len(said), len(heard))):
            voices[place] += number
        days = values(both.expected, "date")
        dated += len(days)
        exact += len(days & values(both.found, "date"))
    return Ratio(right, shared, shared), Ratio(*voices), Ratio(exact, dated, dated)


def shared_flows(gold: Entries, found: Entries) -> Iterator[SharedFlow]:
    """Every flow that an entry carries in both, with the claims that carry it."""
    for entry, claims in gold.items():
        got = found.get(entry, ())
        for flow in sorted(flows(claims) & flows(got)):
            yield SharedFlow(entry, flow, carrying(claims, flow), carrying(got, flow))


def carrying(claims: Sequence[GoldClaim], flow: Flow) -> list[GoldClaim]:
    """The claims that carry a flow."""
    return [claim for claim in claims if flow in flows([claim])]


def values(claims: Sequence[GoldClaim], slot: str) -> set[str]:
    """What the claims hold in a slot, where it is filled."""
    return {claim[slot] for claim in claims if claim.get(slot)}


def speakers(claims: Sequence[GoldClaim]) -> set[str]:
    """The speakers that are parties."""
    named = {speaker for claim in claims for speaker in claim.get("speakers") or ()}
    return {speaker for speaker in named if _STATE.fullmatch(speaker) or speaker in GROUPS}
