"""Cut text into the word pieces that the encoder knows, each with the word that it belongs to.

The scheme is BERT's: lower case, no accents, every punctuation mark a word of its own, then the
longest known piece from the left.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

WORDS = re.compile(r"[^\W_]+|\S")
LONGEST = 100
"""Code points beyond which a word is taken as unknown."""

UNKNOWN = "[UNK]"
FIRST = "[CLS]"
LAST = "[SEP]"


@dataclass(frozen=True, slots=True)
class Pieces:
    """Piece ids with the half-open offsets of their words; the marks at the ends have (0, 0)."""

    ids: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def within(self, start: int, end: int) -> list[int]:
        """The positions of the pieces whose words overlap ``[start, end)``."""
        return [
            position
            for position, (first, last) in enumerate(self.places)
            if first < end and last > start
        ]


def pieces(
    text: str, ranges: Iterable[tuple[int, int]], vocabulary: Mapping[str, int], most: int
) -> Pieces:
    """Cut the ranges of a text into at most ``most`` pieces, the marks at both ends among them."""
    ids, places = [vocabulary[FIRST]], [(0, 0)]
    for start, end in ranges:
        for match in WORDS.finditer(text, start, end):
            for piece in _word(match.group(), vocabulary):
                if len(ids) >= most - 1:
                    break
                ids.append(piece)
                places.append(match.span())
    return Pieces((*ids, vocabulary[LAST]), (*places, (0, 0)))


def _word(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    plain = _plain(word)
    return _cut(plain, vocabulary) or ([vocabulary[UNKNOWN]] if plain else [])


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(mark for mark in decomposed if unicodedata.category(mark) != "Mn")


def _cut(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """The ids of the longest pieces from the left; none where a part of the word is unknown."""
    if len(word) > LONGEST:
        return []
    found = []
    start = 0
    while start < len(word):
        end = len(word)
        mark = "##" if start else ""
        while end > start and mark + word[start:end] not in vocabulary:
            end -= 1
        if end == start:
            return []
        found.append(vocabulary[mark + word[start:end]])
        start = end
    return found
