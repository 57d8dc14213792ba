"""Show every figure of `embargo eval` over entries that the weights have not seen.

Run ``python -m evals.cross_validate ../shared/gold/train.jsonl --folds 5``. The entries are cut
into folds, copies of one report together; each fold is read with weights learned from the others,
and the claims of all folds are scored as one set. Nothing is written.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from embargo_watch.breakdown import break_down
from embargo_watch.cli import eval_listing
from embargo_watch.export.json_lines import claim_object
from embargo_watch.extract.english import EnglishExtractor
from embargo_watch.resolve import validate
from embargo_watch.scoring import score
from evals.train_roles import collect, document_of, train

Entry: TypeAlias = Mapping[str, Any]
Learner: TypeAlias = Callable[[frozenset[int]], EnglishExtractor]
"""From the places of the entries that are held out to an extractor that has not seen them."""

ALIKE = 0.6
"""The share of title words in common from which two entries tell the same report."""

_WORD = re.compile(r"\w+")


def main() -> int:
    """Cross-validate the weights for open roles and print the figures."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("entries", type=Path)
    reader.add_argument("--folds", type=int, default=5)
    options = reader.parse_args()
    with options.entries.open(encoding="utf-8") as lines:
        entries = [json.loads(line) for line in lines if line.strip()]
    found = held_out(entries, folds(entries, options.folds), learner_of_roles(entries))
    gold = {entry["id"]: entry["claims"] for entry in entries}
    eval_listing.whole(f"{options.entries.stem}, {options.folds} folds", score(gold, found))
    eval_listing.parts(break_down(gold, found))
    return 0


def learner_of_roles(entries: Sequence[Entry]) -> Learner:
    """Learn the weights of ``roles.yaml`` without some entries; all are parsed once."""
    examples = collect(entries)

    def learn(out: frozenset[int]) -> EnglishExtractor:
        return EnglishExtractor(weights=train([e for e in examples if e.entry not in out]))

    return learn


def held_out(
    entries: Sequence[Entry], parts: Sequence[Sequence[int]], learn: Learner
) -> dict[str, list[dict[str, Any]]]:
    """Read each fold by an extractor that has not seen it; claims by the entry's id."""
    found: dict[str, list[dict[str, Any]]] = {}
    for part in parts:
        extractor = learn(frozenset(part))
        documents = [document_of(entries[place]) for place in part]
        for document, extraction in zip(documents, extractor.extract(documents), strict=True):
            claims, _ = validate(document, extraction.candidates, extractor.name)
            found.setdefault(document.entry, []).extend(claim_object(claim) for claim in claims)
    return found


def folds(entries: Sequence[Entry], number: int) -> list[list[int]]:
    """Cut the places of the entries into folds of about one size, copies of a report together.

    The same entries give the same folds: a group goes to the fold that is shortest by then.
    """
    cut: list[list[int]] = [[] for _ in range(number)]
    for group in sorted(copies(entries), key=lambda group: (-len(group), group)):
        min(cut, key=len).extend(group)
    return [sorted(part) for part in cut]


def copies(entries: Sequence[Entry]) -> list[list[int]]:
    """Groups of entries whose titles share most of their words, by the first of each group."""
    groups: list[tuple[frozenset[str], list[int]]] = []
    for place, entry in enumerate(entries):
        words = frozenset(_WORD.findall(entry["title"].lower()))
        for known, group in groups:
            if known and len(words & known) >= ALIKE * len(words | known):
                group.append(place)
                break
        else:
            groups.append((words, [place]))
    return [group for _, group in groups]


if __name__ == "__main__":
    sys.exit(main())
