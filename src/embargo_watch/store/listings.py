"""List and count the plainer parts of the ledger, and hold the order of its accounts."""

from collections.abc import Iterator

from sqlalchemy import Connection, Table, func, select

from embargo_watch.model.ledger import CopyLink, Counts, Flow, Incident, RejectedEntry, Unread
from embargo_watch.store import schema

BATCH = 400
"""Values in one IN list, and rows fetched at once."""


def flow_order(flow: Flow) -> tuple[bool, str, bool, str, str]:
    """Sort flows by supplier, recipient and item, an unnamed side last."""
    return (not flow.supplier, flow.supplier, not flow.recipient, flow.recipient, flow.item)


def incident_order(incident: Incident) -> tuple[str, str]:
    """Sort incidents by date, "no later than" dates by that day, unknown ones last."""
    return (incident.date.removeprefix("../") or "9999", incident.id)


def copies(connection: Connection) -> tuple[CopyLink, ...]:
    """Return every link from a copy to the earliest document that it repeats."""
    table = schema.copies
    return tuple(
        CopyLink(
            document=row.document, original=row.original, basis=row.basis, evidence=row.evidence
        )
        for row in connection.execute(select(table).order_by(table.c.document))
    )


def rejected(connection: Connection) -> Iterator[RejectedEntry]:
    """Yield rejected candidates by document and place in it, each text read once."""
    table, documents = schema.rejected, schema.documents
    asked = select(table, documents.c.title).join(documents, documents.c.id == table.c.document)
    asked = asked.order_by(table.c.document, table.c.position)
    document, text = "", ""
    for row in connection.execution_options(yield_per=BATCH).execute(asked):
        if row.document != document:
            document = row.document
            own = select(documents.c.text).where(documents.c.id == document)
            text = connection.scalar(own) or ""
        yield RejectedEntry(
            document=row.document,
            title=row.title,
            start=row.start,
            end=row.end,
            rule=row.rule,
            text=text[row.start : row.end],
        )


def unread(connection: Connection, outcome: str) -> tuple[Unread, ...]:
    """Return refused and failed inputs by source."""
    table = schema.unread
    asked = select(table).order_by(table.c.source, table.c.entry, table.c.id)
    if outcome:
        asked = asked.where(table.c.outcome == outcome)
    return tuple(
        Unread(
            outcome=row.outcome,
            source=row.source,
            entry=row.entry,
            reason=row.reason,
            document=row.document or "",
        )
        for row in connection.execute(asked)
    )


def counts(connection: Connection) -> Counts:
    """Count captures, documents, claims and accounts, and what was refused by reason."""
    documents, refusals = schema.documents, schema.unread
    relevant = select(func.count()).select_from(documents).where(documents.c.relevant)
    refused = _by(connection, refusals, "reason", outcome="refused")
    failed = select(func.count()).select_from(refusals).where(refusals.c.outcome == "failed")
    return Counts(
        captures=_size(connection, schema.captures),
        read=_size(connection, documents) - sum(refused.values()),
        relevant=connection.scalar(relevant) or 0,
        claims=_size(connection, schema.claims),
        flows=_size(connection, schema.flows),
        incidents=_size(connection, schema.incidents),
        failed=connection.scalar(failed) or 0,
        refused=refused,
        rejected=_by(connection, schema.rejected, "rule"),
    )


def _size(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _by(connection: Connection, table: Table, column: str, **same: str) -> dict[str, int]:
    asked = select(table.c[column], func.count()).group_by(table.c[column])
    asked = asked.where(*(table.c[name] == value for name, value in same.items()))
    return {row[0]: row[1] for row in connection.execute(asked.order_by(table.c[column]))}
