"""Keep one candidate for what a document says several times, in its strongest form.

Codebook: one claim per item group, the most specific group the words carry, title and body in
the strongest form; a denial is a claim of its own.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from embargo_watch.extract.gather import filled, join_dated
from embargo_watch.extract.groups import EVERYDAY
from embargo_watch.model.candidate import Candidate, Mention
from embargo_watch.model.claim import Rejected
from embargo_watch.model.document import Document

UNSPECIFIED = "arms"
"""The group of arms that no word makes more specific."""

STRENGTH = {"asserted": 0, "suspected": 1, "prospective": 2, "denied": 3}

NEAR = 60
"""Code points between two goods that one list names."""

ADJOINING = 10
"""Code points that a joining word takes between the general word and the specific one after it."""

BLOC = "west"
"""A speaker that says less than the states it stands for, where they are named."""


def consolidate(
    document: Document, candidates: Sequence[Candidate]
) -> tuple[tuple[Candidate, ...], tuple[Rejected, ...]]:
    """Merge repeated candidates; what is dropped is returned with the rule that dropped it."""
    told = Told(candidates)
    candidates = [told.completed(candidate) for candidate in candidates]
    merged: dict[tuple[object, ...], Candidate] = {}
    for candidate in candidates:
        key = _key(candidate)
        known = merged.get(key)
        merged[key] = candidate if known is None else _stronger(known, candidate)
    kept = list(join_dated(merged, _undated, _stronger).values())
    dropped: list[Rejected] = []
    for rule, may, covers in (
        ("half-told", _is_open, _half_told),
        ("general-words", _is_unspecified, _general),
    ):
        left = []
        for candidate in kept:
            covered = (covers(candidate, other) for other in kept if other is not candidate)
            if may(candidate) and any(covered):
                span, score = candidate.quote, candidate.score
                dropped.append(Rejected(start=span.start, end=span.end, rule=rule, score=score))
            else:
                left.append(candidate)
        kept = left
    return tuple(kept), tuple(dropped)


class Told:
    """What a document's candidates tell of sides that another of them leaves open.

    Each question is asked of all candidates once, so that a page of a thousand claims takes no
    million comparisons.
    """

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._all = candidates
        self._sides: dict[tuple[str, frozenset[str], str], tuple[Mention, ...]] = {}
        whole = [c for c in candidates if c.supplier and c.recipient and c.kind == "transfer"]
        self._first = whole[0] if whole else None
        by_place: dict[int, Candidate] = {}
        for candidate in whole:
            by_place.setdefault(candidate.predicate.start, candidate)
        self._places = sorted(by_place)
        self._at = by_place

    def completed(self, candidate: Candidate) -> Candidate:
        """Fill a side that the sentence leaves open from what the document says elsewhere."""
        if candidate.kind == "interdiction" or (candidate.supplier and candidate.recipient):
            return candidate
        if not candidate.supplier and not candidate.recipient:
            return self._between_whom(candidate)
        known = _ids(candidate.supplier) | _ids(candidate.recipient)
        side = "recipient" if candidate.supplier else "supplier"
        key = (side, known, _group(candidate))
        if key not in self._sides:
            self._sides[key] = self._side(*key)
        mentions = self._sides[key]
        if not mentions:
            return candidate
        rule = f"{candidate.rule}+{side}-from-document"
        if side == "recipient":
            return replace(candidate, rule=rule, recipient=mentions)
        return replace(candidate, rule=rule, supplier=mentions)

    def _side(self, side: str, known: frozenset[str], group: str) -> tuple[Mention, ...]:
        """Who stands on a side beside these parties: for the same goods, for any, or at all."""
        told = [c for c in self._all if getattr(c, side) and not known & _ids(getattr(c, side))]
        same = [c for c in told if _ids(c.supplier) & known or _ids(c.recipient) & known]
        near = [c for c in same if _group(c) == group] or same or told
        mentions: tuple[Mention, ...] = getattr(near[0], side) if near else ()
        return mentions

    def _between_whom(self, candidate: Candidate) -> Candidate:
        """A supply that names nobody goes on with the last one told in full."""
        place = bisect_left(self._places, candidate.predicate.start)
        last = self._at[self._places[place - 1]] if place else self._first
        if last is None:
            return candidate
        return replace(candidate, supplier=last.supplier, recipient=last.recipient)


def _is_open(candidate: Candidate) -> bool:
    return not (candidate.supplier and candidate.recipient)


def _is_unspecified(candidate: Candidate) -> bool:
    return _group(candidate) == UNSPECIFIED


def _ids(mentions: Sequence[Mention]) -> frozenset[str]:
    return frozenset(mention.party for mention in mentions)


def _group(candidate: Candidate) -> str:
    return candidate.goods.group if candidate.goods else ""


def _key(candidate: Candidate) -> tuple[object, ...]:
    return (
        candidate.kind, _ids(candidate.supplier), _ids(candidate.recipient), _group(candidate),
        candidate.status == "denied", candidate.date if candidate.kind == "use" else "",
    )  # fmt: skip


def _undated(candidate: Candidate) -> tuple[object, ...]:
    return (*_key(candidate)[:-1], "")


def _stronger(known: Candidate, other: Candidate) -> Candidate:
    first, second = sorted((known, other), key=lambda c: STRENGTH[c.status])
    speakers = {m.party: m for m in (*first.speakers, *second.speakers)}
    if first.status != second.status:
        speakers = {m.party: m for m in first.speakers} or speakers
    if len(speakers) > 1:
        speakers.pop(BLOC, None)
    return filled(replace(first, speakers=tuple(speakers.values())), second)


def _half_told(candidate: Candidate, other: Candidate) -> bool:
    """Whether the other tells the same with a side that this one leaves open."""
    if candidate.kind != other.kind or _group(candidate) != _group(other):
        return False
    if (candidate.status == "denied") != (other.status == "denied"):
        return False
    supplier, recipient = _ids(candidate.supplier), _ids(candidate.recipient)
    if supplier and recipient:
        return False
    fits = supplier <= _ids(other.supplier) and recipient <= _ids(other.recipient)
    more = len(other.supplier) + len(other.recipient) > len(supplier) + len(recipient)
    return fits and more


def _side_by_side(candidate: Candidate, other: Candidate) -> bool:
    """ "drones and other military equipment": the general words add something."""
    assert candidate.goods is not None
    assert other.goods is not None
    earlier, later = sorted((candidate.goods.span, other.goods.span))
    if later.start - earlier.end > NEAR:
        return False
    if earlier == other.goods.span:
        return True
    return later.start - earlier.end < ADJOINING


def _general(candidate: Candidate, other: Candidate) -> bool:
    """Whether the other names the same goods by a specific group."""
    if _group(candidate) != UNSPECIFIED or _group(other) in EVERYDAY | {UNSPECIFIED}:
        return False
    if candidate.kind != other.kind or (candidate.status == "denied") != (other.status == "denied"):
        return False
    if _side_by_side(candidate, other):
        return False
    same_supplier = _ids(candidate.supplier) <= _ids(other.supplier)
    return same_supplier and _ids(candidate.recipient) <= _ids(other.recipient)
