"""Tell how well the ledger's claims agree with those of careful readers, set by set."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from embargo_watch import evaluate
from embargo_watch.breakdown import Breakdown, break_down
from embargo_watch.cli import eval_listing, options, screen
from embargo_watch.cli.read import default_processes
from embargo_watch.confusions import confusions
from embargo_watch.errors import UnusableInput
from embargo_watch.scoring import Score, score

LOOKED_AT = "train"
"""The one set whose texts may be looked at; the others are looked at as figures."""


def gold_folder(folder: Path | None) -> Path:
    """The folder of annotated entries asked for, else the one in the shared material.

    Raises UnusableInput where there is none.
    """
    found = folder or Path(os.environ.get("EMBARGO_SHARED", "../shared")) / "gold"
    if not found.is_dir():
        raise UnusableInput(
            f"{found}: there is no folder of annotated entries here; name one with --gold DIR"
        )
    return found


@click.command("eval")
@click.option("--gold", type=click.Path(path_type=Path), help="The folder of annotated entries.")
@click.option(
    "--set", "sets", multiple=True, type=click.Choice(evaluate.SETS), help="Only this set."
)
@options.json_option
@click.option(
    "--errors",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    help="With --set train: list errors by cause, N of each; all of them with --json.",
)
@click.option(
    "--floors",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Hold the figures against the floors in this file; ends with 1 below one.",
)
@click.option("--update-floors", is_flag=True, help="Lift the floors; refuses to lower one.")
def eval_command(
    gold: Path | None,
    sets: Sequence[str],
    as_json: bool,
    errors: int,
    floors: Path | None,
    update_floors: bool,
) -> int:
    """Score the reading against annotated entries: precision, recall, F1.

    Then the same by kind, status, item group and rule, and which status is taken for which.
    """
    if update_floors and floors is None:
        raise UnusableInput("--update-floors needs --floors FILE")
    folder = gold_folder(gold)
    wanted = sets or [name for name in evaluate.SETS if (folder / f"{name}.jsonl").is_file()]
    if errors and tuple(wanted) != (LOOKED_AT,):
        raise UnusableInput(f"--errors lists texts: only with --set {LOOKED_AT}")
    if not wanted:
        raise UnusableInput(f"{folder}: holds none of {', '.join(evaluate.SETS)} (.jsonl)")
    results: dict[str, Score] = {}
    for name in wanted:
        entries, captures = evaluate.load(folder / f"{name}.jsonl")
        readings = evaluate.read(captures, processes=default_processes())
        found = evaluate.claims_of(readings)
        results[name] = score(entries, found)
        wrong = confusions(entries, found) if errors else []
        told = [evaluate.in_words(one, readings) for one in wrong]
        _show(name, results[name], break_down(entries, found), as_json=as_json, wrong=told)
        if not as_json:
            eval_listing.errors(told, errors)
    return _hold(results, folder, floors, update=update_floors) if floors else 0


def _hold(results: dict[str, Score], folder: Path, floors: Path, *, update: bool) -> int:
    kept = evaluate.read_floors(floors)
    if update:
        for name, result in results.items():
            kept[name] = evaluate.lifted(result, folder / f"{name}.jsonl", kept.get(name))
        floors.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", encoding="utf-8")
        screen.say(f"floors lifted in {floors}")
        return 0
    fallen = [
        f"{name}: {reason}"
        for name, result in results.items()
        for reason in evaluate.below(result, kept.get(name, {}).get("floors", {}))
    ]
    for reason in fallen:
        screen.say(f"embargo: {reason}")
    return 1 if fallen else 0


def _show(
    name: str, result: Score, parts: Breakdown, *, as_json: bool, wrong: Sequence[dict[str, Any]]
) -> None:
    if not as_json:
        eval_listing.whole(name, result)
        eval_listing.parts(parts)
        return
    line = {"set": name, **_object(result), "by": eval_listing.parts_object(parts)}
    if wrong:
        line["errors"] = wrong
    screen.write_lines([json.dumps(line, ensure_ascii=False).encode() + b"\n"])


def _object(result: Score) -> dict[str, Any]:
    return {
        "entries": result.entries,
        "gold_claims": result.gold_claims,
        "claims": result.claims,
        **{name: eval_listing.ratio_object(ratio) for name, ratio in result.facts.items()},
        "status": {"right": result.status.hit, "shared": result.status.true},
        "speakers": {
            "precision": round(result.speakers.precision, 4),
            "recall": round(result.speakers.recall, 4),
        },
        "dates": {"exact": result.dates.hit, "dated": result.dates.true},
    }
