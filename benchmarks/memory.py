"""Measure what a command and all its workers hold together, since the sum is what a machine has."""

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.1
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Run:
    """One finished command: wall time in seconds, peak resident bytes of all its processes."""

    seconds: float
    peak_bytes: int
    code: int
    last_words: str
    lines: int


def measured(command: Sequence[str]) -> Run:
    """Run a command, count the lines of its stdout, and sample the memory of its whole family."""
    began = time.monotonic()
    peak = [0]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        done = threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, peak, done))
        said: list[bytes] = []
        listener = threading.Thread(target=lambda: said.append(_all(process.stderr)))
        watcher.start()
        listener.start()
        lines = 0
        assert process.stdout is not None
        while chunk := process.stdout.read(1 << 20):
            lines += chunk.count(b"\n")
        code = process.wait()
        seconds = time.monotonic() - began
        done.set()
        watcher.join()
        listener.join()
    words = b"".join(said).decode(errors="replace").strip().splitlines()
    return Run(seconds, peak[0], code, words[-1] if words else "", lines)


def _all(stream: object) -> bytes:
    return stream.read()  # type: ignore[attr-defined,no-any-return]


def _watch(root: int, peak: list[int], done: threading.Event) -> None:
    while not done.wait(SAMPLE_SECONDS):
        peak[0] = max(peak[0], sum(_resident(pid) for pid in family(root)))


def family(root: int) -> list[int]:
    """The process and everything that descends from it, by /proc."""
    found, todo = [], [root]
    while todo:
        pid = todo.pop()
        found.append(pid)
        for task in _listed(Path(f"/proc/{pid}/task")):
            try:
                children = (task / "children").read_text()
            except OSError:  # it has ended since
                continue
            todo += [int(child) for child in children.split()]
    return found


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:  # the process has ended since
        return []


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE_BYTES
    except OSError:  # the process has ended since
        return 0
