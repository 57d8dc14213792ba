"""Let anyone ask what a transfer would breach, one on the command line or many from a file."""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import click

from embargo_watch.cli import names, options, readable, screen
from embargo_watch.errors import UnusableInput
from embargo_watch.model.claim import UNKNOWN_PARTY
from embargo_watch.model.finding import Finding, Query

CAPACITIES = ("government", "territory", "unclear")
_FIELDS = (
    "supplier", "recipient", "item", "designation", "item_text", "supplier_as", "recipient_as",
    "area", "date",
)  # fmt: skip
_SHOWN = ("engaged", "contested", "unknown")
_GROUP_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@click.command("judge")
@click.argument("file", metavar="[FILE.jsonl|-]", required=False)
@click.option("--supplier", metavar="PARTY", default="", help="Who sends: PRK, IRN, houthi …")
@click.option("--recipient", metavar="PARTY", default="", help="Who gets it.")
@click.option("--item", metavar="GROUP", default="", help="Item group: missiles, uav, arms …")
@click.option("--designation", metavar="NAME", default="", help="KN-23, Pantsir, coal …")
@click.option(
    "--supplier-as",
    type=click.Choice(CAPACITIES),
    default="government",
    show_default=True,
    help="What a state as supplier stands for.",
)
@click.option(
    "--recipient-as",
    type=click.Choice(CAPACITIES),
    default="government",
    show_default=True,
    help="What a state as recipient stands for.",
)
@click.option("--area", metavar="STATE", default="", help="Where it is delivered, if elsewhere.")
@click.option("--date", metavar="EDTF", default="", help="2023-12-30, 2023-12, 2023, 2023-08/..")
@click.option("--all", "everything", is_flag=True, help="List every provision not engaged, too.")
@options.json_option
def judge_command(file: str | None, everything: bool, as_json: bool, **asked: str) -> int:
    """Hold a transfer against every provision in force on its day.

    With FILE.jsonl (- for stdin), one query a line with the fields of the flags; the answers come
    in the same order. Ends with 1 where a line cannot be used; its place holds the error.
    """
    if file is not None:
        if any(asked[name] for name in ("supplier", "recipient", "item", "area", "date")):
            raise UnusableInput("a FILE of queries and flags for one query do not go together")
        return _judge_file(file, everything=everything, as_json=as_json)
    query = query_of(asked, strict=True)
    _answer({name: value for name, value in asked.items() if value}, query, everything, as_json)
    return 0


def query_of(asked: Mapping[str, Any], *, strict: bool) -> Query:
    """Check the fields of a query and turn them into one.

    A state without ``supplier_as`` or ``recipient_as`` stands for its government: who asks about
    a territory says so. Unless ``strict``, a group's id that the reference data lack is kept.

    Raises:
        UnusableInput: a field cannot be used; the message names it with its value.
    """
    from embargo_watch.judge.timing import stretch_of
    from embargo_watch.reference.scopes import GROUPS

    fields = {name: _text(asked, name) for name in _FIELDS}
    for name in ("supplier_as", "recipient_as"):
        fields[name] = fields[name] or "government"
        if fields[name] not in CAPACITIES:
            raise UnusableInput(f"{name} {fields[name]!r} is none of {', '.join(CAPACITIES)}")
    for name in ("supplier", "recipient", "area"):
        fields[name] = _party(name, fields[name], strict=strict)
    if not (fields["supplier"] or fields["recipient"] or fields["area"]):
        raise UnusableInput("a query needs a supplier, a recipient or an area")
    if fields["item"] not in GROUPS:
        raise UnusableInput(f"item {fields['item']!r} is none of {', '.join(GROUPS)}")
    stretch_of(fields["date"])
    return Query(**cast("dict[str, Any]", fields))


def _text(asked: Mapping[str, Any], name: str) -> str:
    value = asked.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise UnusableInput(f"{name} wants a text, not {value!r}")
    return value.strip()


def _party(name: str, text: str, *, strict: bool) -> str:
    if text in ("", UNKNOWN_PARTY):
        return text
    try:
        return names.party_id(text)
    except UnusableInput as error:
        if not strict and name != "area" and _GROUP_ID.fullmatch(text):
            screen.say(f"embargo: {name} {error}; judged as a party of its own")
            return text
        raise UnusableInput(f"{name} {error}") from error


