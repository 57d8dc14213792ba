"""Find the one record that an id, or the beginning of one, names."""

from dataclasses import replace

from sqlalchemy import Column, Connection, Table, select

from embargo_watch.errors import UnusableInput
from embargo_watch.model.document import Document
from embargo_watch.model.ledger import CaptureRef, Entry, Flow, Incident
from embargo_watch.store import rows, schema
from embargo_watch.store.bodies import load
from embargo_watch.store.reading import claim_columns, documents_of, entries_of

Shown = Entry | Document | CaptureRef | Flow | Incident

_NAMES: dict[str, Column[str]] = {
    "clm": schema.claims.c.id,
    "doc": schema.documents.c.id,
    "cap": schema.captures.c.id,
    "flow": schema.flows.c.id,
    "inc": schema.incident_names.c.name,
}
_SHOWN_AT_MOST = 5


def show(connection: Connection, name: str) -> Shown:
    """Return the record; raises UnusableInput where no record or several are meant."""
    kind, whole = _resolve(connection, name.strip().lower())
    if kind == "clm":
        return _claim(connection, whole)
    if kind == "doc":
        return documents_of(connection, [whole], text=True)[whole]
    if kind == "cap":
        return _capture(connection, whole)
    if kind == "flow":
        return load(Flow, _body(connection, schema.flows, whole))
    names = schema.incident_names
    current = connection.scalar(select(names.c.incident).where(names.c.name == whole))
    return load(Incident, _body(connection, schema.incidents, current or whole))


def _resolve(connection: Connection, name: str) -> tuple[str, str]:
    """Return the kind and the whole id that a name is the beginning of."""
    kind, dash, _ = name.partition("-")
    if not dash or kind not in _NAMES:
        known = ", ".join(f"{prefix}-" for prefix in _NAMES)
        raise UnusableInput(f"{name!r} is no id of the ledger: ids begin with {known}")
    column = _NAMES[kind]
    begins = (column >= name, column < name + "g")  # one past the hex digits
    asked = select(column).where(*begins).order_by(column).limit(_SHOWN_AT_MOST + 1)
    found = list(connection.scalars(asked))
    if name in found:
        return kind, name
    if not found:
        raise UnusableInput(f"{name!r} names nothing in this ledger")
    if len(found) > 1:
        some = ", ".join(found[:_SHOWN_AT_MOST])
        raise UnusableInput(f"{name!r} is the beginning of several ids: {some}")
    return kind, found[0]


def _claim(connection: Connection, name: str) -> Entry:
    (entry,) = entries_of(connection, claim_columns().where(schema.claims.c.id == name))
    document = documents_of(connection, [entry.document.id], text=True)[entry.document.id]
    return replace(entry, document=document)


def _capture(connection: Connection, name: str) -> CaptureRef:
    table, blobs = schema.captures, schema.blobs
    asked = select(table, blobs.c.location).join(blobs, blobs.c.blob == table.c.blob)
    return rows.capture_of(connection.execute(asked.where(table.c.id == name)).mappings().one())


def _body(connection: Connection, table: Table, name: str) -> str:
    return str(connection.execute(select(table.c.body).where(table.c.id == name)).scalar_one())
