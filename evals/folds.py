"""Tell which entries a fold leaves out, for training and for fitting alike."""

import random
from collections.abc import Iterable

FOLDS = 10


def left_out(ids: Iterable[str], fold: int) -> set[str]:
    """Every tenth of the entries, in an order drawn once; none for a fold below 0."""
    order = sorted(ids)
    random.Random(0).shuffle(order)
    return set(order[fold::FOLDS]) if fold >= 0 else set()
