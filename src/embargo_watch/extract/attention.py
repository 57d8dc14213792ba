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
    """Who looks at what in one layer: the text at itself, marks at the text and their own three."""

    def __init__(self, q: Floats, k: Floats, v: Floats, pieces: int, proposals: int) -> None:
        self._q, self._q_step = cut(
            _heads(q) / np.float32(np.sqrt(np.float32(q.shape[-1] // HEADS)))
        )
        self._k, self._k_step = cut(_heads(k))
        self._pieces, self._last = pieces, pieces + 3 * proposals
        self._values = _heads(v)
        self._read, self._read_step = level(self._values[:, :pieces], (1, 2))

    def text(self) -> Floats:
        """What each piece of the text reads from the text."""
        rows = slice(0, self._pieces)
        shares = _shares(self._scores(rows))
        return _joined(shares @ self._read * (self._read_step / np.float32(SHARES)))

    def marks(self) -> Floats:
        """What each mark reads from the text and from the marks of its own proposal."""
        rows = slice(self._pieces, None)
        text, own = self._scores(rows), self._own_scores()
        shares = _shares(np.concatenate([text, own], axis=-1))
        read = shares[..., : self._pieces] @ self._read * (self._read_step / np.float32(SHARES))
        return _joined(read + self._own_values(shares[..., self._pieces :]))

    def _scores(self, rows: slice) -> Floats:
        """(heads, rows, pieces): how well the rows' questions fit the text's answers."""
        keys = self._k[:, : self._pieces].transpose(0, 2, 1)
        steps = self._k_step[:, : self._pieces].transpose(0, 2, 1)
        return (self._q[:, rows] @ keys) * self._q_step[:, rows] * steps

    def _own_scores(self) -> Floats:
        """(heads, marks, 3): the same for a mark's own three; a party's mark has but itself."""
        first, last = self._pieces, self._last
        shape = (HEADS, (last - first) // 3, 3, -1)
        keys = self._k[:, first:last].reshape(shape).transpose(0, 1, 3, 2)
        steps = self._k_step[:, first:last].reshape(shape).transpose(0, 1, 3, 2)
        three = (self._q[:, first:last].reshape(shape) @ keys) * (
            self._q_step[:, first:last].reshape(shape) * steps
        )
        alone = (self._q[:, last:] * self._k[:, last:]).sum(-1, keepdims=True)
        alone = alone * (self._q_step[:, last:] * self._k_step[:, last:])
        none = np.full((HEADS, alone.shape[1], 2), -np.inf, dtype=np.float32)
        return np.concatenate(
            [three.reshape(HEADS, last - first, 3), np.concatenate([alone, none], -1)], axis=1
        )

    def _own_values(self, shares: Floats) -> Floats:
        first, last = self._pieces, self._last
        shape = (HEADS, (last - first) // 3, 3, -1)
        values, step = level(self._values[:, first:last].reshape(shape), (2, 3))
        three = shares[:, : last - first].reshape(shape) @ values * (step / np.float32(SHARES))
        values, step = level(self._values[:, last:], (2,))
        alone = shares[:, last - first :, :1] * values * (step / np.float32(SHARES))
        return np.concatenate([three.reshape(HEADS, last - first, -1), alone], axis=1)


def _heads(state: Floats) -> Floats:
    """(rows, width) -> (heads, rows, width / heads)."""
    return np.ascontiguousarray(state.reshape(len(state), HEADS, -1).transpose(1, 0, 2))


def _joined(state: Floats) -> Floats:
    return np.ascontiguousarray(state.transpose(1, 0, 2)).reshape(state.shape[1], -1)


def _shares(scores: Floats) -> Floats:
    """The softmax of the last axis in whole steps of ``1 / SHARES``."""
    below = scores.max(-1, keepdims=True) - scores
    index = np.minimum(np.rint(below * np.float32(EXP_STEPS)), np.float32(EXP_LAST))
    powers = _powers()[index.astype(np.int64)]
    total = powers.sum(-1, keepdims=True)
    shares: Floats = np.rint(powers / total * np.float32(SHARES))
    return shares


@cache
def _powers() -> Floats:
    """The falling exponential in whole steps, from the package: libraries' last digits differ."""
    table: Floats = encoder_tables()["exp"]
    return table
