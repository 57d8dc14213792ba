"""Run the pipeline over annotated entries and hold the figures against the floors.

A floor is a figure that was reached and may not be lost: it is raised on purpose and never
lowered by a program.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from embargo_watch import pipeline
from embargo_watch.confusions import Confusion
from embargo_watch.errors import UnusableInput
from embargo_watch.extract.seen import seen
from embargo_watch.extract.sentences import sentences
from embargo_watch.model.capture import Capture
from embargo_watch.model.document import Document
from embargo_watch.scoring import Entries, Flow, GoldClaim, Score

SETS = ("train", "dev", "articles")
ANNOTATIONS = ("claims", "note")
"""What an annotated entry has beyond the entry: the stages must not see it."""

Reading: TypeAlias = dict[str, Any]
"""A line of ``read --json --text``."""

FLOORED = ("relevant", "pair", "flow", "embargoed", "claim")
SLACK = 1e-9


def load(path: Path) -> tuple[Entries, list[Capture]]:
    """Read annotated entries as (claims by id, captures without the annotations).

    Raises UnusableInput, naming the file and line, where it is none.
    """
    gold: dict[str, list[GoldClaim]] = {}
    captures = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UnusableInput(f"{path}: cannot be read ({error.strerror})") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            gold.setdefault(entry["id"], []).extend(entry.get("claims", []))
        except (ValueError, KeyError, TypeError) as error:
            raise UnusableInput(f"{path}:{number}: is no annotated entry ({error})") from error
        bare = {name: value for name, value in entry.items() if name not in ANNOTATIONS}
        captures.append(
            Capture(
                source=f"{path.name}:{number}",
                entry=f"{path.name}:{number}",
                media_type="application/json",
                content=json.dumps(bare, ensure_ascii=False).encode(),
            )
        )
    return gold, captures


def read(captures: Sequence[Capture], *, processes: int) -> dict[str, list[Reading]]:
    """Read the captures as ``read --json --text`` does; the objects by the entry's id."""
    made: dict[str, list[Reading]] = {}
    for _, (lines, _, _) in pipeline.json_lines(captures, text=True, processes=processes):
        for line in lines.splitlines():
            reading = json.loads(line)
            made.setdefault(reading["id"], []).append(reading)
    return made


def claims_of(readings: Mapping[str, Sequence[Reading]]) -> Entries:
    """The claims alone, by the entry's id."""
    return {
        entry: [claim for reading in several for claim in reading["claims"]]
        for entry, several in readings.items()
    }


def predict(captures: Sequence[Capture], *, processes: int) -> Entries:
    """Read the captures and return the claims by the entry's id."""
    return claims_of(read(captures, processes=processes))


def in_words(confusion: Confusion, readings: Mapping[str, Sequence[Reading]]) -> dict[str, Any]:
    """Show an error with the sentence it lies in, and what was refused in that sentence."""
    several = readings.get(confusion.entry, ())
    text = next((reading.get("text", "") for reading in several), "")
    start, end = _place(confusion, text)
    return {
        "entry": confusion.entry,
        "cause": confusion.cause,
        "expected": _side(confusion.expected, confusion.expected_claim),
        "found": _side(confusion.found, confusion.found_claim),
        "sentence": text[start:end],
        "refused": [
            {"rule": one["rule"], "text": text[one["start"] : one["end"]]}
            for reading in several
            for one in reading["rejected"]
            if start <= one["start"] < end
        ],
        "let_by": _let_by(several, start, end) if confusion.found is None else [],
    }


def _place(confusion: Confusion, text: str) -> tuple[int, int]:
    """The sentences that hold the words found, else those expected, else the whole text."""
    if confusion.found_claim is not None:
        first, last = confusion.found_claim["start"], confusion.found_claim["end"]
    else:
        quote = (confusion.expected_claim or {}).get("quote", "")
        first = text.find(quote) if quote else -1
        last = first + len(quote)
    if first < 0:
        return 0, len(text)
    touched = [cut for cut in sentences(text) if cut[0] < last and first < cut[1]]
    return (touched[0][0], touched[-1][1]) if touched else (first, last)


def _let_by(several: Sequence[Reading], start: int, end: int) -> list[str]:
    """Why triage let sentences between these offsets by."""
    reasons: dict[str, None] = {}
    for reading in several[:1]:
        facts = {name: reading[name] for name in ("title", "language", "published")}
        document = Document(blob="", entry="", source="", text=reading["text"], **facts)
        for sight in seen(document):
            if sight.let_by and start <= sight.span.start < end:
                reasons[sight.let_by] = None
    return list(reasons)


def _side(flow: Flow | None, claim: GoldClaim | None) -> dict[str, Any] | None:
    """One side of an error; its ``quote`` are the words that were annotated or read."""
    if flow is None or claim is None:
        return None
    slots = ("kind", "status", "speakers", "date", "item_text", "quote", "rule", "score")
    return {"flow": flow, **{slot: claim[slot] for slot in slots if slot in claim}}


def missed_by_triage(gold: Entries, captures: Sequence[Capture]) -> tuple[int, int]:
    """Entries with claims that triage does not let through, of how many."""
    passed: set[str] = set()
    for result in (made for batch in _batches(captures) for made in pipeline.sift(batch)):
        if result.relevant and result.document is not None:
            passed.add(result.document.entry)
    relevant = {entry for entry, claims in gold.items() if claims}
    return len(relevant - passed), len(relevant)


def _batches(captures: Sequence[Capture]) -> list[Sequence[Capture]]:
    size = pipeline.BATCH_DOCUMENTS
    return [captures[start : start + size] for start in range(0, len(captures), size)]


def digest(path: Path) -> str:
    """The SHA-256 of a file of annotated entries, in hex: floors hold for these bytes alone."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def figures(result: Score) -> dict[str, float]:
    """The figures that floors are kept for, rounded as they are printed."""
    return {name: round(result.facts[name].f1, 3) for name in FLOORED}


def below(result: Score, floors: Mapping[str, float]) -> list[str]:
    """One sentence for each figure that has fallen under its floor."""
    now = figures(result)
    return [
        f"{name}: F1 {now[name]:.3f} is below its floor {floor:.3f}"
        for name, floor in floors.items()
        if now[name] < floor - SLACK
    ]


def lifted(result: Score, path: Path, kept: Mapping[str, Any] | None) -> dict[str, Any]:
    """The floors lifted to what was reached on these very entries.

    Raises UnusableInput where a figure has fallen: a floor is lowered by hand, with a reason.
    """
    if kept and (fallen := below(result, kept["floors"])):
        raise UnusableInput(f"floors are never lowered by a program: {'; '.join(fallen)}")
    return {"digest": digest(path), "floors": figures(result)}


def read_floors(path: Path) -> dict[str, Any]:
    """Read the file of floors: by set, the digest of its entries and the floors.

    An absent file has no floors yet. Raises UnusableInput where it is none.
    """
    if not path.exists():
        return {}
    try:
        floors: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise UnusableInput(f"{path}: is no file of floors ({error})") from error
    return floors
