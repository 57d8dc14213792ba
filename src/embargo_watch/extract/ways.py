"""Tell the way that goods went, point by point: "from Bandar Abbas via the Caspian to Astrakhan".

Only places count, and only those that the deed itself, or the verb that moved its carrier, tells.
Who gave and who got the goods is no way: "from Iran to Russia" alone fills nothing.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

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

Point = tuple[Way, Span, bool]
"""A point of a way; whether its words by themselves surely name a place."""


def route(deed: Deed, sides: Sequence[Mention]) -> tuple[tuple[Stop, ...], tuple[Span, ...]]:
    """The points of the way with their words, in the order of travel; () where none is told."""
    given = [mention.span for mention in sides]
    points = [point for chain in _chains(deed) for point in _of_deed(deed, chain, given)]
    known = [
        (way, span)
        for way, span, _ in points
        if way == "via" or not any(side.overlaps(span) for side in given)
    ]
    if not known:
        return (), ()
    told = {way for way, _ in known}
    points = [p for p in points if p[0] not in told or (p[0], p[1]) in known]
    ordered = sorted({(WAYS.index(way), span, way) for way, span, _ in points})
    stops = tuple(dict.fromkeys(Stop(way=way, text=span.text) for _, span, way in ordered))
    return stops, tuple(sorted({span for _, span, _ in points}))


def _chains(deed: Deed) -> Iterator[list[tuple[Point, Span]]]:
    """Points that follow each other without a word between, each with its preposition."""
    text = deed.sentence.text
    chain: list[tuple[Point, Span]] = []
    for way, before, places in _told(deed):
        points: list[Point] = [(way, span, _is_place(deed, span)) for span in places]
        if chain and text[chain[-1][0][1].end : before.start].strip(" ,"):
            yield chain
            chain = []
        chain += [(point, before) for point in points]
    if chain:
        yield chain


def _of_deed(deed: Deed, chain: list[tuple[Point, Span]], given: Sequence[Span]) -> list[Point]:
    """The places of a chain whose first preposition hangs on the deed.

    A bare name that nobody lists is a place only beside a known one that is no side's own name.
    """
    (_, before), *_ = chain
    tokens = deed.tokens(before)
    if not tokens or not deed.bears(tokens[0]):
        return []
    known = [(way, span) for (way, span, sure), _ in chain if sure]
    ways = {way for way, span in known if not any(side.overlaps(span) for side in given)}
    points = [point for point, _ in chain]
    return [p for p in points if p[2] or (ways - {p[0]} and _may_be_place(deed, p[1]))]


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


def _is_place(deed: Deed, span: Span) -> bool:
    """Whether words name a place: by a noun such as "port", a listed name, or a state's words."""
    name = re.sub(rf"^(?i:{any_of(slots('en').the)})\s+", "", span.text)
    if _with_head().search(name):
        return True
    mention = _mention(deed, span)
    if mention is not None:
        own = mention.span.text.split() == name.split()
        return own and bool(state_of(mention.party)) and mention.word_class in PLACES
    return name in waypoints() or bool(area_of(name))


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
    ways = {"from": words.route_from, "via": words.route_via, "to": words.route_to}
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
