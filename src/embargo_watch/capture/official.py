"""Take a user's copy of the official texts, or get the public one, byte by byte and no further.

The copies are the United Nations' own, published as a repository of XML files; nothing of it is
bundled with this package.
"""

import os
import stat
import urllib.error
import urllib.request
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from embargo_watch.capture.limits import (
    CHUNK_BYTES,
    MAX_ARCHIVE_BYTES,
    MAX_ARCHIVE_MEMBERS,
    MAX_DOCUMENT_BYTES,
)
from embargo_watch.errors import OutOfReach, UnusableInput
from embargo_watch.model.capture import Failure

REPOSITORY = "https://github.com/UNxml/SCresolutions/archive/HEAD.zip"
"""The documents department's repository of resolutions, as one archive of its newest state."""
TIMEOUT_SECONDS = 60.0
MAX_DOWNLOAD_BYTES = 1 << 30
"""The whole repository packs into some tens of MB; more than this is not it."""
_SUFFIX = ".xml"
_ZIP = b"PK\x03\x04"


def files(target: str) -> Iterator[tuple[str, bytes] | Failure]:
    """Yield (source, bytes) of every ``.xml`` in a folder or zip, or of the one file given.

    Files of other kinds in a folder or zip are passed over; what cannot be opened is a Failure.

    Raises:
        UnusableInput: at once, where the target does not exist or is no file and no folder.
    """
    if not os.path.exists(target):  # noqa: PTH110 - Path.exists raises in a closed folder
        raise UnusableInput(f"{target}: there is no such file or folder")
    path = Path(target)
    if path.is_dir():
        return _folder(path)
    if not path.is_file():
        raise UnusableInput(f"{target}: it is no regular file and no folder")
    if zipfile.is_zipfile(path):
        return _archive(path)
    if _begins_as_zip(path):
        reason = "the zip archive is cut off or damaged, its list of files is missing: get it again"
        return iter([_failure(path.name, reason)])
    return iter([_taken(path, path.name)])


def fetch(url: str, into: BinaryIO) -> int:
    """Copy what stands at a URL into an open file; returns the number of bytes.

    Raises:
        OutOfReach: there is no network, or the server refuses, or sends more than is believable.
        UnusableInput: the URL is neither http nor https.
    """
    if not url.lower().startswith(("https://", "http://")):
        raise UnusableInput(f"{url}: only http and https addresses are fetched")
    size = 0
    try:
        with urllib.request.urlopen(url, timeout=TIMEOUT_SECONDS) as answer:
            while piece := answer.read(CHUNK_BYTES):
                size += len(piece)
                if size > MAX_DOWNLOAD_BYTES:
                    raise OutOfReach(
                        f"{url} sends more than {MAX_DOWNLOAD_BYTES >> 20} MB: not taken"
                    )
                into.write(piece)
    except urllib.error.HTTPError as error:
        raise OutOfReach(f"{url} cannot be fetched: the server answers {error.code}") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise OutOfReach(
            f"{url} cannot be fetched ({reason}): fetch it where there is a network, and name the"
            " file to `embargo law texts add`"
        ) from error
    return size


def _folder(folder: Path) -> Iterator[tuple[str, bytes] | Failure]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if name.lower().endswith(_SUFFIX) and not name.startswith("."):
                yield _taken(path, path.relative_to(folder).as_posix())


def _begins_as_zip(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return stream.read(len(_ZIP)) == _ZIP
    except OSError:
        return False


def _taken(path: Path, source: str) -> tuple[str, bytes] | Failure:
    try:
        # Asked first: to open a named pipe would wait for who writes into it.
        if not stat.S_ISREG(path.stat().st_mode):
            return _failure(source, "it is no regular file")
        with path.open("rb") as stream:
            content = stream.read(MAX_DOCUMENT_BYTES + 1)
    except OSError as error:
        return _failure(source, f"it cannot be read ({error.strerror or error})")
    return _bounded(source, content)


def _archive(path: Path) -> Iterator[tuple[str, bytes] | Failure]:
    try:
        with zipfile.ZipFile(path) as opened:
            entries = sorted(opened.infolist(), key=lambda entry: entry.filename)
            unpacked = sum(entry.file_size for entry in entries)
            if len(entries) > MAX_ARCHIVE_MEMBERS or unpacked > MAX_ARCHIVE_BYTES:
                yield _failure(path.name, "the archive is not opened: it holds too much")
                return
            for entry in entries:
                if entry.filename.lower().endswith(_SUFFIX) and not entry.is_dir():
                    yield _member(opened, entry, f"{path.name}!{entry.filename}")
    except (zipfile.BadZipFile, OSError) as error:
        yield _failure(path.name, f"the archive is not opened: {error}")


def _member(
    opened: zipfile.ZipFile, entry: zipfile.ZipInfo, source: str
) -> tuple[str, bytes] | Failure:
    try:
        with opened.open(entry) as stream:
            return _bounded(source, stream.read(MAX_DOCUMENT_BYTES + 1))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        return _failure(source, f"the member cannot be unpacked ({error})")


def _bounded(source: str, content: bytes) -> tuple[str, bytes] | Failure:
    if len(content) > MAX_DOCUMENT_BYTES:
        return _failure(source, f"it has more than {MAX_DOCUMENT_BYTES >> 20} MB")
    return source, content


def _failure(source: str, reason: str) -> Failure:
    return Failure(source=source, entry=source, reason=f"{source}: {reason}")
