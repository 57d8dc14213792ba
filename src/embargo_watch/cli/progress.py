"""Show how far a long reading is, how fast it goes and when it will end; on a terminal only."""

import gzip
import sys
import time
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from embargo_watch.pipeline import Item

T = TypeVar("T")

_LOOK_EVERY = 64
_REDRAW_SECONDS = 0.5
WORTH_SHOWING_BYTES = 4 << 20
"""Shorter input is read before a bar could be looked at."""
GZIP_TRAILER_BYTES = 4
_LARGEST_GZIP = 1 << 30
"""Beyond this the trailer, which counts modulo 4 GiB, can no longer be believed."""


def watched(items: Iterable[Item], target: str) -> Iterator[Item]:
    """Pass the items through, drawing a bar on stderr where a person is looking at one."""
    total = expected_bytes(target)
    if not sys.stderr.isatty() or (total is not None and total < WORTH_SHOWING_BYTES):
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.fields[count]:,} documents"),
        BarColumn(),
        TextColumn("{task.fields[rate]:,.0f} a second"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, count=0, rate=0.0)
        for count, item in enumerate(items, start=1):
            yield item
            elapsed = progress.tasks[0].elapsed or 0.0
            rate = count / elapsed if elapsed else 0.0
            progress.update(task, advance=_bytes(item), count=count, rate=rate)


def counted(items: Iterable[T], noun: str) -> Iterator[T]:
    """Pass the items through, counting them on stderr where a person waits there for a file."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    begun = shown = time.monotonic()
    for count, item in enumerate(items, start=1):
        yield item
        if count % _LOOK_EVERY == 0 and (now := time.monotonic()) - shown >= _REDRAW_SECONDS:
            shown = now
            told = f"{count:,} {noun}, {count / (now - begun):,.0f} a second"
            print(f"\r{told:<60}", end="", file=sys.stderr, flush=True)
    print(f"\r{'':60}\r", end="", file=sys.stderr, flush=True)


def expected_bytes(target: str) -> int | None:
    """How many bytes a reading will unpack; None where that cannot be told beforehand."""
    path = Path(target)
    try:
        if path.is_dir():
            sizes = [_unpacked(file) for file in path.rglob("*") if file.is_file()]
            return None if None in sizes else sum(size or 0 for size in sizes)
        return _unpacked(path) if path.is_file() else None
    except (OSError, zipfile.BadZipFile, gzip.BadGzipFile):
        return None


def _unpacked(path: Path) -> int | None:
    size = path.stat().st_size
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            return sum(member.file_size for member in archive.infolist())
    if path.suffix != ".gz":
        return size
    if size > _LARGEST_GZIP or size < GZIP_TRAILER_BYTES:
        return None
    with path.open("rb") as packed:
        packed.seek(-GZIP_TRAILER_BYTES, 2)
        return int.from_bytes(packed.read(GZIP_TRAILER_BYTES), "little")


def _bytes(item: Item) -> int:
    content = getattr(item, "content", b"")
    return len(content) + 1
