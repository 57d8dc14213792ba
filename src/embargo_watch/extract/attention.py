"""Let pieces and marks look at each other: attention in whole numbers."""

from functools import cache

import numpy as np

from embargo_watch.extract.whole import Floats, cut, level
from embargo_watch.reference.encoder import encoder_tables

HEADS = 12

SHARES = 16384.0
"""Steps in which a share of attention is taken."""

EXP_STEPS, EXP_LAST = 64.0, 1023


class Sight:
    """The questions, answers and values of all rows in one layer."""

    def __init__(self, q: Floats, k: Floats, v: Floats) -> None:
        self._q, self._q_step = cut(
            _heads(q) / np.float32(np.sqrt(np.float32(q.shape[-1] // HEADS)))
        )
        self._k, self._k_step = cut(_heads(k))
        self._values = _heads(v)

    def of(self, first: int, pieces: int) -> "Seen":
        """A text that stands in ``pieces`` rows from ``first`` on, to be looked at."""
        return Seen(self, slice(first, first + pieces))

    def asks(self, rows: slice) -> tuple[Floats, Floats]:
        """The questions of some rows and their steps: (heads, rows, width / heads), (…, 1)."""
        return self._q[:, rows], self._q_step[:, rows]

    def answers(self, rows: slice) -> tuple[Floats, Floats]:
        """The answers of some rows and their steps."""
        return self._k[:, rows], self._k_step[:, rows]

    def values(self, rows: slice) -> Floats:
        """What some rows give to those that look at them."""
        return self._values[:, rows]


class Seen:
    """One text with those that look at it: its own pieces, and marks."""

    def __init__(self, sight: Sight, rows: slice) -> None:
        self._sight, self._rows = sight, rows
        self._read, self._step = level(sight.values(rows), (1, 2))
        keys, steps = sight.answers(rows)
        self._keys, self._key_steps = keys.transpose(0, 2, 1), steps.transpose(0, 2, 1)

    def text(self) -> Floats:
        """What each piece of the text reads from the text."""
        shares = _shares(self._scores(*self._sight.asks(self._rows)))
        return _joined(shares @ self._read * (self._step / np.float32(SHARES)))

    def marks(
        self, first: int, proposals: int, parties: int, *, asking: int | None = None
    ) -> Floats:
        """What each mark reads from the text and from the marks of its own proposal.

        The marks' answers stand from row ``first`` on, three a proposal and then one a party;
        their questions from row ``asking`` on, by default the same.
        """
        count = 3 * proposals + parties
        start = first if asking is None else asking
        asks = self._sight.asks(slice(start, start + count))
        own = Own(self._sight, first, proposals, parties)
        shares = _shares(np.concatenate([self._scores(*asks), own.scores(*asks)], axis=-1))
        pieces = self._read.shape[1]
        read = shares[..., :pieces] @ self._read * (self._step / np.float32(SHARES))
        return _joined(read + own.values(shares[..., pieces:]))

    def _scores(self, q: Floats, q_step: Floats) -> Floats:
        """(heads, rows, pieces): how well the rows' questions fit the text's answers."""
        scores: Floats = q @ self._keys
        scores *= q_step
        scores *= self._key_steps
        return scores


class Own:
    """What marks see of themselves: the three of a proposal each other, a party's mark itself."""

    def __init__(self, sight: Sight, first: int, proposals: int, parties: int) -> None:
        self._sight, self._three = sight, (HEADS, proposals, 3, -1)
        self._threes = slice(first, first + 3 * proposals)
        self._ones = slice(first + 3 * proposals, first + 3 * proposals + parties)

    def scores(self, q: Floats, q_step: Floats) -> Floats:
        """(heads, marks, 3): how well questions fit the answers of their own."""
        shape, count = self._three, self._threes.stop - self._threes.start
        keys, steps = (
            table.reshape(shape).transpose(0, 1, 3, 2)
            for table in self._sight.answers(self._threes)
        )
        three = (q[:, :count].reshape(shape) @ keys) * (q_step[:, :count].reshape(shape) * steps)
        keys, steps = self._sight.answers(self._ones)
        alone = (q[:, count:] * keys).sum(-1, keepdims=True) * (q_step[:, count:] * steps)
        none = np.full((HEADS, alone.shape[1], 2), -np.inf, dtype=np.float32)
        alone = np.concatenate([alone, none], -1)
        return np.concatenate([three.reshape(HEADS, count, 3), alone], axis=1)

    def values(self, shares: Floats) -> Floats:
        """(heads, marks, width / heads): what is read of them by their shares."""
        count = self._threes.stop - self._threes.start
        values, step = level(self._sight.values(self._threes).reshape(self._three), (2, 3))
        three = shares[:, :count].reshape(self._three) @ values * (step / np.float32(SHARES))
        values, step = level(self._sight.values(self._ones), (2,))
        alone = shares[:, count:, :1] * values * (step / np.float32(SHARES))
        return np.concatenate([three.reshape(HEADS, count, -1), alone], axis=1)


def _heads(state: Floats) -> Floats:
    """(rows, width) -> (heads, rows, width / heads)."""
    return np.ascontiguousarray(state.reshape(len(state), HEADS, -1).transpose(1, 0, 2))


def _joined(state: Floats) -> Floats:
    return np.ascontiguousarray(state.transpose(1, 0, 2)).reshape(state.shape[1], -1)


def _shares(scores: Floats) -> Floats:
    """The softmax of the last axis in whole steps of ``1 / SHARES``."""
    below = scores.max(-1, keepdims=True) - scores
    below *= np.float32(EXP_STEPS)
    np.rint(below, out=below)
    np.minimum(below, np.float32(EXP_LAST), out=below)
    shares: Floats = _powers().take(below.astype(np.intp), mode="clip")
    shares /= shares.sum(-1, keepdims=True)
    shares *= np.float32(SHARES)
    return np.rint(shares, out=shares)


@cache
def _powers() -> Floats:
    """The falling exponential in whole steps, from the package: libraries' last digits differ."""
    table: Floats = encoder_tables()["exp"]
    return table
