"""Choose how a capture is read, and turn whatever goes wrong into one sentence that names it."""

from collections.abc import Callable, Mapping

from embargo_watch.errors import SkipDocument
from embargo_watch.model.capture import Capture
from embargo_watch.model.document import Document
from embargo_watch.read.encoding import Unreadable
from embargo_watch.read.entry import read_entry
from embargo_watch.reference.languages import ENGLISH


def read(capture: Capture) -> Document:
    """Return the document of a capture.

    A document in another language is returned too, with its language; see ``is_read``.

    Raises:
        SkipDocument: there is no text in it; the message names the source and says why.
    """
    reader = _READERS.get(capture.media_type)
    try:
        if reader is None:
            raise Unreadable(f"{capture.media_type} is not a kind that is read")
        return reader(capture)
    except Unreadable as error:
        raise SkipDocument(f"{capture.source}: {error}") from error


def is_read(document: Document) -> bool:
    """Whether claims are read from the document: it is English.

    A text too short to tell by is taken for English; one without letters (``und``) is not.
    """
    return document.language == ENGLISH


def _read_text(capture: Capture) -> Document:
    from embargo_watch.read.text import read_text

    return read_text(capture)


def _read_page(capture: Capture) -> Document:
    from embargo_watch.read.page import read_page

    return read_page(capture)


def _read_letter(capture: Capture) -> Document:
    from embargo_watch.read.letter import read_letter

    return read_letter(capture)


_READERS: Mapping[str, Callable[[Capture], Document]] = {
    "application/json": read_entry,
    "text/plain": _read_text,
    "text/html": _read_page,
    "message/rfc822": _read_letter,
}
