"""Keep what was received exactly as it was received, and say where from."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from embargo_watch.model.ids import blob_digest, stable_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The bytes as received, with where from and when.

    ``source`` is the path within what was given (``archive.zip!member``), a URL, or ``-``;
    for a line of a ``.jsonl`` it is that file's source and the line's own number
    (``feed.jsonl:12``).
    ``entry`` is the id that the output goes by: the entry's own id in ``.jsonl``, else ``source``.
    ``media_type`` is one of ``text/plain``, ``text/html``, ``application/json`` (a feed entry)
    and ``message/rfc822``. ``at`` is None in a stateless reading. ``given`` holds what the sender
    said about the document (e.g. ``published``), never what was worked out from it.
    """

    source: str
    entry: str
    media_type: str
    content: bytes
    at: dt.datetime | None = None
    given: Mapping[str, str] = field(default_factory=dict)

    @property
    def blob(self) -> str:
        """The SHA-256 of the content, in hex."""
        return blob_digest(self.content)

    @property
    def id(self) -> str:
        """Blob, source and time: the same bytes taken twice are two captures of one blob."""
        moment = self.at.isoformat() if self.at else ""
        return stable_id("cap", self.blob, self.source, moment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input that could not be taken or read; the rest of the batch goes on.

    ``reason`` is one sentence for a person: it names the input and what to do about it.
    """

    source: str
    entry: str
    reason: str
