"""Let a person or a program see what the reports in a file say, without keeping anything."""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from embargo_watch import pipeline
from embargo_watch.cli import options, progress, readable, screen
from embargo_watch.model.ledger import DocumentResult
from embargo_watch.model.tally import Tally

MOST_PROCESSES = 4
"""More workers than this wait for the one process that hands out and writes."""


def default_processes() -> int:
    """As many as this program may use, within reason."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min(MOST_PROCESSES, allowed or 1))


processes_option = click.option(
    "--processes",
    type=click.IntRange(1, 64),
    default=None,
    help="Processes that read a long input; by default one a core, four at most.",
)


@click.command("read")
@click.argument("target", metavar="PATH|-")
@options.json_option
@click.option("--text", is_flag=True, help="With --json: add the text that offsets belong to.")
@options.regimes_option
@processes_option
def read_command(
    target: str, as_json: bool, text: bool, own_law: Path | None, processes: int | None
) -> int:
    """Print the claims of each document of PATH; nothing is kept.

    PATH is a .txt, .html, .eml, .jsonl or .zip file (.gz too), a folder of them, or - for stdin.
    Ends with 1 where a document failed; each one is named on stderr.
    """
    began = time.monotonic()
    items = progress.watched(pipeline.take(target, stamped=False), target)
    options.check_law(own_law)
    workers = processes or default_processes()
    if as_json:
        portions = _as_json(
            pipeline.json_lines(items, text=text, processes=workers, own_law=own_law)
        )
    else:
        portions = _as_prose(pipeline.results(items, processes=workers, own_law=own_law))
    total = Tally()
    for tally, failures in portions:
        total += tally
        for reason in failures:
            screen.say(f"embargo: failed: {reason}")
    screen.say(screen.closing(total, time.monotonic() - began))
    return 1 if total.failed else 0


def _as_json(
    portions: Iterable[tuple[Sequence[pipeline.Item], pipeline.Lines]],
) -> Iterator[tuple[Tally, list[str]]]:
    for _, (lines, tally, failures) in portions:
        screen.write_lines([lines])
        yield tally, failures


def _as_prose(
    portions: Iterable[tuple[Sequence[pipeline.Item], list[DocumentResult]]],
) -> Iterator[tuple[Tally, list[str]]]:
    for _, made in portions:
        for result in made:
            if result.relevant:
                readable.print_result(result)
        yield Tally.of(made), [result.failure for result in made if result.failure]
