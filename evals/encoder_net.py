"""The encoder as PyTorch trains it; ``extract/encoder.py`` computes the same in whole numbers."""

import math
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from embargo_watch.extract.attention import HEADS
from embargo_watch.extract.decision import PUT as STATUSES
from embargo_watch.extract.encoder import GETTER, GIVER, GOODS, NO_GETTER, NO_GIVER, PARTY, WIDTH
from embargo_watch.extract.windows import NOBODY, Triple
from embargo_watch.model.claim import KINDS
from embargo_watch.reference.encoder import GROUPS

INNER, LAYERS = 1536, 6
START = 2
"""The layer from which the marks of the proposals read along."""

HIDDEN = -1e4

Mark = tuple[int, int, Sequence[Sequence[int]], int]
"""What a mark stands for, its proposal's number, its mentions, and how the rules tell it."""

TOLD = 1 + 2 * len(STATUSES)


class Layer(nn.Module):
    """Attention and a feed-forward step, each added to its input and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.ln1, self.ln2 = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))

    def forward(self, state: Tensor, mask: Tensor, drop: Callable[[Tensor], Tensor]) -> Tensor:
        """(batch, rows, width) -> the same; ``mask`` is added to the scores of attention."""
        batch, rows, _ = state.shape
        q, k, v = (
            linear(state).view(batch, rows, HEADS, -1).transpose(1, 2)
            for linear in (self.q, self.k, self.v)
        )
        scores = torch.matmul(q, k.transpose(-1, -2)) / math.sqrt(WIDTH // HEADS)
        shares = torch.softmax(scores + mask.to(scores.dtype), -1, dtype=scores.dtype)
        read = torch.matmul(shares, v).transpose(1, 2).reshape(batch, rows, WIDTH)
        state = self.ln1(state + drop(self.o(read)))
        return self.ln2(state + drop(self.down(F.gelu(self.up(state)))))


class Drop:
    """Dropout by slices of masks drawn once: drawing them anew takes as long as a layer."""

    SIZE = 1 << 24

    def __init__(self, share: float, seed: int) -> None:
        source = torch.Generator().manual_seed(seed)
        kept = (torch.rand(self.SIZE, generator=source) > share).float() / (1 - share)
        self._masks = {torch.float32: kept, torch.bfloat16: kept.bfloat16()}
        self._random = random.Random(seed)

    def __call__(self, state: Tensor) -> Tensor:
        first = self._random.randrange(self.SIZE - state.numel())
        mask = self._masks[state.dtype][first : first + state.numel()]
        return state * mask.view(state.shape)


def keep_all(state: Tensor) -> Tensor:
    """No dropout."""
    return state


@dataclass(frozen=True)
class Batch:
    """Windows with their proposals as tensors; ``pool`` averages the mentions of each mark."""

    ids: Tensor
    kinds: Tensor
    weak: Tensor
    seen: Tensor
    pool: Tensor
    role: Tensor
    group: Tensor
    told: Tensor
    proposals: int

    @staticmethod
    def of(items: Sequence[tuple[Mapping[str, Any], Sequence[Triple]]]) -> "Batch":
        """Lay out windows (as ``encoder_windows`` writes them), each with its proposals."""
        count, pieces = len(items), _even(max(len(w["ids"]) for w, _ in items), 16)
        proposals = _even(max(max(len(p) for _, p in items), 1), 4)
        marks = 3 * proposals + _even(max(len(w["parties"]) for w, _ in items), 4)
        ids, kinds, weak = (torch.zeros(count, pieces, dtype=torch.long) for _ in range(3))
        seen = torch.zeros(count, pieces, dtype=torch.bool)
        pool = torch.zeros(count, marks, pieces)
        role = torch.zeros(count, marks, dtype=torch.long)
        group, told = torch.full((count, marks), -1), torch.zeros(count, marks, dtype=torch.long)
        for row, (window, tried) in enumerate(items):
            size = len(window["ids"])
            ids[row, :size] = torch.tensor(window["ids"])
            kinds[row, :size] = torch.tensor(_kinds(window))
            weak[row, window["weak"]] = 1
            seen[row, :size] = True
            for mark, (of, number, mentions, rules) in enumerate(_marks(window, tried, proposals)):
                role[row, mark], group[row, mark] = of, number
                told[row, mark] = rules
                for mention in mentions:
                    pool[row, mark, list(mention)] += 1 / len(mentions) / len(mention)
        return Batch(ids, kinds, weak, seen, pool, role, group, told, proposals)


def _even(size: int, step: int) -> int:
    """Few sizes, since PyTorch plans each size that it meets anew."""
    return -(-size // step) * step


def _kinds(window: Mapping[str, Any]) -> list[int]:
    kinds = [0] * len(window["ids"])
    for mentions in window["parties"].values():
        for at in (at for mention in mentions for at in mention):
            kinds[at] = 1
    for group, mentions in window["goods"].items():
        for at in (at for mention in mentions for at in mention):
            kinds[at] = 2 + GROUPS.index(group)
    return kinds


def _marks(window: Mapping[str, Any], tried: Sequence[Triple], proposals: int) -> list[Mark]:
    parties, goods = window["parties"], window["goods"]
    rules = {(giver, getter, item): row for giver, getter, item, row in window["told"]}
    found: list[Mark] = []
    for number, (giver, getter, item) in enumerate(tried):
        by = rules.get((giver, getter, item), 0)
        found.append((NO_GIVER if giver == NOBODY else GIVER, number, parties.get(giver, ()), 0))
        found.append(
            (NO_GETTER if getter == NOBODY else GETTER, number, parties.get(getter, ()), 0)
        )
        found.append((GOODS, number, goods[item], by))
    found += [(0, -1, (), 0)] * (3 * (proposals - len(tried)))
    found += [(PARTY, proposals + place, m, 0) for place, m in enumerate(parties.values())]
    return found


class Net(nn.Module):
    """The encoder with its marks and heads."""

    def __init__(self) -> None:
        super().__init__()
        self.word, self.position = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.ln, self.lnm = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.kind, self.weak = nn.Embedding(2 + len(GROUPS), WIDTH), nn.Embedding(2, WIDTH)
        self.role, self.told = nn.Embedding(6, WIDTH), nn.Embedding(TOLD, WIDTH)
        self.h1 = nn.Linear(3 * WIDTH, WIDTH)
        self.h2 = nn.Linear(WIDTH, 1 + len(STATUSES) + len(KINDS) + 1)
        self.p1 = nn.Linear(WIDTH, 3)
        for table in (self.kind, self.role, self.told):
            nn.init.normal_(table.weight, std=0.02)
        nn.init.zeros_(self.weak.weight)

    def begin(self, folder: Path) -> None:
        """Take over the pretrained weights (all-MiniLM-L6-v2) of a folder."""
        from safetensors.torch import load_file

        given = load_file(folder / "model.safetensors")
        tables = {name.removeprefix("bert."): table for name, table in given.items()}
        segment = tables["embeddings.token_type_embeddings.weight"][0]
        self.word.weight.data.copy_(tables["embeddings.word_embeddings.weight"])
        self.position.weight.data.copy_(tables["embeddings.position_embeddings.weight"] + segment)
        _take(self.ln, tables, "embeddings.LayerNorm")
        names = {
            "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
            "o": "attention.output.dense", "ln1": "attention.output.LayerNorm",
            "up": "intermediate.dense", "down": "output.dense", "ln2": "output.LayerNorm",
        }  # fmt: skip
        for number, layer in enumerate(self.layers):
            for ours, theirs in names.items():
                _take(getattr(layer, ours), tables, f"encoder.layer.{number}.{theirs}")

    def forward(
        self, batch: Batch, drop: Callable[[Tensor], Tensor] = keep_all
    ) -> tuple[Tensor, Tensor]:
        """Return (batch, proposals, 9) logits of proposals and (batch, parties, 3) of parties."""
        rows, pieces = batch.ids.shape
        state = self.word(batch.ids) + self.position.weight[:pieces]
        state = drop(self.ln(state + self.kind(batch.kinds) + self.weak(batch.weak)))
        of_text, of_all = _masks(batch)
        for number, layer in enumerate(self.layers):
            if number == START:
                marks = torch.bmm(batch.pool, state.float()) + self.role(batch.role)
                goods = (batch.role == GOODS).float()[..., None]
                marks = marks + self.told(batch.told) * goods
                state = torch.cat([state.float(), self.lnm(marks).float()], 1)
            state = layer(state, of_text if number < START else of_all, drop)
        marks = state[:, pieces:]
        last = 3 * batch.proposals
        joined = marks[:, :last].reshape(rows, batch.proposals, 3 * WIDTH)
        told = self.h2(drop(F.gelu(self.h1(joined))))
        return told.float(), self.p1(marks[:, last:]).float()


def _take(module: nn.Linear | nn.LayerNorm, tables: Mapping[str, Tensor], name: str) -> None:
    module.weight.data.copy_(tables[f"{name}.weight"])
    module.bias.data.copy_(tables[f"{name}.bias"])


def _masks(batch: Batch) -> tuple[Tensor, Tensor]:
    """The text sees the text; a mark sees the text and the marks of its own proposal."""
    rows, pieces = batch.ids.shape
    marks = batch.role.shape[1]
    unseen = torch.zeros(rows, pieces).masked_fill(~batch.seen, HIDDEN)
    same = (batch.group[:, :, None] == batch.group[:, None, :]) & (batch.group >= 0)[:, None, :]
    same = same | torch.eye(marks, dtype=torch.bool)
    whole = torch.full((rows, pieces + marks, pieces + marks), HIDDEN)
    whole[:, :, :pieces] = unseen[:, None, :]
    whole[:, pieces:, pieces:] = torch.where(same, 0.0, HIDDEN)
    return unseen[:, None, None, :], whole[:, None]
