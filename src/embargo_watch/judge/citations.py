"""Follow citations as lawyers write them, to the paragraph of the official text they mean.

Two hands are read: our own short form (``2776 OP39-43; 2806 OP41-45``) and the Council's
(``paragraphs 5 (a) and 7 of resolution 1718 (2006)``).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from embargo_watch.model.resolution import Resolution, resolution_number, resolutions_named

_MARK = r"\(\s?(?:[a-z]|aa|bb|cc|[ivx]{2,5})\s?\)"
_OURS = re.compile(
    rf"(?P<number>\d{{3,4}})(?: \(\d{{4}}\))? OP(?=\d)"
    rf"|(?P<annex>annex)\b(?: (?P<letter>[A-Z]|[IVX]+)\b)?(?: para(?:graph)?s?\.?)?"
    rf"|(?:(?<![\w/.])|(?<=OP))(?P<top>\d{{1,3}})(?![\d/])(?P<marks>(?:\s?{_MARK})*)"
    rf"(?:\s?[-–]\s?(?P<end>\d{{1,3}}(?!\d)|{_MARK}))?"
    rf"|(?P<words>\([^()+]*\b20\d\d\b[^()]*\)|\b(?:19|20)\d\d\b|[A-Z]\d)",
    re.IGNORECASE,
)
_ITEM = rf"(?:\d{{1,3}}(?:\s?{_MARK})*|{_MARK}(?:\s?{_MARK})*)"
_SEPARATOR = r"\s*(?:,\s*(?:and|or)?|and|or|to|through|[-–])\s*"
_THEIRS = re.compile(
    rf"(?:sub-?)?paragraphs?\s+(?P<items>{_ITEM}(?:{_SEPARATOR}{_ITEM})*)"
    r"(?:\s+of\s+annex\s+(?P<annex>[A-Z]))?"
    r"(?:\s*,?\s*(?:of|in)\s+(?:its\s+|the\s+|Security\s+Council\s+|United\s+Nations\s+)*"
    r"(?:(?:resolutions?\s+)?(?P<number>\d{3,4})\s?\(\d{4}\)|resolution\s+(?P<bare>\d{4})\b))?",
    re.IGNORECASE,
)
_PART = re.compile(rf"(?P<sep>{_SEPARATOR})?(?P<top>\d{{1,3}})?(?P<marks>(?:\s?{_MARK})*)")
_LOOSE = re.compile(r"[\s()]+")
_NUMBER = re.compile(r"\d+")
PLAIN = str.maketrans({"\u2011": "-", "\u2010": "-", "\u2013": "-", "\u00a0": " ", "’": "'",
                       "\u200e": None, "\u00ad": None})  # fmt: skip
_BARE = re.compile(r"\bresolution (\d{3,4})\b")
_LONGEST_RANGE = 60
_DEPTH = 3
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")


@dataclass(frozen=True, slots=True)
class Cited:
    """A paragraph by its resolution's number and its path; path "" is the whole resolution."""

    number: int
    path: str


class Library:
    """The official texts at hand, found by number; drafts that were not adopted are left out."""

    def __init__(self, texts: Iterable[Resolution]) -> None:
        """Keep the adopted ones."""
        self.texts = tuple(text for text in texts if text.is_adopted)

    @cached_property
    def _by_number(self) -> Mapping[int, Resolution]:
        return {text.number: text for text in self.texts}

    def number(self, number: int) -> Resolution | None:
        """The resolution of that number, None where there is no text of it."""
        return self._by_number.get(number)

    def symbol(self, symbol: str) -> Resolution | None:
        """The resolution of that symbol, None where number and year do not both agree."""
        found = self.number(resolution_number(symbol))
        return found if found and found.symbol == symbol else None

    def has(self, cited: Cited) -> bool:
        """Whether the paragraph, or the whole annex, is there."""
        return bool(self.own_words(cited))

    def own_words(self, cited: Cited) -> str:
        """The paragraph's words with its parts; "" where there is none."""
        text = self.number(cited.number)
        if text is None:
            return ""
        if cited.path.startswith("Annex") and not _NUMBER.search(cited.path):
            letter = cited.path.removeprefix("Annex").strip()
            every = (each.text for each in text.paragraphs if each.place == "annex")
            inside = (p.text for p in text.paragraphs if p.place == "annex" and p.annex == letter)
            return "\n".join(inside if letter else every)
        return text.words(cited.path)

    def words(self, cited: Cited) -> str:
        """The paragraph with its parts and with what stands before it in the paragraph above."""
        text = self.number(cited.number)
        if text is None:
            return ""
        return f"{text.above(cited.path)}\n{self.own_words(cited)}".translate(PLAIN)

    def with_references(self, cited: Cited) -> str:
        """The words of a paragraph and of those that it refers to, and they in turn."""
        seen: dict[Cited, str] = {}
        self._gather(cited, seen, _DEPTH)
        return "\n".join(seen.values())

    def reached(self, cited: Cited) -> tuple[Cited, ...]:
        """A paragraph and all that it leads to by its references."""
        seen: dict[Cited, str] = {}
        self._gather(cited, seen, _DEPTH)
        return tuple(seen)

    def _gather(self, cited: Cited, seen: dict[Cited, str], depth: int) -> None:
        if cited in seen:
            return
        seen[cited] = self.words(cited)
        if depth:
            for other in references(seen[cited], cited):
                self._gather(other, seen, depth - 1)


