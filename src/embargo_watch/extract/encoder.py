"""Judge every proposal of a window with a small learned encoder, the same on every machine.

A transformer of six layers reads the window. From its third layer on, each proposal has three
marks, for who gives, who gets and what: they start as the mean of their mentions, read the text
and each other, and say at the end how likely the proposal is and how it is put. Each party has a
mark as well, which says whether it speaks.

Machines add floating-point numbers in different orders, so their last digits differ. Here every
sum is one of whole numbers small enough to be exact in any order, every other step is a single
rounded operation or a look into a table: the same input gives the same output everywhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embargo_watch.extract.windows import NOBODY, Triple, Window
from embargo_watch.reference.encoder import GROUPS, encoder_tables

Floats = NDArray[np.float32]

HEADS = 12
WIDTH = 384
LEVELS = 127
EXACT = float(2**24)
"""Whole numbers up to here are exact in single precision."""

FINE = 4096.0
"""Steps a unit in which sums of activations are taken."""

SHARES = 16384.0
"""Steps in which a share of attention is taken."""

EXP_STEPS, EXP_LAST = 64.0, 1023
GELU_STEPS, GELU_LAST = 64.0, 511

GIVER, GETTER, GOODS, NO_GIVER, NO_GETTER, PARTY = range(6)
"""The rows of the table of marks."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the encoder says of one window, as logits (natural logarithm of the odds)."""

    proposals: Sequence[Triple]
    held: Floats
    """Whether a proposal is a claim at all: (proposals,)."""
    statuses: Floats
    """asserted, suspected, prospective, denied: (proposals, 4)."""
    kinds: Floats
    """transfer, use, interdiction: (proposals, 3)."""
    denied_too: Floats
    """Whether it is denied beside another status: (proposals,)."""
    speaks: Mapping[str, float]
    """Whether a party says what the window claims, by party."""


class Encoder:
    """The weights as matrices, ready to judge windows."""

    def __init__(self, tables: Mapping[str, NDArray[Any]]) -> None:
        self._t = tables
        self._linear = {
            name.removesuffix(".weight"): _Linear(
                tables[name], tables[name.replace(".weight", ".scale")],
                tables[name.replace(".weight", ".bias")],
            )
            for name in tables
            if name.endswith(".weight")
        }  # fmt: skip
        self._layers = sum(name.endswith(".up.weight") for name in tables)
        self._start = int(tables["start"])

    def judge(
        self, window: Window, proposals: Sequence[Triple], told: Mapping[Triple, int]
    ) -> Judgement:
        """Judge the proposals, which are among those of the window.

        ``told`` says how the rules tell a proposal, as a row of the table ``told``; 0 where they
        do not.
        """
        text = self._text(window)
        marks: Floats | None = None
        for layer in range(self._layers):
            if layer == self._start:
                marks = self._marks(window, proposals, text, told)
            text, marks = self._layer(layer, text, marks, len(proposals))
        assert marks is not None
        return self._told(window, proposals, marks)

    def _told(self, window: Window, proposals: Sequence[Triple], marks: Floats) -> Judgement:
        last = 3 * len(proposals)
        joined = marks[:last].reshape(len(proposals), 3 * WIDTH)
        out = self._linear["h2"](self._gelu(self._linear["h1"](joined)))
        parties = self._linear["p1"](marks[last:])
        speaks = {p: float(row[0]) for p, row in zip(window.parties, parties, strict=True)}
        return Judgement(proposals, out[:, 0], out[:, 1:5], out[:, 5:8], out[:, 8], speaks)

    def _text(self, window: Window) -> Floats:
        """The first state of every piece: its word, its place, and what kind of words it is in."""
        ids = np.array(window.pieces.ids)
        kinds = np.zeros(len(ids), dtype=np.int64)
        for mentions in window.parties.values():
            for mention in mentions:
                kinds[list(mention)] = 1
        for group, mentions in window.goods.items():
            for mention in mentions:
                kinds[list(mention)] = 2 + GROUPS.index(group)
        weak = np.array([int(at in window.weak) for at in range(len(ids))])
        words = self._t["word.table"][ids].astype(np.float32) * self._t["word.steps"][ids]
        state = words + self._t["position"][: len(ids)]
        return self._norm("ln", state + self._t["kind"][kinds] + self._t["weak"][weak])

    def _marks(
        self,
        window: Window,
        proposals: Sequence[Triple],
        text: Floats,
        told: Mapping[Triple, int],
    ) -> Floats:
        parties = {p: _mean(text, mentions) for p, mentions in window.parties.items()}
        goods = {g: _mean(text, mentions) for g, mentions in window.goods.items()}
        nobody = np.zeros(WIDTH, dtype=np.float32)
        role = self._t["role"]
        rows = []
        for giver, getter, group in proposals:
            open_giver, open_getter = giver == NOBODY, getter == NOBODY
            rows.append(parties.get(giver, nobody) + role[NO_GIVER if open_giver else GIVER])
            rows.append(parties.get(getter, nobody) + role[NO_GETTER if open_getter else GETTER])
            rules = self._t["told"][told.get((giver, getter, group), 0)]
            rows.append(goods[group] + role[GOODS] + rules)
        rows += [parties[party] + role[PARTY] for party in window.parties]
        return self._norm("lnm", np.stack(rows))

    def _layer(
        self, layer: int, text: Floats, marks: Floats | None, proposals: int
    ) -> tuple[Floats, Floats | None]:
        """One layer for the text and, from where they begin, the marks."""
        pieces = len(text)
        state = text if marks is None else np.concatenate([text, marks])
        q, k, v = (self._linear[f"{layer}.{name}"](state) for name in "qkv")
        sight = _Sight(q, k, v, pieces, proposals)
        read = sight.text() if marks is None else np.concatenate([sight.text(), sight.marks()])
        state = self._norm(f"{layer}.ln1", state + self._linear[f"{layer}.o"](read))
        inner = self._gelu(self._linear[f"{layer}.up"](state))
        state = self._norm(f"{layer}.ln2", state + self._linear[f"{layer}.down"](inner))
        return state[:pieces], None if marks is None else state[pieces:]

    def _norm(self, name: str, state: Floats) -> Floats:
        """Layer normalisation, whose sums are of whole numbers."""
        steps = np.rint(state * np.float32(FINE)).astype(np.float64)
        count = float(state.shape[-1])
        total = steps.sum(-1, keepdims=True)
        squares = (steps * steps).sum(-1, keepdims=True)
        mean = total / count
        variance = (squares - total * mean) / count / (FINE * FINE)
        shifted = (steps - mean) / FINE / np.sqrt(variance + 1e-12)
        gain, bias = self._t[f"{name}.gain"], self._t[f"{name}.shift"]
        normal: Floats = shifted.astype(np.float32) * gain + bias
        return normal

    def _gelu(self, state: Floats) -> Floats:
        steps = np.rint(state * np.float32(GELU_STEPS))
        index = np.clip(steps, -GELU_LAST, GELU_LAST).astype(np.int64) + GELU_LAST
        bent: Floats = np.where(steps > GELU_LAST, state, self._t["gelu"][index])
        return bent


