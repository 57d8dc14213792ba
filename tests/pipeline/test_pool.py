"""Batches go out to processes and come back in order, with their errors."""

import itertools
import math
import signal
from multiprocessing import active_children

import pytest

from embargo_watch.errors import OutOfReach
from embargo_watch.pool import spread


def test_results_come_in_the_order_of_the_batches():
    """Two workers finish at different times; the order of what comes back is that of the input."""
    squares = [number * number for number in range(40)]

    assert list(spread(math.isqrt, squares, 2)) == list(zip(squares, range(40), strict=True))


def test_an_error_of_the_work_reaches_the_caller():
    """What the work raises in a worker is raised here, as it is."""
    with pytest.raises(ValueError, match=r"negative|nonnegative|domain"):
        list(spread(math.isqrt, [4, -1], 1))


def test_a_workers_death_is_told_and_no_hang():
    """A worker that the system kills ends the stream with a sentence."""
    with pytest.raises(OutOfReach, match="worker process died"):
        list(spread(signal.raise_signal, [signal.SIGKILL], 1))


def test_the_input_is_not_read_far_ahead():
    """A stream without end is read only as far as the workers need."""
    taken = itertools.count()
    results = spread(math.isqrt, taken, 1)
    first = [next(results)[1] for _ in range(10)]
    results.close()

    assert first == [0, 1, 1, 1, 2, 2, 2, 2, 2, 3]
    assert next(taken) < 20


def test_closing_early_ends_the_workers():
    """A reader that stops (a closed pipe) leaves no process behind."""
    before = set(active_children())
    results = spread(math.isqrt, itertools.repeat(4), 2)
    next(results)
    results.close()

    assert set(active_children()) <= before
