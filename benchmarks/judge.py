"""Measure how many transfers a second are judged, beside judging each of them anew, in one run."""

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.memory import measured
from embargo_watch.export.json_lines import finding_bytes
from embargo_watch.judge import judge, written
from embargo_watch.judge import plan as plans
from embargo_watch.judge.places import touched
from embargo_watch.judge.ruling import dated, finding
from embargo_watch.judge.timing import stretch_of
from embargo_watch.model.finding import Finding, Query
from embargo_watch.model.provision import Regime
from embargo_watch.reference.parties import parties
from embargo_watch.reference.regimes import regimes
from embargo_watch.reference.scopes import GROUPS, scopes

EMBARGO = [sys.executable, "-m", "embargo_watch"]
SEED = 20260630
FIRST, LAST = 2006, 2026
GOODS = (
    "KN-23", "Shahed-136", "S-300", "Pantsir-S1", "152 mm shell", "rifles", "T-72", "Su-35",
    "coal", "diesel", "crude oil", "textiles", "military training", "", "", "", "", "",
)  # fmt: skip
UNDER = (
    "LBY", "houthi", "haftar", "YEM", "SOM", "al-shabaab", "SDN", "rsf", "SSD", "CAF", "COD", "m23",
    "HTI", "LBN", "hezbollah", "IRQ", "isil", "taliban", "RUS", "BLR", "MMR", "SYR", "ERI", "LBR",
)  # fmt: skip


def queries(count: int, kinds: int = 0, seed: int = SEED) -> Iterator[dict[str, str]]:
    """A seeded mix: 40 % on the DPRK, 30 % on Iran, 30 % others; a quarter of the dates inexact.

    ``kinds`` is how many different transfers there are beside their dates; 0 is no limit.
    """
    chance = random.Random(seed)
    states = sorted(party.id for party in parties().values() if party.kind == "state")
    pool = [_sides_and_goods(chance, states) for _ in range(kinds)]
    for _ in range(count):
        slots = chance.choice(pool) if pool else _sides_and_goods(chance, states)
        yield {**slots, "date": _date(chance)}


def _sides_and_goods(chance: random.Random, states: Sequence[str]) -> dict[str, str]:
    one = chance.choices(("PRK", "IRN", ""), (40, 30, 30))[0] or chance.choice((*UNDER, *states))
    sides = [one, chance.choice(states)]
    chance.shuffle(sides)
    return {
        "supplier": sides[0],
        "recipient": sides[1],
        "item": chance.choice(GROUPS),
        "designation": chance.choice(GOODS),
    }


def _date(chance: random.Random) -> str:
    year, month = chance.randint(FIRST, LAST), chance.randint(1, 12)
    day = f"{year}-{month:02d}-{chance.randint(1, 28):02d}"
    if chance.random() >= 1 / 4:
        return day
    month_of = f"{year}-{month:02d}"
    forms = (str(year), month_of, f"{month_of}~", f"{day}~", f"{day}/{year + 1}", f"{day}/..")
    return chance.choice((*forms, f"../{day}", f"{year}?"))


def anew(query: Query, law: tuple[Regime, ...]) -> tuple[Finding, ...]:
    """Judge as if nothing had been judged before: each rule asked for each stretch of days."""
    whole = stretch_of(query.date)
    found = []
    for regime in touched(query, law):
        for case, cuts in plans.cases(query, regime, scopes()):
            told = replace(case, dated=dated(whole), is_day=whole.is_day)
            found.append(finding(told, cuts, whole))
    return tuple(found)


def main() -> int:
    """Print queries a second: the functions, the command, and the plain way beside them."""
    options = _options()
    law = regimes()
    report: dict[str, Any] = {"queries": options.queries, "seed": SEED}
    for name, kinds in (("some_kinds", options.kinds), ("any_kind", 0)):
        asked = list(queries(options.queries, kinds))
        report[name] = _functions([_typed(slots) for slots in asked], law, options.plain)
        with tempfile.TemporaryDirectory() as folder:
            for count in (options.queries // 4, options.queries):
                report[name][f"command_{count}"] = _command(Path(folder), asked[:count])
    print(json.dumps(report, indent=2))
    if options.report:
        options.report.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return 0


def _functions(typed: list[Query], law: tuple[Regime, ...], plain: int) -> dict[str, Any]:
    """Queries a second: judged anew, by ``judge`` and as written JSON, each from a cold start."""
    few = typed[:plain]
    rates: dict[str, Any] = {"anew": _rate(len(few), lambda: [anew(each, law) for each in few])}
    plans.forget()
    rates["judge"] = _rate(len(typed), lambda: [judge(each, law) and None for each in typed])
    plans.forget()
    rates["written"] = _rate(
        len(typed), lambda: sum(len(written(each, law, finding_bytes)) for each in typed)
    )
    return rates | {"times_faster": round(rates["judge"] / rates["anew"], 1)}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=int, default=100_000)
    parser.add_argument("--kinds", type=int, default=500, help="transfers that differ in the date")
    parser.add_argument("--plain", type=int, default=2_000, help="queries judged the plain way")
    parser.add_argument("--report", type=Path, help="write the figures to this file as JSON")
    return parser.parse_args()


def _typed(slots: dict[str, str]) -> Query:
    values: dict[str, Any] = {**slots}
    return Query(**values, supplier_as="government", recipient_as="government")


def _rate(count: int, work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return round(count / (time.perf_counter() - began), 1)


def _command(folder: Path, asked: list[dict[str, str]]) -> dict[str, Any]:
    """The command over a file of queries: seconds in all, and the peak of its memory."""
    file = folder / f"{len(asked)}.jsonl"
    file.write_text("".join(json.dumps(each) + "\n" for each in asked), encoding="utf-8")
    run = measured([*EMBARGO, "judge", str(file), "--json"])
    return {
        "code": run.code,
        "lines": run.lines,
        "seconds": round(run.seconds, 1),
        "peak_mebibytes": round(run.peak_bytes / (1 << 20)),
    }


if __name__ == "__main__":
    sys.exit(main())
