"""The peer: the same parser over every entry, as most tools of this kind do it."""

import gzip
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path

from embargo_watch.extract.parser import parser
from embargo_watch.pool import spread

SEED = 20230101
BATCH = 250


def sample(stream: Path, size: int) -> tuple[list[str], int]:
    """A seeded sample of a stream's texts (title and summary), and the number of all entries."""
    chance = random.Random(SEED)
    kept: list[str] = []
    total = 0
    with gzip.open(stream, "rt", encoding="utf-8") as lines:
        for total, line in enumerate(lines, start=1):
            place = len(kept) if len(kept) < size else chance.randrange(total)
            if place < size:
                entry = json.loads(line)
                text = f"{entry['title']}\n{entry.get('text') or entry.get('summary') or ''}"
                kept[place : place + 1] = [text]
    return kept, total


def parse(texts: Sequence[str]) -> int:
    """Parse texts whole and return the number of their words."""
    return sum(len(doc) for doc in parser().pipe(texts, batch_size=128))


def seconds_to_parse(texts: Sequence[str], processes: int) -> float:
    """Wall time for parsing the texts on so many processes, their start not counted."""
    batches = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
    warm: list[Sequence[str]] = [["Warm up."]] * processes * 4
    results = spread(parse, warm + batches, processes)
    for _ in range(len(warm)):
        next(results)
    began = time.monotonic()
    for _ in results:
        pass
    return time.monotonic() - began
