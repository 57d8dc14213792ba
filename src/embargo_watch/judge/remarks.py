"""Say of an answer what its verdicts leave unsaid, so that nobody quotes half of it.

Two provisions that hand over to one another within an imprecise date are each unknown, though one
of them is engaged on every day; and a declaration that does not bind is not engaged, though it is
about just such a transfer.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from embargo_watch.judge.engine import judge
from embargo_watch.judge.standing import standing
from embargo_watch.judge.timing import Stretch, cuts_of, stretch_of, stretches
from embargo_watch.model.finding import Finding, Query
from embargo_watch.model.provision import Provision, Regime

_SEVERAL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One sentence on a regime, with the ids of the provisions that it speaks of."""

    regime: str
    text: str
    provisions: tuple[str, ...]


def remarks(
    query: Query, found: Sequence[Finding], regimes: Sequence[Regime]
) -> tuple[Remark, ...]:
    """What is to be said beside the findings of a query, regime by regime.

    ``found`` are the query's findings and ``regimes`` the law that they were judged by.

    Raises:
        UnusableInput: the query's date is no EDTF date; the message names it.
    """
    whole = stretch_of(query.date)
    touched = {finding.provision for finding in found}
    told: list[Remark] = []
    for regime in regimes:
        ours = [provision for provision in regime.provisions if provision.id in touched]
        told += [_call(each) for each in ours if _calls(query, regime, each)]
        if handed := _handed_over(query, whole, regime, found):
            told.append(handed)
    return tuple(told)


def _calls(query: Query, regime: Regime, provision: Provision) -> bool:
    """Whether what does not bind is about just such a transfer and stands throughout."""
    if provision.kind != "call" or standing(provision, query.date) != "in force":
        return False
    binding = replace(regime, provisions=(replace(provision, kind="ban"),))
    return any(each.verdict != "not_engaged" for each in judge(query, (binding,)))


def _call(provision: Provision) -> Remark:
    text = f"{provision.citation} is about such transfers, but does not bind: {provision.text}"
    return Remark(regime=provision.regime, text=text, provisions=(provision.id,))


def _handed_over(
    query: Query, whole: Stretch, regime: Regime, found: Sequence[Finding]
) -> Remark | None:
    """Provisions of which none is engaged throughout the date, but on each day one is."""
    ours = {provision.id: provision for provision in regime.provisions}
    held = [each for each in found if each.provision in ours]
    spanned = [each.provision for each in held if _spans(each)]
    bounded = whole.first > dt.date.min and whole.last < dt.date.max
    if any(each.verdict == "engaged" for each in held) or len(spanned) < _SEVERAL or not bounded:
        return None
    meant = [ours[name] for name in spanned]
    parts = stretches(whole, [day for each in meant for day in cuts_of(each, ())])
    engaged = [_engaged_on(query, part.first, regime) & set(spanned) for part in parts]
    if not all(engaged):
        return None
    names = [name for name in spanned if any(name in each for each in engaged)]
    cited = " and ".join(ours[name].citation for name in names)
    text = f"Each is unknown by itself, but on every day of {whole} one is engaged: {cited}."
    return Remark(regime=regime.id, text=text, provisions=tuple(names))


def _spans(finding: Finding) -> bool:
    return finding.verdict == "unknown" and any(
        reason.rule == "date_spans_change" for reason in finding.reasons
    )


def _engaged_on(query: Query, day: dt.date, regime: Regime) -> set[str]:
    found = judge(replace(query, date=day.isoformat()), (regime,))
    return {each.provision for each in found if each.verdict == "engaged"}
