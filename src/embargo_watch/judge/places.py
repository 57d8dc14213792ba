"""Say where a delivery lies as far as a provision asks, so that Darfur is not taken for Sudan."""

from functools import lru_cache

from embargo_watch.judge.marks import STRANGERS
from embargo_watch.model.finding import Query
from embargo_watch.model.provision import Answer, Provision, Regime
from embargo_watch.reference.areas import lies_in, state_of
from embargo_watch.reference.parties import parties


def delivered(query: Query, provision: Provision, regime: Regime) -> Answer:
    """Whether the place of delivery is one that the provision covers; unclear where none is told.

    A provision without areas covers its regime's territory, or the states that are its targets
    where the regime has several; a list of persons, worldwide, is bound to no place, so that no
    place is inside it.
    """
    if not query.area:
        return "unclear"
    states = (regime.territory,) if regime.territory else tuple(filter(is_state, provision.target))
    covered = provision.areas or states
    answers = {lies_in(query.area, outer) for outer in covered}
    return "yes" if "yes" in answers else "unclear" if "unclear" in answers else "no"


def is_state(party: str) -> bool:
    """Whether an id is a state's, or the mark that stands for one."""
    if party in STRANGERS:
        return True
    known = parties().get(party)
    return known is not None and known.kind == "state"


def is_private(party: str) -> bool:
    """Whether an id is a group's, company's or person's, or of somebody the data do not know."""
    return not (is_state(party) or is_organization(party))


def is_organization(party: str) -> bool:
    """Whether an id is that of states together, such as the United Nations or a bloc.

    A body of one state's territory (a regional authority) is none.
    """
    known = parties().get(party)
    if known is None or known.territory_of:
        return False
    return known.kind in ("organization", "bloc")


def acts_in(party: str, territory: str) -> bool:
    """Whether a party that is no state is known to act in a state's territory."""
    return bool(territory) and home_of(party) == territory


def home_of(party: str) -> str:
    """The state in whose territory a group, company or person acts; "" where none is known."""
    known = parties().get(party)
    return known.territory_of if known is not None and known.kind != "state" else ""


def touched(query: Query, regimes: tuple[Regime, ...]) -> tuple[Regime, ...]:
    """The regimes that come into play: by a party, by where a group acts, or by the place.

    Of the chain only who supplies, receives or made the goods counts here; each leg of a chain
    is a transfer of its own.
    """
    by_party, by_territory = _index(regimes)
    state = state_of(query.area) if query.area else ""
    found: set[int] = set()
    for party in (query.supplier, query.recipient, query.maker, state):
        found.update(by_party.get(party, ()))
    for place in (state, home_of(query.supplier), home_of(query.recipient)):
        found.update(by_territory.get(place, ()))
    return tuple(regimes[at] for at in sorted(found))


@lru_cache(maxsize=16)
def _index(regimes: tuple[Regime, ...]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The places of the regimes among all, by each of their parties and by their territory."""
    by_party: dict[str, list[int]] = {}
    by_territory: dict[str, list[int]] = {}
    for at, regime in enumerate(regimes):
        for party in regime.parties:
            by_party.setdefault(party, []).append(at)
        if regime.territory:
            by_territory.setdefault(regime.territory, []).append(at)
    return by_party, by_territory
