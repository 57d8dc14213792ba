"""Hold a transfer against every provision that its parties touch, and explain each verdict.

Pure: the same query and the same law give the same findings, in the law's own order.
"""

from collections.abc import Sequence
from dataclasses import replace

from embargo_watch.judge.legs import Leg, is_chain, legs, whole_of
from embargo_watch.judge.outcomes import Dump, Filling
from embargo_watch.judge.plan import plan
from embargo_watch.judge.timing import stretch_of
from embargo_watch.model.finding import Finding, Query
from embargo_watch.model.provision import Regime, Scopes
from embargo_watch.reference.areas import area_of
from embargo_watch.reference.scopes import scopes as bundled_scopes


def judge(
    query: Query, regimes: Sequence[Regime], scopes: Scopes | None = None
) -> tuple[Finding, ...]:
    """One finding for each provision of the regimes that the query's parties or area touch.

    ``scopes`` are the bundled ones by default. A chain (``via``, ``end_user``) has the findings of
    the whole way, and beside them those of each leg that are not "not engaged", with the leg's
    supplier, recipient and date.

    Raises:
        UnusableInput: a date of the query is no EDTF date; the message names it.
    """
    table = scopes or bundled_scopes()
    law = tuple(regimes)
    query = _placed(query)
    if not is_chain(query):
        return _one(query, law, table)
    whole = Leg(query=whole_of(query), told="")
    found = [whole.named(each) for each in _one(whole.query, law, table)]
    for leg in legs(query):
        held = _one(leg.query, law, table)
        found += [leg.named(each) for each in held if each.verdict != "not_engaged"]
    order = {p.id: at for at, p in enumerate(p for regime in law for p in regime.provisions)}
    return tuple(sorted(found, key=lambda each: order[each.provision]))


def _placed(query: Query) -> Query:
    """The query with the id of its place, where somebody wrote the name ("Darfur")."""
    place = area_of(query.area) if query.area else ""
    return query if place in ("", query.area) else replace(query, area=place)


def _one(query: Query, law: tuple[Regime, ...], scopes: Scopes) -> tuple[Finding, ...]:
    whole = stretch_of(query.date)
    filling = Filling.of(query, whole)
    return tuple(
        each for part in plan(query, law, scopes) for each in part.findings(whole, filling)
    )


def written(
    query: Query, regimes: tuple[Regime, ...], dump: Dump, scopes: Scopes | None = None
) -> bytes:
    """The findings of ``judge``, each as ``dump`` writes it, with commas between them.

    Most of what is written is the same for transfers that differ in their date alone, and is
    kept; so ``dump`` must be one function for all calls, and must write texts as UTF-8.

    Raises:
        UnusableInput: a date of the query is no EDTF date; the message names it.
    """
    if is_chain(query):
        return b",".join(map(dump, judge(query, regimes, scopes)))
    query = _placed(query)
    whole = stretch_of(query.date)
    values = Filling.of(query, whole).values()
    parts = plan(query, regimes, scopes or bundled_scopes())
    return b",".join([blob for part in parts for blob in part.written(whole, values, dump)])
