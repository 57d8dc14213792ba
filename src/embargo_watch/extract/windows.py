"""Lay a document out for the encoder: its pieces, and which of them name parties and goods.

A short text is one window. Of a long one, each window holds the title, a few sentences that triage
let by, and what stands around them: the encoder reads no more than ``MOST`` pieces at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from embargo_watch.extract.ranking import stands_for
from embargo_watch.extract.triage import Stretch, named, stretches
from embargo_watch.extract.wordpiece import Pieces, pieces
from embargo_watch.model.candidate import Goods
from embargo_watch.model.document import Document
from embargo_watch.reference.matcher import ItemHit, PartyHit

MOST = 224
"""Pieces that a window holds at most."""

SHORT = 900
"""Code points up to which a text is one window."""

BODY = 600
"""Code points of a long text that one window covers, beside what stands around."""

MARGIN = 120
"""Code points before and after them that are read along."""

TITLE = 200
"""Code points of the title that go with every window of a long text."""

NOBODY = "-"
"""Stands for a side that the text leaves open."""

Place = tuple[int, int]
Triple = tuple[str, str, str]
"""Supplier, recipient, item group: a proposal that the encoder judges."""

Positions = tuple[tuple[int, ...], ...]
"""For each mention, the positions of its pieces."""


@dataclass(frozen=True, slots=True)
class Window:
    """What the encoder reads at once; parties and goods by id and group, in order of mention."""

    pieces: Pieces
    parties: Mapping[str, Positions]
    goods: Mapping[str, Positions]
    weak: frozenset[int]
    """The positions of words that name goods only where something moves them."""

    ranges: tuple[Place, ...]

    def proposals(self) -> list[Triple]:
        """Every ordered pair of parties, or a party and nobody, with every group of goods."""
        sides = [*self.parties, NOBODY]
        return [
            (giver, getter, group)
            for group in self.goods
            for giver in sides
            for getter in sides
            if giver != getter
        ]


def windows(
    document: Document, vocabulary: Mapping[str, int], goods: Iterable[Goods] = ()
) -> list[Window]:
    """The windows of a document in order; none where nothing in it is worth a reading.

    ``goods`` are those that no word names but a verb implies ("arms the rebels").
    """
    worth = stretches(document)
    if not worth:
        return []
    known = {(hit.start, hit.end): hit for hit in named(document)}
    known |= {(hit.start, hit.end): hit for stretch in worth for hit in stretch.hits}
    for implied in goods:
        span = implied.span
        known.setdefault((span.start, span.end), ItemHit(span.start, span.end, implied.group))
    hits = [known[place] for place in sorted(known)]
    made = (_window(document.text, r, hits, vocabulary) for r in _ranges(document, worth))
    return [window for window in made if window.parties and window.goods]


def _ranges(document: Document, worth: Sequence[Stretch]) -> list[tuple[Place, ...]]:
    text = document.text
    if len(text) <= SHORT:
        return [((0, len(text)),)]
    title = (0, min(len(document.title), TITLE))
    found: list[Place] = []
    for stretch in worth:
        if found and stretch.end - found[-1][0] <= BODY:
            found[-1] = (found[-1][0], stretch.end)
        else:
            found.append((stretch.start, min(stretch.end, stretch.start + 2 * BODY)))
    return [
        (title, (max(title[1], start - MARGIN), min(len(text), end + MARGIN)))
        for start, end in found
    ]


def _window(
    text: str,
    ranges: tuple[Place, ...],
    hits: Iterable[PartyHit | ItemHit],
    vocabulary: Mapping[str, int],
) -> Window:
    cut = pieces(text, ranges, vocabulary, MOST)
    parties: dict[str, list[tuple[int, ...]]] = {}
    goods: dict[str, list[tuple[int, ...]]] = {}
    weak: set[int] = set()
    inside = (
        hit for hit in hits if any(start <= hit.start and hit.end <= end for start, end in ranges)
    )
    for hit in inside:
        positions = tuple(cut.within(hit.start, hit.end))
        if not positions:
            continue
        if isinstance(hit, PartyHit):
            parties.setdefault(stands_for(hit.party), []).append(positions)
        else:
            goods.setdefault(hit.group, []).append(positions)
            weak.update(positions if hit.weak else ())
    return Window(cut, _frozen(parties), _frozen(goods), frozenset(weak), ranges)


def _frozen(found: Mapping[str, list[tuple[int, ...]]]) -> dict[str, Positions]:
    return {name: tuple(mentions) for name, mentions in found.items()}
