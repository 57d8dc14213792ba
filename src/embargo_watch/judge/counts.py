"""Count the arms embargoes of a day or a year, so that our law can be held against others' counts.

Pure: from regimes and dates alone. What counts, and how it differs from the counts that SIPRI
published, is told in docs/embargoes-per-year.md.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from embargo_watch.judge.standing import Standing, standing
from embargo_watch.model.provision import Provision, Regime

ARMS_CODES = frozenset(
    {"arms_all", "unroca7", "salw", "ammo", "bm_items", "mtcr_19a3", "uav_300km"}
)
"""Scope codes of arms: a ban on one of them makes a regime an arms embargo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCount:
    """The arms embargoes of one year, each list in the order of the regimes' ids.

    ``any_day`` stood on some day of it, ``at_end`` on 31 December. ``came`` are those of
    ``any_day`` that did not stand the day before 1 January, ``went`` those not there at the end.
    """

    year: int
    any_day: tuple[Regime, ...]
    at_end: tuple[Regime, ...]
    came: tuple[Regime, ...]
    went: tuple[Regime, ...]


def arms_embargoes(regimes: Iterable[Regime], day: dt.date) -> tuple[Regime, ...]:
    """The United Nations embargoes that hold a ban on arms on that day.

    A ban that is contested, or past the last renewal seen, counts: nothing says that it ended.
    """
    return tuple(
        regime
        for regime in regimes
        if any(_stands(provision, day) for provision in _arms_bans(regime))
    )


def arms_standing(regime: Regime, day: dt.date) -> tuple[Standing, dt.date | None]:
    """How surely an arms embargo stands on a day: by its surest ban on arms.

    With the end of the last renewal seen where only bans past it are left.
    """
    held: dict[Standing, list[Provision]] = {}
    for provision in _arms_bans(regime):
        held.setdefault(standing(provision, day.isoformat()), []).append(provision)
    sure: Standing
    for sure in ("in force", "contested"):
        if sure in held:
            return sure, None
    if "unknown" not in held:
        return "not in force", None
    return "unknown", max((each.until for each in held["unknown"] if each.until), default=None)


def by_year(regimes: Sequence[Regime], years: Iterable[int]) -> tuple[YearCount, ...]:
    """The arms embargoes of each year, in the order of the years given."""
    return tuple(_count(regimes, year) for year in years)


def _count(regimes: Sequence[Regime], year: int) -> YearCount:
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    any_day = tuple(regime for regime in regimes if _on_some_day(regime, first, last))
    before = arms_embargoes(regimes, first - dt.timedelta(days=1))
    at_end = arms_embargoes(regimes, last)
    return YearCount(
        year=year,
        any_day=any_day,
        at_end=at_end,
        came=tuple(regime for regime in any_day if regime not in before),
        went=tuple(regime for regime in any_day if regime not in at_end),
    )


def _on_some_day(regime: Regime, first: dt.date, last: dt.date) -> bool:
    """Whether a ban stood on a day of the stretch: its first day, or one on which one began."""
    days = {first} | {day for day in _starts(regime) if first <= day <= last}
    return any(arms_embargoes((regime,), day) for day in days)


def _starts(regime: Regime) -> Iterator[dt.date]:
    for provision in _arms_bans(regime):
        yield provision.since
        yield from (reading.since for reading in provision.readings if reading.since)


def _arms_bans(regime: Regime) -> Iterator[Provision]:
    if regime.layer != "UN":
        return
    for provision in regime.provisions:
        codes = {code.partition("!")[0] for code in provision.items}
        if provision.kind == "ban" and codes & ARMS_CODES:
            yield provision


def _stands(provision: Provision, day: dt.date) -> bool:
    return standing(provision, day.isoformat()) != "not in force"
