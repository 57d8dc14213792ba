"""Learn the weights of ``data/lexicon/en/roles.yaml`` from annotated entries, the same each time.

Run ``python -m evals.train_roles ../shared/gold/train.jsonl`` from the checkout. Logistic
regression with a fixed penalty and no random start: the same entries give the same file. It
prints the flow F1 of five-fold cross-validation, in which no entry is judged by weights that
have seen it. Never give it the entries that accuracy is measured on.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from embargo_watch.extract.assemble import Refusal, Roles
from embargo_watch.extract.draft import Draft
from embargo_watch.extract.english import EnglishExtractor, drafts
from embargo_watch.extract.features import Elsewhere, options
from embargo_watch.extract.ranking import choose, proposal_features, stands_for
from embargo_watch.model.document import Document
from embargo_watch.reference.weights import RoleWeights
from embargo_watch.resolve import validate
from embargo_watch.scoring import score

PENALTY = 2.0
"""Weight of the squared weights; chosen by cross-validation among 1, 2, 3 and 5."""

LEAST = 4
"""Times that a feature must occur to get a weight."""

FOLDS = 5

ACCEPT = -0.5
"""Where precision and recall of flows are about equal in cross-validation."""

TARGET = Path(__file__).parents[1] / "src/embargo_watch/data/lexicon/en/roles.yaml"

HEADER = """\
# Learned weights of the features in extract/features.py: how much each speaks for a party being
# the supplier or the recipient of goods, and for a proposal being a claim. Made by
# evals/train_roles.py from annotated feed entries (1,200 of 2022-2023); not to be edited by hand.
# Limits: English news of those years, much of it on the war in Ukraine. No feature names a party.
# Read by reference/weights.py.
"""


@dataclass(frozen=True)
class Example:
    """One mention of goods with what the annotation says of its item group."""

    entry: int
    draft: Draft
    settled: list[Roles] | Refusal
    elsewhere: Mapping[str, Elsewhere]
    suppliers: frozenset[str] | None
    recipients: frozenset[str] | None
    pairs: tuple[tuple[frozenset[str], frozenset[str]], ...]


def main() -> None:
    """Train on the entries of the file named, and write the weights."""
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        entries = [json.loads(line) for line in lines]
    examples = collect(entries)
    print(
        f"{len(examples)} mentions of goods; cross-validated: {cross_validate(entries, examples)}"
    )
    write(train(examples))
    print(f"wrote {TARGET.name}")


def cross_validate(entries: Sequence[Mapping[str, Any]], examples: Sequence[Example]) -> str:
    """Score each fifth of the entries by weights learned from the other four."""
    found: dict[str, list[dict[str, Any]]] = {}
    for fold in range(FOLDS):
        weights = train([example for example in examples if example.entry % FOLDS != fold])
        held_out = [document_of(entry) for entry in entries[fold::FOLDS]]
        extractor = EnglishExtractor(weights=weights)
        for document, extraction in zip(held_out, extractor.extract(held_out), strict=True):
            claims, _ = validate(document, extraction.candidates, extractor.name)
            found[document.entry] = [
                {
                    "kind": c.kind, "supplier": c.supplier, "recipient": c.recipient,
                    "item": c.item, "status": c.status, "speakers": c.speakers, "date": c.date,
                }
                for c in claims
            ]  # fmt: skip
    gold = {entry["id"]: entry["claims"] for entry in entries}
    result = score(gold, found)
    return ", ".join(
        f"{name} P {fact.precision:.3f} R {fact.recall:.3f} F1 {fact.f1:.3f}"
        for name, fact in result.facts.items()
    )


def collect(entries: Sequence[Mapping[str, Any]]) -> list[Example]:
    """Read every entry and pair each mention of goods with the annotation."""
    found = []
    for index, entry in enumerate(entries):
        document = document_of(entry)
        told: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = defaultdict(list)
        for claim in entry["claims"]:
            if claim["kind"] != "interdiction":
                pair = (frozenset(claim["supplier"]), frozenset(claim["recipient"]))
                told[claim["item"]].append(pair)
        for draft, settled, elsewhere in drafts(document):
            pairs = told.get(draft.goods.goods.group)
            found.append(
                Example(
                    index, draft, settled, elsewhere,
                    frozenset().union(*(s for s, _ in pairs)) if pairs else None,
                    frozenset().union(*(r for _, r in pairs)) if pairs else None,
                    tuple(pairs or ()),
                )
            )  # fmt: skip
    return found


def document_of(entry: Mapping[str, Any]) -> Document:
    """The document of an annotated entry, as reading a feed gives it."""
    return Document(
        blob=entry["id"], entry=entry["id"], source=entry["id"],
        text=f"{entry['title']}\n{entry.get('text') or entry.get('summary') or ''}",
        title=entry["title"], published=entry["published"][:10], language="en",
    )  # fmt: skip


def train(examples: Sequence[Example]) -> RoleWeights:
    """Fit the two role tables on goods that the annotation speaks of, then the claim table."""
    rows: list[Sequence[str]] = []
    gives: list[bool] = []
    gets: list[bool] = []
    for example in examples:
        if example.suppliers is None or example.recipients is None:
            continue
        for option in options(example.draft, example.elsewhere):
            rows.append(option.features)
            gives.append(stands_for(option.party) in example.suppliers)
            gets.append(stands_for(option.party) in example.recipients)
    roles = RoleWeights(supplier=fit(rows, gives), recipient=fit(rows, gets), claim={}, accept=0.0)
    proposals: list[Sequence[str]] = []
    right: list[bool] = []
    for example in examples:
        supplier, recipient = choose(options(example.draft, example.elsewhere), roles)
        if not supplier and not recipient:
            continue
        proposals.append(proposal_features(example.draft, example.settled, supplier, recipient))
        given, got = {w.party for w in supplier}, {w.party for w in recipient}
        right.append(
            any(given <= s and got <= r and (given or not s) and (got or not r)
                for s, r in example.pairs)
        )  # fmt: skip
    return RoleWeights(roles.supplier, roles.recipient, fit(proposals, right), ACCEPT)


def fit(rows: Sequence[Sequence[str]], truth: Sequence[bool]) -> dict[str, float]:
    """Logistic regression over named binary features; returns feature -> weight."""
    counts = Counter(feature for row in rows for feature in row)
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    column = {name: index for index, name in enumerate(names)}
    places = [(i, column[f]) for i, row in enumerate(rows) for f in row if f in column]
    table = csr_matrix(
        (np.ones(len(places)), tuple(zip(*places, strict=True))), shape=(len(rows), len(names))
    )
    wanted = np.array(truth, dtype=float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        sums = table @ weights
        error = 1 / (1 + np.exp(-sums)) - wanted
        value = np.sum(np.logaddexp(0, sums) - wanted * sums) + PENALTY * weights @ weights / 2
        return float(value), table.T @ error + PENALTY * weights

    result = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return {name: round(float(result.x[column[name]]), 3) for name in names}


def write(weights: RoleWeights, target: Path = TARGET) -> None:
    """Write the weights as YAML, features in alphabetical order, zeros left out."""
    lines = [HEADER, f"accept: {weights.accept}\n"]
    for table in ("supplier", "recipient", "claim"):
        lines.append(f"{table}:\n")
        known: Mapping[str, float] = getattr(weights, table)
        lines += [f"  {json.dumps(name)}: {known[name]}\n" for name in sorted(known) if known[name]]
    target.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
