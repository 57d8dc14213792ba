"""Lay annotated entries out as the encoder reads them, for ``train_encoder``.

    python -m evals.encoder_windows OUT.jsonl [ENTRIES.jsonl ...]

writes the windows of the entries named and of those written for training (``evals/sentences``)
with what they are to be read as. Reading needs the package, training needs PyTorch: two steps, so
that neither environment has to hold both.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from embargo_watch.extract.english import EnglishExtractor
from embargo_watch.extract.weighing import implied, told_by
from embargo_watch.extract.windows import NOBODY, Window, windows
from embargo_watch.model.capture import Capture
from embargo_watch.model.document import Document
from embargo_watch.read import read
from embargo_watch.reference.encoder import vocabulary
from evals.own import SOURCE, entries

OWN = Path(__file__).parent / "sentences"
ANNOTATIONS = ("claims", "note")


def lines(annotated: Iterable[Mapping[str, Any]], source: str) -> Iterator[dict[str, Any]]:
    """Yield each entry with its windows and what each window is to be read as."""
    given = list(annotated)
    documents = [document_of(entry) for entry in given]
    for index, rules in EnglishExtractor().readings(documents):
        entry, document = given[index], documents[index]
        found = windows(document, vocabulary(), implied(rules.drafts))
        told = told_by(rules.candidates)
        rows = [[*triple, known.row] for triple, known in sorted(told.items())]
        claims = entry["claims"]
        yield {
            "id": entry["id"],
            "source": source,
            "gold": gold(claims),
            "windows": [_laid_out(w, document.text, claims) | {"told": rows} for w in found],
        }


def document_of(entry: Mapping[str, Any]) -> Document:
    """An annotated entry as the stages see it, without its annotations."""
    bare = {name: value for name, value in entry.items() if name not in ANNOTATIONS}
    content = json.dumps(bare, ensure_ascii=False).encode()
    return read(Capture(source="", entry="", media_type="application/json", content=content))


def gold(claims: Sequence[Mapping[str, Any]]) -> list[list[Any]]:
    """Every flow of the claims with how it is put: supplier, recipient, group, kind, status."""
    found = []
    for claim in claims:
        for giver in claim["supplier"] or [NOBODY]:
            for getter in claim["recipient"] or [NOBODY]:
                if giver != getter or giver == NOBODY:
                    found.append([giver, getter, claim["item"], claim["kind"], claim["status"]])
    return found


def _laid_out(window: Window, text: str, claims: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    stretch = " ".join(text[start:end] for start, end in window.ranges)
    whole = len(window.ranges) == 1
    told = [c for c in claims if whole or (c.get("quote") or "")[:60] in stretch]
    speakers = {name for claim in told for name in claim.get("speakers") or ()}
    return {
        "ids": window.pieces.ids,
        "parties": window.parties,
        "goods": window.goods,
        "weak": sorted(window.weak),
        "gold": gold(told),
        "speakers": sorted(speakers & set(window.parties)),
    }


def main() -> None:
    """Write the windows of all entries into the file named."""
    target, *files = sys.argv[1:]
    with Path(target).open("w", encoding="utf-8") as out:
        for name in files:
            with Path(name).open(encoding="utf-8") as file:
                given = [json.loads(line) for line in file if line.strip()]
            out.writelines(json.dumps(line) + "\n" for line in lines(given, Path(name).stem))
        out.writelines(json.dumps(line) + "\n" for line in lines(entries(OWN), SOURCE))


if __name__ == "__main__":
    main()
