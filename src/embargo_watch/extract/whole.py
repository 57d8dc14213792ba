"""Compute with whole numbers that are exact in any order, so that every machine agrees.

Machines add floating-point numbers in different orders, so their last digits differ. Here numbers
are cut into whole steps small enough that a sum of their products is exact in single precision,
whatever its order.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

LEVELS = 127
EXACT = float(2**24)
"""Whole numbers up to here are exact in single precision."""

FINE = 4096.0
"""Steps a unit in which sums of activations are taken."""


class Linear:
    """A matrix of whole numbers with a step for each row, over inputs cut into steps as well."""

    def __init__(self, weight: NDArray[np.int8], scale: Floats, bias: Floats) -> None:
        self._weight = np.ascontiguousarray(weight.T.astype(np.float32))
        self._scale, self._bias = scale, bias

    def __call__(self, state: Floats) -> Floats:
        levels, step = cut(state)
        out: Floats = levels @ self._weight
        out *= step
        out *= self._scale
        out += self._bias
        return out


def cut(state: Floats) -> tuple[Floats, Floats]:
    """Each row as whole numbers and the size of its step.

    A row's numbers times the greatest weight add up to less than ``EXACT``, in any order.
    """
    step: Floats = np.maximum(state.max(-1, keepdims=True), -state.min(-1, keepdims=True))
    step /= np.float32(LEVELS)
    step = np.where(step == 0, np.float32(1), step)
    levels: Floats = state / step
    np.rint(levels, out=levels)
    while state.shape[-1] * LEVELS * LEVELS >= EXACT:
        heavy = np.abs(levels).sum(-1, keepdims=True) * LEVELS >= EXACT
        if not heavy.any():
            break
        step = np.where(heavy, step * np.float32(2), step)
        levels = np.rint(state / step)
    return levels, step


def level(values: Floats, axes: tuple[int, ...]) -> tuple[Floats, Floats]:
    """Values as whole numbers, with one step for all that stand along the axes."""
    step = np.abs(values).max(axes, keepdims=True) / np.float32(LEVELS)
    step = np.where(step == 0, np.float32(1), step)
    return np.rint(values / step), step


def exact_mean(rows: Floats) -> Floats:
    steps = np.rint(rows * np.float32(FINE)).astype(np.float64)
    return (steps.sum(0) / len(rows) / FINE).astype(np.float32)  # type: ignore[no-any-return]


def normal(state: Floats) -> Floats:
    """Each row with mean 0 and variance 1."""
    steps = np.rint(state * np.float32(FINE)).astype(np.float64)
    count = float(state.shape[-1])
    total = steps.sum(-1, keepdims=True)
    squares = np.einsum("ij,ij->i", steps, steps)[:, None]
    mean = total / count
    variance = (squares - total * mean) / count / (FINE * FINE)
    steps -= mean
    steps /= FINE * np.sqrt(variance + 1e-12)
    rows: Floats = steps.astype(np.float32)
    return rows
