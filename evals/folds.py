"""Tell which entries a fold leaves out, for training and for fitting alike."""

import hashlib
from collections.abc import Iterable

FOLDS = 10


def left_out(ids: Iterable[str], fold: int) -> set[str]:
    """Every tenth of the entries, by their ids alone; none for a fold below 0.

    An entry keeps its fold when others come or go.
    """
    return {one for one in ids if _fold(one) == fold}


def _fold(one: str) -> int:
    return int(hashlib.sha256(one.encode()).hexdigest(), 16) % FOLDS
