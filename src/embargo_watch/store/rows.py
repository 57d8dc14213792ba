"""Turn records into the rows of the tables, and rows back into records."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import RowMapping

from embargo_watch.errors import OurBug
from embargo_watch.model.claim import Claim
from embargo_watch.model.dates import DateRange
from embargo_watch.model.document import Document
from embargo_watch.model.finding import Finding
from embargo_watch.model.ledger import CaptureRef, FlowKey
from embargo_watch.model.spans import Span
from embargo_watch.model.text import well_formed
from embargo_watch.store.bodies import dump, load_plain

Row = dict[str, Any]
ROLES = ("supplier", "recipient", "via", "maker", "speakers", "against")
"""The slots of a claim that hold parties."""


def days(edtf: str) -> tuple[str | None, str | None]:
    """Return the first and last day of an EDTF date as ISO text; an open end takes the other."""
    if not edtf:
        return None, None
    try:
        date = DateRange.parse(edtf)
    except ValueError as error:
        raise OurBug(f"a record carries a date that is none: {error}") from error
    first, last = date.first or date.last, date.last or date.first
    return (first.isoformat() if first else None, last.isoformat() if last else None)


def capture_row(capture: CaptureRef, outcome: str) -> Row:
    """Return the row of a capture."""
    return {
        "id": capture.id,
        "blob": capture.blob,
        "source": well_formed(capture.source),
        "entry": well_formed(capture.entry),
        "media_type": capture.media_type,
        "at": capture.at.isoformat() if capture.at else None,
        "outcome": outcome,
    }


def capture_of(row: RowMapping) -> CaptureRef:
    """Return the capture of a row of captures joined with blobs."""
    at = dt.datetime.fromisoformat(row["at"]) if row["at"] else None
    return CaptureRef(
        id=row["id"],
        blob=row["blob"],
        source=row["source"],
        entry=row["entry"],
        media_type=row["media_type"],
        at=at,
        location=row["location"],
    )


def document_row(document: Document, *, relevant: bool) -> Row:
    """Return the row of a document; its text is kept only where triage passed it on."""
    extra: Row = {}
    if document.published_reasons:
        extra["published_reasons"] = document.published_reasons
    if relevant and document.furniture:
        extra["furniture"] = [(span.start, span.end) for span in document.furniture]
    return {
        "id": document.id,
        "blob": document.blob,
        "entry": well_formed(document.entry),
        "source": well_formed(document.source),
        "title": well_formed(document.title),
        "publisher": well_formed(document.publisher),
        "credit": well_formed(document.credit),
        "language": document.language,
        "published": document.published,
        "published_basis": document.published_basis,
        "published_first": days(document.published)[0],
        "url": well_formed(document.url),
        "relevant": relevant,
        "text": well_formed(document.text) if relevant else None,
        "body": dump(extra) if extra else None,
    }


def document_of(row: RowMapping, *, text: bool) -> Document:
    """Return the document of a row, without its text and furniture where ``text`` is off."""
    extra = load_plain(row["body"])
    words = (row["text"] or "") if text else ""
    furniture = extra.get("furniture", ()) if words else ()
    return Document(
        blob=row["blob"],
        entry=row["entry"],
        source=row["source"],
        text=words,
        title=row["title"],
        publisher=row["publisher"],
        credit=row["credit"],
        language=row["language"],
        published=row["published"],
        published_basis=row["published_basis"],
        published_reasons=tuple(extra.get("published_reasons", ())),
        url=row["url"],
        furniture=tuple(Span.of(words, start, end) for start, end in furniture),
    )


def claim_row(claim: Claim, published: str, law: str) -> Row:
    """Return the row of a claim; ``published`` stands in where it has no date of its own.

    ``law`` is the digest of the law that its findings rest on.
    """
    first, last = days(claim.date or published)
    return {
        "id": claim.id,
        "document": claim.document,
        "kind": claim.kind,
        "status": claim.status,
        "item": claim.item,
        "designation": well_formed(claim.designation),
        "date": claim.date,
        "place": well_formed(claim.place),
        "first_day": first,
        "last_day": last,
        "start": claim.quote.start,
        "body": dump(claim),
        "law": law,
    }


def party_rows(claim: Claim) -> list[Row]:
    """Return one row for every party in every role."""
    return [
        {"claim": claim.id, "role": role, "party": party}
        for role in ROLES
        for party in dict.fromkeys(getattr(claim, role))
    ]


def flow_rows(claim: Claim) -> list[Row]:
    """Return one row for every flow that the claim feeds."""
    return [
        {
            "flow": key.id,
            "claim": claim.id,
            "supplier": key.supplier,
            "recipient": key.recipient,
            "item": key.item,
        }
        for key in FlowKey.of(claim)
    ]


def finding_rows(claim: str, findings: Iterable[Finding]) -> list[Row]:
    """Return the rows of a claim's findings, in their order."""
    return [
        {
            "claim": claim,
            "position": position,
            "provision": finding.provision,
            "verdict": finding.verdict,
            "body": dump(finding),
        }
        for position, finding in enumerate(findings)
    ]
