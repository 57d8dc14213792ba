"""Draw the entries whose claims are graded, and lay them out for the graders.

    embargo read STREAM --json > claims.jsonl
    python -m evals.precision.sample claims.jsonl STREAM OUT.jsonl [--seed 2023] [--entries 300]

draws entries from those that yield a claim and writes each with its text and claims. The texts are
their publishers': OUT stays outside the repository, which keeps ids and verdicts alone.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SLOTS = ("kind", "supplier", "recipient", "item", "item_text", "status", "speakers", "rule")


def main() -> None:
    """Draw as asked on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", type=Path)
    parser.add_argument("stream", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=2023)
    parser.add_argument("--entries", type=int, default=300)
    asked = parser.parse_args()
    told = {line["id"]: line["claims"] for line in _lines(asked.claims) if line["claims"]}
    drawn = set(random.Random(asked.seed).sample(sorted(told), asked.entries))
    with asked.out.open("w", encoding="utf-8") as out:
        for entry in _lines(asked.stream):
            if entry["id"] in drawn:
                drawn.discard(entry["id"])
                out.write(json.dumps(laid_out(entry, told[entry["id"]]), ensure_ascii=False) + "\n")


def laid_out(entry: dict[str, Any], claims: list[dict[str, Any]]) -> dict[str, Any]:
    """An entry with what a grader needs of its claims, numbered."""
    text = entry.get("text") or entry.get("summary") or ""
    return {
        "id": entry["id"],
        "published": entry["published"],
        "title": entry["title"],
        "text": text,
        "claims": [{"n": n, **{s: c.get(s) for s in SLOTS}} for n, c in enumerate(claims)],
    }


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


if __name__ == "__main__":
    main()
