"""Spread batches over processes without losing their order, their errors or the machine's memory.

Workers are started afresh (never forked), since the parser's libraries hold threads and locks.
A worker ends with its parent, whatever ends the parent; a parent hears of a worker's death.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, connection, get_context, parent_process
from typing import TypeVar

from embargo_watch.errors import OutOfReach

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2
"""Batches handed out per worker beyond the one it works on: enough to keep it busy."""


def spread(work: Callable[[T], R], batches: Iterable[T], processes: int) -> Iterator[tuple[T, R]]:
    """Yield every batch with ``work(batch)``, in the order of the batches.

    ``work`` must be importable by name (a function, or a ``functools.partial`` of one). At most
    ``processes * (1 + AHEAD)`` batches are under way, so memory does not grow with the stream.
    Raises what ``work`` raises, and OutOfReach where a worker died.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # workers' threads would only wait in turn
    context = get_context("spawn")
    strangers = set(active_children())
    executor = ProcessPoolExecutor(processes, mp_context=context, initializer=_live_with_parent)
    under_way: deque[tuple[T, Future[R]]] = deque()
    finished = False
    try:
        for batch in batches:
            under_way.append((batch, executor.submit(work, batch)))
            if len(under_way) >= processes * (1 + AHEAD):
                yield _finished(under_way.popleft())
        while under_way:
            yield _finished(under_way.popleft())
        finished = True
    except BrokenProcessPool as error:
        raise OutOfReach(
            "A worker process died, which is most often the system running out of memory. "
            "What was written before this line is whole; run again with --processes 1."
        ) from error
    finally:
        if not finished:  # nobody will read what is still being worked on
            for worker in set(active_children()) - strangers:
                worker.terminate()
        executor.shutdown(wait=True, cancel_futures=True)


def _finished(pair: tuple[T, Future[R]]) -> tuple[T, R]:
    return pair[0], pair[1].result()


def _live_with_parent() -> None:
    """Leave Ctrl-C to the parent, and end when the parent ends without a word (SIGKILL)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
