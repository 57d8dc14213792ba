"""Sums of whole numbers are exact in any order, so that every machine reads alike."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.extract.whole import EXACT, LEVELS, Linear, cut, exact_mean, level, normal


def _rows(seed, rows, width, spread):
    draw = np.random.default_rng(seed)
    return (draw.normal(size=(rows, width)) * spread).astype(np.float32)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**31), st.sampled_from([3, 384, 1536]), st.floats(1e-3, 1e3))
def test_a_product_is_that_of_whole_numbers(seed, width, spread):
    """Single precision gives just what 64-bit integers give: no sum has lost a digit."""
    state = _rows(seed, 5, width, spread)
    weight = np.random.default_rng(seed + 1).integers(-127, 128, (7, width)).astype(np.int8)
    ones, none = np.ones(7, dtype=np.float32), np.zeros(7, dtype=np.float32)
    levels, step = cut(state)

    exact = levels.astype(np.int64) @ weight.T.astype(np.int64)

    assert np.array_equal(Linear(weight, ones, none)(state), exact.astype(np.float32) * step)


def test_the_heaviest_rows_stay_exact():
    """Where every number is at its greatest, the steps are made larger until sums are exact."""
    levels, step = cut(np.full((1, 1536), 3.0, dtype=np.float32))

    assert np.abs(levels).sum() * LEVELS < EXACT
    assert np.allclose(levels * step, 3.0, rtol=0.02)


def test_a_row_of_nothing_stays_nothing():
    """No division by zero where a row, or a whole block, is empty."""
    assert not cut(np.zeros((2, 8), dtype=np.float32))[0].any()
    assert not level(np.zeros((2, 8), dtype=np.float32), (0, 1))[0].any()


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_and_columns_changes_no_digit(seed):
    """A mean, or a row's normal form, is the same whichever way its numbers are added."""
    state = _rows(seed, 9, 384, 4.0)
    order = np.random.default_rng(seed).permutation(384)
    mixed = np.empty_like(state)
    mixed[:, order] = normal(state[:, order])

    assert np.array_equal(exact_mean(state), exact_mean(state[::-1]))
    assert np.array_equal(normal(state), mixed)
    assert np.allclose(normal(state).mean(-1), 0, atol=1e-3)
    assert np.allclose(normal(state).std(-1), 1, atol=1e-3)
