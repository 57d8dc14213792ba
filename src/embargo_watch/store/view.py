"""Read the ledger: what is listed, shown and counted, as records and never as rows."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, func, select

from embargo_watch.model.document import Document
from embargo_watch.model.ledger import (
    CaptureRef,
    CopyLink,
    Counts,
    Entry,
    Exchange,
    Flow,
    Incident,
    RejectedEntry,
    Unread,
)
from embargo_watch.store import filters, listings, rows, schema
from embargo_watch.store.bodies import load
from embargo_watch.store.filters import Filter
from embargo_watch.store.lookup import Shown, show
from embargo_watch.store.reading import claim_columns, documents_of, entries_of
from embargo_watch.store.trouble import reaching

EVERYTHING = Filter()


class View:
    """The reading side of a ledger. Every method raises OutOfReach where it cannot be read.

    Listings come in an order that depends on the documents alone. Records of documents in
    listings come without their text; ``show`` and ``document`` give it.
    """

    def __init__(self, engine: Engine, place: str) -> None:
        """Read through an engine; ``place`` names the ledger in messages."""
        self._engine = engine
        self._place = place

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with reaching(self._place), self._engine.connect() as connection, connection.begin():
            yield connection

    def claims(self, wanted: Filter = EVERYTHING) -> Iterator[Entry]:
        """Yield claims by the first day told of, then by document and place in it."""
        table = schema.claims
        asked = filters.on_claims(claim_columns(), wanted).order_by(
            func.coalesce(table.c.first_day, "9999"), table.c.document, table.c.start, table.c.id
        )
        with self._reading() as connection:
            yield from entries_of(connection, asked)

    def entries(self, claims: Iterable[str]) -> tuple[Entry, ...]:
        """Return claims by id, in the order of the ids; an unknown id is passed over."""
        names = list(claims)
        table = schema.claims
        found: dict[str, Entry] = {}
        with self._reading() as connection:
            for start in range(0, len(names), listings.BATCH):
                some = names[start : start + listings.BATCH]
                for entry in entries_of(connection, claim_columns().where(table.c.id.in_(some))):
                    found[entry.claim.id] = entry
        return tuple(found[name] for name in names if name in found)

    def flows(self, wanted: Filter = EVERYTHING) -> tuple[Flow, ...]:
        """Return flows by supplier, recipient and item; an unnamed side comes last."""
        table = schema.flows
        asked = filters.on_flows(select(table.c.body), wanted, table.c.id)
        with self._reading() as connection:
            bodies = connection.scalars(filters.on_days(asked, wanted, table)).all()
        found = (load(Flow, body) for body in bodies)
        return tuple(sorted(found, key=listings.flow_order))

    def incidents(self, wanted: Filter = EVERYTHING) -> tuple[Incident, ...]:
        """Return incidents by date, those without one last."""
        table, flows = schema.incidents, schema.flows
        joined = select(table.c.body).join(flows, flows.c.id == table.c.flow)
        asked = filters.on_flows(joined, wanted, table.c.flow)
        with self._reading() as connection:
            bodies = connection.scalars(filters.on_days(asked, wanted, table)).all()
        found = (load(Incident, body) for body in bodies)
        return tuple(sorted(found, key=listings.incident_order))

    def exchange(self, one: str, other: str) -> Exchange:
        """Return the flows between two parties in both directions."""
        there = self.flows(Filter(supplier=one, recipient=other))
        back = self.flows(Filter(supplier=other, recipient=one)) if one != other else ()
        return Exchange.of(one, other, there + back)

    def show(self, name: str) -> Shown:
        """Return the record of an id or of the beginning of one, documents with their text.

        ``clm-`` gives an Entry, ``doc-`` a Document, ``cap-`` a CaptureRef, ``flow-`` a Flow and
        ``inc-`` an Incident; an incident's older names lead to it.

        Raises:
            UnusableInput: no record has the id, or several begin so; the message names them.
        """
        with self._reading() as connection:
            return show(connection, name)

    def document(self, name: str) -> Document | None:
        """Return a document by its whole id, with its text where the ledger keeps it."""
        with self._reading() as connection:
            return documents_of(connection, [name], text=True).get(name)

    def captures(self, document: str) -> tuple[CaptureRef, ...]:
        """Return every capture of a document's bytes, by time and source."""
        table, blobs, documents = schema.captures, schema.blobs, schema.documents
        asked = (
            select(table, blobs.c.location)
            .join(blobs, blobs.c.blob == table.c.blob)
            .join(documents, documents.c.blob == table.c.blob)
            .where(documents.c.id == document)
            .order_by(func.coalesce(table.c.at, ""), table.c.source)
        )
        with self._reading() as connection:
            return tuple(rows.capture_of(row) for row in connection.execute(asked).mappings())

    def copies(self) -> tuple[CopyLink, ...]:
        """Return every document that repeats an earlier one, with what shows it."""
        with self._reading() as connection:
            return listings.copies(connection)

    def rejected(self) -> Iterator[RejectedEntry]:
        """Yield what nearly was a claim, with its words and the rule that refused it."""
        with self._reading() as connection:
            yield from listings.rejected(connection)

    def unread(self, outcome: str = "") -> tuple[Unread, ...]:
        """Return the inputs that were refused or that failed, or only those of one outcome."""
        with self._reading() as connection:
            return listings.unread(connection, outcome)

    def counts(self) -> Counts:
        """Count what the ledger holds."""
        with self._reading() as connection:
            return listings.counts(connection)

    def note(self, key: str) -> str:
        """Return what ``Writer.note`` kept under a key, "" if nothing."""
        table = schema.meta
        with self._reading() as connection:
            return connection.scalar(select(table.c.value).where(table.c.key == key)) or ""

    def laws(self) -> Mapping[str, int]:
        """Count claims by the digest of the law that their findings rest on ("" not noted)."""
        law = schema.claims.c.law
        with self._reading() as connection:
            asked = select(law, func.count()).group_by(law).order_by(law)
            return {row[0]: row[1] for row in connection.execute(asked)}

    def unsettled(self) -> bool:
        """Whether anything was added that ``Ledger.settle`` has not yet taken up."""
        with self._reading() as connection:
            return connection.execute(select(schema.unsettled.c.id).limit(1)).first() is not None
