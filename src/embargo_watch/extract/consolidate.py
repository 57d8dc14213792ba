"""Keep one candidate for what a document says several times, in its strongest form.

Codebook: one claim per item group, the most specific group the words carry, title and body in
the strongest form; a denial is a claim of its own.
"""

from collections.abc import Sequence
from dataclasses import replace

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
    candidates = [_completed(document, c, candidates) for c in candidates]
    merged: dict[tuple[object, ...], Candidate] = {}
    for candidate in candidates:
        key = _key(candidate)
        known = merged.get(key)
        merged[key] = candidate if known is None else _stronger(known, candidate)
    kept = list(merged.values())
    dropped: list[Rejected] = []
    for rule, covers in (("half-told", _half_told), ("general-words", _general)):
        left = []
        for candidate in kept:
            if any(covers(candidate, other) for other in kept if other is not candidate):
                dropped.append(
                    Rejected(start=candidate.quote.start, end=candidate.quote.end, rule=rule)
                )
            else:
                left.append(candidate)
        kept = left
    return tuple(kept), tuple(dropped)


def _completed(document: Document, candidate: Candidate, others: Sequence[Candidate]) -> Candidate:
    """Fill a side that the sentence leaves open from what the same document says elsewhere."""
    if candidate.kind == "interdiction" or (candidate.supplier and candidate.recipient):
        return candidate
    if not candidate.supplier and not candidate.recipient:
        return _between_whom(candidate, others)
    known = _ids(candidate.supplier) | _ids(candidate.recipient)
    side = "recipient" if candidate.supplier else "supplier"
    told = [c for c in others if getattr(c, side) and not known & _ids(getattr(c, side))]
    same = [c for c in told if _ids(c.supplier) & known or _ids(c.recipient) & known]
    near = [c for c in same if _group(c) == _group(candidate)] or same or told
    if near:
        rule = f"{candidate.rule}+{side}-from-document"
        return replace(candidate, rule=rule, **{side: getattr(near[0], side)})
    return candidate


def _between_whom(candidate: Candidate, others: Sequence[Candidate]) -> Candidate:
    """A supply that names nobody goes on with the last one told in full."""
    told = [c for c in others if c.supplier and c.recipient and c.kind == "transfer"]
    before = [c for c in told if c.predicate.start < candidate.predicate.start] or told[:1]
    if not before:
        return candidate
    last = max(before, key=lambda c: c.predicate.start)
    return replace(candidate, supplier=last.supplier, recipient=last.recipient)


def _ids(mentions: Sequence[Mention]) -> frozenset[str]:
    return frozenset(mention.party for mention in mentions)


def _group(candidate: Candidate) -> str:
    return candidate.goods.group if candidate.goods else ""


def _key(candidate: Candidate) -> tuple[object, ...]:
    return (
        candidate.kind, _ids(candidate.supplier), _ids(candidate.recipient), _group(candidate),
        candidate.status == "denied", candidate.date if candidate.kind == "use" else "",
    )  # fmt: skip


def _stronger(known: Candidate, other: Candidate) -> Candidate:
    first, second = sorted((known, other), key=lambda c: STRENGTH[c.status])
    speakers = {m.party: m for m in (*first.speakers, *second.speakers)}
    if first.status != second.status:
        speakers = {m.party: m for m in first.speakers} or speakers
    if len(speakers) > 1:
        speakers.pop(BLOC, None)
    return replace(first, speakers=tuple(speakers.values()))


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
