"""Read the attributions of PolNeAR: who is said to say what, with the words that link them.

A text stands beside files of annotations (brat's stand-off form), one an annotator. The mapping is
written down in README.md beside this file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_SPANS = re.compile(r"(?P<id>T\d+)\t(?P<kind>[\w-]+) (?P<spans>[\d ;]+)\t")
_LINKS = re.compile(r"E\d+\t(?P<links>.+)")

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Half-open character offsets; words that a text interrupts are several stretches."""

    sources: tuple[tuple[Stretch, ...], ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its attributions by one annotator."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


def texts(folder: Path) -> Iterator[Annotated]:
    """Yield the texts of a part of PolNeAR, each with the annotator first by name.

    Raises FileNotFoundError where the folder has no ``text`` and ``attributions``.
    """
    notes = sorted((folder / "attributions").iterdir())
    for path in sorted((folder / "text").glob("*.txt")):
        own = [note for note in notes if note.name.startswith(path.stem + "_")]
        if own:
            text = path.read_bytes().decode("utf-8")
            lines = own[0].read_text(encoding="utf-8").split("\n")
            yield Annotated(path.stem, text, tuple(attributions(lines)))


def attributions(lines: list[str]) -> Iterator[Attribution]:
    """Yield the attributions of one file that have a cue and a content."""
    spans: dict[str, tuple[Stretch, ...]] = {}
    for line in lines:
        if match := _SPANS.match(line):
            parts = (part.split() for part in match["spans"].split(";"))
            spans[match["id"]] = tuple((int(start), int(end)) for start, end in parts)
    for line in lines:
        if match := _LINKS.fullmatch(line):
            held: dict[str, list[tuple[Stretch, ...]]] = {}
            for link in match["links"].split():
                role, _, name = link.partition(":")
                held.setdefault(role.rstrip("0123456789"), []).append(spans[name])
            if "Cue" in held and "Content" in held:
                content = tuple(stretch for part in held["Content"] for stretch in part)
                cue = tuple(stretch for part in held["Cue"] for stretch in part)
                yield Attribution(tuple(held.get("Source", ())), cue, content)
