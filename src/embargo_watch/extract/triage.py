"""Decide cheaply what is worth a parse: most texts never are, and of the rest few sentences.

A stretch passes that names goods (or a verb that implies them), a party, and something that
moves goods: a predicate, an origin such as "Iranian-made", or a preposition after the goods.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from embargo_watch.extract.contrast import without_contrasts
from embargo_watch.extract.groups import EVERYDAY
from embargo_watch.extract.sentences import sentences
from embargo_watch.extract.statements import shared_adjective
from embargo_watch.model.document import Document
from embargo_watch.model.party import PartyWord
from embargo_watch.reference.lexicon import lexicon
from embargo_watch.reference.matcher import (
    ItemHit,
    PartyHit,
    WordScan,
    lower_in_place,
    matcher,
)
from embargo_watch.reference.parties import parties
from embargo_watch.reference.statements import statements


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence worth parsing: offsets and hits in the document's text."""

    start: int
    end: int
    text: str
    hits: tuple[PartyHit | ItemHit, ...]
    title: bool
    near: tuple[PartyHit, ...] = ()
    """The parties named in the title or within ``AROUND`` code points: who may be spoken of."""


HITS = frozenset(("attack", "down"))
STOPS = frozenset(("seize",))
USES = frozenset(("use", "make"))
"""Frames in which goods are hit, stopped, used or built: by themselves they hand nothing over."""

FIRED_BY = {
    "artillery": ("ammunition", "missiles"),
    "armour": ("ammunition",),
    "air_defence": ("ammunition",),
}
"""Goods that are of their own group after the name of what fires them ("Gepard ammunition")."""

REMEMBERED = 1024
"""Documents whose stretches are kept at hand between triage and the reading of claims."""

OVERLAPPING = 8
"""Mentions before one of which any may overlap it; earlier ones end before it begins."""

AROUND = 400
"""Code points on either side of a sentence within which a party may be meant by it."""


@cache
def _moves() -> WordScan:
    words = lexicon("en")
    suffixes = {*words.suffixes["given"], *words.suffixes["made"], *words.suffixes["bound"]}
    return WordScan({*words.verbs, *words.nouns, *suffixes, *words.words.marks_of_moving})


@cache
def _hands_over() -> WordScan:
    return WordScan(_predicates_but(HITS | STOPS))


@cache
def _tells_of_one() -> WordScan:
    words = lexicon("en")
    origins = words.suffixes["given"] | words.suffixes["made"]
    return WordScan({*_predicates_but(HITS | USES), *origins})


def _predicates_but(frames: frozenset[str]) -> Iterator[str]:
    """The forms that may open another frame than these."""
    words = lexicon("en")
    for forms in (words.verbs, words.nouns):
        for form, known in forms.items():
            if any(predicate.frame not in frames for predicate in known):
                yield form


@cache
def _implying() -> WordScan:
    words = lexicon("en")
    return WordScan(
        form for form, known in words.verbs.items() if any(p.base in words.implied for p in known)
    )


@lru_cache(maxsize=REMEMBERED)
def stretches(document: Document) -> tuple[Stretch, ...]:
    """The sentences of a document that are worth a parse, in order.

    What was found is kept for whoever asks next; ``stretches.cache_clear()`` lets go of it.
    """
    text = document.text
    lowered = lower_in_place(text)
    implied = _implying().found_in(lowered)
    if not implied and not matcher().may_name_goods(lowered):
        return ()
    seen = matcher().hits(text, _day(document))
    if not implied and not any(isinstance(hit, ItemHit) for hit in seen):
        return ()
    if not any(isinstance(hit, PartyHit) for hit in seen):
        return ()
    hits = _settled(text, seen)
    found = []
    position = 0
    around = Around.of(hits, len(document.title))
    states: dict[str, None] = {}
    for start, end in sentences(text, document.furniture):
        while position < len(hits) and hits[position].start < start:
            _remember(states, hits[position])
            position += 1
        last = position
        while last < len(hits) and hits[last].end <= end:
            last += 1
        if last == position:
            continue
        inside = with_references((text, start, end), states, hits[position:last])
        for hit in hits[position:last]:
            _remember(states, hit)
        position = last
        if inside and _worth(lowered[start:end], inside):
            title = bool(document.title) and start == 0
            near = around.near(start, end)
            found.append(Stretch(start, end, text[start:end], inside, title, near))
    return tuple(found)


def named(document: Document) -> list[PartyHit | ItemHit]:
    """Every party and goods that a document names, as the reading of claims sees them."""
    return _settled(document.text, matcher().hits(document.text, _day(document)))


def _settled(text: str, hits: Iterable[PartyHit | ItemHit]) -> list[PartyHit | ItemHit]:
    return _share_nouns(text, join_designations(text, without_contrasts(text, hits)))


@dataclass(frozen=True, slots=True)
class Around:
    """The parties of a document by place, so that those near a sentence are found at once."""

    hits: Sequence[PartyHit]
    starts: Sequence[int]
    titled: int
    """How many of them stand in the title."""

    @classmethod
    def of(cls, hits: Iterable[PartyHit | ItemHit], title: int) -> "Around":
        """Keep the parties among the hits; ``title`` is the length of the document's title."""
        named = sorted((h for h in hits if isinstance(h, PartyHit)), key=lambda hit: hit.start)
        starts = [hit.start for hit in named]
        return cls(named, starts, bisect_left(starts, title))

    def near(self, start: int, end: int) -> tuple[PartyHit, ...]:
        """Those in the title or within ``AROUND`` code points of ``[start, end)``."""
        first = max(self.titled, bisect_left(self.starts, start - AROUND))
        last = bisect_left(self.starts, end + AROUND)
        return (*self.hits[: self.titled], *self.hits[first:last])


