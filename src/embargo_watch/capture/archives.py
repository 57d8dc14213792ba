"""Open a zip without unpacking it anywhere, and without believing what it says of itself."""

import datetime as dt
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from embargo_watch.capture import kinds
from embargo_watch.capture.limits import MAX_ARCHIVE_BYTES, MAX_ARCHIVE_MEMBERS
from embargo_watch.capture.opened import taken
from embargo_watch.capture.streams import DamagedInput, check_expansion, pieces
from embargo_watch.model.capture import Capture, Failure

_ENCRYPTED = 0x1
"""The bit of a member's flags that says that a password is needed."""


def members(
    archive: Path | BinaryIO, source: str, at: dt.datetime | None
) -> Iterator[Capture | Failure]:
    """Yield the captures of each member, in the order of their names, as ``source!member``.

    An archive that would unpack beyond the limits is one Failure and none of it is read.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            entries = sorted(opened.infolist(), key=lambda entry: entry.filename)
            _check(entries)
            for entry in entries:
                if not _is_ignored(entry):
                    yield from _member(opened, entry, f"{source}!{entry.filename}", at)
    except (DamagedInput, zipfile.BadZipFile) as error:
        reason = f"{source}: the archive is not opened: {error}"
        yield Failure(source=source, entry=source, reason=reason)
    except OSError as error:
        reason = f"{source}: it cannot be read ({error.strerror or error})"
        yield Failure(source=source, entry=source, reason=reason)


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ARCHIVE_MEMBERS:
        raise DamagedInput(f"it holds more than {MAX_ARCHIVE_MEMBERS:,} members")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_ARCHIVE_BYTES:
        raise DamagedInput(f"it would unpack to more than {MAX_ARCHIVE_BYTES >> 30} GiB")
    check_expansion(sum(entry.compress_size for entry in entries), unpacked)


def _is_ignored(entry: zipfile.ZipInfo) -> bool:
    parts = entry.filename.split("/")
    return entry.is_dir() or parts[0] == "__MACOSX" or parts[-1].startswith(".")


def _member(
    opened: zipfile.ZipFile, entry: zipfile.ZipInfo, source: str, at: dt.datetime | None
) -> Iterator[Capture | Failure]:
    reason = _refusal(entry)
    if reason:
        yield Failure(source=source, entry=source, reason=f"{source}: {reason}")
        return
    try:
        with opened.open(entry) as stream:
            kind = kinds.kind_of_name(entry.filename)
            yield from taken(_unpacked(stream, entry), source, kind, at)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        reason = f"{source}: the member cannot be unpacked ({error})"
        yield Failure(source=source, entry=source, reason=reason)


def _refusal(entry: zipfile.ZipInfo) -> str:
    kind = kinds.kind_of_name(entry.filename)
    if kind == kinds.ARCHIVE:
        return "an archive within an archive is not opened; unpack the outer one"
    if not kind:
        return "not a kind that is read"
    if entry.flag_bits & _ENCRYPTED:
        return "the member is encrypted; unpack it with its password"
    return ""


def _unpacked(stream: object, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The member's bytes; the size it really has is held against its packed size as it grows."""
    given = 0
    try:
        for piece in pieces(stream):  # type: ignore[arg-type]
            given += len(piece)
            check_expansion(entry.compress_size, given)
            yield piece
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise DamagedInput(f"the member is damaged ({error})") from error
