"""Hold one transfer against every provision that its parties touch, and explain each verdict.

Pure: the same query and the same law give the same findings, in the law's own order.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from embargo_watch.judge.rules import RULES, Case, Step, open_exemptions
from embargo_watch.judge.scope import Wares
from embargo_watch.judge.timing import EVER, Stretch, cuts_of, stretch_of, stretches
from embargo_watch.model.finding import Breach, Finding, Query, Reading, Reason, Verdict
from embargo_watch.model.provision import Provision, Regime, Scopes
from embargo_watch.reference.scopes import scopes as bundled_scopes

STRENGTH: tuple[Verdict, ...] = ("engaged", "contested", "unknown", "not_engaged")
"""Where days or readings differ, the reasons shown are those of the verdict listed first."""


@dataclass(frozen=True, slots=True)
class _Ruling:
    """The verdict on one stretch of days."""

    verdict: Verdict
    breach: Breach
    reasons: tuple[Reason, ...]
    readings: tuple[Reading, ...] = ()


def judge(
    query: Query, regimes: Sequence[Regime], scopes: Scopes | None = None
) -> tuple[Finding, ...]:
    """One finding for each provision of the regimes that the query's parties or area touch.

    ``scopes`` are the bundled ones by default.

    Raises:
        UnusableInput: the query's date is no EDTF date; the message names it.
    """
    table = scopes or bundled_scopes()
    whole = stretch_of(query.date)
    wares = Wares(query.item, query.designation, query.item_text)
    parties = {query.supplier, query.recipient, query.area} - {""}
    dated = str(whole) if whole != EVER else "no date"
    return tuple(
        _finding(case, cuts, whole)
        for regime in regimes
        if not parties.isdisjoint(regime.parties)
        for case, cuts in _cases(query, wares, regime, table, dated)
    )


def _reason(rule: str, compared: str, source: str = "") -> Reason:
    return Reason(rule=rule, compared=compared, source=source)


def _cases(
    query: Query, wares: Wares, regime: Regime, scopes: Scopes, dated: str
) -> Iterator[tuple[Case, tuple[dt.date, ...]]]:
    for provision, exemptions, cuts in _prepared(regime):
        case = Case(
            query=query,
            wares=wares,
            regime=regime,
            provision=provision,
            exemptions=exemptions,
            scopes=scopes,
            day=provision.since,
            dated=dated,
        )
        yield case, cuts


@lru_cache(maxsize=256)
def _prepared(
    regime: Regime,
) -> tuple[tuple[Provision, tuple[Provision, ...], tuple[dt.date, ...]], ...]:
    """Each provision with the exemptions that relax it and the days on which it changes."""
    prepared = []
    for provision in regime.provisions:
        relaxing = tuple(each for each in regime.provisions if provision.id in each.relaxes)
        prepared.append((provision, relaxing, cuts_of(provision, relaxing)))
    return tuple(prepared)


def _finding(case: Case, cuts: tuple[dt.date, ...], whole: Stretch) -> Finding:
    provision = case.provision
    parts = stretches(whole, cuts)
    rulings = [_rule(replace(case, day=part.first)) for part in parts]
    ruling = rulings[0] if len({each.verdict for each in rulings}) == 1 else None
    if ruling is None:
        ruling = _mixed(provision, parts, rulings)
    return Finding(
        provision=provision.id,
        instrument=provision.instrument,
        paragraph=provision.paragraph,
        verdict=ruling.verdict,
        breach=ruling.breach,
        basis=case.query.basis,
        readings=ruling.readings,
        reasons=_window(case, whole) + ruling.reasons,
    )


def _window(case: Case, whole: Stretch) -> tuple[Reason, ...]:
    """Say what the date rests on where the text does not date the transfer itself."""
    if whole == EVER:
        return (_reason("date", "neither the transfer nor its report is dated"),)
    if case.query.basis == "window":
        told = f"{whole}: the text gives no day; the report is taken to be of the recent past"
        if case.query.status == "prospective":
            told = f"{whole}: the text gives no day; the act is taken to be of the near future"
        return (_reason("date", told),)
    return ()


def _rule(case: Case) -> _Ruling:
    """The verdict on the case's day: one reading, or each of the contested ones."""
    provision = case.provision
    if not provision.readings:
        return _one(case)
    held = [replace(case, reading=reading) for reading in provision.readings]
    rulings = [_one(each) for each in held]
    verdicts = [
        ruling.verdict if reading.applies else "not_engaged"
        for reading, ruling in zip(provision.readings, rulings, strict=True)
    ]
    verdict = _agreed(verdicts)
    at = min(range(len(rulings)), key=lambda place: STRENGTH.index(rulings[place].verdict))
    ruling = rulings[at]
    if verdict == "not_engaged":
        return ruling
    return _Ruling(
        verdict,
        ruling.breach,
        (*ruling.reasons, _reason("contested", provision.contested, provision.citation)),
        tuple(
            Reading(reading=reading.reading, held_by=reading.held_by, verdict=each)
            for reading, each in zip(provision.readings, verdicts, strict=True)
        ),
    )


def _agreed(verdicts: list[Verdict]) -> Verdict:
    """Contested where one reading says engaged and another does not; else what all allow."""
    if len(set(verdicts)) == 1:
        return verdicts[0]
    return "contested" if "engaged" in verdicts else "unknown"


def _one(case: Case) -> _Ruling:
    steps: list[tuple[str, Step]] = []
    for rule in RULES:
        step = rule(case)
        if step is None:
            continue
        steps.append((rule.__name__, step))
        if step.answer == "no":
            break
    reasons = tuple(_reason(name, step.compared, step.source) for name, step in steps)
    answers = {step.answer for _, step in steps}
    if "no" in answers:
        return _Ruling("not_engaged", "", reasons[-1:])
    if "unclear" in answers:
        capped = any(name == "cap" for name, _ in steps)
        return _Ruling("unknown", "cap_exceeded" if capped else "", reasons)
    return _Ruling("engaged", _breach(case), reasons)


def _breach(case: Case) -> Breach:
    routes = {case.provision.route} | {each.route for each in open_exemptions(case)}
    if "notice" in routes:
        return "notice_missing"
    return "exemption_not_sought" if "approval" in routes else "prohibited"


def _mixed(provision: Provision, parts: tuple[Stretch, ...], rulings: list[_Ruling]) -> _Ruling:
    """The date spans a change of the law: unknown, with the days that each verdict would hold."""
    runs = groupby(zip(parts, rulings, strict=True), key=lambda pair: pair[1].verdict)
    spells = [(verdict, [part for part, _ in run]) for verdict, run in runs]
    told = "; ".join(
        f"{verdict.replace('_', ' ')} on {Stretch(days[0].first, days[-1].last)}"
        for verdict, days in spells
    )
    ruling = min(rulings, key=lambda each: STRENGTH.index(each.verdict))
    spans = _reason("date_spans_change", f"the day decides: {told}", provision.citation)
    return _Ruling("unknown", ruling.breach, (spans, *ruling.reasons), ruling.readings)
