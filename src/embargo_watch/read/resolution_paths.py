"""Find the path of every paragraph (``8(a)(i)``), although drafters number and nest as they like.

The mark decides, not the nesting alone: a mark that follows another of the same depth stands
beside it, one that begins a series stands below, and only else the depth in the XML decides.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from embargo_watch.model.resolution import Paragraph, Place
from embargo_watch.read.resolution_blocks import Block

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv",
          "xv", "xvi", "xvii", "xviii", "xix", "xx")  # fmt: skip
_ANNEX = re.compile(r"[“\"]?annex\b(?:\s+([a-z]|[ivx]+|\d+)(?=$|[\s:.,—–-]))?", re.IGNORECASE)
_LATE_ANNEX = re.compile(r"[“\"]?(?:designation )?annex\b", re.IGNORECASE)
_TOP = re.compile(r"\d{1,3}")
_SUB = re.compile(r"\(?([A-Za-z]{1,6}|\d{1,2})\)?")
_INLINE = re.compile(
    r"(?:(?<=[:;,.] )|(?<=[;,] and )|(?<=[;,] or )|^)\(([a-z]{1,4})\) (?=[^\s,;.)(])"
)
_NO_MARK = re.compile(r"(?:and|or|above|below|of|to|through)\b")
_SENTENCE_END = (".", ";", ":", ",", "”", "and", "or")
_HEADING_WORDS = 12
_ATTACHED = re.compile(r"attachment|appendix", re.IGNORECASE)
_SEIZED = re.compile(r"remains? (?:actively )?seized of th|keep the matter under")
_RULE = re.compile(r"[-_–—*\s]*")


@dataclass(frozen=True, slots=True)
class _Level:
    mark: str
    depth: int


def numbered(found: Iterable[Block]) -> list[Block]:
    """Give the operative paragraphs back the numbers that were lost in an automatic list.

    Unnumbered blocks get numbers only where as many are missing from the count.
    """
    every = [block for block in found if not _is_heading(block)]
    if not any(_TOP.fullmatch(block.mark) for block in every if not block.depth):
        return [replace(block, mark=str(n)) for n, block in enumerate(every, start=1)]
    lost: list[int] = []
    last = 0
    for place, block in enumerate(every):
        if not block.depth and _TOP.fullmatch(block.mark):
            number = int(block.mark)
            if lost and number - last - 1 == len(lost):
                for offset, index in enumerate(lost, start=1):
                    every[index] = replace(every[index], mark=str(last + offset))
            last, lost = number, []
        elif not block.mark and not block.depth:
            lost.append(place)
    return every


def _is_heading(block: Block) -> bool:
    if block.heading or _RULE.fullmatch(block.text):
        return block.heading or not block.mark
    short = len(block.text.split()) <= _HEADING_WORDS
    return (
        (not block.mark or block.mark.isupper())
        and short
        and not block.text.endswith(_SENTENCE_END)
    )


def split_annex(found: list[Block]) -> tuple[list[Block], list[Block]]:
    """The operative blocks, and those of an annex that follows them in the same body.

    An annex has a heading of its own, or stands behind the closing words without a number.
    """
    for place, block in enumerate(found):
        if block.heading and _LATE_ANNEX.match(block.text):
            return found[:place], found[place:]
        if _SEIZED.search(block.text) and not _goes_on(found, place):
            return found[: place + 1], found[place + 1 :]
    return found, []


def _goes_on(found: list[Block], place: int) -> bool:
    after = found[place + 1 : place + 2]
    return any(_TOP.fullmatch(block.mark) for block in after)


def out_of_preamble(lines: list[str], main: list[Block]) -> tuple[list[str], list[Block]]:
    """Move the first operative paragraphs out of the preamble's last line where they got lost."""
    first = next((int(block.mark) for block in main if _TOP.fullmatch(block.mark)), 1)
    if first == 1 or not lines:
        return lines, main
    rest = lines[-1]
    moved: list[Block] = []
    for number in range(first - 1, 0, -1):
        rest, found, text = rest.rpartition(f" {number}. ")
        if not found:
            return lines, main
        moved.insert(0, Block(mark=str(number), text=text, depth=0))
    return [*lines[:-1], rest], [*moved, *main]


def operative(found: Iterable[Block]) -> Iterator[Paragraph]:
    """The operative paragraphs with their parts."""
    return _Walk("operative").over(found)


