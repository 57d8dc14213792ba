"""Measure the promises of speed and memory, with the peer in the same run, and print them."""

import argparse
import json
import os
import statistics
import sys
from importlib import resources
from pathlib import Path
from typing import Any

from benchmarks.memory import measured
from benchmarks.peer import sample, seconds_to_parse
from embargo_watch import evaluate

EMBARGO = [sys.executable, "-m", "embargo_watch"]
MEBIBYTE = 1 << 20
TRIED = 3


def main() -> int:
    """Run everything that the shared corpora allow; 0 also where they are absent, and says so."""
    options = _options()
    shared: Path = options.shared
    if not shared.is_dir():
        print(f"no shared corpora at {shared}: nothing measured (name them with EMBARGO_SHARED)")
        return 0
    stream = shared / "corpora" / "feeds" / options.stream
    report: dict[str, Any] = {"processes": options.processes, "stream": stream.name}
    report["short_file_seconds"] = _short_file()
    report["triage"] = _triage(shared / "gold")
    texts, total = sample(stream, options.sample)
    middle = len(texts) // 2
    before = seconds_to_parse(texts[:middle], options.processes)
    report |= _stream(stream, options.processes)
    if "error" not in report:
        after = seconds_to_parse(texts[middle:], options.processes)
        report |= _peer(before + after, len(texts) / total, report["seconds"])
        report["peer_sample"] = len(texts)
    _print(report)
    if options.report:
        options.report.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return 1 if "error" in report else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    default = os.environ.get("EMBARGO_SHARED", "../shared")
    parser.add_argument("--shared", type=Path, default=Path(default))
    parser.add_argument("--stream", default="entries-2023.jsonl.gz", help="a file in corpora/feeds")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--sample", type=int, default=6000, help="entries that the peer parses")
    parser.add_argument("--report", type=Path, help="write the figures to this file as JSON")
    return parser.parse_args()


def _short_file() -> float:
    """The median wall time of reading one short page, after a first run."""
    folder = resources.files("embargo_watch") / "demo" / "reports"
    with resources.as_file(folder / "dhow-somalia.html") as page:
        runs = [measured([*EMBARGO, "read", str(page)]).seconds for _ in range(TRIED + 1)]
    return round(statistics.median(runs[1:]), 2)


def _triage(gold: Path) -> dict[str, Any]:
    """Relevant entries of the gold that triage loses."""
    lost = relevant = 0
    for name in ("train", "dev"):
        entries, captures = evaluate.load(gold / f"{name}.jsonl")
        missed, there = evaluate.missed_by_triage(entries, captures)
        lost, relevant = lost + missed, relevant + there
    return {"lost": lost, "relevant": relevant, "share": round(lost / max(1, relevant), 4)}


def _stream(stream: Path, processes: int) -> dict[str, Any]:
    command = [*EMBARGO, "read", "--json", "--processes", str(processes), str(stream)]
    run = measured(command)
    if run.code not in (0, 1):
        return {"error": run.last_words}
    return {
        "entries": run.lines,
        "seconds": round(run.seconds, 1),
        "entries_per_second": round(run.lines / run.seconds),
        "peak_mebibytes": round(run.peak_bytes / MEBIBYTE),
        "closing_line": run.last_words,
    }


def _peer(spent: float, share: float, seconds: float) -> dict[str, Any]:
    """What parsing everything would take, by the share of it that was parsed.

    Half of that was before the stream and half after it: a machine that is slower for a while
    is so for both.
    """
    return {
        "peer_sample_seconds": round(spent, 1),
        "peer_extrapolated_seconds": round(spent / share),
        "times_faster": round(spent / share / seconds, 1),
    }


def _print(report: dict[str, Any]) -> None:
    triage = report["triage"]
    rows = [
        ("one short page, after a first run", f"{report['short_file_seconds']} s"),
        (
            "relevant gold entries lost in triage",
            f"{triage['lost']} of {triage['relevant']} ({triage['share']:.2%})",
        ),
    ]
    if "error" in report:
        rows.append(("the stream failed", report["error"]))
    else:
        rows += [
            (f"{report['stream']}, {report['processes']} workers", f"{report['seconds']} s"),
            ("entries", f"{report['entries']:,}, {report['entries_per_second']:,} a second"),
            ("peak memory of all processes", f"{report['peak_mebibytes']:,} MiB"),
            (
                "parsing every entry, same parser and workers",
                f"{report['peer_extrapolated_seconds']:,} s (extrapolated from a seeded sample "
                f"of {report['peer_sample']:,} entries in {report['peer_sample_seconds']} s)",
            ),
            ("times faster than that", f"{report['times_faster']}"),
        ]
    width = max(len(label) for label, _ in rows)
    for label, value in rows:
        print(f"{label:<{width}}  {value}")


if __name__ == "__main__":
    sys.exit(main())
