"""Judge each kind of transfer once, because transfers of a file differ mostly in their date.

What does not depend on the date is settled once for a query without its date: first what its
parties alone decide, for all goods alike, then what the goods do. The verdicts follow once for each
stretch of days between two changes of the law. States that a regime does not name are alike to it,
so that they share one judgement; marks hold the places of their names and of the date's ends. All
caches are bounded.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from embargo_watch.judge.bound import membership_cuts
from embargo_watch.judge.marks import FIRST, RECIPIENT, SUPPLIER, clear
from embargo_watch.judge.outcomes import Dates, Dump, Filling, Outcome, Slot, Template, Values
from embargo_watch.judge.places import is_state, touched
from embargo_watch.judge.rules import Case, Step
from embargo_watch.judge.ruling import (
    OF_GOODS,
    OF_PARTIES,
    UNASKED,
    Opening,
    opened,
    refused,
)
from embargo_watch.judge.scope import Wares, alike
from embargo_watch.judge.timing import Stretch, cuts_of
from embargo_watch.model.finding import Basis, Finding, Query
from embargo_watch.model.provision import Provision, Regime, Scopes
from embargo_watch.reference.blocs import memberships

_TOUCHED, _PARTS, _SIDED, _REFUSED = 16_384, 4096, 4096, 20_000
_SEPARATOR = b","


class Part:
    """What one regime says of one kind of transfer."""

    __slots__ = ("_pieces", "_runs")

    def __init__(self, pieces: list[Outcome | Slot]) -> None:
        """Keep the outcomes, and the slots of those that the date decides, in the law's order."""
        self._pieces = pieces
        self._runs: dict[Dump, list[Template | Slot]] = {}

    def findings(self, whole: Stretch, filling: Filling) -> Iterator[Finding]:
        """The findings for one date, in the order of the law."""
        for piece in self._pieces:
            outcome = piece if isinstance(piece, Outcome) else piece.outcome(whole)
            yield outcome.filled(filling)

    def written(self, whole: Stretch, values: Values, dump: Dump) -> list[bytes]:
        """The same findings as written, to be joined with commas."""
        return [
            run.filled(values)
            if isinstance(run, Template)
            else run.outcome(whole).template(dump).filled(values)
            for run in self._runs.get(dump) or self._joined(dump)
        ]

    def _joined(self, dump: Dump) -> list[Template | Slot]:
        """What no date changes as one template each, between what the date decides."""
        runs: list[Template | Slot] = []
        for is_same, pieces in groupby(self._pieces, lambda piece: isinstance(piece, Outcome)):
            if is_same:
                same = [piece.template(dump).blob for piece in pieces if isinstance(piece, Outcome)]
                runs.append(Template(_SEPARATOR.join(same)))
            else:
                runs += [piece for piece in pieces if isinstance(piece, Slot)]
        self._runs[dump] = runs
        return runs


_HANDS = (
    "supplier_as", "recipient_as", "area", "basis", "status", "maker", "broker", "via", "flag"
)  # fmt: skip
_hands_of = attrgetter(*_HANDS)
Sides = tuple[str, str, bool, tuple[object, ...]]
"""Supplier, recipient (or marks), whether the query is dated, and whatever else is not goods."""


def plan(query: Query, regimes: tuple[Regime, ...], scopes: Scopes) -> tuple[Part, ...]:
    """What every regime that the query touches says, in the order of the regimes."""
    hands, is_dated = _hands_of(query), bool(query.date)
    wares = _wares(query.item, query.designation, query.item_text, scopes)
    known = _touched(query.supplier, query.recipient, query.maker, query.area, regimes)
    if query.via:  # a stop may be a side too, which a mark would hide
        known = tuple((regime, query.supplier, query.recipient) for regime, _, _ in known)
    return tuple(
        [
            _part((supplier, recipient, is_dated, hands), wares, query.quantity, regime, scopes)
            for regime, supplier, recipient in known
        ]
    )


