"""Read letters: newsletters and alerts arrive by mail, and a mail names its sender and its day."""

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from embargo_watch.model.capture import Capture
from embargo_watch.model.document import Document
from embargo_watch.read.dates import published
from embargo_watch.read.encoding import Unreadable, decoded
from embargo_watch.read.language import language_of
from embargo_watch.read.page import main_text
from embargo_watch.read.text import story_in
from embargo_watch.reference.publishers import name_of_host, publisher_named, publisher_of

_MAX_PARTS = 1000
"""Parts of one letter: a letter that nests deeper was made to exhaust its reader."""


def read_letter(capture: Capture) -> Document:
    """Read a letter's own text (not its attachments); the subject is its title and first line.

    Raises:
        Unreadable: it has no readable body.
    """
    if not capture.content.strip():
        raise Unreadable("it is empty")
    message = _parsed(capture.content)
    title = _header(message, "subject")
    body = _body(message)
    if not body.strip():
        raise Unreadable("the letter has no text to read")
    text = f"{title}\n\n{body}" if title else body
    story = story_in(text)
    date = published(
        given=capture.given.get("published", ""),
        metadata=_header(message, "date"),
        dateline=story.dateline,
        text=story.plain,
    )
    return Document(
        blob=capture.blob,
        entry=capture.entry,
        source=capture.source,
        text=text,
        title=title or story.title,
        publisher=_sender(_header(message, "from")),
        credit=story.credit,
        language=language_of(story.plain.strip()),
        published=date.edtf,
        published_basis=date.basis,
        published_reasons=date.reasons,
        furniture=story.furniture,
    )


def _parsed(content: bytes) -> EmailMessage:
    try:
        return BytesParser(policy=policy.default).parsebytes(content.lstrip(b"\xef\xbb\xbf"))
    except RecursionError as error:
        raise Unreadable("the letter nests parts too deeply") from error


def _header(message: EmailMessage, name: str) -> str:
    try:
        return re.sub(r"\s+", " ", str(message.get(name, ""))).strip()
    # The parser of malformed headers raises whatever it stumbles over; the letter still has a body.
    except Exception:  # noqa: BLE001
        return ""


def _body(message: EmailMessage) -> str:
    """The plain part, else the page part, of the first that has any words."""
    page = ""
    for count, part in enumerate(message.walk()):
        if count > _MAX_PARTS:
            raise Unreadable(f"the letter has more than {_MAX_PARTS} parts")
        if part.is_multipart() or part.is_attachment():
            continue
        if part.get_content_type() == "text/plain":
            text = _text_of(part)
            if text.strip():
                return text
        elif part.get_content_type() == "text/html" and not page:
            page = main_text(_text_of(part))
    return page


def _text_of(part: EmailMessage) -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes) or not raw.strip():
        return ""
    charset = part.get_content_charset("")
    try:
        if charset and not charset.startswith(("utf-8", "us-ascii")):
            return raw.decode(charset).replace("\r\n", "\n")
    except (LookupError, UnicodeDecodeError):
        pass
    return decoded(raw).replace("\r\n", "\n")


def _sender(sender: str) -> str:
    name, address = parseaddr(sender)
    host = address.rpartition("@")[2]
    known = publisher_of(host) or publisher_named(name)
    if known:
        return known.name
    return name or (name_of_host(host) if host else "")
