"""Tell what an input is, by its name where it has one and by its first bytes where it has none."""

import re
from pathlib import PurePosixPath

from embargo_watch.capture.streams import GZIP_MAGIC

LINES = "lines"
"""The kind of a ``.jsonl``: not one document but a stream of feed entries."""
ARCHIVE = "archive"
GZIP = "gzip"

TEXT = "text/plain"
PAGE = "text/html"
LETTER = "message/rfc822"
ENTRY = "application/json"

SUFFIXES = {
    ".txt": TEXT, ".text": TEXT, ".md": TEXT,
    ".html": PAGE, ".htm": PAGE, ".xhtml": PAGE,
    ".eml": LETTER,
    ".jsonl": LINES, ".ndjson": LINES,
    ".zip": ARCHIVE,
}  # fmt: skip
"""What is read, by suffix; each of them may also come packed as ``.gz``, an archive excepted."""

_HEADER = re.compile(
    rb"^(from|to|subject|date|received|return-path|message-id|mime-version|delivered-to"
    rb"|content-type|reply-to|sender|cc):[ \t]",
    re.I | re.M,
)
_MARKUP = re.compile(rb"<(!doctype\s+html|html|head|body|title|meta|div|article|p)[\s>/]", re.I)
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf",)


def kind_of_name(name: str) -> str:
    """The kind that a file's name promises: a media type, LINES, ARCHIVE, or "" for none."""
    path = PurePosixPath(name.lower())
    if path.suffix == ".gz":
        inner = SUFFIXES.get(path.with_suffix("").suffix, "")
        return "" if inner == ARCHIVE else inner
    return SUFFIXES.get(path.suffix, "")


def kind_of_bytes(head: bytes) -> str:
    """The kind that the first bytes show; plain text where they show nothing else."""
    if head.startswith(GZIP_MAGIC):
        return GZIP
    if head.startswith(b"PK\x03\x04"):
        return ARCHIVE
    for mark in _BYTE_ORDER_MARKS:
        head = head.removeprefix(mark)
    shown = head.lstrip()
    if shown.startswith(b'{"') or re.match(rb"\{\s*\"", shown):
        return LINES
    if shown.startswith(b"<") and _MARKUP.search(shown):
        return PAGE
    if _is_letter(shown):
        return LETTER
    return TEXT


def _is_letter(shown: bytes) -> bool:
    """Whether it opens with a block of mail headers: at least two, the first at the very top."""
    block = re.split(rb"\r?\n\r?\n", shown, maxsplit=1)[0]
    names = {match.group(1).lower() for match in _HEADER.finditer(block)}
    opens = re.match(rb"[!-9;-~]+:[ \t]|From ", shown)
    return bool(opens) and len(names) > 1 and bool(names & {b"from", b"subject", b"received"})