@lru_cache(maxsize=4096)
def _wares(item: str, designation: str, text: str, scopes: Scopes) -> Wares:
    """One record for all goods about which every answer is the same."""
    return alike(Wares(clear(item), clear(designation), clear(text)), scopes)


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
def _part(sides: Sides, wares: Wares, quantity: str, regime: Regime, scopes: Scopes) -> Part:
    """What the parties leave open, held against the goods; what these do, against each date."""
    query = _query(sides, quantity)
    is_stated = sides[2] and query.basis == "stated"
    pieces: list[Outcome | Slot] = []
    for law, piece in zip(_prepared(regime), _sided(sides, regime, scopes), strict=True):
        if isinstance(piece, Outcome):
            pieces.append(piece)
            continue
        case = law.case(query, wares, regime, scopes)
        opening = opened(case, piece, OF_GOODS)
        if is_stated and opening.refusal is not None:
            pieces.append(_refused(law.provision, query.basis, *opening.refusal))
            continue
        asked = UNASKED if law.provision.readings else opening
        pieces.append(Slot(case, law.dates_for(query), asked, is_stated=is_stated))
    return Part(pieces)


@lru_cache(maxsize=_SIDED)
def _sided(sides: Sides, regime: Regime, scopes: Scopes) -> tuple[Outcome | Opening, ...]:
    """What each provision says of the parties alone: all goods between them share it."""
    query, unnamed = _query(sides), Wares("")
    is_stated = sides[2] and query.basis == "stated"
    pieces: list[Outcome | Opening] = []
    for law in _prepared(regime):
        opening = opened(law.case(query, unnamed, regime, scopes), UNASKED, OF_PARTIES)
        if is_stated and opening.refusal is not None:
            pieces.append(_refused(law.provision, query.basis, *opening.refusal))
        else:
            pieces.append(opening)
    return tuple(pieces)


def _query(sides: Sides, quantity: str = "") -> Query:
    """What all queries of a kind have in common; their goods stand in the wares."""
    supplier, recipient, _, hands = sides
    slots: dict[str, Any] = dict(zip(_HANDS, hands, strict=True))
    return Query(supplier=supplier, recipient=recipient, quantity=quantity, **slots)


@lru_cache(maxsize=_REFUSED)
def _refused(provision: Provision, basis: Basis, rule: str, step: Step) -> Outcome:
    """One outcome for all kinds of transfers that fail a provision for the same reason."""
    return Outcome(refused(provision, basis, rule, step))


def cases(
    query: Query, regime: Regime, scopes: Scopes
) -> Iterator[tuple[Case, tuple[dt.date, ...]]]:
    """The query before each provision of a regime, with the days on which anything changes."""
    wares = Wares(clear(query.item), clear(query.designation), clear(query.item_text))
    for law in _prepared(regime):
        yield law.case(query, wares, regime, scopes), law.dates_for(query).cuts


def forget() -> None:
    """Empty the caches, for whoever measures what they save."""
    for cache in (_touched, _part, _sided, _refused, _prepared):
        cache.cache_clear()


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A provision with the exemptions that relax it and the days on which it changes."""

    provision: Provision
    exemptions: tuple[Provision, ...]
    dates: Dates

    def case(self, query: Query, wares: Wares, regime: Regime, scopes: Scopes) -> Case:
        """A query before it, for the rules that no day changes."""
        return Case(
            query=query,
            wares=wares,
            regime=regime,
            provision=self.provision,
            exemptions=self.exemptions,
            scopes=scopes,
            day=self.provision.since,
            dated=FIRST,
            is_day=True,
        )

    def dates_for(self, query: Query) -> Dates:
        """The same days, with those on which somebody of the query came to be bound."""
        more = membership_cuts(query, self.provision)
        return Dates(self.dates.cuts + more) if more else self.dates


@lru_cache(maxsize=512)
def _prepared(regime: Regime) -> tuple[_Prepared, ...]:
    prepared = []
    for provision in regime.provisions:
        relaxing = tuple(each for each in regime.provisions if provision.id in each.relaxes)
        prepared.append(_Prepared(provision, relaxing, Dates(cuts_of(provision, relaxing))))
    return tuple(prepared)
