"""Judge every proposal of a window with a small learned encoder, the same on every machine.

A transformer of six layers reads the window. From its third layer on, each proposal has three
marks, for who gives, who gets and what: they start as the mean of their mentions, read the text
and each other, and say at the end how likely the proposal is and how it is put. Each party has a
mark as well, which says whether it speaks.

Every sum is one of whole numbers (``whole``), every other step a single rounded operation or a look
into a table: the same input gives the same output everywhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embargo_watch.extract.attention import Sight
from embargo_watch.extract.whole import Floats, Linear, exact_mean, normal
from embargo_watch.extract.windows import NOBODY, Triple, Window
from embargo_watch.reference.encoder import GROUPS, encoder_tables

WIDTH = 384

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
            name.removesuffix(".weight"): Linear(
                tables[name], tables[name.replace(".weight", ".scale")],
                tables[name.replace(".weight", ".bias")],
            )
            for name in tables
            if name.endswith(".weight") and name.split(".")[-2] not in ("q", "k", "v")
        }  # fmt: skip
        self._layers = sum(name.endswith(".up.weight") for name in tables)
        self._asked = [
            Linear(
                *(
                    np.concatenate([tables[f"{layer}.{name}.{part}"] for name in "qkv"])
                    for part in ("weight", "scale", "bias")
                )
            )
            for layer in range(self._layers)
        ]
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
        q, k, v = np.split(self._asked[layer](state), 3, axis=-1)
        sight = Sight(q, k, v, pieces, proposals)
        read = sight.text() if marks is None else np.concatenate([sight.text(), sight.marks()])
        state = self._norm(f"{layer}.ln1", state + self._linear[f"{layer}.o"](read))
        inner = self._gelu(self._linear[f"{layer}.up"](state))
        state = self._norm(f"{layer}.ln2", state + self._linear[f"{layer}.down"](inner))
        return state[:pieces], None if marks is None else state[pieces:]

    def _norm(self, name: str, state: Floats) -> Floats:
        gain, shift = self._t[f"{name}.gain"], self._t[f"{name}.shift"]
        return normal(state) * gain + shift  # type: ignore[no-any-return]

    def _gelu(self, state: Floats) -> Floats:
        steps = np.rint(state * np.float32(GELU_STEPS))
        index = np.clip(steps, -GELU_LAST, GELU_LAST).astype(np.int64) + GELU_LAST
        bent: Floats = np.where(steps > GELU_LAST, state, self._t["gelu"][index])
        return bent


def _mean(text: Floats, mentions: Sequence[Sequence[int]]) -> Floats:
    """The mean over mentions of the mean over their pieces, by exact sums."""
    means = [exact_mean(text[list(mention)]) for mention in mentions]
    return means[0] if len(means) == 1 else exact_mean(np.stack(means))


@cache
def encoder() -> Encoder:
    """The encoder of the package, loaded once."""
    return Encoder(encoder_tables())
