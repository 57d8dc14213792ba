"""Hold totals against caps: a cap is no ban on a cargo but a limit on what all cargoes come to.

What is counted is what the caller knows of, so "within" never means that the cap was kept: it
means that what is told stays below it. One consignment above the cap exceeds it by itself.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from embargo_watch.judge.amounts import convert
from embargo_watch.judge.limits import above, at_most, cap_period
from embargo_watch.judge.scope import Wares, fit
from embargo_watch.judge.sums import Part, total
from embargo_watch.model.dates import DateRange, Within
from embargo_watch.model.provision import Cap, Provision, Regime, Scopes
from embargo_watch.model.unit import Amount
from embargo_watch.reference.scopes import scopes as bundled_scopes
from embargo_watch.reference.units import units

Verdict = Literal["exceeded", "within", "unclear"]
SUMMED = ("asserted", "suspected")
"""Statuses that go into a total; what is denied or yet to come stands apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consignment:
    """What a claim, or several claims of one occasion, say moved.

    ``amounts`` are the accounts of how much, side by side; the least and the greatest count.
    ``date`` is EDTF or "". ``claims`` are the ids of the claims that it rests on.
    """

    id: str
    supplier: str
    recipient: str
    wares: Wares
    amounts: tuple[Amount, ...]
    date: str
    status: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A consignment in a total, in the cap's unit; ``high`` None is without an upper bound.

    ``factors`` are the conversions with their sources. ``within`` is the id of a wider account
    of the same traffic that may include this one, "" if none.
    """

    consignment: Consignment
    low: float
    high: float | None
    factors: tuple[str, ...] = ()
    within: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncounted:
    """A consignment that may belong to a total and cannot be summed, with the reason."""

    consignment: Consignment
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CapTotal:
    """What is told of one cap's goods in one period (``since <= day < until``), and the cap.

    ``low`` and ``high`` are the bounds of the sum in the cap's unit. ``apart`` are consignments
    denied or yet to come.
    """

    provision: str
    cap: Cap
    since: dt.date
    until: dt.date
    low: float
    high: float | None
    verdict: Verdict
    counted: tuple[Counted, ...]
    uncounted: tuple[Uncounted, ...]
    apart: tuple[Consignment, ...]


def cap_totals(
    consignments: Iterable[Consignment],
    regimes: Sequence[Regime],
    scopes: Scopes | None = None,
) -> tuple[CapTotal, ...]:
    """One total for each provision, cap and period that a consignment may touch.

    What has no date stands in every period, uncounted (in the first where there is no other).

    In the order of the law, of its caps and of time. The answer does not depend on the order of
    the consignments.

    Raises:
        ValueError: a consignment's date is no EDTF date.
    """
    known = bundled_scopes() if scopes is None else scopes
    told = sorted(set(consignments), key=lambda each: (each.date, each.id))
    return tuple(
        made
        for regime in regimes
        for provision in regime.provisions
        for cap in provision.caps
        for made in _of_cap(told, provision, cap, known)
    )


def _of_cap(
    told: Sequence[Consignment], provision: Provision, cap: Cap, scopes: Scopes
) -> Iterator[CapTotal]:
    bearing = [each for each in told if _bears(each, provision, cap, scopes)]
    periods: set[tuple[dt.date, dt.date]] = set()
    for each in bearing:
        periods |= _periods(each, cap)
    if not periods and any(not each.date for each in bearing):
        periods = {period for period in (cap_period(cap, cap.since),) if period}
    for since, until in sorted(periods):
        yield _of_period(bearing, provision, cap, (since, until), scopes)


def _bears(each: Consignment, provision: Provision, cap: Cap, scopes: Scopes) -> bool:
    """Whether the consignment goes the provision's way with goods that may be the cap's."""
    side = each.supplier if provision.direction == "from_target" else each.recipient
    if side not in provision.target:
        return False
    return fit(cap.items, each.wares, scopes).answer != "no"


def _periods(each: Consignment, cap: Cap) -> set[tuple[dt.date, dt.date]]:
    """The periods that a date's known ends lie in, and those between two known ends."""
    if not each.date:
        return set()
    date = DateRange.parse(each.date)
    found: set[tuple[dt.date, dt.date]] = set()
    first, last = date.first or date.last or cap.since, date.last or date.first or cap.since
    day = max(first, cap.since)
    while day <= last:
        period = cap_period(cap, day)
        if period is None:
            break
        found.add(period)
        day = period[1]
    return found


def _of_period(
    bearing: Sequence[Consignment],
    provision: Provision,
    cap: Cap,
    period: tuple[dt.date, dt.date],
    scopes: Scopes,
) -> CapTotal:
    parts: list[Part] = []
    counted: list[Counted] = []
    uncounted: list[Uncounted] = []
    apart: list[Consignment] = []
    for each in bearing:
        when = DateRange.parse(each.date).within(*period) if each.date else Within.UNCLEAR
        if when is Within.OUTSIDE:
            continue
        if each.status not in SUMMED:
            apart.append(each)
            continue
        reason = _reason(each, when, cap, scopes)
        if reason:
            uncounted.append(Uncounted(consignment=each, reason=reason))
            continue
        made = _counted(each, cap)
        counted.append(made)
        parts.append(Part(each.id, (each.supplier, each.recipient), each.date, made.low, made.high))
    low, high, wider = total(parts)
    return CapTotal(
        provision=provision.id,
        cap=cap,
        since=period[0],
        until=period[1],
        low=low,
        high=high,
        verdict=_verdict(low, high, cap.amount, bool(uncounted) or not counted),
        counted=tuple(replace(each, within=wider.get(each.consignment.id, "")) for each in counted),
        uncounted=tuple(uncounted),
        apart=tuple(apart),
    )


def _reason(each: Consignment, when: Within, cap: Cap, scopes: Scopes) -> str:
    """Why a consignment cannot be summed, "" if it can."""
    covered = fit(cap.items, each.wares, scopes)
    if covered.answer == "unclear":
        return f"whether these are the cap's goods is not told: {covered.compared}"
    if not each.date:
        return "no date"
    if when is Within.UNCLEAR:
        return f"its date, {each.date}, spans periods"
    if not each.amounts:
        return "no quantity"
    if all(convert(amount, cap.unit, cap.items) is None for amount in each.amounts):
        words = ", ".join(amount.words for amount in each.amounts)
        return f"unit unknown, or not to be put into {units().units[cap.unit].name}: {words}"
    return ""


def _counted(each: Consignment, cap: Cap) -> Counted:
    """The least and the greatest of the accounts; what is only suspected may be nothing."""
    turned = [made for amount in each.amounts if (made := convert(amount, cap.unit, cap.items))]
    lows = [made.amount.low for made in turned]
    highs = [made.amount.high for made in turned]
    known = [high for high in highs if high is not None]
    return Counted(
        consignment=each,
        low=min(lows) if each.status == "asserted" else 0.0,
        high=max(known) if len(known) == len(highs) else None,
        factors=tuple(dict.fromkeys(factor for made in turned for factor in made.factors)),
    )


def _verdict(low: float, high: float | None, limit: float, open_ends: bool) -> Verdict:
    if above(low, limit):
        return "exceeded"
    return "within" if at_most(high, limit) and not open_ends else "unclear"
