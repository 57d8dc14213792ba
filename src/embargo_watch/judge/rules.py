"""Publish how a transfer is held against a provision: one named function a condition, in order.

Each docstring is the rule as published, with its source; `RULES` is the table. A rule answers yes
(its condition for a breach is met), no or unclear, and says what it compared. The judge stops at
the first no; an unclear condition makes the finding unknown.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from embargo_watch.judge.bound import bond
from embargo_watch.judge.limits import alone
from embargo_watch.judge.places import is_organization
from embargo_watch.judge.scope import Fit, Wares, covers_all, fit
from embargo_watch.judge.sides import recipient_side, sides
from embargo_watch.judge.timing import break_on, codes_on, spell_of
from embargo_watch.model.finding import Query
from embargo_watch.model.provision import Answer, HeldReading, Provision, Regime, Scopes


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A query before one provision, on one day, on one reading (None: the provision's own)."""

    query: Query
    wares: Wares
    regime: Regime
    provision: Provision
    exemptions: tuple[Provision, ...]
    scopes: Scopes
    day: dt.date
    dated: str
    """The query's date as shown."""
    is_day: bool
    """Whether that date is a single day."""
    reading: HeldReading | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One condition's answer and what was compared with what."""

    answer: Answer
    compared: str
    source: str


Rule = Callable[[Case], Step | None]

_CANNOT = {
    "exemption": "it permits; it cannot be breached",
    "inspection": "it governs inspection, ports and ships, not the transfer itself",
    "call": "it calls for restraint; it does not bind",
    "activity": "it is about what the target does by itself, not about a transfer",
    "lifting": "it ends a measure; it cannot be breached",
}


def kind(case: Case) -> Step | None:
    """Only a binding prohibition, or a duty that comes with a transfer, can be breached by one.

    Exemptions permit, calls do not bind, liftings end a measure, and clauses on inspection,
    seizure and cooperation address other acts than the transfer. Source: the words that each
    paragraph decides or calls with; the provision's `kind` and `force`.
    """
    if case.provision.kind in ("ban", "duty"):
        return None
    return Step("no", _CANNOT[case.provision.kind], case.provision.citation)


def side(case: Case) -> Step:
    """The transfer must run in a direction that the provision names.

    A ban on supply needs its target as recipient, or delivery to the target's territory; a ban
    on export needs its target as supplier. An embargo on a group, or on non-governmental
    entities, does not reach the government of the state in which they act: where the text names
    only the territory, unclear. A listed party is a target only while it is on the list. An
    embargo on a part of a state needs delivery there: elsewhere in that state no, unclear where
    no place is told, though a group that the provision names there is taken to be there.
    Source: the provision's direction, target, listings and areas; S/RES/1718 (2006) 8, 1970
    (2011) 9-10, 2216 (2015) 14, 1556 (2004) 7, 1591 (2005) 7, 1701 (2006) 15, 1807 (2008) 1.
    """
    asked = case.query
    named = (asked.supplier, asked.supplier_as, asked.recipient, asked.recipient_as)
    if case.reading is not None:
        apart = [each for each in (named[0], named[2]) if each in case.reading.excludes]
        if apart:
            told = f"{apart[0]}, which this reading holds not to be meant"
            return Step("no", told, case.provision.citation)
    found = sides((*named, asked.maker, asked.area), case.provision, case.regime, case.day)
    return Step(found.answer, found.compared, case.provision.citation)


def bound(case: Case) -> Step:
    """Somebody in the chain must be bound by the provision on that day.

    The Council's decisions bind all States: the supplier's by its territory, a transit State by
    its own, the flag State by its ship, the broker's by its nationals, and the State that
    procures from a target that must not export. A bloc's embargo binds those who are its members
    that day, and a transfer among others does not breach it. Source: the provision's `bound`,
    `binds` and `nexus`; Charter of the United Nations, Article 25; S/RES/1718 (2006) 8(a)-(b),
    S/RES/1970 (2011) 9; data/parties/blocs.yaml.
    """
    held = bond(case.query, case.provision, case.day)
    return Step(held.answer, held.compared, case.provision.citation)


