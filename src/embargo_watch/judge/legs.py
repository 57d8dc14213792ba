"""Take a chain of hands apart into legs, since each is a transfer of its own day.

How a lawyer reads a chain. Embargoes forbid "direct or indirect" supply, so the whole way, from
the first supplier to the last user, is judged first, at the day of delivery. Each leg is judged
as well, at its own day: a ban may have begun, or have ended, while the goods were under way. A
stop lets goods pass: its State is bound by its territory (the rule ``bound`` says so), and is
neither supplier nor recipient of the whole; only where the stop is itself a target does what
reaches it count as delivered to it, or what leaves it as supplied from it. As a stop a State
stands for its territory, never for its government. Sources: S/RES/1970 (2011) 9 and S/RES/1718
(2006) 8(a) ("directly or indirectly", "from or through their territories"), S/RES/1591 (2005) 7.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

from embargo_watch.model.finding import Finding, Query, Reason, Stop


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg as a transfer of its own, and words that say which it is ("" for the whole way)."""

    query: Query
    told: str

    def named(self, finding: Finding) -> Finding:
        """The finding with the leg's supplier, recipient and date, and a reason that names it."""
        query = self.query
        reasons = finding.reasons
        if self.told:
            reasons = (Reason(rule="leg", compared=self.told, source=""), *reasons)
        return replace(
            finding,
            supplier=query.supplier,
            recipient=query.recipient,
            date=query.date,
            reasons=reasons,
        )


def is_chain(query: Query) -> bool:
    """Whether the query names more than a supplier and a recipient on the goods' way."""
    return bool(query.via) or query.end_user not in ("", query.recipient)


def whole_of(query: Query) -> Query:
    """The whole way as one transfer: from the supplier to the end user, else to the recipient.

    The stops stay in it, as those through whose territory it runs.
    """
    if query.end_user in ("", query.recipient):
        return replace(query, end_user="")
    via = (*query.via, Stop(party=query.recipient)) if query.recipient else query.via
    return replace(query, recipient=query.end_user, end_user="", via=via)


def legs(query: Query) -> tuple[Leg, ...]:
    """Each leg in the order of the way; none where the whole way is a single one.

    A leg into a stop has the stop's date, else the query's; the last leg has the place of
    delivery.
    """
    nodes = [(query.supplier, query.supplier_as, query.date)]
    nodes += [(stop.party, "territory", stop.date or query.date) for stop in query.via]
    nodes += [(query.recipient, query.recipient_as, query.date)] if query.recipient else []
    if query.end_user not in ("", query.recipient):
        nodes.append((query.end_user, query.recipient_as, query.date))
    if len(nodes) <= len(("supplier", "recipient")):
        return ()
    pairs = list(pairwise(nodes))
    return tuple(
        _leg(query, before, after, (at, len(pairs))) for at, (before, after) in enumerate(pairs, 1)
    )


def _leg(
    query: Query, before: tuple[str, str, str], after: tuple[str, str, str], place: tuple[int, int]
) -> Leg:
    at, count = place
    stop = (Stop(party=after[0]),) if at <= len(query.via) else ()
    judged = replace(
        query,
        supplier=before[0],
        supplier_as=before[1],
        recipient=after[0],
        recipient_as=after[1],
        date=after[2],
        area=query.area if at == count else "",
        via=stop,
        end_user="",
    )
    told = f"leg {at} of {count}: {before[0] or 'supplier not named'} to {after[0]}"
    return Leg(query=judged, told=f"{told}, {after[2] or 'no date'}")
