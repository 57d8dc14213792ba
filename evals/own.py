"""Read the entries written for training, so that they can be reviewed as plain text.

A file holds one entry a paragraph: ``T:`` its title, ``B:`` its text (may be absent), and a line
``C:`` for each claim, by the shared codebook:

    C: transfer PRK > RUS missiles asserted | KOR,USA

kind, suppliers > recipients (``-`` names nobody), item group, status, then the speakers.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CLAIM = re.compile(
    r"C: (?P<kind>\S+) (?P<supplier>\S+) > (?P<recipient>\S+) (?P<item>\S+) (?P<status>\S+)"
    r"(?: \|(?P<speakers>.*))?"
)
SOURCE = "own"
"""How windows and figures name these entries."""

KINDS = ("transfer", "use", "interdiction")
STATUSES = ("asserted", "denied", "suspected", "prospective")


def entries(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield every entry of the folder as an annotated entry, in a fixed order.

    Raises ValueError, naming file and line, where a line is none of ``T:``, ``B:`` and ``C:``.
    """
    for path in sorted(folder.glob("*.txt")):
        paragraphs = path.read_text(encoding="utf-8").split("\n\n")
        number = 1
        for paragraph in paragraphs:
            if paragraph.strip():
                yield _entry(paragraph, path, number)
            number += paragraph.count("\n") + 2


def _entry(paragraph: str, path: Path, number: int) -> dict[str, Any]:
    title, text, claims = "", "", []
    for offset, line in enumerate(paragraph.splitlines()):
        place = f"{path.name}:{number + offset}"
        if line.startswith("T: "):
            title = line[3:].strip()
        elif line.startswith("B: "):
            text = (text + "\n" + line[3:].strip()).strip()
        elif line.startswith("C: "):
            claims.append(_claim(line, place))
        elif line.strip() and not line.startswith("#"):
            raise ValueError(f"{place}: begins with none of T:, B:, C:")
    digest = hashlib.sha256(f"{title}\n{text}".encode()).hexdigest()[:12]
    return {"id": digest, "title": title, "text": text, "claims": claims}


def _claim(line: str, place: str) -> dict[str, Any]:
    found = CLAIM.fullmatch(line.strip())
    if not found or found["kind"] not in KINDS or found["status"] not in STATUSES:
        raise ValueError(f"{place}: is no claim: {line}")
    speakers = [name.strip() for name in (found["speakers"] or "").split(",")]
    return {
        "kind": found["kind"],
        "supplier": _parties(found["supplier"]),
        "recipient": _parties(found["recipient"]),
        "item": found["item"],
        "status": found["status"],
        "speakers": [name for name in speakers if name],
    }


def _parties(names: str) -> list[str]:
    return [] if names == "-" else names.split(",")
