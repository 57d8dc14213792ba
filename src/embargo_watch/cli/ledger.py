"""Ask the ledger: flows, incidents, claims and exchanges, for people and for programs."""

import datetime as dt
import difflib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from embargo_watch.cli import names, options, readable, screen, tables
from embargo_watch.errors import UnusableInput
from embargo_watch.model.claim import STATUSES
from embargo_watch.model.dates import DateRange

if TYPE_CHECKING:
    from embargo_watch.store.filters import Filter
    from embargo_watch.store.view import View

F = TypeVar("F", bound=Callable[..., Any])

_FILTERS = (
    click.option("--party", metavar="PARTY", help="A party on any side, by id or name."),
    click.option("--supplier", metavar="PARTY", help="Only from this party."),
    click.option("--recipient", metavar="PARTY", help="Only to this party."),
    click.option("--item", metavar="GROUP", help="Only this item group, such as missiles."),
    click.option("--status", type=click.Choice(STATUSES), help="Only claims put in this way."),
    click.option("--provision", metavar="ID", help="Only what engages this provision."),
    click.option("--since", metavar="DATE", help="Told of this day or later (2023, 2023-08 ...)."),
    click.option("--until", metavar="DATE", help="Told of a day before the end of this date."),
)


def filter_options(command: F) -> F:
    """Add the options that narrow what is listed."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def chosen(asked: dict[str, str | None]) -> "Filter":
    """Turn the options into a filter; raises UnusableInput for an unknown party, item or date."""
    from embargo_watch.reference.items import item_groups
    from embargo_watch.store.filters import Filter

    told = {name: value for name, value in asked.items() if value is not None}
    blank = next((name for name, value in told.items() if not value.strip()), None)
    if blank is not None:
        raise UnusableInput(f"--{blank} is empty: name what is meant, or leave the option out")
    item = told.get("item", "")
    if item and item not in item_groups():
        raise UnusableInput(f"{item!r} is no item group; there are {', '.join(item_groups())}")
    sides = {
        side: names.party_id(told[side])
        for side in ("party", "supplier", "recipient")
        if side in told
    }
    return Filter(
        **sides,
        item=item,
        status=told.get("status", ""),
        provision=told.get("provision", ""),
        since=_range(told["since"]).first if "since" in told else None,
        until=_after(_range(told["until"])) if "until" in told else None,
    )


def _range(text: str) -> DateRange:
    try:
        return DateRange.parse(text)
    except ValueError as error:
        raise UnusableInput(str(error)) from error


def _after(date: DateRange) -> dt.date | None:
    if date.last is None or date.last == dt.date.max:
        return None
    return date.last + dt.timedelta(days=1)


def _refuse_unknown(wanted: "Filter", count: int) -> None:
    """Refuse a provision that no law has; one of a user's own law is known by its findings."""
    from embargo_watch.reference.regimes import regimes

    if not wanted.provision or count:
        return
    known = {one.id for regime in regimes() for one in regime.provisions}
    if wanted.provision not in known:
        near = difflib.get_close_matches(wanted.provision.upper(), sorted(known), 3)
        hint = f" (perhaps {', '.join(near)})" if near else ""
        raise UnusableInput(f"{wanted.provision!r} is no provision{hint}; `embargo law` lists them")


@contextmanager
def view(folder: Path | None, database: str) -> Iterator["View"]:
    """Open the ledger for reading; raises OutOfReach where there is none."""
    from embargo_watch.store import Ledger

    place = options.ledger_folder(folder)
    with Ledger.open(place, database=database, create=False) as ledger:
        told = ledger.view()
        if told.unsettled():
            screen.say(
                "embargo: an interrupted add left documents that the flows do not count yet: "
                "run `embargo add` again on the same input"
            )
        yield told


@click.command("flows")
@filter_options
@options.ledger_options
@options.json_option
def flows_command(folder: Path | None, database: str, as_json: bool, **asked: str | None) -> None:
    """List who is said to have sent what to whom, with who says so and the law."""
    from embargo_watch.export.json_lines import json_line
    from embargo_watch.export.ledger_json import flow_object

    wanted = chosen(asked)
    with view(folder, database) as ledger:
        listed = ledger.flows(wanted)
    _refuse_unknown(wanted, len(listed))
    if as_json:
        screen.write_lines(json_line(flow_object(flow)) for flow in listed)
    elif listed:
        tables.flows(listed)
    _tell(len(listed), "flow")


@click.command("incidents")
@filter_options
@options.ledger_options
@options.json_option
def incidents_command(
    folder: Path | None, database: str, as_json: bool, **asked: str | None
) -> None:
    """List dated occasions: a consignment, a use, an interdiction."""
    from embargo_watch.export.json_lines import json_line
    from embargo_watch.export.ledger_json import incident_object

    wanted = chosen(asked)
    with view(folder, database) as ledger:
        listed = ledger.incidents(wanted)
    _refuse_unknown(wanted, len(listed))
    if as_json:
        screen.write_lines(json_line(incident_object(incident)) for incident in listed)
    elif listed:
        tables.incidents(listed)
    _tell(len(listed), "incident")


@click.command("claims")
@filter_options
@options.ledger_options
@options.json_option
def claims_command(folder: Path | None, database: str, as_json: bool, **asked: str | None) -> None:
    """List every claim with its sentence, by the day it tells of."""
    from embargo_watch.export.json_lines import entry_object, json_line

    wanted = chosen(asked)
    count = 0
    with view(folder, database) as ledger:
        before = ""
        for entry in ledger.claims(wanted):
            count += 1
            if as_json:
                screen.write_line(json_line(entry_object(entry)))
                continue
            if entry.document.id != before:
                before = entry.document.id
                readable.heading(entry.document)
            readable.print_claim(entry.claim, entry.findings)
            readable.lines(entry.claim.id, 6)
    _refuse_unknown(wanted, count)
    _tell(count, "claim")


@click.command("exchange")
@click.argument("one", metavar="PARTY")
@click.argument("other", metavar="PARTY")
@options.ledger_options
@options.json_option
def exchange_command(
    one: str, other: str, folder: Path | None, database: str, as_json: bool
) -> None:
    """Show what went both ways between two parties, named by id or by name."""
    from embargo_watch.export.json_lines import json_line
    from embargo_watch.export.ledger_json import exchange_object

    pair = names.party_id(one), names.party_id(other)
    with view(folder, database) as ledger:
        both = ledger.exchange(*pair)
    if as_json:
        screen.write_lines([json_line(exchange_object(both))])
    else:
        tables.exchange(both)
    _tell(len(both.there) + len(both.back), "flow")


def _tell(count: int, noun: str) -> None:
    screen.say(screen.many(count, noun))