def _judge_file(file: str, *, everything: bool, as_json: bool) -> int:
    failed = False
    for number, line in enumerate(_lines(file), start=1):
        if not line.strip():
            continue
        asked: object = None
        try:
            asked = _mapping(line)
            _warn_of_strange(asked, f"{file}: line {number}")
            query = query_of(asked, strict=False)
        except UnusableInput as error:
            failed = True
            _refuse(asked, f"{file}: line {number}: {error}", as_json)
            continue
        _answer(asked, query, everything, as_json)
    sys.stdout.flush()
    return 1 if failed else 0


def _warn_of_strange(asked: Mapping[str, Any], where: str) -> None:
    """A misspelt field would change the answer without a word."""
    for name in asked:
        if name not in _FIELDS:
            screen.say(f"embargo: {where}: field {name!r} is not used")


def _lines(file: str) -> Iterator[bytes]:
    if file == "-":
        yield from sys.stdin.buffer
        return
    try:
        with Path(file).open("rb") as stream:
            yield from stream
    except OSError as error:
        raise UnusableInput(f"{file}: {error.strerror or error}") from error


def _mapping(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnusableInput(f"is no JSON: {error}") from error
    if not isinstance(value, dict):
        raise UnusableInput("is no JSON object with the fields of a query")
    return value


def _refuse(asked: object, message: str, as_json: bool) -> None:
    from embargo_watch.export.json_lines import json_line
    from embargo_watch.reference.regimes import law_digest

    screen.say(f"embargo: {message}")
    if as_json:
        line = {"query": asked, "law": law_digest(), "findings": [], "error": message}
        screen.write_line(json_line(line))


def _answer(asked: Mapping[str, Any], query: Query, everything: bool, as_json: bool) -> None:
    from embargo_watch.judge import judge
    from embargo_watch.reference.regimes import law_digest, regimes

    found = judge(query, regimes())
    if as_json:
        from embargo_watch.export.json_lines import json_line, judgement_object

        screen.write_line(json_line(judgement_object(asked, law_digest(), found)))
        return
    _print(query, found, everything)


def _print(query: Query, found: tuple[Finding, ...], everything: bool) -> None:
    goods = " ".join(filter(None, (query.item.replace("_", " "), query.designation)))
    where = f", delivered in {names.party(query.area)}" if query.area else ""
    sides = f"{names.party(query.supplier)} → {names.party(query.recipient)}"
    click.echo(f"{sides}: {goods}{where}, {query.date or 'no date'}")
    if not found:
        readable.lines("No regime that the program knows touches these parties.", 0)
        return
    rest = [each for each in found if each.verdict not in _SHOWN]
    near = rest if everything else [each for each in rest if _last_rule(each) == "in_force"]
    ordered = [each for verdict in _SHOWN for each in found if each.verdict == verdict]
    table = screen.table("Provision", "Verdict", "Why")
    table.columns[0].ratio, table.columns[1].ratio, table.columns[2].ratio = 3, 2, 7
    for finding in (*ordered, *near):
        table.add_row(_provision_cell(finding), _verdict_cell(finding), _why_cell(finding))
    if ordered or near:
        screen.out().print(table)
    click.echo(f"{len(found)} provisions looked at, {len(ordered)} engaged, contested or unknown.")
    if len(near) < len(rest):
        left = len(rest) - len(near)
        click.echo(f"{left} on other goods or the other way are left out; --all lists them.")


def _last_rule(finding: Finding) -> str:
    return finding.reasons[-1].rule if finding.reasons else ""


def _provision_cell(finding: Finding) -> str:
    return f"{finding.provision}\n{names.paragraph(finding)}"


def _verdict_cell(finding: Finding) -> str:
    verdict = finding.verdict.replace("_", " ")
    return f"{verdict}\n{finding.breach.replace('_', ' ')}".strip()


def _why_cell(finding: Finding) -> str:
    reasons = finding.reasons if finding.verdict in _SHOWN else finding.reasons[-1:]
    lines = [f"{reason.rule.replace('_', ' ')}: {reason.compared}" for reason in reasons]
    for reading in finding.readings:
        held_by = ", ".join(reading.held_by)
        lines.append(f"{reading.verdict.replace('_', ' ')} for {held_by}: {reading.reading}")
    return "\n".join(lines)
