"""Turn an endless stream into lines without ever holding more of it than one line."""

import codecs
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from embargo_watch.capture.limits import (
    CHUNK_BYTES,
    EXPANSION_FLOOR_BYTES,
    MAX_EXPANSION,
    MAX_LINE_BYTES,
)

GZIP_MAGIC = b"\x1f\x8b"
_WIDE = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Marks of encodings with more than one byte a character; the longer ones first."""
_GZIP_BITS = 31
"""zlib's window bits for a gzip header and trailer with their checksums."""


class DamagedInput(ValueError):
    """A packed input breaks off, is corrupt, or expands beyond all measure."""


def pieces(stream: BinaryIO, first: bytes = b"") -> Iterator[bytes]:
    """Yield ``first`` and then the rest of the stream, a piece at a time."""
    if first:
        yield first
    while piece := stream.read(CHUNK_BYTES):
        yield piece


def plain_lines(chunks: Iterable[bytes], head: bytes) -> Iterable[bytes]:
    """The stream itself, or in UTF-8 where its first bytes mark UTF-16 or UTF-32.

    Lines cannot be told apart by their bytes in those.
    """
    for mark, encoding in _WIDE.items():
        if head.startswith(mark):
            return _in_utf8(chunks, encoding)
    return chunks


def _in_utf8(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8", "replace")
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")


def gunzip(packed: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack gzip members as they come.

    Everything before a damage is yielded first.

    Raises:
        DamagedInput: where the stream ends early, is corrupt, or is a bomb.
    """
    taken = given = 0
    unpacker = zlib.decompressobj(_GZIP_BITS)
    for piece in packed:
        taken += len(piece)
        rest = piece
        while rest:
            if unpacker.eof:
                rest = rest.lstrip(b"\0")
                unpacker = zlib.decompressobj(_GZIP_BITS) if rest else unpacker
                continue
            out = _unpack(unpacker, rest)
            given += len(out)
            check_expansion(taken, given)
            if out:
                yield out
            rest = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    if not unpacker.eof:
        raise DamagedInput("it breaks off before its end (the gzip stream is cut short)")


def _unpack(unpacker: "zlib._Decompress", packed: bytes) -> bytes:
    try:
        return unpacker.decompress(packed, CHUNK_BYTES * 4)
    except zlib.error as error:
        raise DamagedInput(f"its gzip data are corrupt ({error})") from error


def check_expansion(packed: int, unpacked: int) -> None:
    """Refuse what grows beyond measure; sizes are in bytes.

    Raises:
        DamagedInput: where ``unpacked`` is large and out of all proportion to ``packed``.
    """
    if unpacked >= EXPANSION_FLOOR_BYTES and unpacked > packed * MAX_EXPANSION:
        raise DamagedInput(
            f"it unpacks to more than {MAX_EXPANSION} times its size, as only a bomb does"
        )


def lines(chunks: Iterable[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Yield (number from 1, line without its line break); None stands for a line too long to hold.

    Whatever ``chunks`` raises passes through after the last whole line before it.
    """
    number = 0
    rest = b""
    dropping = False
    for chunk in chunks:
        parts = (rest + chunk).split(b"\n")
        rest = parts.pop()
        for line in parts:
            number += 1
            long = dropping or len(line) > MAX_LINE_BYTES
            dropping = False
            yield number, None if long else line.removesuffix(b"\r")
        if len(rest) > MAX_LINE_BYTES:
            rest, dropping = b"", True
    if rest or dropping:
        yield number + 1, None if dropping else rest.removesuffix(b"\r")