def our_citations(text: str, number: int) -> tuple[Cited, ...]:
    """The paragraphs that the ``paragraph`` field of a provision or change of ours names.

    Args:
        text: such as ``8(a)(i)``, ``6-7, 9``, ``Annex B para 4``, ``687 OP8-10; 707 OP3(f)``.
        number: of the resolution that is meant where the text names none.
    """
    found: list[Cited] = []
    head = ""
    for part in _OURS.finditer(text):
        if part["number"]:
            number, head = int(part["number"]), ""
        elif part["annex"]:
            head = f"Annex {(part['letter'] or '').upper()}".strip()
            found.append(Cited(number, head))
        elif part["top"]:
            paths = _range(part["top"], part["marks"], part["end"] or "")
            if head and found and found[-1] == Cited(number, head):
                found.pop()
            found += [Cited(number, f"{head} {path}".strip()) for path in paths]
    return tuple(dict.fromkeys(found))


def references(text: str, at: Cited) -> tuple[Cited, ...]:
    """The paragraphs that an official text, standing at ``at``, refers to by number."""
    found: list[Cited] = []
    for said in _THEIRS.finditer(text.translate(PLAIN)):
        number = int(said["number"] or said["bare"] or at.number)
        head = f"Annex {said['annex'].upper()}" if said["annex"] else ""
        own = _NUMBER.match(at.path) if number == at.number else None
        for path in _listed(said["items"], own.group() if own else ""):
            found.append(Cited(number, f"{head} {path}".strip()))
    return tuple(dict.fromkeys(found))


def named(text: str) -> frozenset[int]:
    """The numbers of the resolutions that an official text names, with their year or without."""
    bare = {int(number) for number in _BARE.findall(text)}
    return frozenset(bare | {resolution_number(symbol) for symbol in resolutions_named(text)})


def _listed(items: str, own: str) -> Iterator[str]:
    """The paths of ``5 (a), 7 and 9 to 11``; a part without a number is one of ``own``."""
    last = ""
    for part in _PART.finditer(items):
        top, marks = part["top"] or "", _LOOSE.sub(" ", part["marks"] or "").split()
        if not top and not marks:
            continue
        top = top or (_NUMBER.match(last).group() if _NUMBER.match(last) else own)  # type: ignore[union-attr]
        through = (part["sep"] or "").strip() in ("to", "through", "-")
        if through and last and not marks and _NUMBER.fullmatch(last):
            yield from _range(str(int(last) + 1), "", top)
        elif top:
            yield top + "".join(f"({mark})" for mark in marks)
        last = top + "".join(f"({mark})" for mark in marks)


def _range(top: str, marks: str, end: str) -> list[str]:
    """``7-9`` as three paths and ``8(a)-(c)`` as three; one path where there is no end."""
    named = "".join(f"({mark})" for mark in _LOOSE.sub(" ", marks).split())
    last = _LOOSE.sub("", end)
    if last.isdigit() and int(top) <= int(last) <= int(top) + _LONGEST_RANGE:
        return [f"{top}{named}", *(str(n) for n in range(int(top) + 1, int(last) + 1))]
    if last.isalpha() and named:
        before, _, first = named[:-1].rpartition("(")
        return [f"{top}{before}({mark})" for mark in _between(first, last.lower())]
    return [f"{top}{named}"]


def _between(first: str, last: str) -> list[str]:
    """The marks from one to another: ``a`` to ``c``, ``ii`` to ``iv``."""
    series = _ROMAN if first in _ROMAN and last in _ROMAN else _LETTERS
    if first not in series or last not in series:
        return [first]
    return list(series[series.index(first) : series.index(last) + 1])
