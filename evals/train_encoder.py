"""Fine-tune the encoder on annotated windows and write it in whole numbers, from a fixed seed.

    python -m evals.encoder_windows windows.jsonl ../shared/gold/train.jsonl
    python -m evals.train_encoder windows.jsonl PRETRAINED [--leave-out K] [--out weights.npz]

PRETRAINED is the folder of all-MiniLM-L6-v2 with ``model.safetensors``. ``--leave-out K`` leaves
out every tenth entry from the Kth on, for figures of entries that the encoder has not seen. Needs
the extra ``train`` (PyTorch); reading does not. The seed fixes what is drawn; PyTorch's sums may
still differ in their last digits between machines, so the weights are kept in the package.
"""

import argparse
import json
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from embargo_watch.extract.decision import PUT as STATUSES
from embargo_watch.extract.windows import NOBODY, Triple
from embargo_watch.model.claim import KINDS
from evals.encoder_net import Batch, Drop, Net
from evals.encoder_tables import save
from evals.folds import left_out
from evals.own import SOURCE

EPOCHS = 9
BATCH = 16
REFUSED = 16
"""Wrong proposals tried beside an entry's right ones, reversed pairs first."""

RATE, HEADS_RATE = 1e-4, 5e-4
WARM_UP = 0.08
SMOOTHING = 0.02
DROPOUT = 0.1
AVERAGED = 0.998
"""How slowly the average of the weights, which is what is kept, follows them."""

MASKED, BLANKED = 0.03, 0.12
"""Share of pieces hidden, and of parties whose names are hidden, so that context counts."""

ANNOTATED = 2
"""How often an epoch reads an entry of the shared annotation, for one of our own once."""

UNTOLD = 0.3
"""Share of windows read without the rules' word, so that the encoder learns to read by itself."""

HEADS_SEED = 1
"""The heads begin alike whatever the seed, so that encoders of several seeds can be averaged."""

MASK, BLANK = 103, 1
NEW = ("kind", "weak", "role", "told", "lnm", "h1", "h2", "p1")

Window = Mapping[str, Any]
Item = tuple[Window, list[Triple]]


