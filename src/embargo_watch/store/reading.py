"""Read documents and claims out of the tables, many at once, for the views and for settling."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from embargo_watch.model.claim import Claim
from embargo_watch.model.document import Document
from embargo_watch.model.finding import Finding
from embargo_watch.model.ledger import Entry
from embargo_watch.store import rows, schema
from embargo_watch.store.bodies import load

_BATCH = 400


def documents_of(
    connection: Connection, names: Sequence[str], *, text: bool
) -> dict[str, Document]:
    """Return documents by id; without ``text`` they come with an empty one, which is quicker."""
    table = schema.documents
    columns = [column for column in table.c if text or column.name != "text"]
    found: dict[str, Document] = {}
    for start in range(0, len(names), _BATCH):
        asked = select(*columns).where(table.c.id.in_(names[start : start + _BATCH]))
        for row in connection.execute(asked).mappings():
            found[row["id"]] = rows.document_of(row, text=text)
    return found


def entries_of_flow(connection: Connection, flow: str) -> list[Entry]:
    """Return every claim that feeds a flow."""
    claims, links = schema.claims, schema.claim_flows
    joined = claim_columns().join(links, links.c.claim == claims.c.id)
    return list(entries_of(connection, joined.where(links.c.flow == flow)))


def claim_columns() -> Select[Any]:
    """Begin the query that ``entries_of`` runs; more joins and conditions may follow."""
    claims = schema.claims
    return select(claims.c.id, claims.c.document, claims.c.body, claims.c.law)


def entries_of(connection: Connection, asked: Select[Any]) -> Iterator[Entry]:
    """Run a query begun by ``claim_columns`` and yield its claims, documents without text."""
    found = connection.execution_options(yield_per=_BATCH).execute(asked)
    while some := list(islice(found, _BATCH)):
        yield from _entries(connection, some)


def _entries(connection: Connection, some: Sequence[Row[Any]]) -> Iterator[Entry]:
    documents = documents_of(connection, sorted({row.document for row in some}), text=False)
    findings = _findings(connection, [row.id for row in some])
    for row in some:
        yield Entry(
            claim=load(Claim, row.body),
            document=documents[row.document],
            findings=tuple(findings[row.id]),
            law=row.law,
        )


def _findings(connection: Connection, claims: Iterable[str]) -> dict[str, list[Finding]]:
    table = schema.findings
    asked = select(table.c.claim, table.c.body).where(table.c.claim.in_(list(claims)))
    found: dict[str, list[Finding]] = defaultdict(list)
    for claim, body in connection.execute(asked.order_by(table.c.claim, table.c.position)):
        found[claim].append(load(Finding, body))
    return found
