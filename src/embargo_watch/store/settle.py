"""Keep the accounts in step with the claims, at a cost that follows what is new.

The writer notes which documents and flows it touched. Settling takes those up: it looks for
copies of each new document among those that share a mark with it, then sums every touched flow
again. How to compare and how to sum is not the store's business: ``Sums`` says it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from sqlalchemy import Connection, Engine, delete, insert, select, update

from embargo_watch.model.document import Document
from embargo_watch.model.ledger import Account, CopyLink, Entry, FlowKey, Incident, incident_id
from embargo_watch.store import marks, rows, schema
from embargo_watch.store.bodies import dump
from embargo_watch.store.reading import documents_of, entries_of_flow
from embargo_watch.store.writer import unsettle

_DOCUMENTS_AT_ONCE = 50
_FLOWS_AT_ONCE = 20
_BATCH = 400


class Sums(Protocol):
    """What settling needs from outside; ``reconcile.reconciler.Reconciler`` has it."""

    def marks(self, document: Document) -> tuple[str, ...]:
        """Return keys that every document worth comparing with this one shares."""

    def text_key(self, document: Document) -> str:
        """Return a mark that only documents with the same words share, "" if they are too few."""

    def compare(self, one: Document, other: Document) -> CopyLink | None:
        """Say whether one document repeats the other."""

    def earliest(self, documents: Iterable[Document]) -> Document:
        """Return the document of a group of copies that the others are led to."""

    def account(
        self, key: FlowKey, entries: Iterable[Entry], heads: Mapping[str, Document]
    ) -> Account:
        """Sum all claims of one flow; ``heads`` leads copies to the earliest of their group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """How many documents and flows were taken up."""

    documents: int
    flows: int


def settle(engine: Engine, sums: Sums) -> Settled:
    """Take up everything that is unsettled, in transactions of a few documents or flows."""
    documents = flows = 0
    with engine.connect().execution_options(writing=True) as connection:
        while names := _next(connection, "document", _DOCUMENTS_AT_ONCE):
            with connection.begin():
                for name in names:
                    _find_copies(connection, name, sums)
                _settled(connection, "document", names)
            documents += len(names)
        while names := _next(connection, "flow", _FLOWS_AT_ONCE):
            with connection.begin():
                for name in names:
                    _sum_flow(connection, name, sums)
                _settled(connection, "flow", names)
            flows += len(names)
    return Settled(documents=documents, flows=flows)


def _next(connection: Connection, kind: str, most: int) -> list[str]:
    table = schema.unsettled
    asked = select(table.c.id).where(table.c.kind == kind).order_by(table.c.id).limit(most)
    with connection.begin():
        return list(connection.scalars(asked))


def _settled(connection: Connection, kind: str, names: Iterable[str]) -> None:
    table = schema.unsettled
    connection.execute(delete(table).where(table.c.kind == kind, table.c.id.in_(list(names))))


def _find_copies(connection: Connection, name: str, sums: Sums) -> None:
    """Hold a document against those that share a mark, of equal texts against the earliest alone.

    Each of many copies is thus compared once, and the others' texts are not loaded.
    """
    document = documents_of(connection, [name], text=True)[name]
    key = sums.text_key(document)
    wanted = {*sums.marks(document), key} - {""}
    table = schema.copy_marks
    connection.execute(delete(table).where(table.c.document == name))
    if not wanted:
        return
    equal = marks.holders(connection, {key})
    shared = marks.holders(connection, wanted)
    near_ones = {other: held for other, held in shared.items() if other not in equal}
    others = marks.candidates(connection, near_ones)
    near = documents_of(connection, others, text=True)
    found = [link for other in others if (link := sums.compare(document, near[other]))]
    same = documents_of(connection, sorted(equal), text=False)
    again = _same_text(connection, document, same, sums)
    earliest = bool(again) and again[0].original == name
    marks.keep(connection, name, wanted, key, first=earliest)
    if found or again:
        known = near | same | {name: document}
        _keep_links(connection, [*found, *again], known, sums)
        _regroup(
            connection,
            {n for link in (*found, *again[:1]) for n in (link.document, link.original)},
            sums,
        )


def _same_text(
    connection: Connection, document: Document, same: Mapping[str, Document], sums: Sums
) -> list[CopyLink]:
    """Link a document to the earliest of its equals, or all of them to it where it is earlier."""
    if not same:
        return []
    first = sums.earliest(same.values()).id
    link = sums.compare(document, documents_of(connection, [first], text=True)[first])
    if link is None:
        return []
    if link.document == document.id:
        return [link]
    if len(same) >= marks.MOST_HELD:
        _lead_to(connection, document.id, link)
    return [link, *(replace(link, document=other) for other in same if other != first)]


