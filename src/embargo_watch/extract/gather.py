"""Bring together what several sentences tell of one deed: the title names it, the body dates it."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import TypeVar

from embargo_watch.model.candidate import Candidate
from embargo_watch.model.dates import DateRange

Key = TypeVar("Key", bound=Hashable)

AHEAD = "prospective"
PLACE = "place"
DATE = "date"

DETAIL = {
    "aircraft": ("aircraft", "registration", "flight"),
    "companies": ("company",),
    "casualties": ("casualties",),
    "route": ("route",),
}
"""Fields that one sentence fills whole, with the slots for their words."""


def filled(kept: Candidate, other: Candidate) -> Candidate:
    """The candidate with the slots that it leaves open and another of the same deed fills.

    A date goes from one to the other only where both speak of a deed done or both of one to
    come; of two dates that agree the narrower one counts.
    """
    others = dict(kept.others)
    date, quantity = kept.date, kept.quantity
    if (kept.status == AHEAD) == (other.status == AHEAD) and _narrows(kept.date, other.date):
        date = other.date
        others[DATE] = other.others.get(DATE, ())
    if quantity is None and other.quantity is not None:
        quantity = other.quantity
        others["quantity"] = other.others.get("quantity", ())
    if PLACE not in others and other.others.get(PLACE):
        others[PLACE] = other.others[PLACE]
    more = {field: getattr(kept, field) or getattr(other, field) for field in DETAIL}
    for field, slots in DETAIL.items():
        if not getattr(kept, field):
            others |= {slot: other.others[slot] for slot in slots if slot in other.others}
    return replace(kept, date=date, quantity=quantity, others=others, **more)


def _narrows(known: str, other: str) -> bool:
    """Whether the other date tells more and nothing else."""
    if not other or known == other:
        return False
    if not known:
        return True
    wide, narrow = DateRange.parse(known), DateRange.parse(other)
    if not (wide.first and wide.last and narrow.first and narrow.last):
        return False
    return wide.first <= narrow.first and narrow.last <= wide.last


def join_dated(
    merged: dict[Key, Candidate],
    undated: Callable[[Candidate], Key],
    stronger: Callable[[Candidate, Candidate], Candidate],
) -> dict[Key, Candidate]:
    """Make one of a use told without a date and the same use told with one.

    ``undated`` gives the key that a candidate would have without its date; ``stronger`` makes
    one candidate of two.
    """
    joined: dict[Key, Candidate] = {}
    dated = {undated(c) for c in merged.values() if c.date}
    for key, candidate in merged.items():
        if not candidate.date and key in dated:
            continue
        plain = merged.get(undated(candidate)) if candidate.date else None
        alone = plain is None or plain is candidate
        joined[key] = candidate if alone or plain is None else stronger(candidate, plain)
    return joined
