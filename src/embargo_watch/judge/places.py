"""Say where a delivery lies as far as a provision asks, so that Darfur is not taken for Sudan."""

from embargo_watch.judge.marks import STRANGERS
from embargo_watch.model.finding import Query
from embargo_watch.model.provision import Answer, Provision, Regime
from embargo_watch.reference.areas import lies_in, state_of
from embargo_watch.reference.parties import parties


def delivered(query: Query, provision: Provision, regime: Regime) -> Answer:
    """Whether the place of delivery is one that the provision covers; unclear where none is told.

    A provision without areas covers its regime's territory; one of a regime without a territory
    (a list of persons, worldwide) is bound to no place, so that no place is inside it.
    """
    if not query.area:
        return "unclear"
    covered = provision.areas or ((regime.territory,) if regime.territory else ())
    answers = {lies_in(query.area, outer) for outer in covered}
    return "yes" if "yes" in answers else "unclear" if "unclear" in answers else "no"


def is_state(party: str) -> bool:
    """Whether an id is a state's, or the mark that stands for one."""
    if party in STRANGERS:
        return True
    known = parties().get(party)
    return known is not None and known.kind == "state"


def acts_in(party: str, territory: str) -> bool:
    """Whether a party that is no state is known to act in a state's territory."""
    return bool(territory) and home_of(party) == territory


def home_of(party: str) -> str:
    """The state in whose territory a group, company or person acts; "" where none is known."""
    known = parties().get(party)
    return known.territory_of if known is not None and known.kind != "state" else ""


def touches(query: Query, regime: Regime) -> bool:
    """Whether a regime comes into play: by a party, by where a group acts, or by the place.

    Of the chain only who supplies, receives or made the goods counts here; each leg of a chain
    is a transfer of its own.
    """
    parties_named = (query.supplier, query.recipient, query.maker)
    if any(party in regime.parties for party in parties_named if party):
        return True
    if any(acts_in(party, regime.territory) for party in parties_named[:2]):
        return True
    state = state_of(query.area) if query.area else ""
    return bool(state) and (state == regime.territory or state in regime.parties)
