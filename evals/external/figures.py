"""Count and print the figures of a benchmark alike for every reader that is compared."""

from collections.abc import Hashable, Iterable
from collections.abc import Set as AbstractSet

from embargo_watch.scoring import Ratio


def counted(pairs: Iterable[tuple[AbstractSet[Hashable], AbstractSet[Hashable]]]) -> Ratio:
    """Micro-average over (gold, found)."""
    hit = said = true = 0
    for gold, found in pairs:
        hit, said, true = hit + len(gold & found), said + len(found), true + len(gold)
    return Ratio(hit, said, true)


def line(name: str, ratio: Ratio) -> str:
    """``name  P 0.500  R 0.500  F1 0.500  (1 of 2 said, 2 true)``."""
    return (
        f"  {name:34} P {ratio.precision:.3f}  R {ratio.recall:.3f}  F1 {ratio.f1:.3f}"
        f"  ({ratio.hit} of {ratio.said} said, {ratio.true} true)"
    )
