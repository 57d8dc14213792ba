"""Let anyone see what the law of one day has that an earlier day's lacked."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from embargo_watch.cli import law_listing, options, readable, screen
from embargo_watch.cli.law import LAYERS, choose
from embargo_watch.errors import UnusableInput

if TYPE_CHECKING:
    from embargo_watch.judge.diff import Difference

_WORDS = {"last_renewal_ran_out": "last renewal seen ran out"}


@click.command("diff")
@click.argument("first", metavar="DATE")
@click.argument("second", metavar="DATE")
@options.party_option
@options.regime_option
@click.option("--layer", type=click.Choice(LAYERS, case_sensitive=False), help="Whose law.")
@click.option("--all", "everything", is_flag=True, help="List mere reaffirmations, too.")
@options.regimes_option
@options.json_option
def diff_command(
    first: str,
    second: str,
    everything: bool,
    as_json: bool,
    own_law: Path | None,
    **asked: str | None,
) -> None:
    """Show what began, ended, or was renewed, widened, narrowed or exempted between two days.

    The law of the second DATE against that of the first: what took effect after the first day,
    up to and on the second, with the paragraph that did it.
    """
    from embargo_watch.judge.diff import law_diff

    days = options.a_day(first), options.a_day(second)
    if days[1] < days[0]:
        raise UnusableInput(f"{second} is before {first}: give the earlier date first")
    chosen = choose(own_law, asked["party"] or "", asked["regime_id"] or "", asked["layer"])
    found = law_diff(chosen, *days)
    if as_json:
        from embargo_watch.export.json_lines import json_line

        screen.write_lines(json_line(_object(each)) for each in found)
        return
    told = [each for each in found if everything or each.how != "reaffirmed"]
    if told:
        _print(told)
    said = f"After {days[0]}, up to and on {days[1]}: {_count(told)} ({len(chosen)} looked at)."
    readable.lines(said, 0, 2)
    if len(told) < len(found):
        left = len(found) - len(told)
        are, them = ("is", "it") if left == 1 else ("are", "them")
        mere = screen.many(left, "mere reaffirmation")
        readable.lines(f"{mere} {are} left out; --all lists {them}.", 0, 2)


def _count(told: "Sequence[Difference]") -> str:
    if not told:
        return "no regime changed"
    changes, regimes = len(told), len({each.regime for each in told})
    held = screen.many(regimes, "regime")
    return f"{screen.many(changes, 'change')}, in {held}"


def _print(found: "Sequence[Difference]") -> None:
    table = screen.table("Day", "Provision", "What changed", "By")
    for column, ratio in zip(table.columns, (3, 4, 8, 4), strict=True):
        column.ratio = ratio
    for each in found:
        table.add_row(each.on.isoformat(), each.provision, _told(each), _by(each))
    screen.show(table)


def _told(each: "Difference") -> str:
    how = _WORDS.get(each.how, each.how.replace("_", " "))
    to = f" to {each.until}" if each.until else ""
    whom = f" {each.party}" if each.party else ""
    return f"{how}{whom}{to}: {each.told}"


def _by(each: "Difference") -> str:
    from embargo_watch.reference.votes import votes

    vote = law_listing.vote_told(votes().get(each.instrument))
    return "\n".join(part for part in (each.citation, vote) if part)


def _object(each: "Difference") -> dict[str, Any]:
    from embargo_watch.export.law_json import vote_object
    from embargo_watch.reference.votes import votes

    return {
        "on": each.on.isoformat(),
        "regime": each.regime,
        "provision": each.provision,
        "how": each.how,
        "instrument": each.instrument,
        "paragraph": each.paragraph,
        "told": each.told,
        "until": each.until.isoformat() if each.until else None,
        "party": each.party or None,
        "vote": vote_object(votes().get(each.instrument)),
    }
