"""One flow as one document tells it: what every rule is asked about."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from embargo_watch.model.alert import Rule
from embargo_watch.model.ledger import FlowKey
from embargo_watch.watch.seen import Saying, Told
from embargo_watch.watch.touch import Touched

Count = Callable[[Collection[str]], int]
"""How many of some origins (each as it ``counts_as``) are certainly distinct."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A flow with its claims in one document.

    ``level`` is how far they say it has come (0 where they only deny), ``said`` the origins that
    assert or admit it, as they are counted, ``numbers`` the largest (number, words) of each kind
    and unit. ``only`` is the one rule for which these claims are good enough, if they are weak.
    """

    key: FlowKey
    at: dt.datetime
    entry: str
    claims: tuple[Told, ...]
    touched: Touched
    level: int = 0
    said: frozenset[str] = frozenset()
    numbers: Mapping[tuple[str, str], tuple[float, str]] = field(default_factory=dict)
    only: Rule | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """The supplier and the recipient."""
        return self.key.supplier, self.key.recipient

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """What the origins say of this flow."""
        return tuple(
            saying
            for told in self.claims
            for saying in told.sayings
            if (saying.supplier, saying.recipient) == self.pair
        )

    @property
    def stops(self) -> bool:
        """Whether a consignment was stopped, by what these claims say."""
        return any(
            told.claim.kind == "interdiction" and told.claim.status in ("asserted", "suspected")
            for told in self.claims
        )
