"""List what was read wrongly, one error at a time and by its cause, so that causes can be counted.

A flow that was missed and one that was claimed instead are one error where they differ in one
thing: the supplier, the recipient, the goods or the direction.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from embargo_watch.scoring import (
    Entries,
    Flow,
    GoldClaim,
    SharedFlow,
    carrying,
    flows,
    shared_flows,
    speakers,
    values,
)

Cause = Literal[
    "missed entry", "missed", "reversed", "wrong supplier", "wrong recipient", "wrong item",
    "extra entry", "extra", "status", "kind", "speakers", "date",
]  # fmt: skip

CAUSES: dict[Cause, str] = {
    "missed entry": "flows of entries in which nothing was claimed",
    "missed": "flows missed in entries in which something else was claimed",
    "reversed": "flows claimed the wrong way round",
    "wrong supplier": "flows with another supplier, or with none, or with one too many",
    "wrong recipient": "flows with another recipient, or with none, or with one too many",
    "wrong item": "flows with other goods",
    "extra entry": "flows claimed in entries that carry none",
    "extra": "flows claimed beside others that are right or nearly so",
    "status": "flows that are right but put in another way",
    "kind": "flows that are right but of another kind",
    "speakers": "flows that are right but said by others",
    "date": "flows that are right but dated otherwise, or not at all",
}
"""What each cause covers, in the order of the list; the first that fits an error names it."""

_SAME: dict[Cause, Callable[[Flow, Flow], bool]] = {
    "reversed": lambda a, b: (a[0], a[1]) == (b[1], b[0]) and a[2] == b[2],
    "wrong supplier": lambda a, b: a[1:] == b[1:],
    "wrong recipient": lambda a, b: (a[0], a[2]) == (b[0], b[2]),
    "wrong item": lambda a, b: a[:2] == b[:2],
}


_SLOTS: tuple[Cause, ...] = ("status", "kind", "speakers", "date")
"""The causes that are a claim's slots, the gravest first."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """One error: what was expected and what was found, either of which may be nothing."""

    entry: str
    cause: Cause
    expected: Flow | None = None
    found: Flow | None = None
    expected_claim: GoldClaim | None = None
    found_claim: GoldClaim | None = None


def confusions(gold: Entries, found: Entries) -> list[Confusion]:
    """Every error over the entries of the gold, by cause and then in the order of the gold."""
    listed = [*_flow_errors(gold, found), *_slot_errors(shared_flows(gold, found))]
    order = {cause: place for place, cause in enumerate(CAUSES)}
    return sorted(listed, key=lambda one: order[one.cause])


def _flow_errors(gold: Entries, found: Entries) -> Iterator[Confusion]:
    for entry, claims in gold.items():
        got = found.get(entry, ())
        true, said = flows(claims), flows(got)
        missed, wrong = sorted(true - said), sorted(said - true)
        for cause, expected, instead in _paired(missed, wrong):
            yield Confusion(
                entry, cause, expected, instead,
                carrying(claims, expected)[0], carrying(got, instead)[0],
            )  # fmt: skip
        for flow in missed:
            missing: Cause = "missed" if got else "missed entry"
            yield Confusion(entry, missing, flow, None, carrying(claims, flow)[0])
        for flow in wrong:
            needless: Cause = "extra" if claims else "extra entry"
            yield Confusion(entry, needless, None, flow, None, carrying(got, flow)[0])


def _paired(missed: list[Flow], wrong: list[Flow]) -> Iterator[tuple[Cause, Flow, Flow]]:
    """Take out of both lists, two by two, what differs in one thing."""
    for cause, same in _SAME.items():
        for expected in list(missed):
            instead = next((flow for flow in wrong if same(expected, flow)), None)
            if instead is not None:
                missed.remove(expected)
                wrong.remove(instead)
                yield cause, expected, instead


def _slot_errors(both: Iterable[SharedFlow]) -> Iterator[Confusion]:
    """What is wrong about flows that are right; the gravest error of each."""
    for one in both:
        for slot in _SLOTS:
            expected, got = _told(one.expected, slot), _told(one.found, slot)
            if expected != got and not (slot == "date" and not expected):
                yield Confusion(
                    one.entry, slot, one.flow, one.flow,
                    _odd(one.expected, slot, got), _odd(one.found, slot, expected),
                )  # fmt: skip
                break


def _told(claims: Sequence[GoldClaim], slot: str) -> set[str]:
    return speakers(claims) if slot == "speakers" else values(claims, slot)


def _odd(claims: Sequence[GoldClaim], slot: str, others: set[str]) -> GoldClaim:
    """The first claim that tells what the others do not, else the first."""
    return next((claim for claim in claims if _told([claim], slot) - others), claims[0])
