"""Say why nothing is engaged where only the calendar stands between a transfer and a ban.

A reader who is told "not engaged" wants to know what had ended and what came later; each
sentence can be quoted, and carries the provisions and dates that it rests on as data.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from embargo_watch.judge.scope import Wares, fit
from embargo_watch.judge.timing import EVER, Stretch, stretch_of
from embargo_watch.model.dates import DateRange
from embargo_watch.model.finding import Finding, Query
from embargo_watch.model.provision import Provision, Regime
from embargo_watch.reference.parties import parties
from embargo_watch.reference.scopes import scopes

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


_SPARING = ("all_but_government", "non_governmental", "group", "listed_persons")
"""Targets that leave the government of the territory out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A provision and the day that keeps it from the transfer: its end, or its beginning."""

    provision: str
    citation: str
    day: dt.date
    held_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    """Where the provision is contested: who holds that it applies, and who denies it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Why a regime that bans such goods between such parties bans nothing on that date.

    ``ended`` are the provisions that had ended before, the last to end first; ``later`` those
    that began after, the first to begin first; ``spared`` the ids of those that were in force and
    do not reach the government that received. ``text`` says it in one or two sentences.
    """

    regime: str
    text: str
    ended: tuple[Limit, ...] = ()
    later: tuple[Limit, ...] = ()
    spared: tuple[str, ...] = ()


def gaps(query: Query, found: Sequence[Finding], regimes: Sequence[Regime]) -> tuple[Gap, ...]:
    """One gap for each regime of which nothing is engaged, contested or unknown, but for time.

    Where a regime in force spares the government that received, that is said instead, also in
    place of older regimes on the same territory. ``found`` are the query's findings and
    ``regimes`` the law that they were judged by.

    Raises:
        UnusableInput: the query's date is no EDTF date; the message names it.
    """
    whole = stretch_of(query.date)
    held = {finding.provision: finding for finding in found}
    spared = {
        regime.id: gap
        for regime in regimes
        if regime.territory == query.recipient and (gap := _sparing(query, whole, regime, held))
    }
    settled = {query.recipient} if spared else _told_otherwise(regimes, held)
    rest = (regime for regime in regimes if not regime.territory or regime.territory not in settled)
    made = (_gap(query, whole, regime, held) for regime in rest)
    return (*spared.values(), *(gap for gap in made if gap is not None))


def _told_otherwise(regimes: Sequence[Regime], held: dict[str, Finding]) -> set[str]:
    """Territories on which another regime has its say, so that an older one explains nothing."""
    return {
        regime.territory
        for regime in regimes
        for provision in regime.provisions
        if provision.id in held and held[provision.id].verdict != "not_engaged"
    }


def _sparing(query: Query, whole: Stretch, regime: Regime, held: dict[str, Finding]) -> Gap | None:
    """Provisions in force on such goods that do not reach the government which received them."""
    ours = [each for each in regime.provisions if each.id in held]
    if any(held[each.id].verdict != "not_engaged" for each in ours):
        return None
    meant = [each for each in ours if _spares(each, query, whole, held[each.id])]
    if not meant:
        return None
    verb = "was" if len(meant) == 1 else "were"
    reach = "does" if len(meant) == 1 else "do"
    text = (
        f"{_listed([each.citation for each in meant])} {verb} in force {_when(whole)}, but {reach} "
        f"not reach the government of {_name(query.recipient)}."
    )
    return Gap(regime=regime.id, text=text, spared=tuple(each.id for each in meant))


def _spares(provision: Provision, query: Query, whole: Stretch, finding: Finding) -> bool:
    """Whether a ban on such goods stood throughout, and only who received keeps it off."""
    stands = provision.since <= whole.first and _last_until(provision) > whole.last
    if provision.kind != "ban" or provision.direction == "from_target" or not stands:
        return False
    if provision.target_type not in _SPARING or finding.reasons[-1].rule != "side":
        return False
    wares = Wares(query.item, query.designation, query.item_text)
    return fit(provision.items, wares, scopes()).answer != "no" if provision.items else False


def _gap(query: Query, whole: Stretch, regime: Regime, held: dict[str, Finding]) -> Gap | None:
    ours = [provision for provision in regime.provisions if provision.id in held]
    if any(held[each.id].verdict != "not_engaged" for each in ours):
        return None
    timed = [each for each in ours if _only_time(each, held[each.id])]
    ended = [_limit(each, _last_until(each)) for each in timed if _has_ended(each, whole)]
    later = [_limit(each, _first_since(each)) for each in timed if _is_later(each, whole)]
    if not (ended or later):
        return None
    ended.sort(key=lambda each: (-each.day.toordinal(), each.provision))
    later.sort(key=lambda each: (each.day, each.provision))
    text = _told(query, whole, regime, (ended, later))
    return Gap(regime=regime.id, text=text, ended=tuple(ended), later=tuple(later))


def _only_time(provision: Provision, finding: Finding) -> bool:
    """Whether the goods, the parties and those bound fit, so that the date alone decided."""
    never = provision.until is not None and provision.until <= provision.since
    return not never and bool(finding.reasons) and finding.reasons[-1].rule == "in_force"


def _first_since(provision: Provision) -> dt.date:
    days = [each.since for each in provision.readings if each.applies and each.since]
    return min(days, default=provision.since)


def _last_until(provision: Provision) -> dt.date:
    days = [each.until for each in provision.readings if each.applies and each.until]
    return max([*days, *([provision.until] if provision.until else [])], default=dt.date.max)


def _has_ended(provision: Provision, whole: Stretch) -> bool:
    return _last_until(provision) <= whole.first


def _is_later(provision: Provision, whole: Stretch) -> bool:
    return _first_since(provision) > whole.last


def _limit(provision: Provision, day: dt.date) -> Limit:
    sides: dict[bool, list[str]] = {True: [], False: []}
    for reading in provision.readings:
        sides[reading.applies] += reading.held_by
    return Limit(
        provision=provision.id,
        citation=provision.citation,
        day=day,
        held_by=tuple(sides[True]),
        denied_by=tuple(sides[False]),
    )


def _told(
    query: Query, whole: Stretch, regime: Regime, limits: tuple[list[Limit], list[Limit]]
) -> str:
    ended, later = limits
    sides = f"from {_name(query.supplier)} to {_name(query.recipient)}"
    if query.area and not query.recipient:
        sides = f"from {_name(query.supplier)}, delivered in {_name(query.area)},"
    text = (
        f"Of the {regime.layer} regime on {regime.name}, no provision on {_goods(query)} {sides} "
    )
    text += f"was in force {_when(whole)}"
    told = []
    if ended:
        told.append(f"{_cited(_alike(ended))} had ended on {_day(ended[0].day)}")
    if later:
        told.append(_begin(_alike(later)))
    text = f"{text}: {', and '.join(told)}."
    earlier = [each for each in ended if each.day != ended[0].day]
    before = "; ".join(f"{each.citation} on {_day(each.day)}" for each in earlier)
    return f"{text} Before that, these had ended: {before}." if before else text


def _alike(limits: list[Limit]) -> list[Limit]:
    """The first limit with all that share its day and, where contested, its sides."""
    day, first = limits[0].day, limits[0]
    alike = [each for each in limits if each.day == day]
    return [each for each in alike if each.denied_by == first.denied_by]


def _cited(limits: list[Limit]) -> str:
    return _listed([each.citation for each in limits])


def _begin(limits: list[Limit]) -> str:
    first = limits[0]
    if not first.denied_by:
        return f"{_cited(limits)} began only on {_day(first.day)}"
    by, against = _names(first.held_by), _names(first.denied_by)
    verb = "is" if len(limits) == 1 else "are"
    told = f"{_cited(limits)} {verb} held to apply only from {_day(first.day)}"
    return f"{told} (by {by}; contested by {against})"


def _names(ids: tuple[str, ...]) -> str:
    return _listed([_name(each) for each in ids])


def _listed(words: list[str]) -> str:
    """Words in a row; semicolons apart where a comma would be read as part of one."""
    comma = "; " if any("," in word for word in words) else ", "
    return " and ".join(filter(None, (comma.join(words[:-1]), words[-1])))


def _name(party: str) -> str:
    known = parties().get(party)
    return known.name if known else party or "a supplier or recipient not named"


def _goods(query: Query) -> str:
    goods = query.item.replace("_", " ") or "such goods"
    return f"{goods} ({query.designation})" if query.designation else goods


def _when(whole: Stretch) -> str:
    if whole.is_day:
        return f"on {_day(whole.first)}"
    edtf = (
        DateRange.between(
            None if whole.first == dt.date.min else whole.first,
            None if whole.last == dt.date.max else whole.last,
        ).edtf
        if whole != EVER
        else ""
    )
    year, _, month = edtf.partition("-")
    if "/" not in edtf and edtf:
        return f"in {_MONTHS[int(month) - 1]} {year}" if month else f"in {year}"
    since = "" if whole.first == dt.date.min else f"from {_day(whole.first)} "
    return f"{since}to {_day(whole.last)}" if whole.last != dt.date.max else f"{since}onwards"


def _day(day: dt.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
