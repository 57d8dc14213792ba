"""Tell the page around a story from the story, so that no claim is read out of a menu.

Marked lines stay in the text: every offset holds, and whoever doubts a mark can look.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from embargo_watch.model.spans import Span
from embargo_watch.reference.furniture import Furniture, furniture

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_EDGES = " \t\xa0*•·|>»«-–—:.!…▶►▸→←✕×#=_~[]()"
_OPENING_CHARS = 60
_PARAGRAPH_CHARS = 80
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_ENDING_CHARS = 8
"""How far from the end of a line a sentence's full stop may stand, before quotes and brackets."""
_CRUMBS = re.compile(r"\s(?:[>»|/•·›])\s")
_MENU_WORDS = 3
_MENU_CHARS = 40
_MENU_LINES = 4
"""So many short lines in a row are a menu; two or three may be a headline in pieces."""
_STORY_PARAGRAPHS = 2
_TALLY = re.compile(r"\s*\(?\d+\)?$")
"""The count after a heading ("Comments (12)"); one before it is a counter in the share bar."""
_COUNT = re.compile(r"^\d[\d,.]*k?\s+(?:comments?|shares?|views?|likes?|replies|retweets?)$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text that is not blank, without the space around it, and how it compares."""

    span: Span
    plain: str
    words: int
    is_sentence: bool
    """Whether it ends as a sentence does."""

    @property
    def is_paragraph(self) -> bool:
        """Whether it is running text: long, and ending as a sentence does."""
        return self.is_sentence and len(self.span.text) >= _PARAGRAPH_CHARS


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank."""
    found = []
    for match in _LINE.finditer(text):
        shown = match.group().strip()
        if not shown:
            continue
        start = match.start() + match.group().index(shown[0])
        plain = shown.strip(_EDGES).casefold().replace("’", "'")
        ending = _SENTENCE_END.search(shown, max(0, len(shown) - _ENDING_CHARS))
        span = Span(start, start + len(shown), shown)
        found.append(Line(span, plain, plain.count(" ") + 1, ending is not None))
    return found


def furniture_of(lines: Sequence[Line]) -> tuple[Span, ...]:
    """The lines that belong to the page, in the order of the text."""
    words = furniture("en")
    marked = {place for place, line in enumerate(lines) if is_furniture(line, words)}
    marked |= set(_lists(lines, words)) | set(_menus(lines)) | set(_talk(lines, words))
    return tuple(lines[place].span for place in sorted(marked))


def is_furniture(line: Line, words: Furniture) -> bool:
    """Whether a line shows by its own words that it is none of the story's."""
    plain = line.plain
    if not plain or plain in words.lines or _COUNT.match(plain):
        return True
    if line.words > words.max_words:
        return False
    if line.span.text[:_OPENING_CHARS].casefold().startswith(words.openings):
        return True
    short = line.words <= 2 * _MENU_WORDS and not line.is_sentence
    return short and (plain.endswith(words.endings) or _is_crumbs(line))


def story_of(text: str, furniture_spans: Sequence[Span]) -> str:
    """The text with its furniture blanked out, so that offsets stay the same."""
    parts = []
    at = 0
    for span in furniture_spans:
        parts += [text[at : span.start], " " * (span.end - span.start)]
        at = span.end
    return "".join([*parts, text[at:]])


def _is_crumbs(line: Line) -> bool:
    """A trail or a row of links: "Home > World > Europe"."""
    parts = _CRUMBS.split(line.span.text)
    return len(parts) > 2 and all(len(part.split()) <= _MENU_WORDS for part in parts)


def _lists(lines: Sequence[Line], words: Furniture) -> Iterator[int]:
    """The short lines under "Related articles", up to the next paragraph."""
    listing = False
    for place, line in enumerate(lines):
        if line.plain in words.list_heads:
            listing = True
        elif line.is_sentence or ":" in line.span.text:
            listing = False
        elif listing:
            yield place


def _menus(lines: Sequence[Line]) -> Iterator[int]:
    """Runs of lines of a few words each without a sentence among them."""
    run: list[int] = []
    for place, line in enumerate(lines):
        if _is_menu_item(line):
            run.append(place)
            continue
        if len(run) >= _MENU_LINES:
            yield from run
        run = []
    if len(run) >= _MENU_LINES:
        yield from run


def _is_menu_item(line: Line) -> bool:
    short = line.words <= _MENU_WORDS and len(line.span.text) <= _MENU_CHARS
    return short and not line.is_sentence


def _talk(lines: Sequence[Line], words: Furniture) -> Iterator[int]:
    """What readers say under the story: everything after "Comments", once there was a story."""
    paragraphs = 0
    talking = False
    for place, line in enumerate(lines):
        if talking:
            yield place
            continue
        paragraphs += line.is_paragraph
        if paragraphs >= _STORY_PARAGRAPHS and len(line.plain) <= _MENU_CHARS:
            talking = _TALLY.sub("", line.plain) in words.comment_heads
