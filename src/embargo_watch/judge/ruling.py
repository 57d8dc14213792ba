"""Rule on one provision over a stretch of days, with every condition's answer as a reason."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from embargo_watch.judge import rules
from embargo_watch.judge.marks import FIRST, LAST
from embargo_watch.judge.rules import RULES, Case, Rule, Step, open_exemptions
from embargo_watch.judge.timing import EVER, Stretch, stretches
from embargo_watch.model.finding import Basis, Breach, Finding, Reading, Reason, Verdict
from embargo_watch.model.provision import Provision

STRENGTH: tuple[Verdict, ...] = ("engaged", "contested", "unknown", "not_engaged")
"""Where days or readings differ, the reasons shown are those of the verdict listed first."""


@dataclass(frozen=True, slots=True)
class _Ruling:
    """The verdict on one stretch of days."""

    verdict: Verdict
    breach: Breach
    reasons: tuple[Reason, ...]
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first rules say of a case whatever the day: the steps of those asked so far."""

    steps: tuple[tuple[str, Step], ...] = ()
    asked: int = 0

    @property
    def refusal(self) -> tuple[str, Step] | None:
        """The rule that says no on every day alike, with its step; None where the day counts."""
        return self.steps[-1] if self.steps and self.steps[-1][1].answer == "no" else None

    @property
    def only_dates_left(self) -> bool:
        """Whether it is next asked if the provision is in force, all before having been met."""
        return RULES[self.asked] is rules.in_force and self.refusal is None


UNASKED = Opening()
OF_PARTIES, OF_GOODS = RULES.index(rules.bound) + 1, RULES.index(rules.requires) + 1
"""How many rules ask for the parties alone, and how many for these and the goods."""


def opened(case: Case, before: Opening, upto: int) -> Opening:
    """Ask the next rules, ``upto`` so many in all, until one says no or may change with the day."""
    if before.refusal is not None:
        return before
    steps, asked = list(before.steps), before.asked
    while asked < upto and not _day_matters(RULES[asked], case.provision):
        rule = RULES[asked]
        step = rule(case)
        asked += 1
        if step is not None:
            steps.append((rule.__name__, step))
            if step.answer == "no":
                break
    return Opening(tuple(steps), asked)


def finding(
    case: Case, cuts: Sequence[dt.date], whole: Stretch, opening: Opening = UNASKED
) -> Finding:
    """The finding on a provision for a date: its stretches between the cuts, each by one day.

    The ends of the date stand in the reasons as marks (``judge.marks``), to be filled in.
    ``opening`` is what is known of the case already; it holds for no reading but the plain one.
    """
    provision, told = case.provision, dated(whole)
    parts = stretches(whole, cuts)
    days = [_on(case, part.first, told, is_day=whole.is_day) for part in parts]
    rulings = [_rule(each, opening) for each in days]
    ruling = rulings[0] if len({each.verdict for each in rulings}) == 1 else None
    if ruling is None:
        ruling = _mixed(provision, whole, parts, rulings)
    return _finding(provision, case.query.basis, ruling, _window(days[0], whole))


def _on(case: Case, day: dt.date, told: str, *, is_day: bool) -> Case:
    """The case on one day of a date; spelled out, which takes a third of ``replace``'s time."""
    return Case(
        query=case.query,
        wares=case.wares,
        regime=case.regime,
        provision=case.provision,
        exemptions=case.exemptions,
        scopes=case.scopes,
        day=day,
        dated=told,
        is_day=is_day,
    )


def _day_matters(rule: Rule, provision: Provision) -> bool:
    """Whether a rule's answer on a provision may differ from one day to another."""
    if rule in (rules.kind, rules.requires):
        return False
    depends: dict[Rule, bool] = {
        rules.side: bool(provision.listed),
        rules.bound: bool(provision.binds),
        rules.items: bool(provision.items_since or provision.items_until),
    }
    return depends.get(rule, True)


def refused(provision: Provision, basis: Basis, rule: str, step: Step) -> Finding:
    """The finding "not engaged" that a settled rule leaves."""
    reason = _reason(rule, step.compared, step.source)
    return _finding(provision, basis, _Ruling("not_engaged", "", (reason,)))