def _remember(states: dict[str, None], hit: PartyHit | ItemHit) -> None:
    """Make a state the last one named; there are few, however long the text is."""
    if isinstance(hit, PartyHit) and _is_state(hit.party):
        states.pop(hit.party, None)
        states[hit.party] = None


def join_designations(text: str, hits: Iterable[PartyHit | ItemHit]) -> list[PartyHit | ItemHit]:
    """Make one mention of a weapon's name and the noun after it ("Leopard 2 battle tanks").

    The name tells the group, except where a gun's or system's name stands before what it fires.
    """
    joined: list[PartyHit | ItemHit] = []
    for hit in hits:
        last = joined[-1] if joined else None
        if (
            isinstance(hit, ItemHit)
            and isinstance(last, ItemHit)
            and (last.designation or hit.designation)
            and text[last.end : hit.start] in (" ", "-", " (")
        ):
            fired = hit.group in FIRED_BY.get(last.group, ())
            group = hit.group if fired or not last.designation else last.group
            name = last.designation or hit.designation
            group = hit.group if hit.designation and not last.designation else group
            joined[-1] = ItemHit(last.start, hit.end, group, False, name)
        elif _one_noun(text, last, hit):
            joined[-1] = replace(hit, start=last.start) if last else hit
        else:
            joined.append(hit)
    return joined


def _one_noun(text: str, last: PartyHit | ItemHit | None, hit: PartyHit | ItemHit) -> bool:
    """Whether two words for goods are one noun, whose last word tells what it is."""
    if not isinstance(last, ItemHit) or not isinstance(hit, ItemHit) or last.weak or hit.weak:
        return False
    return text[last.end : hit.start] == " " and not text[last.start : last.end].endswith("s")


def _share_nouns(text: str, hits: list[PartyHit | ItemHit]) -> list[PartyHit | ItemHit]:
    """ "military and financial support": the first adjective names goods with the shared noun."""
    found: list[PartyHit | ItemHit] = []
    for hit in hits:
        match = shared_adjective(text, hit.start) if isinstance(hit, ItemHit) else None
        if match is not None and isinstance(hit, ItemHit) and not hit.designation:
            words = text[hit.start : hit.end].rpartition(" ")
            whole = f"{match['first']} {words[2]}"
            same = [h for h in matcher().hits(whole) if h.end - h.start == len(whole)]
            start = hit.start - len(match.group())
            if words[0] and same and isinstance(same[0], ItemHit):
                if found and found[-1].start == start:
                    found.pop()
                if not any(h.start <= start < h.end for h in found[-OVERLAPPING:]):
                    found.append(ItemHit(start, start + len(match["first"]), same[0].group))
        found.append(hit)
    return found


def with_references(
    cut: tuple[str, int, int],
    before: dict[str, None],
    inside: list[PartyHit | ItemHit],
) -> tuple[PartyHit | ItemHit, ...]:
    """Add what stands for a state named before ("the isolated autocracy") to a sentence's hits.

    Nobody calls a state by a description in the sentence that names it, so the last other state
    is meant; where there is none, the words stay unresolved. ``before`` holds each state named
    before by its id, the last one named at the end.
    """
    text, start, end = cut
    if not any(isinstance(hit, ItemHit) for hit in inside):
        return tuple(inside)
    found = list(inside)
    named = {hit.party for hit in inside if isinstance(hit, PartyHit)}
    for match in statements("en").reference.finditer(text, start, end):
        if any(hit.start < match.end() and match.start() < hit.end for hit in found):
            continue
        meant = next((party for party in reversed(before) if party not in named), None)
        if meant is not None:
            word = PartyWord(text=match.group(), word_class="reference")
            found.append(PartyHit(match.start(), match.end(), meant, word))
    return tuple(sorted(found, key=lambda hit: hit.start))


def _is_state(party: str) -> bool:
    return party in parties() and parties()[party].kind == "state"


def _day(document: Document) -> str:
    """The day of the report where it is known to the day, else ""."""
    return document.published if len(document.published) == len("2024-01-10") else ""


def _worth(lowered: str, hits: tuple[PartyHit | ItemHit, ...]) -> bool:
    """Whether a sentence, given in lower case, is worth its parse; the cheapest test first.

    Weak and everyday words are worth one between two parties only, and everyday words only
    where something may be handed over: an attack on a fuel depot moves no fuel. Where one party
    is named, as in most news of a bombardment, use alone does not tell of a supply.
    """
    parties_named = {hit.party for hit in hits if isinstance(hit, PartyHit)}
    if not parties_named:
        return False
    goods = [hit for hit in hits if isinstance(hit, ItemHit)]
    firm = any(not hit.weak and hit.group not in EVERYDAY for hit in goods)
    if len(parties_named) < 2:
        return firm and _tells_of_one().found_in(lowered)
    if firm or any(hit.group not in EVERYDAY for hit in goods):
        return _moves().found_in(lowered)
    return (bool(goods) and _hands_over().found_in(lowered)) or _implying().found_in(lowered)
