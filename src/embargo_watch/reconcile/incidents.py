"""Bring together what several documents tell of one dated occasion, without averaging anything.

An occasion is told by claims of one flow and one kind that are dated to the month or better, or
by interdictions told close in time. Clustering looks at the claims as a set: days first, then
longer dates that fit exactly one of them, then undated interdictions by their publication.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from embargo_watch.model.dates import DateRange
from embargo_watch.model.ledger import Entry, FlowKey, Incident, incident_id
from embargo_watch.reconcile.voices import Setting, by_time, quantities, voices

LONGEST = dt.timedelta(days=31)
"""A date known no better than this names no occasion."""
TOLD_WITHIN = dt.timedelta(days=7)
"""Reports of one interdiction follow each other at no greater distance."""

Cluster = list[Entry]


def incidents(entries: Iterable[Entry], key: FlowKey, setting: Setting) -> tuple[Incident, ...]:
    """Return the occasions of one flow, by date; what is only denied or planned is none."""
    by_kind: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=by_time):
        by_kind[entry.claim.kind].append(entry)
    found = [
        _incident(cluster, key, setting)
        for own in by_kind.values()
        for cluster in _clusters(own)
        if any(entry.claim.status in ("asserted", "suspected") for entry in cluster)
    ]
    return tuple(sorted(found, key=lambda incident: (incident.date or "9999", incident.id)))


def _clusters(entries: Sequence[Entry]) -> list[Cluster]:
    dated: dict[tuple[int, str], Cluster] = defaultdict(list)
    undated: Cluster = []
    for entry in entries:
        date = _dated(entry)
        if date is not None:
            dated[_length(date), date.edtf.rstrip("~?%")].append(entry)
        elif entry.claim.kind == "interdiction" and entry.claim.status != "prospective":
            undated.append(entry)
    found: list[Cluster] = []
    for _, same_length in groupby(sorted(dated), key=lambda known: known[0]):
        vaguer = [part for known in same_length for part in _by_place(dated[known])]
        found = _fit(found, vaguer, _meets)
    told = [part for cluster in _by_telling(undated) for part in _by_place(cluster)]
    return _fit(found, told, _follows)


def _fit(
    found: list[Cluster], vaguer: list[Cluster], fits: Callable[[Cluster, Cluster], bool]
) -> list[Cluster]:
    """Join each vaguer cluster to the one that it fits; where it fits none or several, it stays."""
    joined = [list(cluster) for cluster in found]
    apart: list[Cluster] = []
    for cluster in vaguer:
        homes = [
            at
            for at, known in enumerate(found)
            if fits(cluster, known) and _agree(_place(cluster), _place(known))
        ]
        if len(homes) == 1:
            joined[homes[0]].extend(cluster)
        else:
            apart.append(cluster)
    return joined + apart


def _dated(entry: Entry) -> DateRange | None:
    date = DateRange.parse(entry.claim.date) if entry.claim.date else None
    if date is None or date.first is None or date.last is None:
        return None
    return date if date.last - date.first < LONGEST else None


def _meets(vaguer: Cluster, known: Cluster) -> bool:
    one, other = _dated(vaguer[0]), _dated(known[0])
    return one is not None and other is not None and one.overlaps(other)


def _follows(undated: Cluster, known: Cluster) -> bool:
    """Whether the undated reports come within a week of the known occasion's date."""
    date, told = _dated(known[0]), _published(undated[0])
    if date is None or date.first is None or date.last is None or told is None:
        return False
    return date.first <= told <= date.last + TOLD_WITHIN


def _by_telling(entries: Iterable[Entry]) -> list[Cluster]:
    """Split undated reports where more than a week passes between one and the next."""
    pairs = [(day, entry) for entry in entries if (day := _published(entry)) is not None]
    found: list[Cluster] = []
    last: dt.date | None = None
    for day, entry in sorted(pairs, key=lambda pair: (pair[0], by_time(pair[1]))):
        if last is None or day - last > TOLD_WITHIN:
            found.append([])
        found[-1].append(entry)
        last = day
    return found


def _by_place(cluster: Cluster) -> list[Cluster]:
    """Split a cluster whose claims name different places; those without one join an only one."""
    parts: list[Cluster] = []
    for entry in sorted(cluster, key=lambda e: (len(e.claim.place), e.claim.place, by_time(e))):
        if not entry.claim.place:
            continue
        home = next((p for p in parts if _agree(p[0].claim.place, entry.claim.place)), None)
        if home is None:
            parts.append([entry])
        else:
            home.append(entry)
    placeless = [entry for entry in cluster if not entry.claim.place]
    if placeless and len(parts) == 1:
        parts[0].extend(placeless)
    elif placeless:
        parts.append(placeless)
    return parts


def _place(cluster: Cluster) -> str:
    """Return the place of a cluster in its fullest words, "" where none is told."""
    places = {entry.claim.place for entry in cluster}
    return max(places, key=lambda place: (len(place), place))


def _agree(one: str, other: str) -> bool:
    """Whether two places may be one: a side is silent, or its words are among the other's."""
    left, right = set(one.casefold().split()), set(other.casefold().split())
    return left <= right or right <= left


def _length(date: DateRange) -> int:
    return (date.last - date.first).days if date.first and date.last else 0


def _published(entry: Entry) -> dt.date | None:
    published = entry.document.published
    return DateRange.parse(published).first if published else None


def _incident(cluster: Cluster, key: FlowKey, setting: Setting) -> Incident:
    members = sorted(cluster, key=by_time)
    return Incident(
        id=incident_id(key.id, members[0].claim.id),
        flow=key.id,
        kind=members[0].claim.kind,
        supplier=key.supplier,
        recipient=key.recipient,
        item=key.item,
        date=_date(members),
        place=_place(members),
        claims=tuple(entry.claim.id for entry in members),
        voices=voices(members, key, setting),
        quantities=quantities(members, setting),
    )


def _date(members: Sequence[Entry]) -> str:
    """Return the closest date that a member gives, else "no later than the first report"."""
    dated = [(_length(date), entry.claim.date) for entry in members if (date := _dated(entry))]
    if dated:
        return min(dated)[1]
    told = [day for entry in members if (day := _published(entry)) is not None]
    return f"../{min(told).isoformat()}" if told else ""
