"""Say what came back for what: the links between the two directions of an exchange."""

from collections.abc import Iterable

from embargo_watch.model.ledger import Entry
from embargo_watch.reconcile.voices import by_time


def returns(entries: Iterable[Entry]) -> tuple[tuple[str, str], ...]:
    """Return (words for what came back, claim id) for each claim whose text makes the link.

    A denied transfer returns nothing; what is only suspected shows in the claim's own status.
    """
    return tuple(
        (entry.claim.in_return_for, entry.claim.id)
        for entry in sorted(entries, key=by_time)
        if entry.claim.in_return_for and entry.claim.status != "denied"
    )
