"""Let a past stream show what the watch would have told, when, and how often."""

import datetime as dt
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from embargo_watch import pipeline
from embargo_watch.cli import options, progress, screen
from embargo_watch.cli.read import default_processes, processes_option
from embargo_watch.errors import UnusableInput

if TYPE_CHECKING:
    from embargo_watch.replay import Clock, Score

STDOUT = "-"


@click.command("replay")
@click.argument("streams", metavar="STREAM…", nargs=-1, required=True)
@click.option(
    "--alerts",
    "target",
    metavar="FILE",
    required=True,
    callback=options.filled,
    help="Where the alerts go, a JSON line each, as they come; - is stdout.",
)
@options.json_option
@click.option("--since", metavar="DAY", default="", help="The first day: 2023-07-01.")
@click.option("--until", metavar="DAY", default="", help="The first day left out.")
@options.regimes_option
@processes_option
def replay_command(  # noqa: PLR0913 - one argument an option
    streams: tuple[str, ...],
    target: str,
    as_json: bool,
    since: str,
    until: str,
    own_law: Path | None,
    processes: int | None,
) -> int:
    """Run past STREAMs (.jsonl, .gz too) by their own time, as if live, and write the alerts.

    All streams are one: each entry is met at its `published` time. Nothing else is kept, and the
    ledger is not touched. With --since the watch begins on that day and knows nothing of before.
    Ends with 1 where an entry failed; each one is named on stderr.
    """
    from embargo_watch.export.alert_json import alert_line
    from embargo_watch.replay import Clock, Score, in_order, replay

    began = time.monotonic()
    first, last = _day(since, "--since "), _day(until, "--until ")
    if first and last and first >= last:
        raise UnusableInput(f"--since {first} is not before --until {last}")
    options.check_law(own_law)
    clock, score = Clock(), Score()
    items = in_order([pipeline.take(s, stamped=False) for s in streams], clock, first, last)
    if len(streams) == 1:
        items = progress.watched(items, streams[0])
    with _opened(target) as out:
        for step in replay(items, processes=processes or default_processes(), own_law=own_law):
            for alert in step.alerts:
                out.write(alert_line(alert))
            score.add(step)
            for reason in step.failures:
                screen.say(f"embargo: failed: {reason}")
    _tell(score, clock, time.monotonic() - began, as_json, on_stdout=target != STDOUT)
    return 1 if score.tally.failed else 0


def _day(text: str, option: str) -> dt.date | None:
    return options.a_day(text, option) if text else None


@contextmanager
def _opened(target: str) -> Iterator[BinaryIO]:
    """Open the file without a buffer: each line is written whole or not at all."""
    if target == STDOUT:
        yield sys.stdout.buffer
        return
    with Path(target).open("wb", buffering=0) as file:
        yield file


def _tell(
    score: "Score", clock: "Clock", seconds: float, as_json: bool, *, on_stdout: bool
) -> None:
    """Sum the replay up: on stdout, unless the alerts are there."""
    if as_json:
        from embargo_watch.export.json_lines import json_line

        line = json_line(_object(score, clock, seconds))
        if on_stdout:
            screen.write_lines([line])
        else:
            screen.say(line.decode().rstrip())
    else:
        echo = screen.echo if on_stdout else screen.say
        for text in _lines(score, clock, seconds):
            echo(text)
    screen.say(screen.closing(score.tally, seconds))


def _object(score: "Score", clock: "Clock", seconds: float) -> dict[str, Any]:
    return {
        "rules": dict(sorted(score.rules.items())),
        "weeks": {
            week: dict(sorted(rules.items())) for week, rules in score.by_week(clock).items()
        },
        "alerts": score.rules.total(),
        "entries": score.tally.documents,
        "claims": score.tally.claims,
        "failed": score.tally.failed,
        "late": clock.late,
        "undated": clock.undated,
        "outside": clock.outside,
        "first": clock.first.isoformat() if clock.first else None,
        "last": clock.now.isoformat() if clock.now else None,
        "seconds": round(seconds, 1),
    }


def _lines(score: "Score", clock: "Clock", seconds: float) -> Iterator[str]:
    weeks = score.by_week(clock)
    yield "Alerts by rule"
    for rule, count in score.rules.most_common():
        yield f"  {rule:<14}{count:>6,}"
    yield f"  {'all':<14}{score.rules.total():>6,}"
    yield "Alerts by week"
    for week, rules in weeks.items():
        if not rules:
            continue
        named = ", ".join(f"{rule} {count}" for rule, count in rules.most_common())
        yield f"  {week:<14}{rules.total():>6,}  {named}".rstrip()
    quiet = sum(not rules for rules in weeks.values())
    if quiet:
        yield f"  {screen.many(quiet, 'quiet week')} of {len(weeks):,}"
    days = f" from {clock.first.date()} to {clock.now.date()}" if clock.first and clock.now else ""
    mean = score.rules.total() / max(1, len(weeks))
    told = [
        f"{screen.many(score.tally.documents, 'entry', 'entries')}{days}",
        screen.many(score.tally.claims, "claim"),
        f"{screen.many(score.rules.total(), 'alert')} ({mean:.1f} a week)",
        f"{seconds:,.1f} s",
    ]
    odd = {"late": clock.late, "without a time": clock.undated, "outside": clock.outside}
    told += [f"{count:,} {name}" for name, count in odd.items() if count]
    yield "; ".join(told)
