"""Show the main job in one command: reports in, a ledger out, and where to look closer."""

import os
import shlex
import shutil
import sys
from importlib import resources
from pathlib import Path

import click

from embargo_watch.cli import options, screen, tables
from embargo_watch.cli.add import add_to
from embargo_watch.cli.read import default_processes
from embargo_watch.errors import OutOfReach

PAIR = ("PRK", "RUS")
"""The exchange that the bundled reports tell of in both directions."""


@click.command("demo")
@click.option(
    "--ledger",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where to make the demo's ledger; by default in the user's data folder.",
)
def demo_command(folder: Path | None) -> int:
    """Read the bundled reports into a fresh ledger and print it."""
    from embargo_watch.store import Ledger

    place = folder or options.data_folder() / "demo"
    _clear(place)
    with resources.as_file(resources.files("embargo_watch") / "demo" / "reports") as reports:
        total = add_to(str(reports), place, "", default_processes())
    with Ledger.open(place, create=False) as ledger:
        view = ledger.view()
        listed = view.flows()
        tables.flows(listed, title="The ledger of the bundled reports")
        tables.exchange(view.exchange(*PAIR))
        first = next((flow for flow in listed if (flow.supplier, flow.recipient) == PAIR), None)
        claim = first.claims[0] if first else ""
    _look_closer(place, first.id if first else "", claim)
    return 1 if total.failed else 0


def _clear(place: Path) -> None:
    """Make room for a fresh ledger; nothing but an earlier demo's ledger is ever removed."""
    if not place.exists():
        return
    kept = {"ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "vault"}
    strangers = sorted(path.name for path in place.iterdir() if path.name not in kept)
    if strangers:
        raise OutOfReach(
            f"{place}: holds {strangers[0]}, which no demo made; name another --ledger"
        )
    shutil.rmtree(place)


def _as_called() -> str:
    """How this person can call the program again: by name, or by its path after `make demo`."""
    called = Path(sys.argv[0])
    if called.name != "embargo" or shutil.which("embargo"):
        return "embargo"
    return shlex.quote(os.path.relpath(called))


def _look_closer(place: Path, flow: str, claim: str) -> None:
    """Name the commands that lead from the table to a sentence."""
    suffix = f"--ledger {shlex.quote(str(place))}"
    program = _as_called()
    steps = [
        (f"{program} exchange {' '.join(PAIR)} {suffix}", "what went both ways"),
        (f"{program} show {flow} {suffix}", "one flow with every sentence that feeds it"),
        (f"{program} show {claim} {suffix}", "one claim down to its bytes"),
        (f"{program} incidents --party houthi {suffix}", "dated occasions"),
        (f"{program} claims --status denied {suffix}", "who denies what"),
    ]
    screen.say("\nLook closer:")
    for command, shows in steps:
        screen.say(f"  {command}\n      {shows}")
