"""Add documents to the ledger, each in one transaction, and nothing twice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from embargo_watch.errors import OurBug
from embargo_watch.model.claim import Claim
from embargo_watch.model.document import Document
from embargo_watch.model.finding import Finding
from embargo_watch.model.ids import stable_id
from embargo_watch.model.ledger import CaptureRef, DocumentResult
from embargo_watch.model.text import well_formed
from embargo_watch.store import rows, schema
from embargo_watch.store.prepared import Prepared
from embargo_watch.store.trouble import reaching

T = TypeVar("T")
Key = tuple[str, str]
"""A blob and the source it came from: what makes a capture the same as another."""
_BATCH = 400
"""Values in one IN list, well below every database's limit."""


class Writer:
    """One writing connection; use it as ``with ledger.writer() as writer``.

    Every method raises OutOfReach, naming the ledger and what to do, where the database cannot
    be written. What was added before stays added.
    """

    def __init__(self, connection: Connection, place: str) -> None:
        """Take over a connection that begins writing transactions."""
        self._connection = connection
        self._place = place
        self._inserts: dict[str, Prepared] = {}
        captures = schema.captures
        same_blob = select(captures.c.source, captures.c.outcome).where(
            captures.c.blob == bindparam("blob")
        )
        self._captures_of = Prepared(connection, same_blob, ["blob"])

    def __enter__(self) -> "Writer":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def has(self, blob: str, source: str) -> bool:
        """Whether these bytes from this source were read before; a failure may be tried again."""
        return bool(self.known([(blob, source)]))

    def known(self, keys: Iterable[Key]) -> set[Key]:
        """Return those of the (blob, source) keys that were read before, in few queries."""
        asked = list(keys)
        found: set[Key] = set()
        table = schema.captures
        columns = select(table.c.blob, table.c.source).where(table.c.outcome != "failed")
        with reaching(self._place), self._connection.begin():
            for some in _portions(asked):
                blobs = {blob for blob, _ in some}
                rows_found = self._connection.execute(columns.where(table.c.blob.in_(blobs)))
                found.update((blob, source) for blob, source in rows_found)
        return {key for key in asked if (key[0], well_formed(key[1])) in found}

    def add(self, result: DocumentResult) -> bool:
        """Add one input with all that was read out of it; False where it is there already.

        The same bytes from another source add a capture and nothing else. A failure is recorded
        once, and forgotten when the same input is read after all.
        """
        with reaching(self._place), self._connection.begin():
            if result.failure:
                return self._add_failure(result)
            return self._add_read(result)

    def rejudge(
        self, changed: Mapping[str, Iterable[Finding]], judged: Sequence[str], law: str
    ) -> None:
        """Put new findings in the place of claims' old ones, as after a change of the law.

        ``changed`` maps claims to their new findings; ``judged`` are all claims that now rest on
        the law with this digest. One transaction: a ledger is judged by one law or by another,
        never in between. The flows that the changed claims feed become unsettled.
        """
        findings, links, claims = schema.findings, schema.claim_flows, schema.claims
        with reaching(self._place), self._connection.begin():
            for some in _portions(list(changed)):
                self._connection.execute(delete(findings).where(findings.c.claim.in_(some)))
                for claim in some:
                    self._insert(findings, rows.finding_rows(claim, changed[claim]))
                fed = select(links.c.flow).where(links.c.claim.in_(some))
                self._unsettle("flow", self._connection.scalars(fed).all())
            for some in _portions(judged):
                self._connection.execute(
                    update(claims).where(claims.c.id.in_(some)).values(law=law)
                )

    def note(self, key: str, value: str) -> None:
        """Keep one fact about the ledger itself, such as the digest of the law it was judged by."""
        table = schema.meta
        with reaching(self._place), self._connection.begin():
            self._connection.execute(delete(table).where(table.c.key == key))
            self._insert(table, [{"key": key, "value": value}])

    def _add_failure(self, result: DocumentResult) -> bool:
        capture = result.capture
        row = _unread_row(result, "failed", result.failure)
        outcomes = self._outcomes(capture.blob)
        outcome = outcomes.get(row["source"])
        if outcome in ("read", "refused") or self._exists(schema.unread, row["id"]):
            return False
        if capture.blob and outcome is None:
            self._insert_capture(capture, "failed", new_blob=not outcomes)
        self._insert(schema.unread, [row])
        return True

    def _add_read(self, result: DocumentResult) -> bool:
        capture, document = result.capture, result.document
        if document is None or not capture.blob:
            raise OurBug(f"{capture.source!r}: a result needs a document or a failure")
        outcomes = self._outcomes(capture.blob)
        outcome = outcomes.get(well_formed(capture.source))
        if outcome not in (None, "failed"):
            return False
        now = "refused" if result.refused else "read"
        if outcome == "failed":
            self._forget_failures(capture.blob, capture.source, now)
        else:
            self._insert_capture(capture, now, new_blob=not outcomes)
        if all(earlier == "failed" for earlier in outcomes.values()):
            self._insert_document(document, result)
        return True

    def _insert_document(self, document: Document, result: DocumentResult) -> None:
        relevant = result.relevant or bool(result.claims)
        self._insert(schema.documents, [rows.document_row(document, relevant=relevant)])
        if result.refused:
            self._insert(schema.unread, [_unread_row(result, "refused", result.refused)])
        self._insert(
            schema.rejected,
            [
                {
                    "document": document.id,
                    "position": position,
                    "start": candidate.start,
                    "end": candidate.end,
                    "rule": candidate.rule,
                }
                for position, candidate in enumerate(result.rejected)
            ],
        )
        claims = {claim.id: claim for claim in result.claims}
        for claim in claims.values():
            self._insert_claim(claim, document, result)
        if claims:
            self._unsettle("document", [document.id])
            self._unsettle("flow", [r["flow"] for c in claims.values() for r in rows.flow_rows(c)])

    def _insert_claim(self, claim: Claim, document: Document, result: DocumentResult) -> None:
        if claim.document != document.id:
            raise OurBug(f"claim {claim.id} names document {claim.document}, not {document.id}")
        findings = result.findings.get(claim.id, ())
        self._insert(schema.claims, [rows.claim_row(claim, document.published, result.law)])
        self._insert(schema.claim_parties, rows.party_rows(claim))
        self._insert(schema.claim_flows, rows.flow_rows(claim))
        self._insert(schema.findings, rows.finding_rows(claim.id, findings))

    def _outcomes(self, blob: str) -> dict[str, str]:
        """Return what came of a blob before, by source; its document is there if one was read."""
        return dict(self._captures_of.rows({"blob": blob}))

    def _forget_failures(self, blob: str, source: str, now: str) -> None:
        captures, unread = schema.captures, schema.unread
        same = (captures.c.blob == blob, captures.c.source == well_formed(source))
        self._connection.execute(update(captures).where(*same).values(outcome=now))
        failed = (unread.c.blob == blob, unread.c.source == well_formed(source))
        self._connection.execute(delete(unread).where(*failed, unread.c.outcome == "failed"))

    def _insert_capture(self, capture: CaptureRef, outcome: str, *, new_blob: bool) -> None:
        if new_blob:
            kept = {"blob": capture.blob, "location": capture.location}
            self._insert(schema.blobs, [kept])
        self._insert(schema.captures, [rows.capture_row(capture, outcome)])

    def _exists(self, table: Table, name: str) -> bool:
        return self._connection.scalar(select(table.c.id).where(table.c.id == name)) is not None

    def _unsettle(self, kind: str, names: Iterable[str]) -> None:
        unsettle(self._connection, kind, names)

    def _insert(self, table: Table, values: list[dict[str, Any]]) -> None:
        if not values:
            return
        prepared = self._inserts.get(table.name)
        if prepared is None:
            keys = [column.name for column in table.c]
            prepared = self._inserts[table.name] = Prepared(self._connection, insert(table), keys)
        if len(values) == 1:
            prepared.run(values[0])
        else:
            prepared.run_each(values)


def _portions(values: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(values), _BATCH):
        yield values[start : start + _BATCH]


def unsettle(connection: Connection, kind: str, names: Iterable[str]) -> None:
    """Note that documents (their copies) or flows (their accounts) have to be looked at again."""
    table = schema.unsettled
    wanted = sorted(set(names))
    asked = select(table.c.id).where(table.c.kind == kind, table.c.id.in_(wanted))
    known = set(connection.scalars(asked)) if wanted else set()
    fresh = [{"kind": kind, "id": name} for name in wanted if name not in known]
    if fresh:
        connection.execute(insert(table), fresh)


def _unread_row(result: DocumentResult, outcome: str, reason: str) -> dict[str, Any]:
    capture, document = result.capture, result.document
    return {
        "id": stable_id("unr", outcome, capture.blob, capture.source, capture.entry),
        "outcome": outcome,
        "blob": capture.blob,
        "source": well_formed(capture.source),
        "entry": well_formed(capture.entry),
        "reason": well_formed(reason),
        "document": document.id if document and outcome == "refused" else None,
    }
