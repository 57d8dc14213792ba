"""Tell where the time of `read` goes, stage by stage, with the peer over the same entries.

Run ``python -m benchmarks.stages`` from the checkout. One process, so that seconds can be added up;
every stage is timed from inside, batch by batch, as the pipeline runs it.
"""

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks import peer
from embargo_watch import pipeline
from embargo_watch.errors import SkipDocument
from embargo_watch.export.json_lines import document_line
from embargo_watch.extract import english
from embargo_watch.extract.encoder import Encoder, Judgement, Question, encoder
from embargo_watch.extract.parser import parser
from embargo_watch.extract.triage import stretches
from embargo_watch.judge.queries import findings
from embargo_watch.model.candidate import Extraction
from embargo_watch.model.capture import Capture
from embargo_watch.model.document import Document
from embargo_watch.model.ledger import CaptureRef, DocumentResult
from embargo_watch.read import is_read, read
from embargo_watch.reference.regimes import regimes
from embargo_watch.resolve import validate

STAGES = ("capture", "read", "triage", "parse", "rules", "encoder", "validate", "judge", "write")
"""``rules`` is all of extraction but parse and encoder: constructions, weights, status."""


PEER_EVERY = 10
"""The peer parses every tenth of the entries: it takes as long for the others."""


class Watch:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    @contextmanager
    def on(self, stage: str) -> Iterator[None]:
        """Add the time until the block ends to a stage."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] += time.perf_counter() - began

    def each(self, stage: str, items: Iterable[Any]) -> Iterator[Any]:
        """Pass items on, and add the time that making them takes to a stage."""
        several = iter(items)
        while True:
            with self.on(stage):
                item = next(several, several)
            if item is several:
                return
            yield item


class Timed(Encoder):
    """The encoder of the package under the watch."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def judge(self, questions: Sequence[Question]) -> list[Judgement]:
        """Judge as the encoder does, and add the time that it takes."""
        with self._watch.on("encoder"):
            return encoder().judge(questions)


def main() -> int:
    """Measure over every so-manieth entry of a stream; 0 also where it is absent, and says so."""
    options = _options()
    stream: Path = options.shared / "corpora" / "feeds" / options.stream
    if not stream.is_file():
        print(f"no stream at {stream}: nothing measured (name the shared corpora with --shared)")
        return 0
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as in the workers
    _warm()
    watch = Watch()
    texts: list[str] = []
    counts: Counter[str] = Counter()
    captures = watch.each("capture", pipeline.take(str(stream), stamped=False))
    with _parsing_timed(watch):
        chosen = islice(captures, 0, None, options.every)
        while batch := list(islice(chosen, pipeline.BATCH_DOCUMENTS)):
            texts += _batch([one for one in batch if isinstance(one, Capture)], watch, counts)
    # The entries passed over were captured too: each costs the same, and only a share is read.
    watch.seconds["capture"] /= options.every
    report = _report(watch, counts, texts)
    _print(report, stream.name)
    if options.report:
        options.report.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    reader = argparse.ArgumentParser(description=__doc__)
    default = os.environ.get("EMBARGO_SHARED", "../shared")
    reader.add_argument("--shared", type=Path, default=Path(default))
    reader.add_argument("--stream", default="entries-2023.jsonl.gz", help="a file in corpora/feeds")
    reader.add_argument("--every", type=int, default=25, help="take every so-manieth entry")
    reader.add_argument("--report", type=Path, help="write the figures to this file as JSON")
    return reader.parse_args()


def _warm() -> None:
    """Load parser, lexicons and law: their start is measured by `benchmarks.run`."""
    parser()
    content = b"Iran sent drones to Russia on Monday."
    pipeline.understand([Capture(source="w", entry="w", media_type="text/plain", content=content)])


@contextmanager
def _parsing_timed(watch: Watch) -> Iterator[None]:
    """Let the extractor parse under the watch."""
    plain = english.parse
    english.parse = lambda texts: watch.each("parse", plain(texts))
    try:
        yield
    finally:
        english.parse = plain


def _batch(batch: Sequence[Capture], watch: Watch, counts: Counter[str]) -> list[str]:
    """Take a batch through every stage, and return the texts that the peer is to parse."""
    documents: list[Document] = []
    relevant: list[Document] = []
    for capture in batch:
        with watch.on("read"):
            try:
                documents.append(read(capture))
            except SkipDocument:
                continue
        with watch.on("triage"):
            if is_read(documents[-1]) and stretches(documents[-1]):
                relevant.append(documents[-1])
    extractor = english.EnglishExtractor(judge=Timed(watch))
    before = watch.seconds["parse"] + watch.seconds["encoder"]
    with watch.on("rules"):
        found = dict(zip(relevant, extractor.extract(relevant), strict=True))
    watch.seconds["rules"] -= watch.seconds["parse"] + watch.seconds["encoder"] - before
    stretches.cache_clear()
    for document in documents:
        result = DocumentResult(capture=CaptureRef(id="", blob="", source="", entry=""))
        result = replace(result, document=document)
        if document in found:
            result = _judged(result, document, found[document], watch)
        with watch.on("write"):
            document_line(result)
        counts["claims"] += len(result.claims)
    counts["entries"] += len(batch)
    counts["relevant"] += len(relevant)
    return [document.text for document in documents]


def _judged(
    result: DocumentResult, document: Document, found: Extraction, watch: Watch
) -> DocumentResult:
    with watch.on("validate"):
        claims, refused = validate(document, found.candidates, "rules")
    with watch.on("judge"):
        dated, law = (document.published, document.published_basis), regimes(None)
        judged = {claim.id: findings(claim, *dated, law) for claim in claims}
    rejected = (*found.rejected, *refused)
    return replace(result, relevant=True, claims=claims, rejected=rejected, findings=judged)


def _report(watch: Watch, counts: Counter[str], texts: Sequence[str]) -> dict[str, Any]:
    """Seconds and share of each stage, and how much longer the peer takes over the same texts."""
    stages = {name: watch.seconds[name] for name in STAGES}
    spent = sum(stages.values())
    sample = texts[::PEER_EVERY]
    began = time.perf_counter()
    peer.parse(sample)
    seconds = (time.perf_counter() - began) * len(texts) / max(1, len(sample))
    return {
        **counts,
        "seconds": round(spent, 2),
        "stages": {
            name: {"seconds": round(took, 2), "share": round(took / spent, 4) if spent else 0.0}
            for name, took in stages.items()
        },
        "peer_sample": len(sample),
        "peer_extrapolated_seconds": round(seconds, 1),
        "times_faster": round(seconds / spent, 1) if spent else 0.0,
    }


def _print(report: dict[str, Any], stream: str) -> None:
    print(
        f"{stream}: {report['entries']:,} entries, {report['relevant']:,} relevant, "
        f"{report['claims']:,} claims, one process"
    )
    for name, told in report["stages"].items():
        print(f"  {name:9} {told['seconds']:8.2f} s  {told['share']:6.1%}")
    print(f"  {'in all':9} {report['seconds']:8.2f} s")
    print(
        f"parsing every entry: {report['peer_extrapolated_seconds']} s (extrapolated from "
        f"{report['peer_sample']:,}); times faster than that: {report['times_faster']}"
    )


if __name__ == "__main__":
    sys.exit(main())
