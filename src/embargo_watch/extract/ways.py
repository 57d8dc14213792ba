"""Tell the way that goods went, point by point: "from Bandar Abbas via the Caspian to Astrakhan".

Only places count, and only those that the deed itself, or the verb that moved its carrier, tells.
Who gave and who got the goods is no way: "from Iran to Russia" alone fills nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from embargo_watch.extract.deed import Deed
from embargo_watch.extract.years import any_of
from embargo_watch.model.candidate import Mention
from embargo_watch.model.claim import Stop, Way
from embargo_watch.model.spans import Span
from embargo_watch.reference.areas import area_of, state_of
from embargo_watch.reference.slots import slots
from embargo_watch.reference.times import times
from embargo_watch.reference.waypoints import waypoints

NAME = r"[A-Z][\w'’-]*(?:(?: |-)[A-Z][\w'’-]*){0,3}"
WAYS: tuple[Way, ...] = ("from", "via", "to")
PLACES = frozenset(("name", "capital", "place"))
"""The classes of a party's words that name its land or a town in it."""

Sort = Literal["place", "land", "side", "bare"]
"""What the words of a point are: a port or water, a state or its town, a side's own, any name."""


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A point of a way; ``before`` is its preposition."""

    way: Way
    span: Span
    before: Span
    sort: Sort

    @property
    def order(self) -> tuple[int, Span]:
        """Where it stands in the order of travel."""
        return WAYS.index(self.way), self.span


def route(deed: Deed, sides: Sequence[Mention]) -> tuple[tuple[Stop, ...], tuple[Span, ...]]:
    """The points of the way with their words, in the order of travel; () where none is told."""
    given = [mention.span for mention in sides]
    chains = [_places(deed, chain) for chain in _chains(deed, given)]
    told = [point for chain in chains if _is_way(chain) for point in chain]
    turned = any(deed.sentence.doc[i].lower_ in slots("en").no_way for i in deed.own)
    if not told or turned:
        return (), ()
    told += [point for chain in chains for point in chain if point.sort == "side"]
    better = {point.way for point in told if point.sort != "side"}
    kept = {point for point in told if point.sort != "side" or point.way not in better}
    ordered = sorted(kept, key=lambda point: point.order)
    stops = tuple(dict.fromkeys(Stop(way=one.way, text=one.span.text) for one in ordered))
    return stops, tuple(sorted({point.span for point in kept}))


def _is_way(chain: Sequence[Point]) -> bool:
    """Whether points tell of a way: by a port, by what lies between, or by both of its ends."""
    if any(point.sort == "place" or point.way == "via" for point in chain):
        return True
    ends = {point.way for point in chain}
    return {"from", "to"} <= ends and any(point.sort == "land" for point in chain)


def _chains(deed: Deed, given: Sequence[Span]) -> Iterator[list[Point]]:
    """Points that follow each other without a word between."""
    text = deed.sentence.text
    chain: list[Point] = []
    for way, before, names in _told(deed):
        if chain and text[chain[-1].span.end : before.start].strip(" ,"):
            yield chain
            chain = []
        chain += [Point(way, name, before, _sort(deed, name, given)) for name in names]
    if chain:
        yield chain


def _places(deed: Deed, chain: list[Point]) -> list[Point]:
    """The places of a chain whose first preposition hangs on the deed.

    A bare name that nobody lists is a place only beside a known one that is no side's own name;
    "over" and "across" lead over waters and other listed places alone.
    """
    tokens = deed.tokens(chain[0].before)
    if not tokens or not deed.bears(tokens[0]):
        return []
    over = slots("en").route_over
    known = {point.way for point in chain if point.sort in ("place", "land")}
    return [
        point
        for point in chain
        if (point.sort == "place" or point.before.text not in over)
        and (point.sort != "bare" or (known - {point.way} and _may_be_place(deed, point.span)))
    ]


def _told(deed: Deed) -> Iterator[tuple[Way, Span, list[Span]]]:
    """Each preposition of a way with the names after it, from left to right."""
    text, start = deed.sentence.text, deed.sentence.base
    last = deed.sentence.doc[-1]
    end = start + last.idx + len(last)
    for match in _stop().finditer(text, start, end):
        way = next(way for way in WAYS if match[way])
        names = [Span.of(text, *match.span(group)) for group in ("first", "second") if match[group]]
        yield way, Span.of(text, *match.span(way)), [_cut(text, name) for name in names]


def _cut(text: str, span: Span) -> Span:
    """The name without the genitive of its state: "Russia's Vostochny port" stays whole."""
    match = re.match(rf"(?i:{any_of(slots('en').near_place)})\s+", span.text)
    return Span.of(text, span.start + match.end(), span.end) if match else span


def _sort(deed: Deed, span: Span, given: Sequence[Span]) -> Sort:
    """What words name: by a noun such as "port", by a list, or by a party's words."""
    name = re.sub(rf"^(?i:{any_of(slots('en').the)})\s+", "", span.text)
    if _with_head().search(name) or name in waypoints():
        return "place"
    mention = _mention(deed, span)
    if mention is not None:
        own = mention.span.text.split() == name.split()
        if not (own and state_of(mention.party) and mention.word_class in PLACES):
            return "bare"
        return "side" if any(side.overlaps(span) for side in given) else "land"
    area = area_of(name)
    if not area:
        return "bare"
    return "land" if area == state_of(area) else "place"


def _may_be_place(deed: Deed, span: Span) -> bool:
    """A name that is nobody's and no day's or month's."""
    first = span.text.split()[0].lower()
    words = times("en")
    dated = first in words.months or first in words.weekdays
    return not dated and _mention(deed, span) is None


def _mention(deed: Deed, span: Span) -> Mention | None:
    """The party whose words a span holds."""
    known = (words.mention for words in deed.sentence.all_parties())
    return next((mention for mention in known if mention.span.overlaps(span)), None)


@cache
def _stop() -> re.Pattern[str]:
    """A preposition with one or two names: "via Turkey and Azerbaijan", "to the port of Aden"."""
    words = slots("en")
    place = _place()
    ways = {
        "from": words.route_from,
        "via": (*words.route_via, *words.route_over),
        "to": words.route_to,
    }
    before = "|".join(rf"(?P<{way}>{any_of(forms)})" for way, forms in ways.items())
    return re.compile(
        rf"\b(?:{before})\s+(?P<first>{place})(?:,?\s+(?:{any_of(words.between)})\s+(?P<second>{place}))?"
    )


def _place() -> str:
    words = slots("en")
    heads, the, of = any_of(words.places), any_of(words.the), any_of(words.of)
    near = any_of(words.near_place)
    return (
        rf"(?:(?:(?i:{the})\s+)?(?:(?i:{near})\s+)?"
        rf"(?:(?:[\w-]+\s+)?(?i:{heads})\s+(?:{of})\s+(?:(?:{the})\s+)?{NAME}|"
        rf"{NAME}(?:['’]s)?(?:\s+[a-z]+)?\s+(?i:{heads})\b|{NAME}))"
    )


@cache
def _with_head() -> re.Pattern[str]:
    return re.compile(rf"(?i:\b(?:{any_of(slots('en').places)})\b)")
