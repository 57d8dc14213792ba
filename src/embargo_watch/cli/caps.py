"""Show what the ledger's consignments come to against each cap, a period a line."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from embargo_watch.cli import ledger as ledger_cli
from embargo_watch.cli import names, options, screen

if TYPE_CHECKING:
    from embargo_watch.judge.caps import CapTotal, Consignment
    from embargo_watch.model.ledger import Entry
    from embargo_watch.store.view import View

_ORDER = ("asserted", "suspected", "prospective", "denied")
"""How an occasion stands that is told in several ways: the first of these that is told."""


@click.command("caps")
@options.ledger_options
@options.regimes_option
@options.json_option
def caps_command(folder: Path | None, database: str, own_law: Path | None, as_json: bool) -> None:
    """Hold the ledger's totals against the caps on oil and coal, period by period.

    A statement about the total of what the ledger holds, never about one cargo. What several
    documents tell of one occasion is counted once; what is denied or yet to come is not summed.
    """
    from embargo_watch.judge.caps import cap_totals
    from embargo_watch.reference.regimes import regimes

    with ledger_cli.view(folder, database) as ledger:
        told = list(_consignments(ledger))
    totals = cap_totals(told, regimes(own_law))
    if as_json:
        from embargo_watch.export.json_lines import json_line

        screen.write_lines(json_line(_object(each)) for each in totals)
    elif totals:
        _table(totals)
    periods = screen.many(len(totals), "period")
    screen.say(f"{periods} of caps that the ledger's claims touch")


def _consignments(ledger: "View") -> Iterator["Consignment"]:
    """One consignment an occasion of the ledger, and one a claim for claims that have none."""
    occasions = {claim: each for each in ledger.incidents() for claim in each.claims}
    held: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in ledger.claims():
        if entry.claim.kind == "use":
            continue
        for supplier, recipient in entry.claim.pairs():
            occasion = occasions.get(entry.claim.id)
            sides = (occasion.supplier, occasion.recipient) if occasion else (supplier, recipient)
            name = occasion.id if occasion else entry.claim.id
            held.setdefault((name, *sides), []).append(entry)
    dates = {each.id: each.date for each in occasions.values()}
    for (name, supplier, recipient), entries in held.items():
        yield _consignment((name, supplier, recipient), dates.get(name), entries)


def _consignment(
    key: tuple[str, str, str], date: str | None, entries: "list[Entry]"
) -> "Consignment":
    from embargo_watch.judge.amounts import amount_of
    from embargo_watch.judge.caps import Consignment
    from embargo_watch.judge.scope import Wares

    claims = [entry.claim for entry in entries]
    read = (amount_of(claim.quantity) for claim in claims if claim.quantity)
    told = {claim.status for claim in claims}
    return Consignment(
        id=key[0],
        supplier=key[1],
        recipient=key[2],
        wares=Wares(
            claims[0].item,
            _joined(claim.designation for claim in claims),
            _joined(claim.item_text for claim in claims),
        ),
        amounts=tuple(dict.fromkeys(amount for amount in read if amount)),
        date=claims[0].date if date is None else date,
        status=next(status for status in _ORDER if status in told),
        claims=tuple(dict.fromkeys(claim.id for claim in claims)),
    )


def _joined(words: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, words)))


def _object(total: "CapTotal") -> Mapping[str, Any]:
    return {
        "provision": total.provision,
        "cap": {
            "text": total.cap.text,
            "amount": total.cap.amount,
            "unit": total.cap.unit,
            "source": total.cap.source,
        },
        "since": total.since.isoformat(),
        "until": total.until.isoformat(),
        "low": total.low,
        "high": total.high,
        "verdict": total.verdict,
        "counted": [
            _line(each.consignment)
            | {"low": each.low, "high": each.high, "factors": each.factors, "within": each.within}
            for each in total.counted
        ],
        "uncounted": [
            _line(each.consignment) | {"reason": each.reason} for each in total.uncounted
        ],
        "apart": [_line(each) for each in total.apart],
    }


def _line(each: "Consignment") -> dict[str, Any]:
    return {
        "id": each.id,
        "supplier": each.supplier,
        "recipient": each.recipient,
        "goods": each.wares.words,
        "quantity": [amount.words for amount in each.amounts],
        "date": each.date,
        "status": each.status,
        "claims": each.claims,
    }


def _table(totals: "Iterable[CapTotal]") -> None:
    table = screen.table("Cap and period", "What the ledger holds", "Not counted")
    for total in totals:
        last = total.until.toordinal() - 1
        table.add_row(
            f"{total.provision}\n{total.since} to {type(total.until).fromordinal(last)}\n"
            f"{total.cap.text}",
            "\n".join(_held(total)),
            "\n".join(_left_out(total)),
        )
    screen.show(table)


def _held(total: "CapTotal") -> Iterator[str]:
    unit = total.cap.unit.replace("_", " ")
    yield f"{total.verdict}: {_range(total.low, total.high)} of {total.cap.amount:,.0f} {unit}s"
    for each in total.counted:
        yield f"{_range(each.low, each.high)}: {_said(each.consignment)}"
        if each.within:
            yield f"  perhaps part of {each.within}"
    yield from sorted({factor for each in total.counted for factor in each.factors})


def _left_out(total: "CapTotal") -> Iterator[str]:
    for each in total.uncounted:
        yield f"{_said(each.consignment)}: {each.reason}"
    for apart in total.apart:
        yield f"{_said(apart)}: {apart.status}"


def _said(each: "Consignment") -> str:
    pair = f"{names.party(each.supplier)} → {names.party(each.recipient)}"
    amounts = " or ".join(amount.words for amount in each.amounts)
    return ", ".join(filter(None, (pair, each.wares.words, amounts, each.date, each.id)))


def _range(low: float, high: float | None) -> str:
    if high is None:
        return f"at least {low:,.0f}"
    return f"{low:,.0f}" if round(low) == round(high) else f"{low:,.0f} to {high:,.0f}"
