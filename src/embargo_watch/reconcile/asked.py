"""Hold what the grading rules look at, prepared once for all voices of a flow or incident."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from embargo_watch.model.ledger import Entry, FlowKey, Stance, Voice
from embargo_watch.reconcile.origins import PUBLISHER, bearers, distinct, nameless

SAYS: tuple[Stance, ...] = ("asserts", "admits")
SUPPOSES: tuple[Stance, ...] = ("suspects", "expects")
_MOST_LISTED = 5


@dataclass(frozen=True)
class Chorus:
    """All voices of one flow or incident; ``named`` are those whom we know, with their bearers."""

    voices: tuple[Voice, ...]
    key: FlowKey

    @cached_property
    def sides(self) -> frozenset[str]:
        """Supplier and recipient, as far as they are named."""
        return frozenset(filter(None, (self.key.supplier, self.key.recipient)))

    @cached_property
    def named(self) -> dict[Stance, dict[str, frozenset[str]]]:
        """The known origins of each stance, in the order of their names."""
        found: dict[Stance, dict[str, frozenset[str]]] = {}
        for voice in sorted(self.voices, key=lambda one: one.origin):
            if not nameless(voice.origin, ()):
                found.setdefault(voice.stance, {})[voice.origin] = bearers(voice.origin)
        return found

    @cached_property
    def agreed(self) -> int:
        """How many certainly distinct origins assert or admit."""
        return distinct((v.origin for v in self.voices if v.stance in SAYS), ())

    def origins(self, *stances: Stance) -> dict[str, frozenset[str]]:
        """The known origins of some stances, each once, with those who answer for it."""
        held = {o: b for stance in stances for o, b in self.named.get(stance, {}).items()}
        return dict(sorted(held.items()))


@dataclass(frozen=True)
class Asked:
    """One voice with all that the rules look at.

    ``entries`` are its claims, ``kinds`` the kinds of the known outlets that speak in their own
    voice in them, ``heard`` whether a known publisher prints any of them.
    """

    voice: Voice
    entries: tuple[Entry, ...]
    chorus: Chorus
    kinds: frozenset[str] = frozenset()
    heard: bool = True

    @cached_property
    def own(self) -> frozenset[str]:
        """Who answers for the voice."""
        return bearers(self.voice.origin)

    @cached_property
    def involved(self) -> tuple[str, ...]:
        """The sides of the flow that the voice is, or speaks for."""
        return tuple(sorted(self.own & self.chorus.sides))

    @cached_property
    def is_publisher(self) -> bool:
        """Whether a publisher speaks in its own voice."""
        return self.voice.origin.startswith(PUBLISHER)

    def stands(self, *stances: Stance) -> bool:
        """Whether the voice takes one of these stances."""
        return self.voice.stance in stances

    def others(self, *stances: Stance, apart: bool = False) -> tuple[str, ...]:
        """Known origins of these stances that share nobody with this one.

        ``apart`` leaves out those who are a side of the flow or speak for one.
        """
        barred = self.own | self.chorus.sides if apart else self.own
        told = self.chorus.origins(*stances)
        return tuple(origin for origin, who in told.items() if who.isdisjoint(barred))


Rule = Callable[[Asked], str]
"""Returns what was compared where the rule holds, else ""."""


def listed(origins: Iterable[str]) -> str:
    """Name the first few origins as people read them, and count the rest."""
    told = [origin.removeprefix(PUBLISHER) for origin in origins]
    more = len(told) - _MOST_LISTED
    return ", ".join(told[:_MOST_LISTED]) + (f" and {more} more" if more > 0 else "")
