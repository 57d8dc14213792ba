"""Keep a million small blobs in a few files that survive a kill in the middle of a write.

A pack is a run of records: magic, SHA-256 of the content, packed length, content packed by zlib.
Since each record carries its digest, the index of a vault can be rebuilt from its packs alone.
"""

import fcntl
import hashlib
import os
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

MAGIC = b"EWB1"
HEADER = struct.Struct(">4s32sI")
PACK_BYTES = 16 << 20
"""When a pack is full: small enough to scan in a blink when it is opened for writing."""


def pack_path(folder: Path, number: int) -> Path:
    """Where the pack of that number lies (numbers from 1)."""
    return folder / f"small-{number:04d}.pack"


def record(content: bytes) -> bytes:
    """One record, ready to be appended."""
    packed = zlib.compress(content, 1)
    return HEADER.pack(MAGIC, hashlib.sha256(content).digest(), len(packed)) + packed


def unpack(raw: bytes) -> bytes:
    """The content of one record; raises ValueError where it is not whole or its digest fails."""
    if len(raw) < HEADER.size:
        raise ValueError("the record is cut short")
    magic, digest, length = HEADER.unpack_from(raw)
    if magic != MAGIC or len(raw) != HEADER.size + length:
        raise ValueError("there is no whole record there")
    try:
        content = zlib.decompress(raw[HEADER.size :])
    except zlib.error as error:
        raise ValueError(f"the record does not unpack ({error})") from error
    if hashlib.sha256(content).digest() != digest:
        raise ValueError("the bytes do not match their digest")
    return content


def scan(path: Path) -> Iterator[tuple[str, int, int]]:
    """Yield (digest in hex, offset, length in bytes) of each whole record; a torn tail ends it."""
    size = path.stat().st_size
    with path.open("rb") as pack:
        offset = 0
        while len(header := pack.read(HEADER.size)) == HEADER.size:
            magic, digest, length = HEADER.unpack(header)
            end = offset + HEADER.size + length
            if magic != MAGIC or end > size:
                return
            yield digest.hex(), offset, HEADER.size + length
            pack.seek(end)
            offset = end


class PackWriter:
    """Appends to the first pack that is not full and that no other process is writing.

    A torn tail left by a kill is cut off before the first record is written.
    """

    def __init__(self, folder: Path) -> None:
        """Open a pack in ``folder``; raises OSError where that cannot be done."""
        self._folder = folder
        self.number = 0
        self._handle = -1
        self._end = 0
        self.known: dict[bytes, tuple[int, int, int]] = {}
        """Digest to (pack, offset, length) of what the packs opened by this writer hold."""
        self._open_next()

    def append(self, content: bytes) -> tuple[int, int, int]:
        """Write one record and return its (pack, offset, length)."""
        if self._end >= PACK_BYTES:
            self._open_next()
        raw = record(content)
        try:
            self._write(raw)
        except OSError:
            os.ftruncate(self._handle, self._end)
            raise
        place = (self.number, self._end, len(raw))
        self._end += len(raw)
        return place

    def _write(self, raw: bytes) -> None:
        rest = memoryview(raw)
        offset = self._end
        while rest:
            written = os.pwrite(self._handle, rest, offset)
            rest, offset = rest[written:], offset + written

    def sync(self) -> None:
        """Have the disk hold everything written so far."""
        os.fsync(self._handle)

    def close(self) -> None:
        """Sync and let go of the pack."""
        if self._handle >= 0:
            self.sync()
            os.close(self._handle)
            self._handle = -1

    def _open_next(self) -> None:
        self.close()
        number = self.number
        while True:
            number += 1
            path = pack_path(self._folder, number)
            if path.exists() and path.stat().st_size >= PACK_BYTES:
                continue
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(handle)
                continue
            break
        self.number, self._handle, self._end = number, handle, 0
        for digest, offset, length in scan(path):
            self.known[bytes.fromhex(digest)] = (number, offset, length)
            self._end = offset + length
        os.ftruncate(handle, self._end)
