"""Turn a claim into the transfers it speaks of, each with the days on which it may have been.

A claim is judged over its own date where the text gives one, else over the reporting window.
Status never changes the law: a denied transfer is judged as the one that is denied.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from embargo_watch.judge.engine import judge
from embargo_watch.model.claim import Claim
from embargo_watch.model.dates import DateRange
from embargo_watch.model.finding import Basis, Finding, Query, Reason, Stop
from embargo_watch.model.provision import Regime, Scopes
from embargo_watch.reference.parties import parties
from embargo_watch.reference.regimes import regimes as bundled_regimes

WINDOW = dt.timedelta(days=365)
"""How far a report without a date is taken to look back (or ahead, for what is prospective)."""


@cache
def group_territories() -> Mapping[str, str]:
    """For each group known to act in a state's territory: that state's code."""
    return {
        party.id: party.territory_of
        for party in parties().values()
        if party.kind == "group" and party.territory_of
    }


def queries(
    claim: Claim, published: str, territories: Mapping[str, str] | None = None
) -> tuple[Query, ...]:
    """One query for each (supplier, recipient) of the claim.

    ``published`` is the document's EDTF publication date or "". ``territories`` maps a group to
    the state in which it acts (by default those of the reference data); that is the place of
    delivery (``place`` is not: it may be where goods were seized or fired). A use implies a
    transfer before it, so it is judged over the year up to the use.
    """
    known = group_territories() if territories is None else territories
    date, basis = transfer_date(claim, published)
    return tuple(
        Query(
            supplier=supplier,
            recipient=recipient,
            item=claim.item,
            designation=claim.designation,
            item_text=claim.item_text,
            supplier_as=claim.supplier_as,
            recipient_as=claim.recipient_as,
            area=known.get(recipient, ""),
            date=date,
            basis=basis,
            status=claim.status,
            maker=claim.maker[0] if len(claim.maker) == 1 else "",
            via=tuple(Stop(party=party) for party in claim.via),
            quantity=claim.quantity.text if claim.quantity else "",
        )
        for supplier, recipient in claim.pairs()
    )


def findings(
    claim: Claim,
    published: str,
    published_basis: str = "",
    regimes: Sequence[Regime] | None = None,
    territories: Mapping[str, str] | None = None,
    scopes: Scopes | None = None,
) -> tuple[Finding, ...]:
    """The claim's findings, in the order of the law.

    One a provision where all (supplier, recipient) pairs of the claim agree; else one a pair,
    with the pair's names, and one for each leg that a route adds. ``published_basis`` says how the
    publication date is known and goes into the reasons; ``regimes`` and ``scopes`` are the bundled
    law by default.

    Raises:
        ValueError: a date of the claim or of its document is no EDTF date.
    """
    law = bundled_regimes() if regimes is None else regimes
    asked = queries(claim, published, territories)
    held: dict[str, list[Finding]] = {}
    for query in asked:
        for finding in judge(query, law, scopes):
            named = finding
            if not (finding.supplier or finding.recipient):
                named = replace(finding, supplier=query.supplier, recipient=query.recipient)
            held.setdefault(finding.provision, []).append(named)
    rest = _rests_on(claim, published, published_basis)
    order = [provision.id for regime in law for provision in regime.provisions]
    return tuple(
        _resting(each, rest)
        for provision in order
        if provision in held
        for each in _merged(held[provision], len(asked))
    )


def _merged(found: list[Finding], pairs: int) -> list[Finding]:
    """One finding for the whole claim where every pair has the same verdict, else one a pair."""
    if len(found) == pairs and len({finding.verdict for finding in found}) == 1:
        return [replace(found[0], supplier="", recipient="")]
    return found


def _resting(finding: Finding, rest: Reason) -> Finding:
    """Put what the date rests on first, in place of the judge's own words for it."""
    if finding.basis == "stated":
        return finding
    others = tuple(reason for reason in finding.reasons if reason.rule != "date")
    return replace(finding, reasons=(rest, *others))


def _rests_on(claim: Claim, published: str, published_basis: str) -> Reason:
    if claim.kind == "use" and claim.date:
        told = f"used {claim.date}: the transfer is taken to lie in the 365 days up to the use"
    elif not published:
        told = "neither the transfer nor its report is dated"
    elif claim.status == "prospective":
        told = "the text gives no day: the act is taken to be of the 365 days from publication"
    else:
        told = "the text gives no day: the report is taken to be of the recent past, the 365 days "
        told += "up to publication"
    if published:
        known = f", known from {published_basis}" if published_basis else ""
        told += f" (published {published}{known})"
    if claim.date and claim.kind != "use":
        told += f", narrowed by the text to {claim.date}"
    return Reason(rule="date", compared=told, source="")


def transfer_date(claim: Claim, published: str) -> tuple[str, Basis]:
    """The EDTF days on which the claimed transfer may have been, and what they rest on.

    "" where neither the text nor the report is dated. A date with an open end is a bound: it
    narrows the reporting window, unless it lies wholly outside.
    """
    if claim.date:
        stated = DateRange.parse(claim.date)
        if claim.kind == "use":
            return _up_to(stated), "window"
        if stated.first and stated.last:
            return claim.date, "stated"
        return _narrowed(stated, _window(published, claim.status))
    window = _window(published, claim.status)
    return (window.edtf, "window") if window else ("", "window")


def _window(published: str, status: str) -> DateRange | None:
    """The 365 days before (for what is prospective: after) the publication date."""
    if not published:
        return None
    date = DateRange.parse(published)
    first, last = date.first, date.last
    if status == "prospective":
        return DateRange.between(first, None if last is None else last + WINDOW)
    return DateRange.between(None if first is None else first - WINDOW, last)


def _narrowed(bound: DateRange, window: DateRange | None) -> tuple[str, Basis]:
    if window is None or not bound.overlaps(window):
        return bound.edtf, "stated"
    firsts = [day for day in (bound.first, window.first) if day]
    lasts = [day for day in (bound.last, window.last) if day]
    cut = DateRange.between(max(firsts, default=None), min(lasts, default=None))
    return cut.edtf, "window"


def _up_to(used: DateRange) -> str:
    """The year up to a use: what was used had been supplied by then."""
    anchor = used.first or used.last
    assert anchor is not None  # a date range has at least one end
    return DateRange.between(anchor - WINDOW, used.last).edtf
