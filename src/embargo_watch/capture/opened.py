"""Read one opened input as what it is, so that files, members and stdin take one path."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain

from embargo_watch.capture import kinds
from embargo_watch.capture.limits import MAX_DOCUMENT_BYTES, MAX_LINE_BYTES, SNIFF_BYTES
from embargo_watch.capture.streams import GZIP_MAGIC, DamagedInput, gunzip, lines, plain_lines
from embargo_watch.model.capture import Capture, Failure

_MEBIBYTE = 1 << 20


def taken(
    chunks: Iterable[bytes], source: str, kind: str, at: dt.datetime | None
) -> Iterator[Capture | Failure]:
    """Yield what one input holds; ``kind`` is a media type, LINES, or "" to look at the bytes.

    Packed bytes are unpacked whatever the name says. Damage is one Failure after what came
    before it.
    """
    try:
        head, chunks = _peek(chunks)
        if head.startswith(GZIP_MAGIC):
            head, chunks = _peek(gunzip(chunks))
        kind = kind or kinds.kind_of_bytes(head)
        if kind in (kinds.ARCHIVE, kinds.GZIP):
            yield Failure(
                source=source,
                entry=source,
                reason=f"{source}: it is packed more than once; unpack it and give what is inside",
            )
        elif kind == kinds.LINES:
            yield from _entries(plain_lines(chunks, head), source, at)
        else:
            yield _document(chunks, source, kind, at)
    except DamagedInput as error:
        yield Failure(source=source, entry=source, reason=f"{source}: {error}")
    except OSError as error:
        reason = f"{source}: it cannot be read ({error.strerror or error})"
        yield Failure(source=source, entry=source, reason=reason)


def _peek(chunks: Iterable[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first bytes, enough to tell a kind by, and the whole stream again."""
    rest = iter(chunks)
    seen: list[bytes] = []
    size = 0
    for chunk in rest:
        seen.append(chunk)
        size += len(chunk)
        if size >= SNIFF_BYTES:
            break
    return b"".join(seen)[:SNIFF_BYTES], chain(seen, rest)


def _document(
    chunks: Iterable[bytes], source: str, media_type: str, at: dt.datetime | None
) -> Capture | Failure:
    held: list[bytes] = []
    size = 0
    for chunk in chunks:
        held.append(chunk)
        size += len(chunk)
        if size > MAX_DOCUMENT_BYTES:
            limit = MAX_DOCUMENT_BYTES // _MEBIBYTE
            return Failure(
                source=source,
                entry=source,
                reason=f"{source}: it is larger than {limit} MiB; split it or give it as .jsonl",
            )
    return Capture(
        source=source, entry=source, media_type=media_type, content=b"".join(held), at=at
    )


def _entries(
    chunks: Iterable[bytes], source: str, at: dt.datetime | None
) -> Iterator[Capture | Failure]:
    nothing_given: dict[str, str] = {}
    number = 0
    empty = True
    try:
        for number, line in lines(chunks):
            name = f"{source}:{number}"
            empty = empty and line is not None and not line.strip()
            if line:
                if not line.isspace():
                    yield Capture(
                        source=name, entry=name, media_type=kinds.ENTRY, content=line, at=at,
                        given=nothing_given,
                    )  # fmt: skip
            elif line is None:
                limit = MAX_LINE_BYTES // _MEBIBYTE
                reason = f"{name}: the line is longer than {limit} MiB and is left out"
                yield Failure(source=name, entry=name, reason=reason)
    except DamagedInput as error:
        raise DamagedInput(f"after line {number}, {error}") from error
    if empty:
        yield Failure(source=source, entry=source, reason=f"{source}: it holds no entry")
