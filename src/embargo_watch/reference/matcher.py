"""Find every known word of a text in one pass, so that most texts are never parsed.

An Aho-Corasick automaton holds the words of parties and items and the words that stand for
nobody; the longest match at the leftmost place wins, so ``tank top`` hides ``tank``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from embargo_watch.model.item import Designation
from embargo_watch.model.party import PartyWord
from embargo_watch.reference.items import designations, item_blockers, item_groups
from embargo_watch.reference.parties import blockers, in_office, party_words
from embargo_watch.reference.spelling import spelling

_QUICK = Implementation.ContiguousNFA
"""Scans a third quicker than what is chosen without a word, and is built as fast."""


BESIDE = 600
"""Code points within which a state is named beside words that stand for a group only then."""


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


class WordScan:
    """Whether a text holds any of some words, whole: an alternation of a regex, but quicker."""

    def __init__(self, words: Iterable[str]) -> None:
        kept = sorted({word.lower() for word in words})
        self._scan = AhoCorasick(kept, MatchKind.Standard, implementation=_QUICK)

    def found_in(self, lowered: str) -> bool:
        """Whether a word stands in a lower-cased text between what are word boundaries to `re`."""
        matches = self._scan.find_matches_as_indexes(lowered, overlapping=True)
        return any(_at_boundaries(lowered, start, end) for _, start, end in matches)


class Matcher:
    """The automaton over all words, and a smaller one over the words for goods alone."""

    def __init__(self, patterns: list[_Pattern]) -> None:
        table: dict[str, list[_Pattern]] = {}
        for pattern in patterns:
            table.setdefault(pattern.text.lower(), []).append(pattern)
        self._table = [tuple(known) for known in table.values()]
        self._all = AhoCorasick(list(table), MatchKind.Standard, implementation=_QUICK)
        goods = sorted({p.text.lower() for p in patterns if p.item or p.designation})
        self._goods = AhoCorasick(goods, MatchKind.Standard, implementation=_QUICK)

    def may_name_goods(self, lowered: str) -> bool:
        """Whether a lower-cased text holds any word for goods: a first sieve."""
        matches = self._goods.find_matches_as_indexes(lowered, overlapping=True)
        return any(_whole_words(lowered, start, end) for _, start, end in matches)

    def hits(self, text: str, on: str = "") -> list[PartyHit | ItemHit]:
        """Return what stands in the text, from left to right, without overlaps.

        ``on`` is the ISO day of the report ("" where unknown): a leader's name stands for a state
        only while in office. A word counts only whole and as it is written, so that letters within
        others ("fired rockets" holds ``red rocket``) hide nothing.
        """
        lowered = lower_in_place(text)
        whole = [
            (start, -end, index)
            for index, start, end in self._all.find_matches_as_indexes(lowered, overlapping=True)
            if _whole_words(lowered, start, end)
        ]
        whole.sort()
        found: list[PartyHit | ItemHit] = []
        free = 0
        for start, before, index in whole:
            end = -before
            if start < free:
                continue
            words = text[start:end]
            pattern = next((known for known in self._table[index] if known.fits(words, on)), None)
            if pattern is None:
                continue
            free = end
            hit = _hit(pattern, start, end)
            if hit is not None:
                found.append(hit)
        return _in_context(found)


def lower_in_place(text: str) -> str:
    """Lower-case a text without moving an offset (``İ`` has a longer lower-case form)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _at_boundaries(text: str, start: int, end: int) -> bool:
    """What ``\\b`` says on both sides of words that begin and end with a letter or a digit."""
    before = start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_")
    return not before and not (end < len(text) and (text[end].isalnum() or text[end] == "_"))


def _whole_words(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after


def _in_context(hits: list[PartyHit | ItemHit]) -> list[PartyHit | ItemHit]:
    """Leave out words that stand for a group only beside a state ("gangs") where none is near."""
    loose = [hit for hit in hits if isinstance(hit, PartyHit) and hit.word.beside]
    if not loose:
        return hits
    named = [hit for hit in hits if isinstance(hit, PartyHit) and not hit.word.beside]
    alone = {
        hit.start
        for hit in loose
        if not any(
            hit.word.beside == other.party and abs(hit.start - other.start) < BESIDE
            for other in named
        )
    }
    return [hit for hit in hits if hit.start not in alone]


def _hit(pattern: _Pattern, start: int, end: int) -> PartyHit | ItemHit | None:
    if pattern.party:
        return PartyHit(start, end, *pattern.party)
    if pattern.designation:
        known = pattern.designation
        return ItemHit(start, end, known.group, False, known.name, known.needs_context)
    if pattern.item:
        return ItemHit(start, end, *pattern.item)
    return None


@cache
def matcher() -> Matcher:
    """Build the automaton from the reference data, once a process."""
    patterns: list[_Pattern] = [_Pattern(text, False) for text in item_blockers()]
    patterns += [_Pattern(text, False) for text in blockers()]
    for word, party in party_words():
        patterns.append(_Pattern(word.text, word.cased, party=(party.id, word)))
    plural = spelling("en").plural
    for known in designations():
        for form in known.forms:
            patterns.append(_Pattern(form, known.needs_context, designation=known))
    for group in item_groups().values():
        for weak, words in ((False, group.words), (True, group.weak)):
            for word_text in words:
                for form in (word_text, plural(word_text)):
                    patterns.append(_Pattern(form, False, item=(group.id, weak)))
    return Matcher(patterns)