def items(case: Case) -> Step:
    """The goods or services must fall within the provision's scope.

    A designation decides before other words, words before the item group; an unlisted
    designation is unclear, not outside. Related services count where the provision names them;
    for a provision on listed goods alone, a service counts only if it is told to be for these.
    Source: data/items/scopes.yaml, with a source for each category and kind of goods.
    """
    provision = case.provision
    codes = codes_on(provision, provision.items, case.day)
    services = codes_on(provision, provision.services, case.day)
    found = [fit(codes, case.wares, case.scopes)] if codes else []
    if services:
        found.append(_service(provision, fit(services, case.wares, case.scopes)))
    if not found:
        return Step("no", "no goods are named for that day", provision.citation)
    for answer in ("yes", "unclear"):
        for each in found:
            if each.answer == answer:
                return Step(each.answer, each.compared, each.source)
    excepted = f"; {provision.exemptions}" if _excepted(case, codes) else ""
    return Step("no", f"{found[0].compared}{excepted}", found[0].source)


def _service(provision: Provision, found: Fit) -> Fit:
    all_arms = any(code.startswith("arms_all") for code in provision.items)
    if found.answer != "yes" or all_arms or not provision.items:
        return found
    return Fit(
        "unclear", f"{found.compared}; whether for the listed goods is not told", found.source
    )


def _excepted(case: Case, codes: tuple[str, ...]) -> bool:
    """Whether the goods are outside only because the code excepts them (``A!B``)."""
    wide = tuple(code.partition("!")[0] for code in codes if "!" in code)
    return bool(wide) and fit(wide, case.wares, case.scopes).answer == "yes"


def requires(case: Case) -> Step | None:
    """A provision on one act or kind of help needs that act in the text.

    Examples: shipment for repair (S/RES/2270 (2016) 7), technology rather than finished goods
    (S/RES/1929 (2010) 9). Source: the provision's `requires`.
    """
    found = [fit((code,), case.wares, case.scopes) for code in case.provision.requires]
    for answer in ("no", "unclear"):
        for each in found:
            if each.answer == answer:
                return Step(each.answer, each.compared, each.source)
    return Step("yes", found[0].compared, found[0].source) if found else None


def in_force(case: Case) -> Step:
    """The provision must be in force on the day of the transfer.

    Half-open: from the first day on, and no longer on the day that ended it. After a horizon
    (the last renewal seen) the answer is unclear, never "lapsed". On the very day of a decision
    the hour matters: Council time is New York. Source: the provision's dates.
    """
    provision = case.provision
    since, until = spell_of(provision, case.reading)
    same_day = _same_day(case, since, until)
    if until is not None and until <= since:
        return Step("no", "it was superseded before it began", provision.citation)
    if case.day < since:
        return Step("no", f"{case.dated}: in force only from {since}{same_day}", provision.citation)
    if broken := break_on(provision, case.day):
        told = f"{case.dated}: it did not apply from {broken[0]}, put back on {broken[1]}{same_day}"
        return Step("no", told, provision.citation)
    if until is None or case.day < until:
        spell = f"since {since}" if until is None else f"{since} to {until}"
        return Step("yes", f"{case.dated}: in force {spell}{same_day}", provision.citation)
    if provision.until_kind == "horizon":
        told = f"{case.dated}: the last renewal seen ends before {until}; a later one is not known"
        return Step("unclear", told, provision.citation)
    why = provision.until_kind.replace("_", " ")
    how = f" ({provision.changed_by})" if provision.changed_by else ""
    return Step("no", f"{case.dated}: no longer in force from {until}: {why}{how}{same_day}",
                provision.citation)  # fmt: skip


def _same_day(case: Case, since: dt.date, until: dt.date | None) -> str:
    if not case.is_day or case.day not in (since, until):
        return ""
    return "; the very day of the change, whose hour counts in New York"


def determination(case: Case) -> Step | None:
    """What a State, a Committee or the Council must establish, no report can.

    The finding is then unknown and names the determination that decides. Source: the provision's
    `determination`; S/RES/2270 (2016) 8 and 27, S/RES/2146 (2014) 11.
    """
    if not case.provision.determination:
        return None
    return Step("unclear", f"decides: {case.provision.determination}", case.provision.citation)


