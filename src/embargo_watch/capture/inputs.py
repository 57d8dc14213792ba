"""Take files, folders and stdin as captures, one at a time, whatever else in them is broken."""

import datetime as dt
import os
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO

from embargo_watch.capture import kinds
from embargo_watch.capture.archives import members
from embargo_watch.capture.limits import MAX_DOCUMENT_BYTES, SNIFF_BYTES
from embargo_watch.capture.opened import taken
from embargo_watch.capture.streams import pieces
from embargo_watch.errors import UnusableInput
from embargo_watch.model.capture import Capture, Failure

STDIN = "-"


def captures(
    target: str, *, at: dt.datetime | None, stdin: BinaryIO
) -> Iterator[Capture | Failure]:
    """Yield every capture of a path or of stdin, in a fixed order and without holding the stream.

    Args:
        target: a file, a folder (read with its folders, in the order of the names) or ``-``.
        at: when the bytes were received; None in a stateless reading.
        stdin: where ``-`` is read from.

    Returns:
        Captures, and a Failure for each thing that could not be taken. Sources are relative to
        what was given: a file's own name, a path within the folder, ``archive.zip!member``,
        ``feed.jsonl:12``, ``-``. A line of a ``.jsonl`` is not parsed here.

    Raises:
        UnusableInput: at once, where the target does not exist.
    """
    if target == STDIN:
        return _from_stdin(stdin, at)
    path = Path(target)
    if not os.path.exists(target):  # noqa: PTH110 - Path.exists raises in a closed folder
        raise UnusableInput(f"{target}: there is no such file or folder")
    if path.is_dir():
        return _from_folder(path, at)
    return _from_file(path, path.name, at)


def _from_stdin(stdin: BinaryIO, at: dt.datetime | None) -> Iterator[Capture | Failure]:
    head = stdin.read(SNIFF_BYTES)
    if kinds.kind_of_bytes(head) != kinds.ARCHIVE:
        yield from taken(pieces(stdin, head), STDIN, "", at)
        return
    with SpooledTemporaryFile(max_size=MAX_DOCUMENT_BYTES) as seekable:
        for piece in pieces(stdin, head):
            seekable.write(piece)
        seekable.seek(0)
        yield from members(seekable, STDIN, at)  # type: ignore[arg-type]


def _from_file(path: Path, source: str, at: dt.datetime | None) -> Iterator[Capture | Failure]:
    kind = kinds.kind_of_name(path.name)
    try:
        with path.open("rb") as stream:
            head = stream.read(SNIFF_BYTES)
            if kinds.ARCHIVE in (kind, kinds.kind_of_bytes(head)) and not kind.startswith("text"):
                stream.seek(0)
                yield from members(stream, source, at)
            elif not kind and path.suffix:
                yield _unread(source)
            else:
                yield from taken(chain([head], pieces(stream)), source, kind, at)
    except OSError as error:
        yield _closed(source, error)


def _closed(source: str, error: OSError) -> Failure:
    reason = f"{source}: it cannot be read ({error.strerror or error})"
    return Failure(source=source, entry=source, reason=reason)


def _unread(source: str, others: int = 0) -> Failure:
    suffix = Path(source).suffix
    more = f" (nor are {others} more {suffix or 'files without suffix'})" if others else ""
    reason = f"{source}: {suffix or 'this'} is not a kind that is read{more}"
    return Failure(source=source, entry=source, reason=reason)


def _from_folder(folder: Path, at: dt.datetime | None) -> Iterator[Capture | Failure]:
    unread: dict[str, str] = {}
    count: Counter[str] = Counter()
    closed: list[OSError] = []
    found = False
    for path in _walk(folder, closed):
        source = path.relative_to(folder).as_posix()
        found = True
        if kinds.kind_of_name(path.name):
            yield from _from_file(path, source, at)
        else:
            unread.setdefault(path.suffix, source)
            count[path.suffix] += 1
    for suffix, source in sorted(unread.items()):
        yield _unread(source, count[suffix] - 1)
    for error in closed:
        source = os.path.relpath(error.filename or folder, folder)
        yield _closed(source, error)
    if not found and not closed:
        yield Failure(
            source=folder.name,
            entry=folder.name,
            reason=f"{folder}: the folder holds no file to read",
        )


def _walk(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """Every file that is not hidden, by name; links to folders are not entered."""
    for root, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if not name.startswith(".") and path.is_file():
                yield path