def main() -> None:
    """Train as asked on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("windows", type=Path)
    parser.add_argument("pretrained", type=Path)
    parser.add_argument("--leave-out", type=int, default=-1, metavar="K")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--out", type=Path, default=Path("weights.npz"))
    asked = parser.parse_args()
    torch.manual_seed(HEADS_SEED)
    net = Net()
    net.begin(asked.pretrained)
    train(net, list(_windows(asked.windows, asked.leave_out)), asked.seed, asked.epochs)
    save(net, asked.out)


def _windows(path: Path, fold: int) -> Iterator[Window]:
    entries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    out = left_out((entry["id"] for entry in entries), fold)
    for entry in entries:
        if entry["id"] not in out:
            times = 1 if entry["source"] == SOURCE else ANNOTATED
            windows = [w for w in entry["windows"] if w["parties"] and w["goods"]]
            yield from windows * times


def train(net: Net, windows: Sequence[Window], seed: int, epochs: int) -> None:
    """Fit the net and leave it with the average of its weights."""
    draw = random.Random(seed)
    torch.manual_seed(seed)
    drop = Drop(DROPOUT, seed)
    optimizer = _optimizer(net)
    steps = math.ceil(len(windows) / BATCH) * epochs
    average = {name: table.detach().clone() for name, table in net.state_dict().items()}
    step = 0
    for epoch in range(epochs):
        total = 0.0
        for items in _batches(windows, draw):
            share = min(1.0, step / (WARM_UP * steps)) * max(0.02, 1 - step / steps)
            for group, rate in zip(optimizer.param_groups, (RATE, HEADS_RATE), strict=True):
                group["lr"] = rate * share
            total += _step(net, items, optimizer, drop)
            step += 1
            follow = min(AVERAGED, (1 + step) / (10 + step))
            now = [table.detach() for table in net.state_dict().values()]
            torch._foreach_lerp_(list(average.values()), now, 1 - follow)
        print(f"epoch {epoch + 1}: loss {total * BATCH / len(windows):.4f}", flush=True)
    net.load_state_dict(average)


def _optimizer(net: Net) -> torch.optim.AdamW:
    fresh = [p for name, p in net.named_parameters() if name.split(".")[0] in NEW]
    known = [p for name, p in net.named_parameters() if name.split(".")[0] not in NEW]
    groups = [{"params": known, "lr": RATE}, {"params": fresh, "lr": HEADS_RATE}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _step(net: Net, items: Sequence[Item], optimizer: torch.optim.AdamW, drop: Drop) -> float:
    batch = Batch.of(items)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        told, parties = net(batch, drop)
    whole = loss(items, told, parties)
    optimizer.zero_grad()
    whole.backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    return whole.item()


def loss(items: Sequence[Item], told: Tensor, parties: Tensor) -> Tensor:
    """How far the logits are from what the annotation says of these proposals and parties."""
    rows, proposals = told.shape[:2]
    held, tried = torch.zeros(rows, proposals), torch.zeros(rows, proposals)
    status = torch.full((rows, proposals), -100)
    kinds, denied = torch.zeros(rows, proposals, len(KINDS)), torch.zeros(rows, proposals)
    sides, named = torch.zeros_like(parties), torch.zeros(rows, parties.shape[1])
    for row, (window, proposed) in enumerate(items):
        right = labels(window)
        for place, triple in enumerate(proposed):
            tried[row, place] = 1
            if triple in right:
                put, sorts, both = right[triple]
                held[row, place], status[row, place], denied[row, place] = 1, put, float(both)
                kinds[row, place] = torch.tensor(sorts)
        for place, party in enumerate(window["parties"]):
            named[row, place] = 1
            sides[row, place] = torch.tensor(_part(window, party))
    odds = F.binary_cross_entropy_with_logits
    goal = held * (1 - 2 * SMOOTHING) + SMOOTHING
    whole = 2 * (odds(told[..., 0], goal, reduction="none") * tried).sum() / tried.sum().clamp(1)
    spoken = (odds(parties, sides, reduction="none").mean(-1) * named).sum() / named.sum()
    whole = whole + 0.7 * spoken
    found = held > 0
    if not found.any():
        return whole
    put_as = F.cross_entropy(told[..., 1:5][found], status[found], label_smoothing=0.05)
    sort = odds(told[..., 5:8][found], kinds[found])
    return whole + 0.5 * put_as + 0.3 * sort + 0.3 * odds(told[..., 8][found], denied[found])


def labels(window: Window) -> dict[Triple, tuple[int, list[float], bool]]:
    """Each flow of the window: its strongest status, its kinds, and whether it is denied."""
    flows: dict[Triple, list[tuple[str, str]]] = {}
    for giver, getter, item, kind, status in window["gold"]:
        flows.setdefault((giver, getter, item), []).append((kind, status))
    found = {}
    for flow, told in flows.items():
        statuses = {status for _, status in told}
        strongest = next(i for i, name in enumerate(STATUSES) if name in statuses)
        kinds = [float(any(kind == name for kind, _ in told)) for name in KINDS]
        found[flow] = (strongest, kinds, "denied" in statuses)
    return found


def _part(window: Window, party: str) -> list[float]:
    return [
        float(party in window["speakers"]),
        float(any(party == flow[0] for flow in window["gold"])),
        float(any(party == flow[1] for flow in window["gold"])),
    ]


def _batches(windows: Sequence[Window], draw: random.Random) -> list[list[Item]]:
    """All windows once, with proposals drawn anew, in batches of about one length."""
    items = [(_blurred(window, draw), _tried(window, draw)) for window in windows]
    draw.shuffle(items)
    batches = []
    for start in range(0, len(items), BATCH * 16):
        part = sorted(items[start : start + BATCH * 16], key=_size)
        batches += [part[first : first + BATCH] for first in range(0, len(part), BATCH)]
    draw.shuffle(batches)
    return batches


def _size(item: Item) -> int:
    return len(item[0]["ids"]) + 3 * len(item[1])


def _tried(window: Window, draw: random.Random) -> list[Triple]:
    """The right proposals and some wrong ones: reversed pairs first, then those of two parties."""
    sides = [*window["parties"], NOBODY]
    every = [(a, b, item) for item in window["goods"] for a in sides for b in sides if a != b]
    right = labels(window)
    held = [triple for triple in every if triple in right]
    reversed_ = {(getter, giver, item) for giver, getter, item in held}
    wrong = [triple for triple in every if triple not in right]
    rank = {t: (t[0] == NOBODY) + (t[1] == NOBODY) + 1.5 * draw.random() for t in wrong}
    wrong.sort(key=lambda triple: (triple not in reversed_, rank[triple]))
    return held + wrong[:REFUSED]


def _blurred(window: Window, draw: random.Random) -> Window:
    """The window with some names and words hidden."""
    ids = list(window["ids"])
    named: set[int] = set()
    for mentions in window["parties"].values():
        positions = [at for mention in mentions for at in mention]
        named.update(positions)
        if draw.random() < BLANKED:
            for at in positions:
                ids[at] = BLANK
    for mentions in window["goods"].values():
        named.update(at for mention in mentions for at in mention)
    for at in range(1, len(ids) - 1):
        if at not in named and draw.random() < MASKED:
            ids[at] = MASK
    told = [] if draw.random() < UNTOLD else window["told"]
    return {**window, "ids": ids, "told": told}


if __name__ == "__main__":
    main()
