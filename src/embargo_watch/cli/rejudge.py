"""Let a new version of the law reach what was read before, and show what it changes."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from embargo_watch.cli import names, options, screen
from embargo_watch.model.claim import Claim
from embargo_watch.model.ledger import Entry

if TYPE_CHECKING:
    from embargo_watch.judge.again import Rejudged, Ruling, VerdictChange

SHORT = 12
"""Digits of a digest that a person compares."""


@click.command("rejudge")
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@options.ledger_options
@options.regimes_option
@options.json_option
def rejudge_command(
    dry_run: bool, folder: Path | None, database: str, own_law: Path | None, as_json: bool
) -> None:
    """Judge every claim of the ledger by the law as it is now; no document is read again.

    Prints each verdict that differs. Interrupted, it leaves the ledger as it was; run again, it
    does the same. With --json a line a verdict, then a line of counts.
    """
    from embargo_watch.rejudge import rejudge
    from embargo_watch.store import Ledger

    options.check_law(own_law)
    place = options.ledger_folder(folder)
    with Ledger.open(place, database=database, create=False) as ledger:
        done = rejudge(ledger, own_law=own_law, dry_run=dry_run)
        if as_json:
            screen.write_lines(_json_lines(done, dry_run))
            return
        _print(done, ledger.view().entries(dict.fromkeys(each.claim for each in done.changes)))
    click.echo(_counts(done))
    for line in _laws(done, dry_run):
        click.echo(line)


def law_told(digest: str) -> str:
    """The beginning of a digest; an older version noted none."""
    return digest[:SHORT] if digest else "not noted"


def laws_told(laws: Mapping[str, int]) -> str:
    """``1a2b3c4d5e6f (12 claims)``, for each law that claims rest on."""
    return ", ".join(
        f"{law_told(law)} ({screen.many(count, 'claim')})" for law, count in laws.items()
    )


def _print(done: "Rejudged", entries: Iterable[Entry]) -> None:
    told = [each for each in done.changes if not each.idle]
    if not told:
        return
    claims = {entry.claim.id: entry.claim for entry in entries}
    table = screen.table("Claim", "Provision", "Verdict before", "Verdict now")
    table.columns[0].ratio, table.columns[1].ratio = 4, 3
    table.columns[2].ratio = table.columns[3].ratio = 2
    for change in told:
        claim = claims.get(change.claim)
        table.add_row(
            f"{_route(claim)}{change.claim}",
            change.provision,
            rulings(change.before),
            rulings(change.after),
        )
    screen.show(table)


def _route(claim: Claim | None) -> str:
    if claim is None:
        return ""
    sides = f"{names.parties_of(claim.supplier)} → {names.parties_of(claim.recipient)}"
    return f"{sides}, {claim.item.replace('_', ' ')}\n"


def rulings(held: "tuple[Ruling, ...]") -> str:
    """``engaged (prohibited)``; a provision that was not looked at has none."""
    told = (f"{verdict} ({breach})" if breach else verdict for verdict, breach in held)
    return ", ".join(told).replace("_", " ") or "not looked at"


def _counts(done: "Rejudged") -> str:
    told = [each for each in done.changes if not each.idle]
    claims = len({each.claim for each in told})
    head = f"{screen.many(done.claims, 'claim')} judged again"
    if not done.touched:
        return f"{head}; nothing changed."
    only = done.touched - claims
    more = f"; in {only:,} more only reasons, or provisions that are not engaged" if only else ""
    changed = f"{screen.many(len(told), 'verdict')} changed in {screen.many(claims, 'claim')}"
    return f"{head}: {changed}{more}."


def _laws(done: "Rejudged", dry_run: bool) -> Iterator[str]:
    before = laws_told(done.before)
    if done.same_law:
        yield f"The law is {law_told(done.law)}, by which the ledger was judged before."
    else:
        yield f"The law is {law_told(done.law)}; the ledger was judged by {before}."
    if dry_run:
        yield "Nothing was written: --dry-run."


def _json_lines(done: "Rejudged", dry_run: bool) -> Iterator[bytes]:
    from embargo_watch.export.json_lines import json_line

    for change in done.changes:
        yield json_line(_object(change))
    yield json_line(
        {
            "law": done.law,
            "law_before": [{"law": law, "claims": count} for law, count in done.before.items()],
            "claims": done.claims,
            "claims_changed": done.touched,
            "verdicts_changed": len(done.changes),
            "dry_run": dry_run,
        }
    )


def _object(change: "VerdictChange") -> dict[str, Any]:
    def told(held: "tuple[Ruling, ...]") -> list[dict[str, str]]:
        return [{"verdict": verdict, "breach": breach} for verdict, breach in held]

    return {
        "claim": change.claim,
        "provision": change.provision,
        "before": told(change.before),
        "after": told(change.after),
    }
