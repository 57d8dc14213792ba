"""Say what the law of one day has that the law of an earlier day lacked, and what did it.

Everything comes out of the data: the provisions' dates, what later paragraphs changed, listings,
caps, winding-down periods, and the dates of contested readings.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from embargo_watch.model.provision import Change, Provision, Regime

How = Literal[
    "began", "ended", "renewed", "reaffirmed", "widened", "narrowed", "exempted", "replaced",
    "lifted", "listed", "delisted", "reading_began", "reading_ended", "cap_began", "cap_ended",
    "grace_ended", "last_renewal_ran_out",
]  # fmt: skip
"""``last_renewal_ran_out`` is no end: from that day on the data do not know."""

_ENDS = ("lifted", "ended", "replaced", "narrowed")
"""Changes that may be what ended a provision: told once, as its end."""

_FINAL = ("ended", "last_renewal_ran_out")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that became different on one day, with the paragraph that did it.

    ``instrument`` and ``paragraph`` are "" where the data name no paragraph; ``told`` says it in
    our own words. ``until`` is the end that a renewal sets; ``party`` is who was listed.
    """

    on: dt.date
    regime: str
    provision: str
    how: How
    instrument: str
    paragraph: str
    told: str
    until: dt.date | None = None
    party: str = ""

    @property
    def citation(self) -> str:
        """Instrument and paragraph as a lawyer cites them, "" where none is named."""
        return ", ".join(part for part in (self.instrument, self.paragraph) if part)


def law_diff(regimes: Sequence[Regime], first: dt.date, second: dt.date) -> tuple[Difference, ...]:
    """What changed after the first day, up to and on the second (``first < on <= second``).

    So ``law_diff(a, b) + law_diff(b, c)`` is ``law_diff(a, c)``. In order of days, then of the law.

    Raises:
        ValueError: the second day is before the first.
    """
    if second < first:
        raise ValueError(f"{second} is before {first}")
    every = (
        each
        for regime in regimes
        for provision in regime.provisions
        for each in _differences(provision)
        if first < each.on <= second
    )
    return tuple(sorted(every, key=lambda each: each.on))


def _differences(provision: Provision) -> Iterator[Difference]:
    if provision.until is not None and provision.until <= provision.since:
        return  # it never operated
    contested = f" Contested: {provision.contested}" if provision.contested else ""
    yield _of(provision, provision.since, "began", f"{provision.text}{contested}")
    yield from _changes(provision)
    yield from _listings(provision)
    yield from _scope(provision)
    yield from _readings(provision)
    yield from _end(provision)


def _of(
    provision: Provision,
    on: dt.date,
    how: How,
    told: str,
    by: Change | None = None,
    party: str = "",
) -> Difference:
    """A difference that the provision's own paragraph made, or the change that is given."""
    return Difference(
        on=on,
        regime=provision.regime,
        provision=provision.id,
        how=how,
        instrument=by.instrument if by else provision.instrument,
        paragraph=by.paragraph if by else provision.paragraph,
        told=told,
        until=by.until if by and how not in _FINAL else None,
        party=party,
    )


def _changes(provision: Provision) -> Iterator[Difference]:
    for change in provision.changes:
        if not _is_end(change, provision):
            yield _of(provision, change.on, change.how, change.note or provision.text, change)


def _is_end(change: Change, provision: Provision) -> bool:
    return (
        change.how in _ENDS
        and provision.until in (change.on, change.until)
        and provision.until_kind != "horizon"
    )


def _end(provision: Provision) -> Iterator[Difference]:
    """The end, by the paragraph that ended it, else by the last that set the day."""
    until = provision.until
    if until is None:
        return
    by = _first(change for change in provision.changes if _is_end(change, provision))
    by = by or _first(c for c in reversed(provision.changes) if c.until == until)
    if provision.until_kind == "horizon":
        told = "the last renewal seen ends before this day; a later one is not known"
        yield _of(provision, until, "last_renewal_ran_out", told, by)
        return
    kind = provision.until_kind.replace("_", " ")
    told = f"{kind}: {(by and by.note) or provision.changed_by or provision.text}"
    if by is None and provision.until_kind != "expired":
        # Another paragraph ended it: `changed_by` says which, in words.
        by = Change(on=until, instrument="", paragraph="", how="ended")
    yield _of(provision, until, "ended", told, by)


def _first(changes: Iterable[Change]) -> Change | None:
    return next(iter(changes), None)


def _listings(provision: Provision) -> Iterator[Difference]:
    for listing in provision.listed:
        told = listing.source or "put on the list"
        yield _of(provision, listing.since, "listed", told, party=listing.party)
        stays = any(
            other.since == listing.until and other.party == listing.party
            for other in provision.listed
        )
        if listing.until and not stays:
            yield _of(provision, listing.until, "delisted", "taken off", party=listing.party)


def _scope(provision: Provision) -> Iterator[Difference]:
    """Items added later, caps that came and went within the provision, winding-down periods."""
    yield from _codes(provision, provision.items_since, "widened")
    yield from _codes(provision, provision.items_until, "narrowed")
    for cap in provision.caps:
        if cap.since > provision.since:
            yield _of(provision, cap.since, "cap_began", cap.text)
        if cap.until and cap.until != provision.until:
            yield _of(provision, cap.until, "cap_ended", cap.text)
    if provision.grace and provision.grace.until > provision.since:
        told_of = f"winding-down period over: {provision.grace.condition}"
        yield _of(provision, provision.grace.until, "grace_ended", told_of)


def _codes(
    provision: Provision, days: Mapping[str, dt.date], how: Literal["widened", "narrowed"]
) -> Iterator[Difference]:
    """Goods that came under the provision later, or fell away earlier, unless a change says so."""
    told = {each.on for each in provision.changes if each.how in (how, "replaced", "exempted")}
    later: dict[dt.date, list[str]] = {}
    for code, day in days.items():
        if day > provision.since and day not in told:
            later.setdefault(day, []).append(code.replace("_", " "))
    verb = "covers" if how == "widened" else "no longer covers"
    for day, codes in later.items():
        by = _first(change for change in provision.changes if change.on == day)
        yield _of(provision, day, how, f"{verb} {', '.join(codes)}", by)


def _readings(provision: Provision) -> Iterator[Difference]:
    """Where a side holds other dates than the provision's own."""
    for reading in provision.readings:
        if not reading.applies:
            continue
        told = f"as {', '.join(reading.held_by)} read it: {reading.reading}"
        if reading.since and reading.since != provision.since:
            yield _of(provision, reading.since, "reading_began", told)
        if reading.until and reading.until != provision.until:
            yield _of(provision, reading.until, "reading_ended", told)
