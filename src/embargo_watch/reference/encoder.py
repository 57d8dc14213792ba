"""Give the extract stage the encoder's vocabulary and weights, as they were trained."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from embargo_watch.errors import InvalidReference

if TYPE_CHECKING:
    from numpy.typing import NDArray

FOLDER = "encoder"

GROUPS = (
    "missiles", "uav", "ammunition", "small_arms", "artillery", "armour", "aircraft",
    "air_defence", "naval", "wmd", "arms", "technology", "fuel", "money", "relief", "personnel",
    "other",
)  # fmt: skip
"""The item groups in the order in which the encoder was trained on them."""


@cache
def vocabulary() -> Mapping[str, int]:
    """The word pieces with their numbers, in the order of the file."""
    path = resources.files("embargo_watch") / "data" / FOLDER / "vocab.txt"
    names = path.read_text(encoding="utf-8").splitlines()
    return {name: number for number, name in enumerate(names)}


@cache
def encoder_tables() -> "Mapping[str, NDArray[Any]]":
    """Every table of the weights' file by name; raises InvalidReference where it is broken."""
    import numpy as np

    path = resources.files("embargo_watch") / "data" / FOLDER / "weights.npz"
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as tables:
            return {name: tables[name] for name in tables.files}
    except (OSError, ValueError) as error:
        raise InvalidReference(f"data/{FOLDER}/weights.npz: is no weights' file") from error
