"""Keep every byte that a finding rests on, under the name that only those bytes have."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

from embargo_watch.capture import packs
from embargo_watch.errors import OutOfReach

Location: TypeAlias = str
"""Where in the vault a blob lies: ``file``, or ``pack:NUMBER:OFFSET:LENGTH`` (bytes)."""

FILE: Location = "file"
SMALL_BYTES = 4096
"""Smaller blobs go into packs: below a disk block, a file of its own wastes more than it holds."""


class Vault:
    """A content-addressed store of blobs in a folder.

    Blobs of at least ``SMALL_BYTES`` are files of their own (``ab/abcd…``); smaller ones are
    records of a pack. ``put`` finds again what the pack being written holds and what it put
    itself; whoever keeps the locations asks there first.
    """

    def __init__(self, folder: Path) -> None:
        """Look at nothing yet: a vault is opened where it is first written or read."""
        self.folder = folder
        self._writer: packs.PackWriter | None = None

    def put(self, content: bytes) -> Location:
        """Keep the bytes and say where; the same bytes twice are kept once.

        Raises:
            OutOfReach: the folder cannot be written or the disk is full.
        """
        try:
            if len(content) < SMALL_BYTES:
                return self._put_small(content)
            return self._put_file(content)
        except OSError as error:
            raise self._out_of_reach("written", error) from error

    def get(self, blob: str, location: Location) -> bytes:
        """Return the blob's bytes, checked against its digest (``blob``, SHA-256 in hex).

        Raises:
            OutOfReach: the blob is missing or damaged; the message names it.
        """
        try:
            content = self._read(blob, location)
        except (OSError, ValueError) as error:
            raise OutOfReach(f"{self.folder}: blob {blob} cannot be read: {error}") from error
        if hashlib.sha256(content).hexdigest() != blob:
            raise OutOfReach(f"{self.folder}: blob {blob} is damaged: its bytes have changed")
        return content

    def index(self) -> Iterator[tuple[str, Location]]:
        """Yield (blob, location) of everything kept, from the vault's own files alone."""
        for path in sorted(self.folder.glob("small-*.pack")):
            number = int(path.stem.removeprefix("small-"))
            for blob, offset, length in packs.scan(path):
                yield blob, f"pack:{number}:{offset}:{length}"
        for path in sorted(self.folder.glob("[0-9a-f][0-9a-f]/*")):
            if path.suffix != ".part":
                yield path.name, FILE

    def sync(self) -> None:
        """Have the disk hold every blob put so far; call it before a transaction is committed.

        Raises:
            OutOfReach: the disk refuses.
        """
        if self._writer is not None:
            try:
                self._writer.sync()
            except OSError as error:
                raise self._out_of_reach("written", error) from error

    def close(self) -> None:
        """Sync and let go of the files."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def __enter__(self) -> "Vault":
        """Use the vault for the length of a block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close at the end of the block."""
        self.close()

    def _put_small(self, content: bytes) -> Location:
        if self._writer is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._writer = packs.PackWriter(self.folder)
        digest = hashlib.sha256(content).digest()
        place = self._writer.known.get(digest)
        if place is None:
            place = self._writer.known[digest] = self._writer.append(content)
        return "pack:{}:{}:{}".format(*place)

    def _put_file(self, content: bytes) -> Location:
        path = self._file(hashlib.sha256(content).hexdigest())
        if path.exists() and path.stat().st_size == len(content):
            return FILE
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        try:
            with part.open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        return FILE

    def _read(self, blob: str, location: Location) -> bytes:
        if location == FILE:
            return self._file(blob).read_bytes()
        word, *numbers = location.split(":")
        if word != "pack" or len(numbers) != 3:
            raise ValueError(f"{location!r} is no place in a vault")
        number, offset, length = map(int, numbers)
        with packs.pack_path(self.folder, number).open("rb") as pack:
            pack.seek(offset)
            return packs.unpack(pack.read(length))

    def _file(self, blob: str) -> Path:
        return self.folder / blob[:2] / blob

    def _out_of_reach(self, verb: str, error: OSError) -> OutOfReach:
        return OutOfReach(
            f"{self.folder}: the vault cannot be {verb}: {error.strerror or error};"
            " free space there or name another ledger"
        )
