"""Fill the slots for the plane that carried the goods: its type, its registration, its flight.

"An Il-76 (RA-78765) carried …" and "aboard an Il-76" name one; a plane that is itself delivered, or
that only stands in the sentence, carries nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from embargo_watch.extract.deed import Deed, heads_clause, top_of
from embargo_watch.extract.years import any_of
from embargo_watch.model.claim import Aircraft
from embargo_watch.model.spans import Span
from embargo_watch.reference.aircraft import aircraft
from embargo_watch.reference.slots import slots

if TYPE_CHECKING:
    from spacy.tokens import Token

NEAR = 60
"""Code points between a plane and the mark that tells which one it is."""

SLOTS = ("aircraft", "registration", "flight")


@dataclass(slots=True)
class Plane:
    """One plane of a sentence with the marks that tell it apart."""

    words: Span | None = None
    typed: bool = False
    marks: dict[str, Span] = field(default_factory=dict)
    state: str = ""

    @property
    def spans(self) -> list[Span]:
        """All words that name it."""
        return [*([self.words] if self.words else []), *self.marks.values()]


def carriers(deed: Deed, goods: Span) -> tuple[tuple[Aircraft, ...], dict[str, tuple[Span, ...]]]:
    """The planes said to have carried a deed's goods, with the words for each slot."""
    planes = [p for p in _planes(deed) if not any(s.overlaps(goods) for s in p.spans)]
    own = [p for p in planes if any(_carries(deed, span) for span in p.spans)]
    told: dict[str, tuple[Span, ...]] = {
        "aircraft": tuple(dict.fromkeys(p.words for p in own if p.words is not None)),
        "registration": tuple(p.marks["registration"] for p in own if "registration" in p.marks),
        "flight": tuple(p.marks["flight"] for p in own if "flight" in p.marks),
    }
    named = (
        Aircraft(
            type=plane.words.text if plane.words else "",
            registration=plane.marks["registration"].text if "registration" in plane.marks else "",
            state=plane.state,
            flight=plane.marks["flight"].text if "flight" in plane.marks else "",
        )
        for plane in own
    )
    return tuple(dict.fromkeys(named)), {slot: spans for slot, spans in told.items() if spans}


def _planes(deed: Deed) -> list[Plane]:
    """Every plane of the sentence; a plain "plane" only where a mark stands beside it."""
    text, start = deed.sentence.text, deed.sentence.base
    last = deed.sentence.doc[-1]
    end = start + last.idx + len(last)
    by_name = [*_found(_type(), text, start, end, typed=True),
               *_found(_plain(), text, start, end, typed=False)]  # fmt: skip
    planes = _joined(text, by_name)
    plain = list(_found(_if_named(), text, start, end, typed=False))
    plain = [p for p in plain if not _covered(p, by_name)]
    for slot, span, state in _marks(text, start, end):
        near = _nearest([*planes, *plain], span)
        plane = next((one for one in near if slot not in one.marks), None)
        if plane is None:
            plane = Plane(near[0].words) if near else Plane()
            planes.append(plane)
        plane.marks[slot] = span
        plane.state = plane.state or state
    return planes + [plane for plane in plain if plane.marks]


def _found(
    pattern: re.Pattern[str], text: str, start: int, end: int, *, typed: bool
) -> Iterator[Plane]:
    for match in pattern.finditer(text, start, end):
        yield Plane(Span.of(text, *match.span("words")), typed)


def _covered(plane: Plane, others: Sequence[Plane]) -> bool:
    own = plane.words
    return any(own and other.words and other.words.overlaps(own) for other in others)


def _joined(text: str, planes: list[Plane]) -> list[Plane]:
    """One plane of "a cargo plane, an Il-76," and of "an Il-76 cargo plane": the type names it."""
    kept: list[Plane] = []
    for plane in sorted(planes, key=lambda one: one.spans[0]):
        if not kept or not _adjoin(text, kept[-1], plane) or (plane.typed and kept[-1].typed):
            kept.append(plane)
        elif plane.typed:
            kept[-1] = plane
    return kept


