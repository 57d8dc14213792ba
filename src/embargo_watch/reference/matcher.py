"""Find every known word of a text in one pass, so that most texts are never parsed.

An Aho-Corasick automaton holds the words of parties and items and the words that stand for
nobody; the longest match at the leftmost place wins, so ``tank top`` hides ``tank``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from embargo_watch.model.item import Designation
from embargo_watch.model.party import PartyWord
from embargo_watch.reference.items import designations, item_blockers, item_groups
from embargo_watch.reference.parties import blockers, in_office, party_words


@dataclass(frozen=True, slots=True)
class PartyHit:
    """Words that stand for a party: offsets are half-open code points of the text."""

    start: int
    end: int
    party: str
    word: PartyWord


@dataclass(frozen=True, slots=True)
class ItemHit:
    """Words that name goods; ``weak`` words do so only as what a transfer moves."""

    start: int
    end: int
    group: str
    weak: bool = False
    designation: str = ""
    needs_context: bool = False


@dataclass(frozen=True, slots=True)
class _Pattern:
    text: str
    cased: bool
    party: tuple[str, PartyWord] | None = None
    item: tuple[str, bool] | None = None
    designation: Designation | None = None

    def fits(self, words: str, on: str) -> bool:
        """Whether the pattern counts for these words on this day."""
        if self.cased and words != self.text:
            return False
        return self.party is None or in_office(self.party[1], on)


class Matcher:
    """The automaton over all words, and a smaller one over the words for goods alone."""

    def __init__(self, patterns: list[_Pattern], goods: list[str]) -> None:
        table: dict[str, list[_Pattern]] = {}
        for pattern in patterns:
            table.setdefault(pattern.text.lower(), []).append(pattern)
        self._keys = list(table)
        self._table = [tuple(table[key]) for key in self._keys]
        self._all = AhoCorasick(self._keys, matchkind=MatchKind.LeftmostLongest)
        self._goods = AhoCorasick(sorted(set(goods)), matchkind=MatchKind.Standard)

    def may_name_goods(self, lowered: str) -> bool:
        """Whether a lower-cased text holds the letters of any word for goods: a first sieve."""
        return bool(self._goods.find_matches_as_indexes(lowered))

    def hits(self, text: str, on: str = "") -> Iterator[PartyHit | ItemHit]:
        """Yield what stands in the text, from left to right, without overlaps.

        ``on`` is the ISO day of the report ("" where unknown): a leader's name stands for a state
        only while in office.
        """
        lowered = lower_in_place(text)
        for index, start, end in self._all.find_matches_as_indexes(lowered):
            yield from self._hits_at(text, lowered, (index, start, end), on)

    def _hits_at(
        self, text: str, lowered: str, match: tuple[int, int, int], on: str
    ) -> Iterator[PartyHit | ItemHit]:
        """The hit of one match, or of the shorter words within it where it does not count."""
        index, start, end = match
        if _whole_words(lowered, start, end):
            for pattern in self._table[index]:
                if pattern.fits(text[start:end], on):
                    hit = _hit(pattern, start, end)
                    if hit is not None:
                        yield hit
                    return
        shorter = lowered[start : end - 1]
        for inner, first, last in self._all.find_matches_as_indexes(shorter):
            yield from self._hits_at(text, lowered, (inner, start + first, start + last), on)


def lower_in_place(text: str) -> str:
    """Lower-case a text without moving an offset (``İ`` has a longer lower-case form)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _whole_words(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after


def _hit(pattern: _Pattern, start: int, end: int) -> PartyHit | ItemHit | None:
    if pattern.party:
        return PartyHit(start, end, *pattern.party)
    if pattern.designation:
        known = pattern.designation
        return ItemHit(start, end, known.group, False, known.name, known.needs_context)
    if pattern.item:
        return ItemHit(start, end, *pattern.item)
    return None


def plural(word: str) -> str:
    """The regular plural of an item's word (``battery`` -> ``batteries``)."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word + "s"


@cache
def matcher() -> Matcher:
    """Build the automaton from the reference data, once a process."""
    patterns: list[_Pattern] = [_Pattern(text, False) for text in item_blockers()]
    patterns += [_Pattern(text, False) for text in blockers()]
    for word, party in party_words():
        patterns.append(_Pattern(word.text, word.cased, party=(party.id, word)))
    goods: list[str] = []
    for known in designations():
        for form in known.forms:
            patterns.append(_Pattern(form, known.needs_context, designation=known))
            goods.append(form.lower())
    for group in item_groups().values():
        for weak, words in ((False, group.words), (True, group.weak)):
            for word_text in words:
                for form in (word_text, plural(word_text)):
                    patterns.append(_Pattern(form, False, item=(group.id, weak)))
                goods.append(word_text.lower())
    return Matcher(patterns, goods)
