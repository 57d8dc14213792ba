"""Lay accuracy out for whoever improves the reading: the whole, its parts, and errors by cause."""

import shutil
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from embargo_watch.breakdown import Breakdown
from embargo_watch.cli import screen
from embargo_watch.confusions import CAUSES
from embargo_watch.scoring import Ratio, Score

_MOST_RULES = 15
"""Constructions listed, those with most wrong flows first; ``--json`` lists them all."""


def whole(name: str, result: Score) -> None:
    """Print the figures of the shared scorer."""
    screen.echo(
        f"{name}: {screen.many(result.entries, 'entry', 'entries')}, "
        f"{screen.many(result.gold_claims, 'claim')} in the gold, {result.claims:,} found"
    )
    for fact, ratio in result.facts.items():
        screen.echo(f"  {fact:9}  P {ratio.precision:.3f}  R {ratio.recall:.3f}  F1 {ratio.f1:.3f}")
    status, speakers, dates = result.status, result.speakers, result.dates
    screen.echo(f"  status     right on {status.hit} of {screen.many(status.true, 'shared flow')}")
    screen.echo(f"  speakers   P {speakers.precision:.3f}  R {speakers.recall:.3f}")
    screen.echo(f"  dates      {dates.hit} of {dates.true} found exactly")


def parts(told: Breakdown) -> None:
    """Print the figures of flows by kind, status, goods and rule, then status and speakers."""
    for heading, ratios in (
        ("flows by kind", told.kinds),
        ("flows by status", told.statuses),
        ("flows by item group", told.items),
        ("speakers of shared flows, by their part in the flow", told.speakers),
    ):
        screen.echo(f"  {heading}")
        for name, ratio in ratios.items():
            screen.echo(f"    {name:13}{_figures(ratio)}")
    _rules(told)
    screen.echo("  status of shared flows: expected, found")
    for (expected, found), flows in told.confusion.items():
        mark = "" if expected == found else "  wrong"
        screen.echo(f"    {flows:5,}  {expected}, {found}{mark}")


def _figures(ratio: Ratio) -> str:
    return (
        f"P {ratio.precision:.3f}  R {ratio.recall:.3f}  F1 {ratio.f1:.3f}"
        f"  ({ratio.hit} right, {ratio.said} said, {ratio.true} true)"
    )


def _rules(told: Breakdown) -> None:
    screen.echo("  flows by rule: wrong of said, precision, right pair, right claim")
    for name, one in list(told.rules.items())[:_MOST_RULES]:
        screen.echo(
            f"    {one.wrong:4} of {one.said:4}  {one.precision:.3f}"
            f"  {one.pair:4}  {one.claim:4}  {name}"
        )
    rest = list(told.rules.values())[_MOST_RULES:]
    if rest:
        wrong, said = sum(one.wrong for one in rest), sum(one.said for one in rest)
        screen.echo(f"    {wrong:4} of {said:4}  in {screen.many(len(rest), 'other rule')}")


def errors(told: Sequence[Mapping[str, Any]], most: int) -> None:
    """Print errors as ``evaluate.in_words`` gives them, by cause, at most so many of each."""
    by_cause: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for one in told:
        by_cause[one["cause"]].append(one)
    for cause, covered in CAUSES.items():
        listed = by_cause[cause]
        if not listed:
            continue
        screen.echo()
        screen.echo(f"{cause} ({len(listed):,}): {covered}", bold=True)
        for one in listed[:most]:
            _error(one)
        if len(listed) > most:
            screen.echo(f"  and {len(listed) - most:,} more")


def _error(one: Mapping[str, Any]) -> None:
    screen.echo(f"  {one['entry']}")
    _filled(f"“{' '.join(one['sentence'].split())}”")
    for label in ("expected", "found"):
        if one[label] is not None:
            _filled(f"{label}: {_told(one[label])}")
    if one["found"] is None and one["refused"]:
        _filled(f"refused: {_refused(one['refused'])}")
    if one["let_by"]:
        _filled(f"let by: {', '.join(one['let_by'])}")


def _told(side: Mapping[str, Any]) -> str:
    supplier, recipient, item = side["flow"]
    words = [f"{supplier} → {recipient} {item}", side["kind"], side["status"]]
    if side.get("speakers"):
        words.append(f"by {', '.join(side['speakers'])}")
    if side.get("date"):
        words.append(side["date"])
    if side.get("rule"):
        score = f" ({side['score']:.2f})" if side.get("score") is not None else ""
        words.append(f"rule {side['rule']}{score}")
    if side.get("quote"):
        words.append(f"“{' '.join(side['quote'].split())}”")
    return " · ".join(words)


def _refused(refused: Iterable[Mapping[str, str]]) -> str:
    told = (f"{one['rule']} “{' '.join(one['text'].split())}”" for one in refused)
    return ", ".join(dict.fromkeys(told))


def _filled(text: str) -> None:
    width = max(screen.NARROWEST, shutil.get_terminal_size((screen.PIPED_WIDTH, 24)).columns)
    screen.echo(
        textwrap.fill(
            screen.clean(text), width, initial_indent=" " * 4, subsequent_indent=" " * 6,
            break_on_hyphens=False,
        )
    )  # fmt: skip


def parts_object(told: Breakdown) -> dict[str, Any]:
    """The parts as ``eval --json`` prints them under ``by``."""
    return {
        "kind": {name: ratio_object(ratio) for name, ratio in told.kinds.items()},
        "status": {name: ratio_object(ratio) for name, ratio in told.statuses.items()},
        "item": {name: ratio_object(ratio) for name, ratio in told.items.items()},
        "rule": {
            name: {
                "said": one.said, "pair": one.pair, "flow": one.flow, "claim": one.claim,
                "precision": round(one.precision, 4),
            }
            for name, one in told.rules.items()
        },
        "speaker": {name: ratio_object(ratio) for name, ratio in told.speakers.items()},
        "status_confusion": [
            {"expected": expected.split("+"), "found": found.split("+"), "flows": flows}
            for (expected, found), flows in told.confusion.items()
        ],
    }  # fmt: skip


def ratio_object(ratio: Ratio) -> dict[str, Any]:
    """A ratio with the counts it is made of."""
    return {
        "precision": round(ratio.precision, 4),
        "recall": round(ratio.recall, 4),
        "f1": round(ratio.f1, 4),
        "right": ratio.hit,
        "said": ratio.said,
        "true": ratio.true,
    }
