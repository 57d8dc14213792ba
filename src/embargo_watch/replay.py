"""Run a past stream in its own order, as if it came now: the back-test of the watch.

The clock is the entries' own. Nothing is kept but what the watch remembers and the documents of
the last days, among which copies are looked for.
"""

import datetime as dt
import functools
import heapq
import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from embargo_watch import pipeline
from embargo_watch.errors import UnusableInput
from embargo_watch.model.alert import Alert
from embargo_watch.model.capture import Capture, Failure
from embargo_watch.model.document import Document
from embargo_watch.model.ledger import DocumentResult, Entry
from embargo_watch.model.tally import Tally
from embargo_watch.read.moment import moment
from embargo_watch.reconcile.origins import (
    UNKNOWN_PUBLISHER,
    distinct,
    nameless,
    origins,
    parties_among,
    stance,
)
from embargo_watch.reconcile.recent import Recent
from embargo_watch.reference.regimes import regimes
from embargo_watch.watch.seen import Saying, Seen, Told
from embargo_watch.watch.watch import Watch

_BEGINNING = dt.datetime.min.replace(tzinfo=dt.UTC)
WINDOW = 4096
"""Entries among which those that come out of order are put back; later ones are late."""

Heard = tuple[tuple[tuple[int, DocumentResult], ...], Tally, list[str]]
"""Of a batch: the documents with claims by their place, the counts, the reasons of failures."""


