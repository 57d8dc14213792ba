"""Put reports into the ledger, and say what was new, known, refused or failed."""

import time
from pathlib import Path

import click

from embargo_watch import pipeline
from embargo_watch.cli import options, progress, screen
from embargo_watch.cli.read import default_processes, processes_option
from embargo_watch.model.tally import Tally


@click.command("add")
@click.argument("target", metavar="PATH|-")
@options.ledger_options
@options.regimes_option
@processes_option
def add_command(
    target: str, folder: Path | None, database: str, own_law: Path | None, processes: int | None
) -> int:
    """Read each document of PATH into the ledger; what it holds already is passed over.

    PATH is what `embargo read` takes. An interrupted run goes on where it stopped when it is
    started again. Ends with 1 where a document failed; each one is named on stderr.
    """
    options.check_law(own_law)
    place = options.ledger_folder(folder)
    total = add_to(target, place, database, processes or default_processes(), own_law)
    return 1 if total.failed else 0


def add_to(
    target: str, place: Path, database: str, processes: int, own_law: Path | None = None
) -> Tally:
    """Add a path to the ledger at a place and tell, on stderr, what came of it."""
    from embargo_watch.store import Ledger

    began = time.monotonic()
    total, known = Tally(), 0
    items = pipeline.take(target, stamped=True)
    with Ledger.open(place, database=database) as ledger:
        watched = progress.watched(items, target)
        read = pipeline.add(watched, ledger, processes=processes, own_law=own_law)
        for tally, seen, failures in read:
            total += tally
            known += seen
            for reason in failures:
                screen.say(f"embargo: failed: {reason}")
        pipeline.settle(ledger)
        counts = ledger.view().counts()
    screen.say(screen.closing(total, time.monotonic() - began))
    news = "nothing new" if not total.documents else f"{total.documents:,} new"
    screen.say(
        f"{news}, {known:,} in the ledger already; it holds "
        f"{screen.many(counts.claims, 'claim')} in {screen.many(counts.flows, 'flow')} ({place})"
    )
    return total
