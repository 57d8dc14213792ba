"""Write a trained encoder as the tables of whole numbers that the package computes with."""

import math
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embargo_watch.extract.attention import EXP_LAST, EXP_STEPS
from embargo_watch.extract.encoder import GELU_LAST, GELU_STEPS
from embargo_watch.extract.whole import LEVELS
from embargo_watch.extract.windows import MOST
from evals.encoder_net import START, Net

POWERS = 2.0**15


def save(net: Net, path: Path) -> None:
    """Write every table, by the names that ``extract/encoder.py`` asks for."""
    state = {name: table.float().numpy() for name, table in net.state_dict().items()}
    tables: dict[str, NDArray[Any]] = {"start": np.array(START), **_curves()}
    words, steps = _whole(state.pop("word.weight"))
    tables |= {"word.table": words, "word.steps": steps[:, None]}
    tables["position"] = state.pop("position.weight")[:MOST].astype(np.float32)
    for name in ("kind", "weak", "role", "told"):
        tables[name] = state.pop(f"{name}.weight").astype(np.float32)
    for name, table in state.items():
        module, _, part = name.removeprefix("layers.").rpartition(".")
        if module.rpartition(".")[2].startswith("ln"):
            tables[f"{module}.{'gain' if part == 'weight' else 'shift'}"] = table
        elif part == "bias":
            tables[f"{module}.bias"] = table
        else:
            tables[f"{module}.weight"], tables[f"{module}.scale"] = _whole(table)
    with path.open("wb") as file:
        np.savez_compressed(file, **tables)


def _whole(table: NDArray[Any]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Each row as whole numbers up to ``LEVELS``, and the size of its step."""
    steps = np.abs(table).max(1) / LEVELS
    steps = np.where(steps == 0, 1.0, steps).astype(np.float32)
    return np.rint(table / steps[:, None]).astype(np.int8), steps


def _curves() -> dict[str, NDArray[Any]]:
    """The exponential and the Gaussian error linear unit, as tables."""
    falling = [round(math.exp(-i / EXP_STEPS) * POWERS) for i in range(EXP_LAST + 1)]
    falling[-1] = 0
    inputs = [i / GELU_STEPS for i in range(-GELU_LAST, GELU_LAST + 1)]
    curve = [x * 0.5 * (1 + math.erf(x / math.sqrt(2))) for x in inputs]
    return {
        "exp": np.array(falling, dtype=np.float32),
        "gelu": np.array(curve, dtype=np.float32),
    }