def _finding(
    provision: Provision, basis: Basis, ruling: _Ruling, window: tuple[Reason, ...] = ()
) -> Finding:
    return Finding(
        provision=provision.id,
        instrument=provision.instrument,
        paragraph=provision.paragraph,
        verdict=ruling.verdict,
        breach=ruling.breach,
        basis=basis,
        readings=ruling.readings,
        reasons=window + ruling.reasons,
    )


def shown(first: dt.date, last: dt.date, whole: Stretch) -> str:
    """The days as a person writes them, with marks for the ends of the date itself."""
    begin = FIRST if first == whole.first else first.isoformat()
    if first == last:
        return begin
    end = LAST if last == whole.last else last.isoformat()
    since = "the beginning" if first == dt.date.min else begin
    until = "open" if last == dt.date.max else end
    return f"{since} to {until}"


def dated(whole: Stretch) -> str:
    """The date as reasons show it."""
    return "no date" if whole == EVER else shown(whole.first, whole.last, whole)


def _reason(rule: str, compared: str, source: str = "") -> Reason:
    return Reason(rule=rule, compared=compared, source=source)


def _window(case: Case, whole: Stretch) -> tuple[Reason, ...]:
    """Say what the date rests on where the text does not date the transfer itself."""
    if whole == EVER:
        return (_reason("date", "neither the transfer nor its report is dated"),)
    if case.query.basis == "window":
        told = "the text gives no day; the report is taken to be of the recent past"
        if case.query.status == "prospective":
            told = "the text gives no day; the act is taken to be of the near future"
        return (_reason("date", f"{case.dated}: {told}"),)
    return ()


def _rule(case: Case, opening: Opening) -> _Ruling:
    """The verdict on the case's day: one reading, or each of the contested ones."""
    provision = case.provision
    if not provision.readings:
        return _one(case, opening)
    held = [replace(case, reading=reading) for reading in provision.readings]
    rulings = [_one(each, UNASKED) for each in held]
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


def _one(case: Case, opening: Opening) -> _Ruling:
    steps = list(opening.steps)
    for rule in () if opening.refusal else RULES[opening.asked :]:
        step = rule(case)
        if step is None:
            continue
        steps.append((rule.__name__, step))
        if step.answer == "no":
            break
    name, last = steps[-1]
    if last.answer == "no":
        return _Ruling("not_engaged", "", (_reason(name, last.compared, last.source),))
    reasons = tuple([_reason(name, step.compared, step.source) for name, step in steps])
    capped = any(name == "cap" for name, _ in steps)
    if any(step.answer == "unclear" for _, step in steps):
        return _Ruling("unknown", "cap_exceeded" if capped else _owed(case.provision), reasons)
    return _Ruling("engaged", "cap_exceeded" if capped else _breach(case), reasons)


def _breach(case: Case) -> Breach:
    routes = {case.provision.route} | {each.route for each in open_exemptions(case)}
    if "notice" in routes:
        return "notice_missing"
    return "exemption_not_sought" if "approval" in routes else "prohibited"


def _owed(provision: Provision) -> Breach:
    """What the breach of a duty would be: what was owed and perhaps left undone."""
    if provision.kind != "duty":
        return ""
    owed: dict[str, Breach] = {"notice": "notice_missing", "approval": "exemption_not_sought"}
    return owed.get(provision.route, "report_missing")


def _mixed(
    provision: Provision, whole: Stretch, parts: tuple[Stretch, ...], rulings: list[_Ruling]
) -> _Ruling:
    """The date spans a change of the law: unknown, with the days that each verdict would hold."""
    runs = groupby(zip(parts, rulings, strict=True), key=lambda pair: pair[1].verdict)
    spells = [(verdict, [part for part, _ in run]) for verdict, run in runs]
    told = "; ".join(
        f"{verdict.replace('_', ' ')} on {shown(days[0].first, days[-1].last, whole)}"
        for verdict, days in spells
    )
    ruling = min(rulings, key=lambda each: STRENGTH.index(each.verdict))
    spans = _reason("date_spans_change", f"the day decides: {told}", provision.citation)
    return _Ruling("unknown", ruling.breach, (spans, *ruling.reasons), ruling.readings)
