"""Give the extract stage the learned weights of its features, as data that a person can read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.yaml_files import load


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """Weights by feature name, one table for each question; a sum above 0 means "rather yes".

    ``supplier`` and ``recipient`` judge one party for one role, ``claim`` a whole proposal, and
    ``accept`` is the least sum with which a proposal becomes a candidate.
    """

    supplier: Mapping[str, float]
    recipient: Mapping[str, float]
    claim: Mapping[str, float]
    accept: float


@cache
def role_weights(language: str) -> RoleWeights:
    """Load the weights of a language (``en``); raises InvalidReference where a table is missing."""
    name = f"lexicon/{language}/roles.yaml"
    data = cast(dict[str, Any], load(name))
    try:
        return RoleWeights(
            supplier=data["supplier"],
            recipient=data["recipient"],
            claim=data["claim"],
            accept=float(data["accept"]),
        )
    except KeyError as missing:
        raise InvalidReference(f"data/{name}: the table {missing} is missing") from missing