def _adjoin(text: str, before: Plane, plane: Plane) -> bool:
    """Whether nothing but a comma, a bracket or an article stands between two names."""
    if before.words is None or plane.words is None:
        return False
    between = rf"[\s,(]*(?:(?:{any_of(slots('en').the)})\s+)?"
    return re.fullmatch(between, text[before.words.end : plane.words.start]) is not None


def _nearest(planes: Sequence[Plane], mark: Span) -> list[Plane]:
    """The planes that a mark may belong to, the nearest first: several marks may share a type."""
    gaps = [(_gap(p.words, mark), place, p) for place, p in enumerate(planes) if p.words]
    return [plane for gap, _, plane in sorted(gaps, key=lambda one: one[:2]) if gap <= NEAR]


def _gap(plane: Span, mark: Span) -> int:
    return max(mark.start - plane.end, plane.start - mark.end)


def _marks(text: str, start: int, end: int) -> Iterator[tuple[str, Span, str]]:
    """Every registration with the state whose mark it bears, and every flight's number."""
    for pattern, marks in ((_registration(), aircraft().marks), (_as(), aircraft().named)):
        for match in pattern.finditer(text, start, end):
            span = Span.of(text, *match.span("mark"))
            known = (m.state for m in marks if re.fullmatch(re.escape(m.sign) + m.after, span.text))
            yield "registration", span, next(known, "")
    for match in _flight().finditer(text, start, end):
        yield "flight", Span.of(text, *match.span("flight")), ""


def _carries(deed: Deed, span: Span) -> bool:
    """Whether a plane carries by the deed: it does it, is used for it, or the goods are aboard."""
    return any(is_carrier(deed, top_of(token)) for token in deed.tokens(span))


def is_carrier(deed: Deed, top: "Token") -> bool:
    """Whether a noun stands where a deed names its carrier."""
    words = slots("en")
    if top.i in deed.goods:
        return False
    if heads_clause(top, deed.own | deed.tied):
        return True
    head = top.head
    if top.dep_ == "nsubj":
        return deed.has(head)
    if top.dep_ in ("dobj", "nsubjpass"):
        return deed.has(head) and head.lower_ in words.using
    if top.dep_ != "pobj":
        return False
    if head.dep_ == "prep" and head.head.lower_ in words.aboard:
        head = head.head
    return head.lower_ in words.aboard and deed.bears(head)


@cache
def _type() -> re.Pattern[str]:
    """ "Il-76", "Ilyushin Il-76TD", "An-124-100s", "Boeing 747-400F", with "cargo plane" after."""
    known = aircraft()
    return re.compile(
        rf"(?<![\w-])(?P<words>(?:(?:{any_of(known.builders)})[ -])?(?:{any_of(known.types)})"
        rf"(?:-\d{{2,3}})?[A-Z]{{0,3}})(?:s|['’]s)?(?![\w-])"
    )


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<words>{any_of(slots('en').planes)})(?![\w-])", re.IGNORECASE)


@cache
def _if_named() -> re.Pattern[str]:
    planes = any_of(slots("en").planes_if_named)
    return re.compile(rf"(?<![\w-])(?P<words>{planes})(?![\w-])", re.IGNORECASE)


@cache
def _registration() -> re.Pattern[str]:
    marks = "|".join(re.escape(mark.sign) + mark.after for mark in aircraft().marks)
    return re.compile(rf"(?<![\w-])(?P<mark>{marks})(?![\w-])")


@cache
def _as() -> re.Pattern[str]:
    marks = "|".join(re.escape(mark.sign) + mark.after for mark in aircraft().named)
    named = any_of(slots("en").registered_as)
    return re.compile(rf"\b(?i:{named})[\s:]+(?P<mark>{marks})(?![\w-])")


@cache
def _flight() -> re.Pattern[str]:
    words = slots("en")
    return re.compile(
        rf"\b(?i:{any_of(words.flights)})(?:\s+(?i:{any_of(words.flight_numbers)}))?\s+"
        rf"(?P<flight>[A-Z][A-Z0-9]{{1,2}}[ -]?\d{{2,4}}[A-Z]?)(?![\w-])"
    )