@dataclass(slots=True)
class Clock:
    """How a stream kept its own time; each count is of entries.

    ``late`` came after later ones, beyond the window; ``undated`` have no time and are met at the
    time of the entry before; ``outside`` lie before or after the days asked for and are not read.
    """

    first: dt.datetime | None = None
    now: dt.datetime | None = None
    late: int = 0
    undated: int = 0
    outside: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a batch of the stream came to."""

    alerts: tuple[Alert, ...]
    tally: Tally
    failures: tuple[str, ...]


@dataclass(slots=True)
class Score:
    """What a replay came to: alerts by rule, by day and rule, and all counts."""

    rules: Counter[str] = field(default_factory=Counter)
    days: Counter[tuple[dt.date, str]] = field(default_factory=Counter)
    tally: Tally = field(default_factory=Tally)

    def add(self, step: Step) -> None:
        """Count one more batch."""
        self.tally += step.tally
        for alert in step.alerts:
            self.rules[alert.rule] += 1
            self.days[alert.at.date(), alert.rule] += 1

    def by_week(self, clock: Clock) -> dict[str, Counter[str]]:
        """Alerts by ISO week (``2023-W07``) and rule, quiet weeks between the others included."""
        if clock.first is None or clock.now is None:
            return {}
        length = (clock.now.date() - clock.first.date()).days + 1
        days = (clock.first.date() + dt.timedelta(days=each) for each in range(length))
        found: dict[str, Counter[str]] = {_week(day): Counter() for day in days}
        for (day, rule), count in sorted(self.days.items()):
            found.setdefault(_week(day), Counter())[rule] += count
        return found


def _week(day: dt.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def replay(
    items: Iterable[pipeline.Item], *, processes: int, own_law: Path | None = None
) -> Iterator[Step]:
    """Yield what each batch of an ordered stream (see ``in_order``) comes to.

    The alerts depend on the stream alone, not on ``processes`` nor on where batches end.
    """
    watch, recent = Watch(regimes(own_law), certain), Recent(pipeline.family_of)
    clock = _BEGINNING
    work = functools.partial(hear, own_law)
    for batch, (told, tally, failures) in pipeline.worked(work, items, processes):
        found: list[Alert] = []
        by_place = dict(told)
        for place, item in enumerate(batch):
            at = _time(item) or clock
            if at.date() > clock.date():
                found += watch.tick(at)
            clock = max(at, clock)
            if place in by_place:
                seen = _seen(by_place[place], at, clock, recent)
                found += watch.take(seen) if seen else ()
        yield Step(alerts=tuple(found), tally=tally, failures=tuple(failures))


def certain(origins: Collection[str]) -> int:
    """How many origins are certainly distinct; whoever is nameless goes by one name already."""
    return distinct(origins, origins)


def hear(own_law: Path | None, batch: Sequence[pipeline.Item]) -> Heard:
    """Take a batch through the stages and keep the documents with claims, without the rest."""
    made = pipeline.understand(batch, own_law)
    told = tuple(
        (place, replace(result, rejected=())) for place, result in enumerate(made) if result.claims
    )
    return told, Tally.of(made), [result.failure for result in made if result.failure]


def in_order(
    streams: Sequence[Iterable[pipeline.Item]],
    clock: Clock,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> Iterator[pipeline.Item]:
    """Bring the entries of all streams into the order of their own times; count in ``clock``.

    Each stream is about in order itself; entries at one and the same time go by their bytes, so
    that it does not matter in which order they stand. ``until`` is the first day left out.

    Raises:
        UnusableInput: a whole window of entries has no time.
    """
    ordered = (_ordered(stream, clock) for stream in streams)
    for at, _, item in heapq.merge(*ordered, key=lambda each: each[:2]):
        if isinstance(item, Failure):
            yield item
            continue
        if (since and at.date() < since) or (until and at.date() >= until):
            clock.outside += 1
            continue
        if clock.now and at < clock.now:
            clock.late += 1
        clock.first, clock.now = clock.first or at, max(at, clock.now or at)
        yield item


Dated = tuple[dt.datetime, bytes, pipeline.Item]


def _ordered(stream: Iterable[pipeline.Item], clock: Clock) -> Iterator[Dated]:
    held: list[tuple[dt.datetime, bytes, int, pipeline.Item]] = []
    waiting: list[pipeline.Item] = []
    last: dt.datetime | None = None
    serial = itertools.count()
    for item in stream:
        at = _time(item)
        clock.undated += at is None and isinstance(item, Capture)
        if at is None and last is None:
            waiting.append(item)
            if len(waiting) > WINDOW:
                break
            continue
        now = at or last
        assert now is not None  # one of the two is there
        for early in (*waiting, item):
            heapq.heappush(held, (now, _tie(early), next(serial), early))
        waiting, last = [], now
        while len(held) > WINDOW:
            yield _out(heapq.heappop(held))
    if any(isinstance(item, Capture) for item in waiting):
        raise UnusableInput(
            "no entry of the stream has a `published` time, so that it has no order to follow"
        )
    yield from ((_BEGINNING, b"", item) for item in waiting)
    while held:
        yield _out(heapq.heappop(held))


def _out(held: tuple[dt.datetime, bytes, int, pipeline.Item]) -> Dated:
    return held[0], held[1], held[3]


def _time(item: pipeline.Item) -> dt.datetime | None:
    return moment(item.content) if isinstance(item, Capture) else None


def _tie(item: pipeline.Item) -> bytes:
    """Order what comes at one time by its bytes; what has no time itself comes last."""
    content = item.content if isinstance(item, Capture) else b""
    return (b"\0" if _time(item) else b"\1") + content


def _seen(
    result: DocumentResult, at: dt.datetime, clock: dt.datetime, recent: Recent
) -> Seen | None:
    document = result.document
    if document is None:
        return None
    head = recent.head(document, clock)
    entries = [
        Entry(claim=claim, document=document, findings=result.findings.get(claim.id, ()))
        for claim in result.claims
    ]
    known = parties_among(entries)
    return Seen(
        at=at,
        document=document,
        claims=tuple(
            Told(claim=e.claim, findings=e.findings, sayings=_sayings(e, head, known))
            for e in entries
        ),
        repeats=head.id if head else "",
    )


def _sayings(entry: Entry, head: Document | None, known: frozenset[str]) -> tuple[Saying, ...]:
    return tuple(
        Saying(
            supplier=supplier,
            recipient=recipient,
            origin=origin,
            counts_as=UNKNOWN_PUBLISHER if nameless(origin, known) else origin,
            stance=stance(entry, supplier, recipient, origin),
        )
        for origin in origins(entry, pipeline.family_of, head)
        for supplier, recipient in entry.claim.pairs()
    )
