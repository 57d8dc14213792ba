"""Let anyone ask what a transfer would breach, one on the command line or many from a file."""

import gc
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Protocol

import click
import orjson
from click.core import ParameterSource

from embargo_watch.cli import names, options, screen
from embargo_watch.cli.judge_answers import JsonAnswers, PrintedAnswers
from embargo_watch.cli.progress import counted
from embargo_watch.cli.queries import CAPACITIES, FIELDS, query_of
from embargo_watch.errors import UnusableInput
from embargo_watch.model.finding import Query

COMMANDLINE = ParameterSource.COMMANDLINE
MAX_LINE_BYTES = 1 << 20
"""The longest line of a file that is read: a query has some hundred bytes."""
_RARELY = 1_000_000
"""Objects more than before, until which nobody looks for cycles."""


def _text(
    flag: str, metavar: str, told: str, check: Callable[..., Any] = options.filled
) -> Callable[..., Any]:
    return click.option(flag, metavar=metavar, default="", callback=check, help=told)


_ASKED = (
    _text("--supplier", "PARTY", "Who sends: PRK, Iran, houthi …"),
    _text("--recipient", "PARTY", "Who gets it."),
    _text("--item", "GROUP", "Item group: missiles, uav, arms …"),
    _text("--designation", "NAME", "KN-23, Pantsir, coal …"),
    _text("--quantity", "AMOUNT", "As written: '600,000 barrels'."),
    click.option(
        "--supplier-as",
        type=click.Choice(CAPACITIES),
        default="government",
        show_default=True,
        help="What a state as supplier stands for.",
    ),
    click.option(
        "--recipient-as",
        type=click.Choice(CAPACITIES),
        default="government",
        show_default=True,
        help="What a state as recipient stands for.",
    ),
    _text("--area", "PLACE", "Where it is delivered: Darfur, SDN."),
    _text("--date", "EDTF", "2023-12-30, 2023-12, 2023, 2023-08/..", options.a_date),
    click.option(
        "--via",
        metavar="PARTY[@DATE]",
        multiple=True,
        callback=options.filled,
        help="Whom it passed through, and when it got there; again for each, in order.",
    ),
    _text("--maker", "PARTY", "Who made the goods."),
    _text("--broker", "PARTY", "Who arranged it."),
    _text("--end-user", "PARTY", "Who has it in the end."),
    _text("--flag", "STATE", "Of the ship or aircraft."),
)


def _ask(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_ASKED):
        command = option(command)
    return command


@click.command("judge")
@click.argument("file", metavar="[FILE.jsonl|-]", required=False)
@_ask
@click.option("--all", "everything", is_flag=True, help="List every provision not engaged, too.")
@click.option("--explain", is_flag=True, help="For a FILE: why, too; takes longer.")
@options.regimes_option
@options.json_option
@click.pass_context
def judge_command(
    context: click.Context,
    /,
    file: str | None,
    everything: bool,
    explain: bool,
    own_law: Path | None,
    as_json: bool,
    **asked: Any,  # noqa: ANN401 - texts, and one list of them
) -> int:
    """Hold a transfer against every provision in force on its day.

    With FILE.jsonl (- for stdin), one query a line with the fields of the flags (end_user for
    --end-user; via a list); the answers come in the same order. Ends with 1 where a line cannot be
    used; its place holds the error.
    """
    options.check_law(own_law)
    if file is not None:
        if any(context.get_parameter_source(name) is COMMANDLINE for name in asked):
            raise UnusableInput("a FILE of queries and flags for one query do not go together")
        brief = not (as_json or everything or explain)
        made = _brief(own_law) if brief else _answers(own_law, everything, as_json, explain)
        with _rare_collections():
            return _judge_file(file, made)
    told = {name: list(value) if name == "via" else value for name, value in asked.items() if value}
    for side in ("supplier", "recipient"):
        # The flag's default is for a state; a place in one ("Sanaa") leaves its capacity open.
        by_default = context.get_parameter_source(f"{side}_as") is not COMMANDLINE
        if by_default and names.is_place(str(told.get(side, ""))):
            del told[f"{side}_as"]
    query = query_of(told)
    _answers(own_law, everything, as_json, explain=True).answer(told, query)
    return 0


class Answers(Protocol):
    """Whoever writes the answers."""

    def answer(self, asked: Mapping[str, Any], query: Query, warnings: Sequence[str] = ()) -> None:
        """Write one answer."""

    def refuse(self, asked: object, message: str) -> None:
        """Say why there is none."""


def _brief(own_law: Path | None) -> Answers:
    from embargo_watch.cli.judge_brief import BriefAnswers
    from embargo_watch.reference.regimes import regimes

    return BriefAnswers(regimes(own_law))


def _answers(own_law: Path | None, everything: bool, as_json: bool, explain: bool) -> Answers:
    from embargo_watch.reference.regimes import law_digest, regimes

    law = regimes(own_law)
    if as_json:
        return JsonAnswers(law, law_digest(own_law), explain=explain)
    return PrintedAnswers(law, everything=everything)


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Look for cycles rarely: records have none, and each look costs a walk over all that is kept.

    A fifth of the time of a long file goes into it otherwise.
    """
    before = gc.get_threshold()
    gc.set_threshold(_RARELY, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _judge_file(file: str, answers: Answers) -> int:
    failed = False
    told: set[str] = set()
    for number, line in enumerate(counted(_lines(file), "queries"), start=1):
        if line is not None and line.isspace():
            continue
        asked: object = None
        try:
            asked = _mapping(line)
            strange: list[str] = [f"field {n!r} is not used" for n in asked if n not in FIELDS]
            query = query_of(asked, strange.append)
            answers.answer(asked, query, strange)
        except UnusableInput as error:
            failed = True
            answers.refuse(asked, f"{file}: line {number}: {error}")
            continue
        for warning in strange:
            if warning not in told:
                told.add(warning)
                screen.say(f"embargo: {file}: line {number}: {warning}")
    sys.stdout.flush()
    return 1 if failed else 0


def _lines(file: str) -> Iterator[bytes | None]:
    if file == "-":
        yield from _bounded(sys.stdin.buffer)
        return
    try:
        with Path(file).open("rb") as stream:
            yield from _bounded(stream)
    except OSError as error:
        raise UnusableInput(f"{file}: {error.strerror or error}") from error


def _bounded(stream: BinaryIO) -> Iterator[bytes | None]:
    """Every line; None for one that is too long, which is passed over piece by piece."""
    while line := stream.readline(MAX_LINE_BYTES + 1):
        if len(line) <= MAX_LINE_BYTES or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE_BYTES)
        yield None


def _mapping(line: bytes | None) -> dict[str, Any]:
    if line is None:
        raise UnusableInput(f"the line is longer than {MAX_LINE_BYTES >> 20} MiB and is left out")
    try:
        value = orjson.loads(line)
    except ValueError:
        value = _lenient(line)
    if not isinstance(value, dict):
        raise UnusableInput("is no JSON object with the fields of a query")
    return value


def _lenient(line: bytes) -> object:
    """What the quick reader refuses: a byte order mark, half of a surrogate pair."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnusableInput(f"is no JSON: {error}") from error
