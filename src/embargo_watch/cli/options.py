"""Options that several commands share, so that they read and behave alike everywhere."""

import datetime as dt
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from embargo_watch.errors import UnusableInput

F = TypeVar("F", bound=Callable[..., Any])

json_option = click.option(
    "--json", "as_json", is_flag=True, help="JSON lines for programs instead of a table."
)

regimes_option = click.option(
    "--regimes",
    "own_law",
    metavar="DIR",
    envvar="EMBARGO_REGIMES",
    type=click.Path(path_type=Path),
    default=None,
    help="Your own regimes (or EMBARGO_REGIMES); one with a bundled id takes its place.",
)


def filled(context: click.Context, option: click.Parameter, value: Any) -> Any:  # noqa: ANN401
    """Refuse an option that is given without a value: it would be lost without a word.

    Raises UnusableInput; names the option.
    """
    if context.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE:
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str) and not text.strip():
                raise UnusableInput(f"{option.opts[0]} is empty: say which, or leave it out")
    return value


party_option = click.option(
    "--party",
    metavar="PARTY",
    default="",
    callback=filled,
    help="Only regimes that touch it: Iranian …",
)
regime_option = click.option(
    "--regime",
    "regime_id",
    metavar="ID",
    default="",
    callback=filled,
    help="Only this regime: DPRK …",
)


def a_date(context: click.Context, option: click.Parameter, value: str) -> str:
    """Refuse an option's date that is none, and signs that only look like a date's.

    Raises UnusableInput; names the option and its value.
    """
    filled(context, option, value)
    if value:
        from embargo_watch.judge.timing import stretch_of

        if not value.isascii() or value != value.strip():
            raise UnusableInput(
                f"{option.opts[0]} {value!r} is not an EDTF date: only digits 0-9 and - / . ~ ?"
            )
        stretch_of(value)
    return value


def check_law(own_law: Path | None) -> None:
    """Refuse a user's regimes that are not whole before anything is read or judged by them.

    A party that the reference data lack is told on stderr: a slip in its id would make a regime
    reach nobody, without a word.

    Raises InvalidReference; names the file, the provision and the field.
    """
    if own_law is None:
        return
    from embargo_watch.cli import screen
    from embargo_watch.reference.parties import parties
    from embargo_watch.reference.regimes import regimes

    for regime in regimes(own_law):
        for party in regime.parties:
            if party not in parties():
                screen.say(
                    f"embargo: {own_law}: {regime.id}: parties: {party!r} is no party that the "
                    "reference data know: no report is ever read as speaking of it"
                )


def ledger_options(command: F) -> F:
    """Add ``--ledger`` and ``--database``, which say which ledger is meant."""
    command = click.option(
        "--database",
        metavar="URL",
        default="",
        help="Keep the tables in this database instead of in the ledger's folder.",
    )(command)
    return click.option(
        "--ledger",
        "folder",
        metavar="DIR",
        envvar="EMBARGO_LEDGER",
        type=click.Path(path_type=Path, file_okay=True),
        default=None,
        help="The ledger's folder (or EMBARGO_LEDGER); by default one in the user's data folder.",
    )(command)


def data_folder() -> Path:
    """Where this user's programs keep their data, by the system's own custom."""
    if sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    elif os.name == "nt":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "embargo-watch"


def ledger_folder(folder: Path | None) -> Path:
    """The folder asked for, else the user's own ledger."""
    return folder or data_folder() / "ledger"


def a_day(text: str, option: str = "") -> dt.date:
    """A day as ``2023-12-30`` and in no other form; ``option`` names the flag in the error.

    Raises:
        UnusableInput: the text is no such day.
    """
    try:
        day = dt.date.fromisoformat(text)
    except ValueError as error:
        raise UnusableInput(f"{option}{text!r} is no day such as 2023-12-30") from error
    if day.isoformat() != text:
        raise UnusableInput(f"{option}{text!r} is no day such as 2023-12-30")
    return day
