"""Tell of a provision that is about to begin or to end, as the law was known on that day."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from embargo_watch.model.alert import Alert
from embargo_watch.model.provision import Provision, Regime
from embargo_watch.reference.watch import Standing

_FORESEEN = ("expired", "horizon")
"""Ends that were set beforehand; any other came with the paragraph that made it."""


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """A first or last day: known from a day on, and no longer once a renewal has moved it."""

    on: dt.date
    regime: str
    how: str
    known: dt.date
    provision: str
    void: dt.date = dt.date.max


class Changes:
    """Give each turn of the law once, when the clock comes near and a party to it was seen."""

    def __init__(self, regimes: Iterable[Regime], standing: Standing) -> None:
        """Sort the turns by the day on which each is first told."""
        held = tuple(regimes)
        self._parties = {regime.id: frozenset(regime.parties) for regime in held}
        self._near = dt.timedelta(days=standing.law_days)
        self._cited = {p.id: p for regime in held for p in regime.provisions}
        turns = [
            turn
            for regime in held
            for provision in regime.provisions
            if provision.kind in standing.law_kinds
            for turn in _turns(provision)
        ]
        self._ahead = sorted(turns, key=lambda turn: (self._from(turn), turn), reverse=True)
        self._near_now: list[Turn] = []

    def at(self, clock: dt.datetime, seen: Collection[str]) -> list[Alert]:
        """The turns to be told now; ``seen`` are the parties that any claim has named."""
        day = clock.date()
        while self._ahead and self._from(self._ahead[-1]) <= day:
            self._near_now.append(self._ahead.pop())
        if not self._near_now:
            return []
        self._near_now = [
            turn for turn in self._near_now if day <= turn.on + self._near and day < turn.void
        ]
        told = [turn for turn in self._near_now if self._parties[turn.regime].intersection(seen)]
        self._near_now = [turn for turn in self._near_now if turn not in told]
        return [
            self._alert(clock, list(group))
            for _, group in groupby(sorted(told), key=lambda turn: (turn.on, turn.regime))
        ]

    def _from(self, turn: Turn) -> dt.date:
        return max(turn.known, turn.on - self._near)

    def _alert(self, clock: dt.datetime, turns: Sequence[Turn]) -> Alert:
        first = turns[0]
        past = first.on <= clock.date()
        said = []
        for how, names in groupby(turns, key=lambda turn: turn.how):
            cited = "; ".join(dict.fromkeys(self._cited[each.provision].citation for each in names))
            said.append(f"{cited} {_VERBS[how, past]}")
        return Alert(
            at=clock,
            rule="law_change",
            key=f"{first.regime} {first.on.isoformat()}",
            provisions=tuple(dict.fromkeys(turn.provision for turn in turns)),
            reason=f"{first.regime}, {first.on.isoformat()}: {', '.join(said)}",
            compared=(
                ("regime", first.regime), ("day", first.on.isoformat()),
                ("turn", ", ".join(dict.fromkeys(turn.how for turn in turns))),
                ("clock", clock.date().isoformat()),
            ),
        )  # fmt: skip


_VERBS = {
    ("begins", False): "begins", ("begins", True): "began",
    ("ends", False): "ends unless renewed", ("ends", True): "ended",
}  # fmt: skip


def _turns(provision: Provision) -> Iterator[Turn]:
    if provision.until is not None and provision.until <= provision.since:
        return  # it never operated
    name, regime = provision.id, provision.regime
    yield Turn(provision.since, regime, "begins", provision.adopted, name)
    until = provision.until
    foreseen = provision.until_kind == "expired"
    set_ends = sorted(
        (change.on, change.until)
        for change in provision.changes
        if change.until and not (foreseen and change.on == change.until == until)
    )
    for place, (on, end) in enumerate(set_ends):
        later = set_ends[place + 1][0] if place + 1 < len(set_ends) else dt.date.max
        yield Turn(end, regime, "ends", on, name, later)
    if until is None or any(until == end for _, end in set_ends):
        return
    known = provision.adopted if provision.until_kind in _FORESEEN else until
    yield Turn(until, regime, "ends", known, name)
