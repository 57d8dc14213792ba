"""Gather what one document tells of each flow, and hold back what is too weak to be told alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from embargo_watch.model.alert import Rule
from embargo_watch.model.claim import Claim
from embargo_watch.model.ledger import FlowKey, Stance
from embargo_watch.reference.watch import Standing
from embargo_watch.watch.doubts import is_absurd, is_sure, trusted
from embargo_watch.watch.seen import Seen, Told
from embargo_watch.watch.state import EXPECTED, TOLD, State
from embargo_watch.watch.telling import Count, Telling
from embargo_watch.watch.touch import Law, Touched, touched

_SAID: tuple[Stance, ...] = ("asserts", "admits")


@dataclass(slots=True)
class Weak:
    """What too weak claims told of a flow so far: who told of it, and who asserted it."""

    tellers: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    documents: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What tellings are held against: the law, the settings, what was told, what is too weak."""

    law: Law
    standing: Standing
    count: Count
    state: State = field(default_factory=State)
    weak: dict[FlowKey, Weak] = field(default_factory=dict)


def tellings(seen: Seen, known: Known) -> list[Telling]:
    """One telling a flow that is any business of the watch, in the order of the flows.

    A flow that only weak claims tell waits in ``known.weak`` until enough independent origins
    did; one that is known already is corroborated by them and no more. A copy adds nobody.
    """
    found = []
    standing = known.standing
    for key, claims in sorted(_by_flow(trusted(seen, standing)).items()):
        if is_absurd(key, seen, standing):
            continue
        telling = _telling(key, claims, seen, known)
        if not telling.touched and not telling.stops:
            continue
        sure = tuple(told for told in telling.claims if is_sure(told.claim, key, standing))
        if sure:
            found.append(_of(telling, sure, telling.said))
        elif _known(known.state, telling):
            others = telling.said - set(telling.pair)
            found.append(_of(telling, telling.claims, others, only="corroborated"))
        elif not seen.repeats:
            held = known.weak.setdefault(key, Weak())
            held.tellers |= {saying.counts_as for saying in telling.sayings}
            held.said |= telling.said
            held.documents += 1
            enough = known.count(held.tellers) >= standing.sure_origins
            if enough and held.documents > 1:
                del known.weak[key]
                found.append(_of(telling, telling.claims, frozenset(held.said)))
    return found


def _by_flow(claims: Iterable[Told]) -> dict[FlowKey, list[Told]]:
    found: dict[FlowKey, list[Told]] = defaultdict(list)
    for told in claims:
        for key in dict.fromkeys(FlowKey.of(told.claim)):
            found[key].append(told)
    return found


def _telling(key: FlowKey, claims: list[Told], seen: Seen, known: Known) -> Telling:
    whole, pair = Touched(), (key.supplier, key.recipient)
    for told in claims:
        whole = whole | touched(told, pair, known.law, seen.at.date(), known.standing)
    telling = Telling(
        key=key, at=seen.at, entry=seen.document.entry, claims=tuple(claims), touched=whole
    )
    return _of(telling, telling.claims, frozenset(_said(telling)))


def _said(telling: Telling) -> Iterator[str]:
    return (saying.counts_as for saying in telling.sayings if saying.stance in _SAID)


def _of(
    telling: Telling, claims: tuple[Told, ...], said: frozenset[str], only: Rule | None = None
) -> Telling:
    """The telling as these claims make it."""
    return Telling(
        key=telling.key,
        at=telling.at,
        entry=telling.entry,
        claims=claims,
        level=max((_level(told.claim) for told in claims), default=0),
        said=said,
        touched=telling.touched,
        numbers={} if only else _numbers(told.claim for told in claims),
        only=only,
    )


def _known(state: State, telling: Telling) -> bool:
    pair = state.pairs.get((telling.key.supplier, telling.key.recipient))
    return pair is not None and pair.items.get(telling.key.item, 0) >= max(telling.level, EXPECTED)


def _level(claim: Claim) -> int:
    if claim.status == "denied":
        return 0
    return EXPECTED if claim.status == "prospective" else TOLD


def _numbers(claims: Iterable[Claim]) -> dict[tuple[str, str], tuple[float, str]]:
    """The largest number of each kind and unit; what is fired is no number of what was sent."""
    held = list(claims)
    if any(claim.kind == "use" for claim in held):
        return {}
    found: dict[tuple[str, str], tuple[float, str]] = {}
    for claim in held:
        quantity = claim.quantity
        if quantity is None or claim.status == "denied":
            continue
        number = quantity.max if quantity.min is None else quantity.min
        if number is not None:
            unit = (claim.kind, quantity.unit)
            found[unit] = max(found.get(unit, (0.0, "")), (number, quantity.text))
    return found
