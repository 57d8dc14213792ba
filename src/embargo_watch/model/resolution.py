"""Hold an official text paragraph by paragraph, so that what we say of it can be checked."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from embargo_watch.model.provision import Vote

Place = Literal["preamble", "operative", "annex"]

_SYMBOL = re.compile(r"S/RES/(\d+) ?\((\d{4})\)")

_NAMED = re.compile(r"\b(\d{1,4}) ?\((19[4-9]\d|20\d\d)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph or sub-paragraph, with its own words and without those of its parts.

    ``number`` is the number of the paragraph it is part of (``8``), ``path`` where it stands:
    ``8(a)(i)``, ``Annex B 6(b)`` or ``preamble 3``. ``annex`` is the annex's letter or numeral,
    "" for the only one. What follows a paragraph's parts without a number of its own has the
    paragraph's path once more.
    """

    number: str
    path: str
    text: str
    place: Place
    annex: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A resolution, or a draft that was not adopted (``vote.failed`` says why; ``number`` 0).

    ``symbol`` is ``S/RES/1718 (2006)`` or a draft's ``S/2023/638``; ``adopted`` the day of the
    vote; ``chapter_seven`` whether the Council acted under Chapter VII of the Charter;
    ``source`` the file it was read from.
    """

    symbol: str
    number: int
    year: int
    adopted: dt.date
    title: str
    meeting: str
    vote: Vote
    paragraphs: tuple[Paragraph, ...]
    annexes: tuple[str, ...] = ()
    chapter_seven: bool = False
    source: str = ""

    @property
    def is_adopted(self) -> bool:
        """Whether the Council adopted it."""
        return not self.vote.failed

    def at(self, path: str) -> tuple[Paragraph, ...]:
        """The paragraph at a path and all its parts, in order; empty where there is none."""
        parts = f"{path}("
        return tuple(
            each for each in self.paragraphs if each.path == path or each.path.startswith(parts)
        )

    def words(self, path: str) -> str:
        """The words of a paragraph with its parts, each part on a line behind its mark."""
        return "\n".join(
            f"{marks(each.path.removeprefix(path))}{each.text}" for each in self.at(path)
        )

    def above(self, path: str) -> str:
        """What stands before a part in the paragraphs that it is part of, a line each."""
        paths = [path[:place] for place, letter in enumerate(path) if letter == "("]
        first = {
            each: next((p.text for p in self.paragraphs if p.path == each), "") for each in paths
        }
        return "\n".join(filter(None, first.values()))


def marks(rest: str) -> str:
    """The last mark of a path, to be set before the words: ``(i) `` of ``(a)(i)``."""
    found = re.findall(r"\([^()]*\)", rest)
    return f"{found[-1]} " if found else ""


def resolutions_named(text: str) -> tuple[str, ...]:
    """The symbols of the resolutions that a text names, such as ``resolution 1718 (2006)``."""
    found = (f"S/RES/{number} ({year})" for number, year in _NAMED.findall(text))
    return tuple(dict.fromkeys(found))


def resolution_number(text: str) -> int:
    """The number of ``S/RES/1718 (2006)``; 0 where the text is no resolution's symbol."""
    found = _SYMBOL.fullmatch(text.strip())
    return int(found.group(1)) if found else 0
