"""Say who of a chain a provision binds, and by what tie: territory, nationals, flag, procurement.

The Council binds all States; a bloc's or a state's own embargo binds its members or that state,
and a transfer among others does not breach it.
"""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from embargo_watch.judge.places import home_of, is_state
from embargo_watch.judge.sides import NAMELESS
from embargo_watch.model.finding import Query, Stop
from embargo_watch.model.provision import Answer, Provision
from embargo_watch.reference.blocs import members, memberships


@dataclass(frozen=True, slots=True)
class Bond:
    """Whether the provision binds anybody in the chain, and who is bound by what."""

    answer: Answer
    compared: str


def bond(query: Query, provision: Provision, day: dt.date) -> Bond:
    """Who of the chain is bound on that day.

    A party that is no state is not bound itself: the State from whose territory it acts is, or
    that of its nationals, so for a bloc's embargo it is unclear. The recipient of a ban on
    exports from the target must not procure.
    """
    chain = _chain(query, provision)
    return _bond(chain, query.supplier, provision, day if provision.binds else None)


@lru_cache(maxsize=20_000)
def _bond(
    chain: tuple[tuple[str, str], ...], supplier: str, provision: Provision, day: dt.date | None
) -> Bond:
    if day is None:
        told = "; ".join(f"{party} ({tie})" for party, tie in chain) or "nobody named"
        return Bond("yes", f"binds {provision.bound}: {told}")
    held = [(party, tie) for party, tie in chain if is_bound(party, provision.binds, day)]
    who = ", ".join(provision.binds)
    if held:
        told = "; ".join(f"{party} ({tie})" for party, tie in held)
        return Bond("yes", f"binds {provision.bound}: {told}")
    through = [each for each, _ in chain if is_bound(home_of(each), provision.binds, day)]
    if through:
        told = f"whether {', '.join(through)} acted from there is not told"
        return Bond("unclear", f"binds {who}: {told}")
    if supplier in NAMELESS:
        return Bond("unclear", f"binds {who}; the supplier is not named")
    told = ", ".join(party for party, _ in chain)
    return Bond("no", f"binds {who}, which none of {told} was among on that day")


def is_bound(party: str, binds: tuple[str, ...], day: dt.date) -> bool:
    """Whether a party, or the bloc it belonged to that day, is among those bound."""
    return bool(party) and (party in binds or any(party in members(each, day) for each in binds))


def membership_cuts(query: Query, provision: Provision) -> tuple[dt.date, ...]:
    """The days on which somebody of the chain came to be bound, or ceased to be."""
    if not provision.binds:
        return ()
    named = {party for party, _ in _chain(query, provision)}
    named |= {home_of(party) for party in named}
    spells = [
        spell
        for bloc in provision.binds
        for spell in memberships().get(bloc, ())
        if spell.party in named
    ]
    days = [day for spell in spells for day in (spell.since, spell.until)]
    return tuple(day for day in days if day is not None)


def _chain(query: Query, provision: Provision) -> tuple[tuple[str, str], ...]:
    hands = (query.maker, query.supplier, query.broker, query.via, query.flag, query.recipient)
    return _ties(hands, provision)


@lru_cache(maxsize=20_000)
def _ties(
    hands: tuple[str, str, str, tuple[Stop, ...], str, str], provision: Provision
) -> tuple[tuple[str, str], ...]:
    """Everybody named who could be bound, in the order of the goods' way, each with the tie."""
    maker, supplier, broker, via, flag, recipient = hands
    stops = [stop.party for stop in via]
    chain = []
    if "origin" in provision.nexus:
        chain.append((maker, "maker: its goods by origin"))
    own = supplier in provision.target
    tie = "the supplier and target itself" if own else "supplier: from its territory"
    if not is_state(supplier):
        tie = "supplier: through the State of its territory or nationals"
    chain.append((supplier, tie))
    chain.append((broker, "broker: by its nationals"))
    chain += [(party, "transit: through its territory") for party in stops]
    chain.append((flag, "flag of the ship or aircraft"))
    if provision.direction != "to_target" and recipient not in (*provision.target, *stops):
        tie = (
            "must not procure"
            if is_state(recipient)
            else "through the State of its territory or nationals"
        )
        chain.append((recipient, f"recipient: {tie}"))
    return tuple((party, tie) for party, tie in chain if party not in NAMELESS)
