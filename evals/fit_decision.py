"""Fit ``data/encoder/decision.yaml`` on entries that the encoder was not trained on.

    python -m evals.fit_decision WEIGHTS.npz K ../shared/gold/train.jsonl

WEIGHTS is an encoder trained with ``--leave-out K``; what it left out, of the entries named and of
those written for training, is read by the rules and judged by it, and each number is moved as long
as the claims get better. The rules were written with the annotated entries in view and not with
ours, so both are fitted on together.
"""

import itertools
import json
import math
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from embargo_watch.extract.decision import Told, decide
from embargo_watch.extract.encoder import Encoder, Judgement
from embargo_watch.extract.english import EnglishExtractor
from embargo_watch.extract.weighing import questions, told_by
from embargo_watch.extract.windows import Triple
from embargo_watch.reference.encoder import DecisionWeights, decision_weights
from evals.encoder_windows import OWN, document_of, gold
from evals.folds import left_out
from evals.own import SOURCE, entries

TARGET = Path(__file__).parents[1] / "src/embargo_watch/data/encoder/decision.yaml"
STEPS = (1.0, 0.5, 0.25)
HEADER = """\
# How much the rules' word counts beside the encoder's when a proposal is weighed, in log-odds.
# Fitted by evals/fit_decision.py on entries that the encoder had not seen; read by
# reference/encoder.py, which says what each number means.
"""

Claim = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Case:
    """One entry: what is annotated, what the rules tell, what the encoder says."""

    source: str
    gold: frozenset[Claim]
    told: Mapping[Triple, Told]
    judged: Sequence[Judgement]


def main() -> None:
    """Fit on the files named and write the numbers."""
    weights, fold, *files = sys.argv[1:]
    with np.load(weights, allow_pickle=False) as tables:
        judge = Encoder({name: tables[name] for name in tables.files})
    cases = list(gather(judge, int(fold), files))
    by = fit(cases, decision_weights())
    for source in sorted({case.source for case in cases}):
        some = [case for case in cases if case.source == source]
        print(source, len(some), "flow", figures(some, by, 3), "claim", figures(some, by, 5))
    TARGET.write_text(HEADER + yaml.safe_dump(asdict(by), sort_keys=False), encoding="utf-8")


def gather(judge: Encoder, fold: int, files: Iterable[str]) -> Iterator[Case]:
    """Every entry that a fold leaves out, read by the rules and judged by the encoder."""
    sets: list[tuple[str, list[dict[str, Any]]]] = []
    for name in files:
        lines = Path(name).read_text(encoding="utf-8").splitlines()
        sets.append((Path(name).stem, [json.loads(line) for line in lines if line.strip()]))
    sets.append((SOURCE, list(entries(OWN))))
    out = left_out((entry["id"] for _, given in sets for entry in given), fold)
    for source, given in sets:
        some = [entry for entry in given if entry["id"] in out] if fold >= 0 else given
        documents = [document_of(entry) for entry in some]
        read = dict(EnglishExtractor().readings(documents))
        for index, (entry, document) in enumerate(zip(some, documents, strict=True)):
            rules = read.get(index)
            told = told_by(rules.candidates) if rules else {}
            asked = questions(document, rules.candidates, rules.drafts) if rules else []
            flows = frozenset(map(tuple, gold(entry["claims"])))
            yield Case(source, flows, told, judge.judge(asked))


def predicted(case: Case, by: DecisionWeights) -> set[Claim]:
    """The claims that are held, each as (supplier, recipient, item, kind, status)."""
    decisions = decide(case.judged, case.told, by)
    held = {
        (*triple, kind, status)
        for triple, decision in decisions.items()
        if decision.held
        for kind, status in decision.puts
    }
    unseen = {
        (*triple, kind, status)
        for triple, told in case.told.items()
        if triple not in decisions
        for kind, status in told.ways
    }
    return held | unseen


def figures(cases: Sequence[Case], by: DecisionWeights, parts: int) -> tuple[float, ...]:
    """Precision, recall and F1 of the first ``parts`` of each claim."""
    hit = said = true = 0
    for case in cases:
        right = {claim[:parts] for claim in case.gold}
        found = {claim[:parts] for claim in predicted(case, by)}
        hit, said, true = hit + len(right & found), said + len(found), true + len(right)
    f1 = 2 * hit / max(said + true, 1)
    return round(hit / max(said, 1), 4), round(hit / max(true, 1), 4), round(f1, 4)


def fit(cases: Sequence[Case], by: DecisionWeights) -> DecisionWeights:
    """Move one number at a time, by smaller and smaller steps, as long as it helps."""
    best = _goal(cases, by)
    for step in STEPS:
        moved = True
        while moved:
            moved = False
            for name, way in itertools.product(asdict(by), (step, -step)):
                if name == "encoder":
                    continue
                tried = replace(by, **{name: getattr(by, name) + way})
                reached = _goal(cases, tried)
                if reached > best + 1e-4:
                    best, by, moved = reached, tried, True
    return by


def _goal(cases: Sequence[Case], by: DecisionWeights) -> float:
    """Both sets count alike, whichever has more entries."""
    sources = {case.source for case in cases}
    parts = [[case for case in cases if case.source == source] for source in sources]
    sums = (figures(part, by, 3)[2] + 0.5 * figures(part, by, 5)[2] for part in parts)
    return math.fsum(sums) / len(parts)


if __name__ == "__main__":
    main()