def duty(case: Case) -> Step | None:
    """A duty to notify, report or seek approval is breached by its omission, not by the transfer.

    Whether the notice was given no report of the transfer tells, so the finding is unknown and
    names what was owed. Source: the provision's text and `route`; S/RES/1807 (2008) 5,
    S/RES/2174 (2014) 8.
    """
    provision = case.provision
    if provision.kind != "duty" or provision.determination:
        return None
    owed = {"notice": "notice was given", "approval": "approval was sought in advance"}
    told = owed.get(provision.route, "the report or document was made")
    reason = f"allowed, but owed: {provision.text.rstrip('.')}; whether {told} is not told"
    return Step("unclear", reason, provision.citation)


def cap(case: Case) -> Step | None:
    """A cap is a statement about a total, never about one cargo.

    A single transfer under a cap is unknown until the period's total is held against it; only
    one that is above the cap by itself exceeds it whatever else was delivered. Source:
    S/RES/2321 (2016) 26, S/RES/2375 (2017) 14-15, S/RES/2397 (2017) 4-5; data/items/units.yaml.
    """
    provision = case.provision
    if not provision.cap:
        return None
    if provision.cap_items and fit(provision.cap_items, case.wares, case.scopes).answer == "no":
        return None
    told = f"one cargo says nothing about the total; cap: {provision.cap}"
    if not case.query.quantity:
        return Step("unclear", told, provision.citation)
    wares, scopes = case.wares, case.scopes
    meant = [each for each in provision.caps if fit(each.items, wares, scopes).answer == "yes"]
    by_itself = alone(case.query.quantity, meant, case.day)
    if by_itself.answer == "yes":
        return Step("yes", by_itself.compared, by_itself.source or provision.citation)
    return Step("unclear", f"{by_itself.compared}; {told}", provision.citation)


def grace(case: Case) -> Step | None:
    """Within a winding-down period earlier contracts may be carried out.

    Whether this transfer rests on one is not told, so the finding is unknown. Source:
    S/RES/2371 (2017) 8-10, S/RES/2375 (2017) 16-18, S/RES/2397 (2017) 6 and 8.
    """
    period = case.provision.grace
    if period is None or case.day >= period.until:
        return None
    if period.items and fit(period.items, case.wares, case.scopes).answer == "no":
        return None
    return Step("unclear", f"winding-down period until {period.until}: {period.condition}",
                case.provision.citation)  # fmt: skip


def exemption(case: Case) -> Step | None:
    """An exemption is not assumed: whoever relies on one must have sought it.

    Where one needs approval or notice, the finding is engaged and the breach is that none was
    sought or given. Where one asks for nothing and may fit all the goods, or the recipient is an
    organization of states, whose missions are often exempt, the finding is unknown. Source: the
    provision's exemptions and those that later paragraphs add; S/RES/1970 (2011) 9(c),
    S/RES/2009 (2011) 13, S/RES/2095 (2013) 9-10, S/RES/2428 (2018) 5, S/RES/2511 (2020) 3.
    """
    free = [each for each in open_exemptions(case) if each.route == "none"]
    if free:
        reason = f"may be exempt without approval or notice: {free[0].text.rstrip('.')}"
        return Step("unclear", reason, free[0].citation)
    terms, recipient = case.provision.exemptions, case.query.recipient
    if terms and is_organization(recipient):
        return Step("unclear", f"{recipient} may be exempt: {terms}", case.provision.citation)
    told = f"no exemption is assumed: {terms}" if terms else "no exemption is recorded"
    return Step("yes", told, case.provision.citation)


def open_exemptions(case: Case) -> tuple[Provision, ...]:
    """The exemptions in force that day which may fit this recipient and all these goods."""
    return tuple(each for each in case.exemptions if _may_fit(each, case))


def _may_fit(each: Provision, case: Case) -> bool:
    if case.day < each.since or (each.until is not None and case.day >= each.until):
        return False
    if recipient_side(case.query, each, case.regime, case.day).answer == "no":
        return False
    return covers_all(each.items + each.services, case.wares, case.scopes) != "no"


RULES: tuple[Rule, ...] = (
    kind, side, bound, items, requires, in_force, determination, duty, cap, grace, exemption
)  # fmt: skip
"""Every rule, in the order in which they are asked."""
