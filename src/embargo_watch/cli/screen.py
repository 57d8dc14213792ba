"""Write for two readers: results on stdout, for people or programs; everything else on stderr."""

import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import click

from embargo_watch.model.tally import Tally

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Column, Table

PIPED_WIDTH = 100
"""Columns of a table that goes into a file or a pipe, unless COLUMNS says otherwise."""
NARROWEST = 40
_NARROW = 64
"""Columns below which a table of paragraphs cannot be read."""
_GAP = 3
"""Columns that each column of a table takes beside its words."""
_ROOM = 12
"""The longest word for which a column makes room, unless a person copies it: a day, a symbol."""
_COPIED = ("Provision",)
"""Headings, beside the first, of columns whose words a person copies."""
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Signs without a width that turn the reading direction, hide words or join them unseen."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Everything a terminal may take for an order, but tab and line feed; and halves of characters."""
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Make words from elsewhere safe to print: a page must not give orders to a terminal.

    Escape sequences lose what makes them work and stay to be seen as a sign of replacement;
    signs that turn or hide words are left out; every kind of line break becomes a line feed.
    """
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", _UNSEEN.sub("", _BREAK.sub("\n", text)))


def echo(text: str = "", *, bold: bool = False) -> None:
    """Print a line for people on stdout, whoever wrote its words."""
    click.echo(click.style(clean(text), bold=True) if bold else clean(text))


def out() -> "Console":
    """A console on stdout: as wide as the terminal, without colour where there is none."""
    from rich.console import Console

    width = max(NARROWEST, shutil.get_terminal_size((PIPED_WIDTH, 24)).columns)
    return Console(width=width, highlight=False, markup=False, emoji=False)


def table(*headings: str, title: str = "") -> "Table":
    """An empty table with ruled rows and wrapped cells."""
    from rich import box

    made = _table_class()(
        title=clean(title), title_justify="left", box=box.SIMPLE_HEAD, show_lines=True
    )
    made.expand = True
    for heading in headings:
        made.add_column(heading, overflow="fold", ratio=1)
    return made


@cache
def _table_class() -> "type[Table]":
    """A table whose cells are cleaned as they come; made late, for rich is slow to load."""
    from rich.table import Table

    class CleanTable(Table):
        def add_row(self, *cells: "RenderableType | None", **given: Any) -> None:  # noqa: ANN401
            safe = (clean(cell) if isinstance(cell, str) else cell for cell in cells)
            super().add_row(*safe, **given)

    return CleanTable


def show(made: "Table") -> None:
    """Print a table without the blanks that fill its lines up.

    The ids, which a person copies, are never broken: they get the room that they need, and where
    there is too little for columns each row becomes a paragraph.
    """
    console = out()
    if console.width < _NARROW or not _keep_whole(made, console.width):
        _stacked(made, console.width)
        return
    with console.capture() as lines:
        console.print(made)
    click.echo("\n".join(line.rstrip() for line in lines.get().splitlines()))


def _keep_whole(made: "Table", width: int) -> bool:
    """Fix the columns whose share would break an id or a day; False where there is no room."""
    room = width - _GAP * len(made.columns) - 1
    needs = [_need(column, place, room // 2) for place, column in enumerate(made.columns)]
    if sum(needs) > room:
        return False
    free = {place for place, column in enumerate(made.columns) if column.ratio}
    while True:
        left = room - sum(need for place, need in enumerate(needs) if place not in free)
        share = sum(made.columns[place].ratio or 0 for place in free)
        short = {p for p in free if (made.columns[p].ratio or 0) * left // share < needs[p]}
        if not short:
            break
        free -= short
    for place, column in enumerate(made.columns):
        if place not in free:
            column.ratio, column.width = None, needs[place]
    return True


def _need(column: "Column", place: int, most: int) -> int:
    """How wide a column must be; one without a share of the room is as wide as its lines."""
    cells = [str(column.header), *(cell for cell in column.cells if isinstance(cell, str))]
    if not column.ratio:
        return min(most, max(len(line) for cell in cells for line in cell.split("\n")))
    longest = max((len(word) for cell in cells for word in cell.split()), default=1)
    copied = place == 0 or column.header in _COPIED
    return min(longest, most if copied else _ROOM)


def _stacked(made: "Table", width: int) -> None:
    """Print each row as a paragraph, its first cell above the others."""
    if made.title:
        click.echo(f"{made.title}\n")
    for row in zip(*(column.cells for column in made.columns), strict=True):
        for place, cell in enumerate(row):
            for line in str(cell).split("\n"):
                indent = "  " if place else ""
                filled = textwrap.wrap(
                    line, width, initial_indent=indent, subsequent_indent=indent + "  ",
                    break_long_words=bool(place), break_on_hyphens=False,
                )  # fmt: skip
                if filled:
                    click.echo("\n".join(filled))
        click.echo()


def many(count: int, noun: str, plural: str = "") -> str:
    """``1 claim``, ``2,310 claims``: a counted noun, its plural with an s unless given."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def say(message: str) -> None:
    """Tell the person, on stderr."""
    print(clean(message), file=sys.stderr)


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
