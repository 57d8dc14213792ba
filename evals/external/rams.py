"""Measure our constructions on RAMS: the arguments of transfers, their triggers given.

Run ``python -m evals.external.rams PATH``, where PATH is a file of RAMS (test.jsonlines).
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from embargo_watch.extract.parser import parse
from embargo_watch.scoring import Ratio
from evals.external.baselines import by_dependency, by_distance
from evals.external.constructions import by_constructions
from evals.external.figures import counted, line
from evals.external.phrases import Phrase
from evals.external.rams_data import GOODS, MONEY, Event, events

if TYPE_CHECKING:
    from spacy.tokens import Doc

Filled: TypeAlias = dict[str, list[Phrase]]
"""Slot -> the phrases that fill it."""
Reader: TypeAlias = Callable[["Doc", range, str], Filled]
"""From a parsed sentence, the tokens of the trigger in it and its frame to what fills the slots."""

READERS: dict[str, Reader] = {
    "our constructions": by_constructions,
    "baseline: dependency labels": by_dependency,
    "baseline: nearest noun phrase": by_distance,
}


def main(arguments: Sequence[str]) -> int:
    """Print the figures of every reader over the file named; 2 where none is named."""
    if len(arguments) != 1:
        print("usage: python -m evals.external.rams PATH/test.jsonlines", file=sys.stderr)
        return 2
    for name, kinds in (("goods", GOODS), ("money", MONEY), ("both", GOODS | MONEY)):
        told = list(events(Path(arguments[0]), kinds))
        inside, outside = sum(len(e.arguments) for e in told), sum(e.outside for e in told)
        print(
            f"transfers of {name}: {len(told)} events, {inside + outside} arguments that our slots "
            f"cover, {outside} of them in another sentence"
        )
        for reader, read in READERS.items():
            spans, heads = measured(told, read)
            print(line(f"{reader}, exact", spans))
            print(line(f"{reader}, head", heads))
    return 0


def measured(told: Sequence[Event], read: Reader) -> tuple[Ratio, Ratio]:
    """Argument figures by exact span and by head word; an argument elsewhere is missed."""
    exact, heads = [], []
    docs = parse(" ".join(event.tokens) for event in told)
    for event, doc in zip(told, docs, strict=True):
        place = Places(event.tokens, doc)
        found = read(doc, place.parsed(*event.trigger), event.frame)
        said = [(slot, phrase) for slot, several in found.items() for phrase in several]
        true = {(a.slot, a.first, a.last) for a in event.arguments}
        exact.append((true, {(slot, *place.told(p.first, p.last)) for slot, p in said}))
        true_heads = {
            (a.slot, place.told(h, h)[0])
            for a in event.arguments
            for h in (_head(doc, place.parsed(a.first, a.last)),)
        }
        heads.append((true_heads, {(slot, place.told(p.head, p.head)[0]) for slot, p in said}))
    missed = sum(event.outside for event in told)
    return _with_missed(counted(exact), missed), _with_missed(counted(heads), missed)


def _with_missed(ratio: Ratio, missed: int) -> Ratio:
    return Ratio(ratio.hit, ratio.said, ratio.true + missed)


def _head(doc: "Doc", tokens: Iterable[int]) -> int:
    """The token of a stretch that hangs on something outside it."""
    inside = list(tokens)
    return next(
        (i for i in inside if doc[i].head.i not in inside or doc[i].head.i == i), inside[-1]
    )


class Places:
    """Lead from the benchmark's tokens to the parser's, which cuts words its own way, and back."""

    def __init__(self, tokens: Sequence[str], doc: "Doc") -> None:
        starts, position = [], 0
        for token in tokens:
            starts.append(position)
            position += len(token) + 1
        ends = [start + len(token) for start, token in zip(starts, tokens, strict=True)]
        self._parsed = [
            [t.i for t in doc if t.idx < end and start < t.idx + len(t)]
            for start, end in zip(starts, ends, strict=True)
        ]
        self._told = {i: told for told, inside in enumerate(self._parsed) for i in inside}

    def parsed(self, first: int, last: int) -> range:
        """The parser's tokens of a stretch of the benchmark's."""
        inside = [i for told in range(first, last + 1) for i in self._parsed[told]]
        return range(min(inside), max(inside) + 1)

    def told(self, first: int, last: int) -> tuple[int, int]:
        """The benchmark's tokens of a stretch of the parser's."""
        return self._told[first], self._told[last]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
