"""Read feed entries at the speed of the stream: half a million of them must take a minute."""

from functools import lru_cache
from urllib.parse import urlsplit

import orjson

from embargo_watch.model.capture import Capture
from embargo_watch.model.document import Document
from embargo_watch.read.credit import wire_credit
from embargo_watch.read.dates import published
from embargo_watch.read.encoding import Unreadable, decoded
from embargo_watch.read.language import language_of
from embargo_watch.reference.publishers import name_of_host


def read_entry(capture: Capture) -> Document:
    """Read one feed entry: a JSON object with title and text or summary.

    The text is title, line break, text (or else summary), without any change, so that offsets
    are those of whoever made the feed. The entry goes by its own id where it has one.

    Raises:
        Unreadable: it is not a JSON object, or it has neither title nor text.
    """
    fields = _fields(capture.content)
    title = _string(fields, "title")
    body = _string(fields, "text") or _string(fields, "summary")
    text = f"{title}\n{body}"
    if not text.strip():
        raise Unreadable("the entry has neither title nor text")
    link = _string(fields, "link")
    date = published(
        given=capture.given.get("published", ""),
        metadata=_string(fields, "published"),
        url=link,
        text=text,
    )
    return Document(
        blob=capture.blob,
        entry=_string(fields, "id") or capture.entry,
        source=capture.source,
        text=text,
        title=title,
        publisher=publisher_of_address(link) or publisher_of_address(_string(fields, "feed")),
        credit=wire_credit(body),
        language=language_of(text),
        published=date.edtf,
        published_basis=date.basis,
        published_reasons=date.reasons,
        url=link,
    )


def publisher_of_address(address: str) -> str:
    """The name of the publisher at an address, its bare host where not known, "" without one."""
    return _publisher_of_site("/".join(address.split("/", 3)[:3])) if address else ""


@lru_cache(maxsize=65536)
def _publisher_of_site(site: str) -> str:
    try:
        host = urlsplit(site).hostname or ""
    except ValueError:
        return ""
    return name_of_host(host) if host else ""


def _fields(content: bytes) -> dict[str, object]:
    try:
        fields = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        fields = _in_another_encoding(content, error)
    if not isinstance(fields, dict):
        raise Unreadable("the line is JSON but not an object with fields")
    return fields


def _in_another_encoding(content: bytes, error: orjson.JSONDecodeError) -> object:
    """Try the line as UTF-8 with a byte order mark or as another encoding altogether."""
    broken = Unreadable(f"the line is not whole JSON ({error})")
    if content.isascii():
        raise broken
    try:
        return orjson.loads(decoded(content))
    except (orjson.JSONDecodeError, Unreadable):
        raise broken from error


def _string(fields: dict[str, object], name: str) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return str(value)
    raise Unreadable(f"the entry's {name!r} is not a text")
