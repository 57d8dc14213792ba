"""Write for two readers: results on stdout, for people or programs; everything else on stderr."""

import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from embargo_watch.model.tally import Tally

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

PIPED_WIDTH = 100
"""Columns of a table that goes into a file or a pipe, unless COLUMNS says otherwise."""
NARROWEST = 40


def out() -> "Console":
    """A console on stdout: as wide as the terminal, without colour where there is none."""
    from rich.console import Console

    width = max(NARROWEST, shutil.get_terminal_size((PIPED_WIDTH, 24)).columns)
    return Console(width=width, highlight=False, markup=False, emoji=False)


def table(*headings: str, title: str = "") -> "Table":
    """An empty table with ruled rows and wrapped cells."""
    from rich import box
    from rich.table import Table

    made = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, show_lines=True)
    made.expand = True
    for heading in headings:
        made.add_column(heading, overflow="fold", ratio=1)
    return made


def show(made: "Table") -> None:
    """Print a table without the blanks that fill its lines up."""
    console = out()
    with console.capture() as lines:
        console.print(made)
    click.echo("\n".join(line.rstrip() for line in lines.get().splitlines()))


def say(message: str) -> None:
    """Tell the person, on stderr."""
    print(message, file=sys.stderr)


def write_lines(lines: Iterable[bytes]) -> None:
    """Write JSON lines to stdout as they come."""
    for line in lines:
        write_line(line)
    sys.stdout.buffer.flush()


def write_line(line: bytes) -> None:
    """Write one JSON line to stdout."""
    sys.stdout.buffer.write(line)


def closing(tally: Tally, seconds: float) -> str:
    """The last line of a reading: read, relevant, claims, refused by reason, failed."""
    parts = [f"read {tally.read:,}", f"relevant {tally.relevant:,}", f"claims {tally.claims:,}"]
    refused = list(_counts(tally.refused.items()))
    rejected = list(_counts(tally.rejected.items()))
    parts.append(f"not read {', '.join(refused)}" if refused else "not read 0")
    parts.append(f"candidates refused {', '.join(rejected)}" if rejected else "refused 0")
    parts.append(f"failed {tally.failed:,}")
    rate = f", {tally.documents / seconds:,.0f} a second" if seconds >= 1 else ""
    return f"{'; '.join(parts)} ({seconds:.1f} s{rate})"


def _counts(counts: Iterable[tuple[str, int]]) -> Iterator[str]:
    for reason, number in sorted(counts, key=lambda pair: (-pair[1], pair[0])):
        yield f"{number:,} {reason}"
