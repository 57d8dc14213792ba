"""Read plain text as people paste it: a story with pieces of its page still around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from embargo_watch.model.capture import Capture
from embargo_watch.model.document import Document
from embargo_watch.model.spans import Span
from embargo_watch.read.credit import credit_of, is_credit
from embargo_watch.read.dates import published
from embargo_watch.read.encoding import Unreadable, decoded
from embargo_watch.read.furniture import Line, furniture_of, lines_of, story_of
from embargo_watch.read.language import language_of
from embargo_watch.reference.publishers import publisher_named

MAX_TITLE_CHARS = 250
_HEAD_LINES = 8
_FOOT_LINES = 4
_STAMP = re.compile(
    r"^\W*(?:first\s+)?(?:published|posted|updated|last updated|last modified|date|dated|issued)"
    r"(?:\s+(?:on|at))?\s*:?\s*(.{6,60})$",
    re.I,
)
_ONLY_DATE = re.compile(
    r"^\W*(?:[A-Z][a-z]+day,?\s+)?(?:\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\.?,?\s+\d{4}"
    r"|[A-Z][a-z]+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})(?:[\s,|·-]+\d{1,2}[:.]\d\d.*)?\W*$"
)
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z.’'\- ]{2,40}(?:[,/]\s*[A-Z][\w.’' ]{1,30})?"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)?),\s+"
    r"(?P<date>(?:[A-Z][a-z]+day,?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)"
    r"(?:,?\s+\d{4})?)\s*(?:\([^)]{2,40}\)|/[^/]{2,30}/)?\s*(?:[-–—:]|\.\s*/)"
)
_HEADING = re.compile(r"^(?:title|headline|subject)\s*:\s*", re.I)


@dataclass(frozen=True, slots=True)
class Story:
    """What the lines of a text show: furniture, title, credit and the words of a date."""

    furniture: tuple[Span, ...]
    title: str
    credit: str
    dateline: str
    plain: str
    """The text with its furniture blanked out; offsets are those of the text."""


def read_text(capture: Capture) -> Document:
    """Read a plain text; its words are kept exactly as decoded.

    Raises:
        Unreadable: the bytes are no text, or hold none but page furniture.
    """
    text = decoded(capture.content)
    story = story_in(text)
    given = capture.given
    date = published(
        given=given.get("published", ""),
        url=given.get("url", ""),
        dateline=story.dateline,
        text=story.plain,
    )
    return Document(
        blob=capture.blob,
        entry=capture.entry,
        source=capture.source,
        text=text,
        title=given.get("title", "") or story.title,
        publisher=given.get("publisher", "") or _publisher(story.credit),
        credit=story.credit,
        language=language_of(story.plain.strip()),
        published=date.edtf,
        published_basis=date.basis,
        published_reasons=date.reasons,
        url=given.get("url", ""),
        furniture=story.furniture,
    )


def story_in(text: str) -> Story:
    """Tell a text's story from its page.

    Raises:
        Unreadable: nothing but furniture is left.
    """
    lines = lines_of(text)
    furniture = furniture_of(lines)
    marked = set(furniture)
    told = [line for line in lines if line.span not in marked]
    if not told:
        raise Unreadable("it holds page furniture and no story")
    plain = story_of(text, furniture)
    return Story(
        furniture=furniture,
        title=_title(told),
        credit=credit_of(told, plain.lstrip()),
        dateline=_dateline(told),
        plain=plain,
    )


def _publisher(credit: str) -> str:
    """A credited outlet that is known is taken for the publisher; nothing else tells."""
    known = publisher_named(credit) if credit else None
    return known.name if known else ""


def _title(lines: Sequence[Line]) -> str:
    for line in lines[:_HEAD_LINES]:
        shown = line.span.text
        if is_credit(line) or _stamp(shown) or _DATELINE.match(shown):
            continue
        title = _HEADING.sub("", shown).strip()
        return title if len(title) <= MAX_TITLE_CHARS else ""
    return ""


def _dateline(lines: Sequence[Line]) -> str:
    """The words of the text's own date: a stamp at head or foot, or a dateline."""
    for line in (*lines[:_HEAD_LINES], *lines[-_FOOT_LINES:]):
        stamp = _stamp(line.span.text)
        if stamp:
            return stamp
    for line in lines[:_HEAD_LINES]:
        match = _DATELINE.match(line.span.text)
        if match:
            return match["date"]
    return ""


def _stamp(shown: str) -> str:
    match = _STAMP.match(shown)
    if match and re.search(r"\d", match.group(1)):
        return match.group(1)
    return shown if _ONLY_DATE.match(shown) else ""
