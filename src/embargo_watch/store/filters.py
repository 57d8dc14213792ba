"""Say in one place what a person may ask the ledger for, and put it to the tables."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, exists, select

from embargo_watch.store import schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What to list; "" and None ask for everything.

    ``party`` is a party id on any side of a claim or flow, ``provision`` the id of a provision
    that a finding engages. ``since`` and ``until`` bound the days told of, half-open.
    """

    party: str = ""
    supplier: str = ""
    recipient: str = ""
    item: str = ""
    status: str = ""
    provision: str = ""
    since: dt.date | None = None
    until: dt.date | None = None


def on_claims(asked: Select[Any], wanted: Filter) -> Select[Any]:
    """Narrow a query over claims."""
    claims = schema.claims
    conditions = [
        *_columns(claims, item=wanted.item, status=wanted.status),
        *_days(claims, wanted),
    ]
    sides = (
        (wanted.party, ("supplier", "recipient", "via", "maker")),
        (wanted.supplier, ("supplier",)),
        (wanted.recipient, ("recipient",)),
    )
    conditions += [_has_party(party, roles) for party, roles in sides if party]
    if wanted.provision:
        conditions.append(_engages(claims.c.id, wanted.provision))
    return asked.where(*conditions)


def on_flows(asked: Select[Any], wanted: Filter, flow: ColumnElement[Any]) -> Select[Any]:
    """Narrow a query that joins the flows; ``flow`` is the column with the flow's id."""
    table = schema.flows
    conditions = _columns(
        table, supplier=wanted.supplier, recipient=wanted.recipient, item=wanted.item
    )
    if wanted.party:
        conditions.append((table.c.supplier == wanted.party) | (table.c.recipient == wanted.party))
    if wanted.status or wanted.provision:
        conditions.append(_fed_by(flow, wanted))
    return asked.where(*conditions)


def on_days(asked: Select[Any], wanted: Filter, table: Table) -> Select[Any]:
    """Narrow a query to what may have been on the days asked for."""
    return asked.where(*_days(table, wanted))


def _columns(table: Table, **wanted: str) -> list[ColumnElement[bool]]:
    return [table.c[name] == value for name, value in wanted.items() if value]


def _days(table: Table, wanted: Filter) -> list[ColumnElement[bool]]:
    conditions = []
    if wanted.since:
        conditions.append(table.c.last_day >= wanted.since.isoformat())
    if wanted.until:
        conditions.append(table.c.first_day < wanted.until.isoformat())
    return conditions


def _has_party(party: str, roles: tuple[str, ...]) -> ColumnElement[bool]:
    table = schema.claim_parties
    return exists(
        select(table.c.claim).where(
            table.c.claim == schema.claims.c.id, table.c.party == party, table.c.role.in_(roles)
        )
    )


def _engages(claim: ColumnElement[Any], provision: str) -> ColumnElement[bool]:
    table = schema.findings
    return exists(
        select(table.c.claim).where(
            table.c.claim == claim, table.c.provision == provision, table.c.verdict == "engaged"
        )
    )


def _fed_by(flow: ColumnElement[Any], wanted: Filter) -> ColumnElement[bool]:
    claims, links = schema.claims, schema.claim_flows
    fed = select(links.c.claim).join(claims, claims.c.id == links.c.claim)
    fed = fed.where(links.c.flow == flow, *_columns(claims, status=wanted.status))
    if wanted.provision:
        fed = fed.where(_engages(claims.c.id, wanted.provision))
    return exists(fed)