def annexes(found: Iterable[Block]) -> Iterator[Paragraph]:
    """The paragraphs of all annexes; a heading such as ``Annex B`` begins one.

    What is attached to an annex counts from 1 again and is an annex of its own.
    """
    walk = _Walk("annex")
    part: list[Block] = []
    for block in found:
        named = _annex(block, walk.annex) if block.heading else None
        if named is not None:
            yield from walk.over(part)
            part, walk = [], _Walk("annex", named)
        part.append(block)
    yield from walk.over(part)


def _annex(block: Block, within: str) -> str | None:
    """The name of the annex that a heading begins; None where it begins none."""
    if _ATTACHED.fullmatch(block.text):
        return f"{within} {block.text.lower()}".strip()
    named = _ANNEX.match(block.text)
    if not named or (within and named.group(1) is None):
        return None
    return (named.group(1) or "").upper()


class _Walk:
    """Keeps the marks that lead to the block in hand."""

    def __init__(self, place: Place, annex: str = "") -> None:
        self.place = place
        self.annex = annex
        self._head = " ".join(filter(None, ("Annex", annex))) if place == "annex" else ""
        self._number = ""
        self._levels: list[_Level] = []

    def over(self, found: Iterable[Block]) -> Iterator[Paragraph]:
        for block in found:
            for part in _inline_parts(block):
                self._step(part)
                if part.text or part.mark:
                    yield self._paragraph(part)

    def _step(self, block: Block) -> None:
        mark = block.mark
        if not mark or mark in ("•", "–", "-"):
            if not block.depth:
                self._levels = []
        elif self._is_top(mark):
            self._number, self._levels = mark, []
        else:
            self._below(mark.strip("()"), block.depth)

    def _is_top(self, mark: str) -> bool:
        """Annexes number their parts with capital letters, too, when no bracket stands around.

        In the operative part a number that goes back counts something within a paragraph.
        """
        if _TOP.fullmatch(mark):
            last = self._number if self.place == "operative" else ""
            return not last.isdigit() or int(mark) > int(last)
        if not _SUB.fullmatch(mark):
            return True
        return self.place == "annex" and mark.isupper()

    def _below(self, mark: str, depth: int) -> None:
        levels = self._levels
        order = sorted(range(len(levels)), key=lambda n: (levels[n].depth != depth, -n))
        for place in order:
            if _follows(levels[place].mark, mark) and not (
                mark == "i" and depth > levels[place].depth
            ):
                self._levels = [*levels[:place], _Level(mark, depth)]
                return
        if mark not in ("a", "i", "A", "1", "aa"):
            levels = [level for level in levels if level.depth < depth]
        self._levels = [*levels, _Level(mark, depth)]

    def _paragraph(self, block: Block) -> Paragraph:
        tail = self._number + "".join(f"({level.mark})" for level in self._levels)
        return Paragraph(
            number=self._number,
            path=" ".join(filter(None, (self._head, tail))),
            text=block.text,
            place=self.place,
            annex=self.annex,
        )


def _follows(before: str, mark: str) -> bool:
    """Whether a mark is the next one of a series: c after b, iv after iii, 2 after 1."""
    if before in _ROMAN and mark in _ROMAN and _ROMAN.index(mark) == _ROMAN.index(before) + 1:
        return True
    if before.isdigit() and mark.isdigit():
        return int(mark) == int(before) + 1
    if len(before) == len(mark) == 1:
        return ord(mark) == ord(before) + 1
    return before == "z" and mark == "aa"


def _inline_parts(block: Block) -> list[Block]:
    """Cut ``…: (a) …; (b) …`` within one paragraph's words into its parts."""
    starts = list(_series(block.text))
    if block.heading or len(starts) < 2:
        return [block]
    parts = [replace(block, text=block.text[: starts[0][0]].strip())]
    ends = [start for start, _ in starts[1:]] + [len(block.text)]
    for (start, mark), end in zip(starts, ends, strict=True):
        text = block.text[start + len(mark) + 2 : end].strip()
        parts.append(Block(mark=f"({mark})", text=text, depth=block.depth + 1))
    return parts


def _series(text: str) -> Iterator[tuple[int, str]]:
    expected = {"a", "i"}
    for found in _INLINE.finditer(text):
        mark = found.group(1)
        if mark in expected and not _NO_MARK.match(text, found.end()):
            yield found.start(), mark
            expected = {m for m in (*_ROMAN, *map(chr, range(97, 123))) if _follows(mark, m)}