def _lead_to(connection: Connection, first: str, link: CopyLink) -> None:
    """Lead the equals that no mark names any more to the earlier one that has turned up."""
    table = schema.copies
    equals = (table.c.original == link.document) & (table.c.basis == link.basis)
    connection.execute(update(table).where(equals).values(original=first))


def _keep_links(
    connection: Connection, found: Iterable[CopyLink], known: Mapping[str, Document], sums: Sums
) -> None:
    """Keep for each copy the earliest document that it repeats."""
    table = schema.copies
    for link in sorted(found, key=lambda one: (one.document, one.original)):
        own = table.c.document == link.document
        held = connection.scalar(select(table.c.original).where(own))
        if held is not None:
            rival = known.get(held) or documents_of(connection, [held], text=False)[held]
            if sums.earliest((known[link.original], rival)).id == held:
                continue
            connection.execute(delete(table).where(own))
        row = {"basis": link.basis, "evidence": link.evidence}
        connection.execute(
            insert(table), [{"document": link.document, "original": link.original, **row}]
        )


def _regroup(connection: Connection, names: set[str], sums: Sums) -> None:
    """Merge the groups of documents that turned out to be copies, under the earliest of them."""
    table = schema.copy_groups
    held = select(table.c.document, table.c.head).where(table.c.document.in_(names))
    before = {row.document: row.head for row in connection.execute(held)}
    fresh = names - before.keys()
    firsts = documents_of(connection, sorted(fresh | set(before.values())), text=False)
    head = sums.earliest(firsts.values()).id
    led_otherwise = table.c.head.in_(set(before.values()) - {head})
    moved = connection.scalars(select(table.c.document).where(led_otherwise)).all()
    connection.execute(update(table).where(led_otherwise).values(head=head))
    if fresh:
        rows_to_add = [{"document": name, "head": head} for name in sorted(fresh)]
        connection.execute(insert(table), rows_to_add)
    _unsettle_flows(connection, sorted({*fresh, *moved}))


def _unsettle_flows(connection: Connection, documents: list[str]) -> None:
    claims, links = schema.claims, schema.claim_flows
    joined = select(links.c.flow).join(claims, claims.c.id == links.c.claim).distinct()
    for start in range(0, len(documents), _BATCH):
        some = documents[start : start + _BATCH]
        found = connection.scalars(joined.where(claims.c.document.in_(some)))
        unsettle(connection, "flow", found.all())


def _sum_flow(connection: Connection, name: str, sums: Sums) -> None:
    table, links = schema.flows, schema.claim_flows
    connection.execute(delete(table).where(table.c.id == name))
    asked = select(links.c.supplier, links.c.recipient, links.c.item).where(links.c.flow == name)
    found = connection.execute(asked.limit(1)).first()
    if found is None:
        return
    entries = entries_of_flow(connection, name)
    account = sums.account(FlowKey(*found), entries, _heads(connection, entries))
    flow = account.flow
    first, last = rows.days(flow.first)[0], rows.days(flow.last)[1]
    row = {"id": flow.id, "first_day": first, "last_day": last, "body": dump(flow)}
    sides = {"supplier": flow.supplier, "recipient": flow.recipient, "item": flow.item}
    connection.execute(insert(table), [row | sides])
    for incident in account.incidents:
        _keep_incident(connection, incident)


def _keep_incident(connection: Connection, incident: Incident) -> None:
    first, last = rows.days(incident.date)
    row = {"id": incident.id, "flow": incident.flow, "first_day": first, "last_day": last}
    connection.execute(insert(schema.incidents), [row | {"body": dump(incident)}])
    names = [incident_id(incident.flow, claim) for claim in incident.claims]
    connection.execute(
        insert(schema.incident_names), [{"name": n, "incident": incident.id} for n in names]
    )


def _heads(connection: Connection, entries: Iterable[Entry]) -> dict[str, Document]:
    table = schema.copy_groups
    wanted = sorted({entry.document.id for entry in entries})
    pairs: dict[str, str] = {}
    for start in range(0, len(wanted), _BATCH):
        some = wanted[start : start + _BATCH]
        asked = select(table.c.document, table.c.head).where(table.c.document.in_(some))
        pairs.update((row.document, row.head) for row in connection.execute(asked))
    documents = documents_of(connection, sorted(set(pairs.values())), text=False)
    return {document: documents[head] for document, head in pairs.items()}
