"""Tell what two graders make of the claims: how many are right, and how far they agree.

    python -m evals.precision.verdicts [FOLDER]

FOLDER holds ``grader-a.jsonl`` and ``grader-b.jsonl``: ``{"id": ..., "n": ..., "right": true}`` a
claim, with ``why`` where it is wrong.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

Verdicts = Mapping[tuple[str, int], bool]


def read_verdicts(path: Path) -> Verdicts:
    """The verdicts of one grader by entry and number of the claim."""
    lines = path.read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines if line.strip()]
    return {(verdict["id"], verdict["n"]): verdict["right"] for verdict in told}


def figures(first: Verdicts, second: Verdicts) -> dict[str, float]:
    """Shares of the claims that both have judged: right to each, to both, and Cohen's kappa."""
    both = sorted(first.keys() & second.keys())
    count = len(both) or 1
    a, b = (sum(given[key] for key in both) / count for given in (first, second))
    agreed = sum(first[key] == second[key] for key in both) / count
    chance = a * b + (1 - a) * (1 - b)
    return {
        "claims": len(both),
        "right to the first": round(a, 3),
        "right to the second": round(b, 3),
        "right to both": round(sum(first[k] and second[k] for k in both) / count, 3),
        "agreed": round(agreed, 3),
        "kappa": round((agreed - chance) / (1 - chance), 3) if chance < 1 else 1.0,
    }


def main() -> None:
    """Print the figures of a folder, this one unless another is named."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    given = [read_verdicts(folder / f"grader-{name}.jsonl") for name in "ab"]
    for name, value in figures(*given).items():
        print(f"{name:20} {value}")


if __name__ == "__main__":
    main()
