"""Give the extract stage the encoder's vocabulary and weights, as they were trained."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, cast

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.yaml_files import load

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


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionWeights:
    """How much the rules' word counts beside the encoder's, all in log-odds.

    A proposal is held where ``bias + encoder * logit``, and ``firm`` or ``ranked`` where the rules
    tell it (by a construction, or only as the likeliest), add up to more than 0. What the rules
    tell has ``firm_status`` or ``same_status`` for its status and ``same_kind`` for its kind;
    ``other_goods`` is the least weight of further goods between the same two parties, ``kind`` is
    the least weight of a kind, and a denial stands beside another status above ``denied_too``
    (``told_denied`` where rules tell it).
    """

    bias: float
    encoder: float
    firm: float
    ranked: float
    firm_status: float
    same_status: float
    same_kind: float
    kind: float
    denied_too: float
    told_denied: float
    other_goods: float


@cache
def decision_weights() -> DecisionWeights:
    """Load the weights of the decision; raises InvalidReference where one is missing."""
    name = f"{FOLDER}/decision.yaml"
    data = cast(dict[str, Any], load(name))
    try:
        return DecisionWeights(**{key: float(value) for key, value in data.items()})
    except (TypeError, ValueError) as error:
        raise InvalidReference(f"data/{name}: {error}") from error
