"""Judge each kind of transfer once, because transfers of a file differ mostly in their date.

What does not depend on the date (sides, goods, who is bound) is settled once for a query without
its date, and the verdicts once for each stretch of days between two changes of the law. States
that a regime does not name are alike to it, so that they share one judgement; marks hold the
places of their names and of the date's ends. All caches are bounded.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from embargo_watch.judge.bound import membership_cuts
from embargo_watch.judge.marks import FIRST, LAST, RECIPIENT, STRANGERS, SUPPLIER, clear, has_mark
from embargo_watch.judge.places import is_state, touched
from embargo_watch.judge.rules import Case, Step
from embargo_watch.judge.ruling import dated, finding, refused, settled
from embargo_watch.judge.scope import Wares
from embargo_watch.judge.timing import Stretch, around, cuts_of
from embargo_watch.model.finding import Basis, Finding, Query
from embargo_watch.model.provision import Provision, Regime, Scopes
from embargo_watch.reference.blocs import memberships

Dump = Callable[[Finding], bytes]
"""Writes one finding."""
_TOUCHED, _PARTS, _REFUSED, _OUTCOMES = 4096, 4096, 20_000, 64
_SEPARATOR = b","


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in a query where a judgement of its kind has marks."""

    first: str
    last: str
    supplier: str
    recipient: str

    @classmethod
    def of(cls, query: Query, whole: Stretch) -> "Filling":
        """The days and parties of one query."""
        first, last = whole.first.isoformat(), whole.last.isoformat()
        return cls(first, last, query.supplier, query.recipient)

    def text(self, text: str) -> str:
        """The text with every mark filled in."""
        if text.isascii():
            return text
        text = text.replace(FIRST, self.first).replace(LAST, self.last)
        return text.replace(SUPPLIER, self.supplier).replace(RECIPIENT, self.recipient)


class _Outcome:
    """A finding with marks, and how each way of writing writes it."""

    __slots__ = ("_blobs", "first", "found", "last", "marked")

    def __init__(self, found: Finding) -> None:
        self.found = found
        texts = [reason.compared for reason in found.reasons]
        self.first, self.last = (any(mark in text for text in texts) for mark in (FIRST, LAST))
        strangers = any(has_mark(text, STRANGERS) for text in texts)
        self.marked = self.first or self.last or strangers
        self._blobs: dict[Dump, bytes] = {}

    def blob(self, dump: Dump) -> bytes:
        """The finding as written, marks and all."""
        held = self._blobs.get(dump)
        if held is None:
            held = self._blobs[dump] = dump(self.found)
        return held

    def filled(self, filling: Filling) -> Finding:
        """The finding of one query."""
        return _filled(self.found, filling) if self.marked else self.found


def _filled(found: Finding, filling: Filling) -> Finding:
    reasons = tuple(
        reason
        if reason.compared.isascii()
        else replace(reason, compared=filling.text(reason.compared))
        for reason in found.reasons
    )
    return replace(found, reasons=reasons)


class _Slot:
    """One provision whose finding depends on the date."""

    __slots__ = ("_case", "_cuts", "_fine", "_outcomes")

    def __init__(self, case: Case, cuts: tuple[dt.date, ...]) -> None:
        self._case = case
        self._cuts = cuts
        self._fine = around(cuts)
        self._outcomes: dict[tuple[int, int, int], _Outcome] = {}

    def outcome(self, whole: Stretch) -> _Outcome:
        """The finding for a date; all dates between the same changes of the law share it."""
        first, last = whole.first, whole.last
        begin = bisect_right(self._fine, first)
        if first == last:
            key = (begin, begin, 0)
        else:
            open_ends = 1 + (first == dt.date.min) + 2 * (last == dt.date.max)
            key = (begin, bisect_right(self._fine, last), open_ends)
        held = self._outcomes.get(key)
        if held is None:
            held = self._judged(whole)
            if len(self._outcomes) >= _OUTCOMES:
                self._outcomes.clear()
            self._outcomes[key] = held
        return held

    def _judged(self, whole: Stretch) -> _Outcome:
        case = replace(self._case, dated=dated(whole), is_day=whole.is_day)
        return _Outcome(finding(case, self._cuts, whole))


class Part:
    """What one regime says of one kind of transfer."""

    __slots__ = ("_pieces", "_recipient", "_runs", "_supplier")

    def __init__(self, pieces: list[_Outcome | _Slot], query: Query) -> None:
        self._pieces = pieces
        self._supplier = query.supplier == SUPPLIER
        self._recipient = query.recipient == RECIPIENT
        self._runs: dict[Dump, list[bytes | _Slot]] = {}

    def findings(self, whole: Stretch, filling: Filling) -> Iterator[Finding]:
        """The findings for one date, in the order of the law."""
        for piece in self._pieces:
            outcome = piece if isinstance(piece, _Outcome) else piece.outcome(whole)
            yield outcome.filled(filling)

    def written(self, whole: Stretch, filling: Filling, dump: Dump) -> bytes:
        """The same findings as written, with commas between them."""
        blobs = []
        for run in self._runs.get(dump) or self._joined(dump):
            if isinstance(run, bytes):
                blobs.append(run)
                continue
            outcome = run.outcome(whole)
            blob = outcome.blob(dump)
            if outcome.first:
                blob = blob.replace(_FIRST, filling.first.encode())
            if outcome.last:
                blob = blob.replace(_LAST, filling.last.encode())
            blobs.append(blob)
        line = _SEPARATOR.join(blobs)
        if self._supplier:
            line = line.replace(_SUPPLIER, filling.supplier.encode())
        if self._recipient:
            line = line.replace(_RECIPIENT, filling.recipient.encode())
        return line

    def _joined(self, dump: Dump) -> list[bytes | _Slot]:
        """What no date changes as one piece of bytes each, between what the date decides."""
        runs: list[bytes | _Slot] = []
        for is_same, pieces in groupby(self._pieces, lambda piece: isinstance(piece, _Outcome)):
            if is_same:
                same = [piece.blob(dump) for piece in pieces if isinstance(piece, _Outcome)]
                runs.append(_SEPARATOR.join(same))
            else:
                runs += [piece for piece in pieces if isinstance(piece, _Slot)]
        self._runs[dump] = runs
        return runs


