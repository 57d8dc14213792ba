"""Judge every proposal of a window with a small learned encoder, the same on every machine.

A transformer of six layers reads the window. From its third layer on, each proposal has three
marks, for who gives, who gets and what: they start as the mean of their mentions, read the text
and each other, and say at the end how likely the proposal is and how it is put. Each party has a
mark as well, which says whether it speaks.

Every sum is one of whole numbers (``whole``), every other step a single rounded operation or a look
into a table: the same input gives the same output everywhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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

ROWS = 1200
"""Rows that are computed together at most, but for a question that has more by itself."""

GIVER, GETTER, GOODS, NO_GIVER, NO_GETTER, PARTY = range(6)
"""The rows of the table of marks."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the encoder is asked: some of the proposals of a window.

    ``told`` says how the rules tell a proposal, as a row of the table ``told``; 0 where they do
    not.
    """

    window: Window
    proposals: Sequence[Triple]
    told: Mapping[Triple, int]


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


@dataclass(frozen=True, slots=True)
class Block:
    """Where the rows of one question stand: its pieces, then three marks a proposal, then one a
    party."""

    first: int
    pieces: int
    proposals: int
    parties: int

    @property
    def rows(self) -> int:
        """How many rows the question has, once its marks are there."""
        return self.pieces + 3 * self.proposals + self.parties


class Encoder:
    """The weights as matrices, ready to judge windows."""

    def __init__(self, tables: Mapping[str, NDArray[Any]]) -> None:
        self._t = tables
        self._linear = {
            name.removesuffix(".weight"): self._matrix(name.removesuffix(".weight"))
            for name in tables
            if name.endswith(".weight") and name.split(".")[-2] not in ("q", "k", "v")
        }
        self._layers = sum(name.endswith(".up.weight") for name in tables)
        last = self._layers - 1
        self._asked = [self._matrix(*(f"{at}.{name}" for name in "qkv")) for at in range(last)]
        self._last_asks = self._matrix(f"{last}.q")
        self._last_answers = self._matrix(f"{last}.k", f"{last}.v")
        self._start = int(tables["start"])

    def _matrix(self, *names: str) -> Linear:
        parts = ("weight", "scale", "bias")
        return Linear(*(np.concatenate([self._t[f"{n}.{part}"] for n in names]) for part in parts))

    def judge(self, questions: Sequence[Question]) -> list[Judgement]:
        """Judge each question's proposals, in order; what is asked beside it changes no digit."""
        found: list[Judgement] = []
        for some in _batches(questions):
            found += self._judged(some)
        return found

    def _judged(self, questions: Sequence[Question]) -> list[Judgement]:
        texts = [self._text(question.window) for question in questions]
        blocks = _blocks([(len(text), 0, 0) for text in texts])
        state = np.concatenate(texts)
        for layer in range(self._layers):
            if layer == self._start:
                laid = []
                for question, block in zip(questions, blocks, strict=True):
                    text = state[block.first : block.first + block.pieces]
                    laid += [text, self._marks(question, text)]
                state = np.concatenate(laid)
                blocks = _blocks(
                    [
                        (b.pieces, len(q.proposals), len(q.window.parties))
                        for q, b in zip(questions, blocks, strict=True)
                    ]
                )
            if layer < self._layers - 1:
                state = self._layer(layer, state, blocks)
        marks = self._last_layer(state, blocks)
        return self._told(questions, marks)

    def _told(self, questions: Sequence[Question], marks: Floats) -> list[Judgement]:
        """What the last marks say, question by question."""
        found, first = [], 0
        for question in questions:
            proposals, parties = question.proposals, question.window.parties
            last = first + 3 * len(proposals)
            joined = marks[first:last].reshape(len(proposals), 3 * WIDTH)
            out = self._linear["h2"](self._gelu(self._linear["h1"](joined)))
            first = last + len(parties)
            sides = self._linear["p1"](marks[last:first])
            speaks = {p: float(row[0]) for p, row in zip(parties, sides, strict=True)}
            found.append(
                Judgement(proposals, out[:, 0], out[:, 1:5], out[:, 5:8], out[:, 8], speaks)
            )
        return found

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

    def _marks(self, question: Question, text: Floats) -> Floats:
        """The first state of every mark: the mean of what it stands for, and its part."""
        window, role = question.window, self._t["role"]
        parties = {p: _mean(text, mentions) for p, mentions in window.parties.items()}
        goods = {g: _mean(text, mentions) for g, mentions in window.goods.items()}
        nobody = np.zeros(WIDTH, dtype=np.float32)
        rows = []
        for giver, getter, group in question.proposals:
            open_giver, open_getter = giver == NOBODY, getter == NOBODY
            rows.append(parties.get(giver, nobody) + role[NO_GIVER if open_giver else GIVER])
            rows.append(parties.get(getter, nobody) + role[NO_GETTER if open_getter else GETTER])
            rules = self._t["told"][question.told.get((giver, getter, group), 0)]
            rows.append(goods[group] + role[GOODS] + rules)
        rows += [parties[party] + role[PARTY] for party in window.parties]
        return self._norm("lnm", np.stack(rows))

    def _layer(self, layer: int, state: Floats, blocks: Sequence[Block]) -> Floats:
        """One layer for all rows: the text reads the text, a mark the text and its own three."""
        sight = Sight(*np.split(self._asked[layer](state), 3, axis=-1))
        read = []
        for block in blocks:
            seen = sight.of(block.first, block.pieces)
            read.append(seen.text())
            if block.rows > block.pieces:
                read.append(seen.marks(block.first + block.pieces, block.proposals, block.parties))
        return self._after(layer, state, np.concatenate(read))

    def _last_layer(self, state: Floats, blocks: Sequence[Block]) -> Floats:
        """The last layer for the marks alone, for nothing reads the text after it."""
        of_marks = np.concatenate(
            [np.arange(b.first + b.pieces, b.first + b.rows, dtype=np.intp) for b in blocks]
        )
        marks = state[of_marks]
        sight = Sight(self._last_asks(marks), *np.split(self._last_answers(state), 2, axis=-1))
        read, first = [], 0
        for block in blocks:
            seen = sight.of(block.first, block.pieces)
            own = block.first + block.pieces
            read.append(seen.marks(own, block.proposals, block.parties, asking=first))
            first += block.rows - block.pieces
        return self._after(self._layers - 1, marks, np.concatenate(read))

    def _after(self, layer: int, state: Floats, read: Floats) -> Floats:
        """What follows the looking: each row by itself."""
        state = self._norm(f"{layer}.ln1", state + self._linear[f"{layer}.o"](read))
        inner = self._gelu(self._linear[f"{layer}.up"](state))
        return self._norm(f"{layer}.ln2", state + self._linear[f"{layer}.down"](inner))

    def _norm(self, name: str, state: Floats) -> Floats:
        rows = normal(state)
        rows *= self._t[f"{name}.gain"]
        rows += self._t[f"{name}.shift"]
        return rows

    def _gelu(self, state: Floats) -> Floats:
        """By a table up to its last step, and beyond it the input itself."""
        steps = state * np.float32(GELU_STEPS)
        np.rint(steps, out=steps)
        steps += np.float32(GELU_LAST)
        bent: Floats = self._t["gelu"].take(steps.astype(np.intp), mode="clip")
        if steps.max() > 2 * GELU_LAST:
            np.copyto(bent, state, where=steps > 2 * GELU_LAST)
        return bent


def _batches(questions: Sequence[Question]) -> Iterator[list[Question]]:
    """Questions together up to so many rows: a matrix takes many rows at once faster than few."""
    some: list[Question] = []
    rows = 0
    for question in questions:
        more = len(question.window.pieces.ids) + 3 * len(question.proposals)
        if some and rows + more > ROWS:
            yield some
            some, rows = [], 0
        some.append(question)
        rows += more
    if some:
        yield some


def _blocks(sizes: Iterable[tuple[int, int, int]]) -> list[Block]:
    found: list[Block] = []
    first = 0
    for size in sizes:
        found.append(Block(first, *size))
        first += found[-1].rows
    return found


def _mean(text: Floats, mentions: Sequence[Sequence[int]]) -> Floats:
    """The mean over mentions of the mean over their pieces, by exact sums."""
    means = [exact_mean(text[list(mention)]) for mention in mentions]
    return means[0] if len(means) == 1 else exact_mean(np.stack(means))


@cache
def encoder() -> Encoder:
    """The encoder of the package, loaded once."""
    return Encoder(encoder_tables())