class _Linear:
    """A matrix of whole numbers with a step for each row, over inputs cut into steps as well."""

    def __init__(self, weight: NDArray[np.int8], scale: Floats, bias: Floats) -> None:
        self._weight = np.ascontiguousarray(weight.T.astype(np.float32))
        self._scale, self._bias = scale, bias

    def __call__(self, state: Floats) -> Floats:
        levels, step = _cut(state)
        return (levels @ self._weight) * step * self._scale + self._bias


def _cut(state: Floats) -> tuple[Floats, Floats]:
    """Each row as whole numbers and the size of its step.

    A row's numbers times the greatest weight add up to less than ``EXACT``, in any order.
    """
    step = np.abs(state).max(-1, keepdims=True) / np.float32(LEVELS)
    step = np.where(step == 0, np.float32(1), step)
    levels = np.rint(state / step)
    while True:
        heavy = np.abs(levels).sum(-1, keepdims=True) * LEVELS >= EXACT
        if not heavy.any():
            return levels, step
        step = np.where(heavy, step * np.float32(2), step)
        levels = np.rint(state / step)


class _Sight:
    """Who looks at what in one layer: the text at itself, marks at the text and their own three."""

    def __init__(self, q: Floats, k: Floats, v: Floats, pieces: int, proposals: int) -> None:
        self._q, self._q_step = _cut(_heads(q) / np.float32(np.sqrt(np.float32(WIDTH // HEADS))))
        self._k, self._k_step = _cut(_heads(k))
        values = _heads(v)
        self._v_step = np.abs(values).max((1, 2), keepdims=True) / np.float32(LEVELS)
        self._v = np.rint(values / np.where(self._v_step == 0, 1, self._v_step))
        self._pieces, self._last = pieces, pieces + 3 * proposals

    def text(self) -> Floats:
        """What each piece of the text reads from the text."""
        rows = slice(0, self._pieces)
        shares = _shares(self._scores(rows))
        return _joined(shares @ self._v[:, rows] * (self._v_step / np.float32(SHARES)))

    def marks(self) -> Floats:
        """What each mark reads from the text and from the marks of its own proposal."""
        rows = slice(self._pieces, None)
        text, own = self._scores(rows), self._own_scores()
        shares = _shares(np.concatenate([text, own], axis=-1))
        read = shares[..., : self._pieces] @ self._v[:, : self._pieces]
        read = read + self._own_values(shares[..., self._pieces :])
        return _joined(read * (self._v_step / np.float32(SHARES)))

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
        three = shares[:, : last - first].reshape(shape) @ self._v[:, first:last].reshape(shape)
        alone = shares[:, last - first :, :1] * self._v[:, last:]
        return np.concatenate([three.reshape(HEADS, last - first, -1), alone], axis=1)


def _heads(state: Floats) -> Floats:
    """(rows, WIDTH) -> (heads, rows, WIDTH / heads)."""
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


def _mean(text: Floats, mentions: Sequence[Sequence[int]]) -> Floats:
    """The mean over mentions of the mean over their pieces, by exact sums."""
    means = [_exact_mean(text[list(mention)]) for mention in mentions]
    return means[0] if len(means) == 1 else _exact_mean(np.stack(means))


def _exact_mean(rows: Floats) -> Floats:
    steps = np.rint(rows * np.float32(FINE)).astype(np.float64)
    return (steps.sum(0) / len(rows) / FINE).astype(np.float32)  # type: ignore[no-any-return]


@cache
def encoder() -> Encoder:
    """The encoder of the package, loaded once."""
    return Encoder(encoder_tables())