_FIRST, _LAST, _SUPPLIER, _RECIPIENT = (
    mark.encode() for mark in (FIRST, LAST, SUPPLIER, RECIPIENT)
)


_SIDES = ("supplier", "recipient")
_REST = tuple(each.name for each in fields(Query) if each.name not in (*_SIDES, "date"))
_rest_of = attrgetter(*_REST)
Kind = tuple[str, str, bool, tuple[object, ...]]
"""A query without its date: supplier, recipient (or marks), whether it is dated, the rest."""


def plan(query: Query, regimes: tuple[Regime, ...], scopes: Scopes) -> tuple[Part, ...]:
    """What every regime that the query touches says, in the order of the regimes."""
    rest, is_dated = _rest_of(query), bool(query.date)
    known = _touched(query.supplier, query.recipient, query.maker, query.area, regimes)
    if query.via:  # a stop may be a side too, which a mark would hide
        known = tuple((regime, query.supplier, query.recipient) for regime, _, _ in known)
    return tuple(
        [
            _part((supplier, recipient, is_dated, rest), regime, scopes)
            for regime, supplier, recipient in known
        ]
    )


@lru_cache(maxsize=_TOUCHED)
def _touched(
    supplier: str, recipient: str, maker: str, area: str, regimes: tuple[Regime, ...]
) -> tuple[tuple[Regime, str, str], ...]:
    """The regimes in play, each with marks for the states that it does not know."""
    query = Query(supplier=supplier, recipient=recipient, maker=maker, area=area)
    return tuple(
        (
            regime,
            supplier if _knows(regime, supplier) else SUPPLIER,
            recipient if _knows(regime, recipient) else RECIPIENT,
        )
        for regime in touched(query, regimes)
    )


def _knows(regime: Regime, party: str) -> bool:
    """Whether it matters to the regime who it is: any party but a state like all others."""
    return party in _known(regime) or not is_state(party)


@lru_cache(maxsize=512)
def _known(regime: Regime) -> frozenset[str]:
    """The regime's own parties, and those of whom it matters whether they were bound that day."""
    known = {regime.territory, *regime.parties}
    for provision in regime.provisions:
        known.update(provision.target, provision.binds, (each.party for each in provision.listed))
        for bloc in provision.binds:
            known.update(each.party for each in memberships().get(bloc, ()))
    return frozenset(known)


@lru_cache(maxsize=_PARTS)
def _part(kind: Kind, regime: Regime, scopes: Scopes) -> Part:
    supplier, recipient, is_dated, rest = kind
    slots: dict[str, Any] = dict(zip(_REST, rest, strict=True))
    query = Query(supplier=supplier, recipient=recipient, **slots)
    pieces: list[_Outcome | _Slot] = []
    for case, cuts in cases(query, regime, scopes):
        ever = settled(case) if is_dated and query.basis == "stated" else None
        if ever is None:
            pieces.append(_Slot(case, cuts))
        else:
            pieces.append(_refused(case.provision, query.basis, *ever))
    return Part(pieces, query)


@lru_cache(maxsize=_REFUSED)
def _refused(provision: Provision, basis: Basis, rule: str, step: Step) -> _Outcome:
    """One outcome for all kinds of transfers that fail a provision for the same reason."""
    return _Outcome(refused(provision, basis, rule, step))


def cases(
    query: Query, regime: Regime, scopes: Scopes
) -> Iterator[tuple[Case, tuple[dt.date, ...]]]:
    """The query before each provision of a regime, with the days on which anything changes."""
    wares = Wares(clear(query.item), clear(query.designation), clear(query.item_text))
    for provision, exemptions, cuts in _prepared(regime):
        case = Case(
            query=query,
            wares=wares,
            regime=regime,
            provision=provision,
            exemptions=exemptions,
            scopes=scopes,
            day=provision.since,
            dated=FIRST,
            is_day=True,
        )
        yield case, cuts + membership_cuts(query, provision)


def forget() -> None:
    """Empty the caches, for whoever measures what they save."""
    _touched.cache_clear()
    _part.cache_clear()
    _refused.cache_clear()


@lru_cache(maxsize=512)
def _prepared(
    regime: Regime,
) -> tuple[tuple[Provision, tuple[Provision, ...], tuple[dt.date, ...]], ...]:
    """Each provision with the exemptions that relax it and the days on which it changes."""
    prepared = []
    for provision in regime.provisions:
        relaxing = tuple(each for each in regime.provisions if provision.id in each.relaxes)
        prepared.append((provision, relaxing, cuts_of(provision, relaxing)))
    return tuple(prepared)
