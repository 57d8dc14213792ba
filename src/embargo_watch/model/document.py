"""The text read from one capture, with how each fact about it is known."""

from dataclasses import dataclass

from embargo_watch.model.ids import stable_id
from embargo_watch.model.spans import Span

PUBLISHED_BASES = ("metadata", "url", "dateline", "given", "text", "unknown")
"""How a publication date is known; ``text`` means bounded from what the document says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What the later stages read; all spans point into ``text``.

    ``published`` is EDTF ("" where nothing is known), ``published_basis`` one of
    ``PUBLISHED_BASES`` and ``published_reasons`` one sentence for each step of the reasoning.
    ``language`` is an ISO 639-1 code or ``und``; only English is read for claims.
    ``furniture`` are stretches of ``text`` that belong to the page rather than to the story:
    they stay in the text, so that offsets hold, and no claim is read out of them.
    """

    blob: str
    entry: str
    source: str
    text: str
    title: str = ""
    publisher: str = ""
    credit: str = ""
    language: str = "und"
    published: str = ""
    published_basis: str = "unknown"
    published_reasons: tuple[str, ...] = ()
    url: str = ""
    furniture: tuple[Span, ...] = ()

    @property
    def id(self) -> str:
        """The same bytes give the same document, whatever they were called."""
        return stable_id("doc", self.blob)
