"""Keep the promise of the JSON that other programs read: its field names live here and only here.

One line a document is ``read --json``; the objects below are what every other ``--json`` prints.
Fields may be added, never renamed or dropped.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson

from embargo_watch.model.claim import Claim, Joint, Quantity
from embargo_watch.model.document import Document
from embargo_watch.model.finding import Finding
from embargo_watch.model.ledger import CaptureRef, DocumentResult, Entry, RejectedEntry, Unread
from embargo_watch.model.spans import Span
from embargo_watch.model.text import well_formed

Object = dict[str, Any]


def json_line(value: Mapping[str, Any]) -> bytes:
    """Return one object as one line of UTF-8, newline included.

    Half of a surrogate pair, which no UTF-8 can carry, becomes U+FFFD: one code point for one,
    so that offsets hold.
    """
    try:
        return orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:
        plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return well_formed(plain).encode() + b"\n"


def document_line(result: DocumentResult, *, text: bool = False) -> bytes:
    """Return the line of ``read --json`` for one input; ``text`` adds the document's text.

    Most documents of a stream carry no claim: they cost one dictionary and one dump.
    """
    document = result.document
    if document is None:
        return json_line(_failed_line(result))
    line: Object = {
        "id": document.entry,
        "document": document.id,
        "capture": result.capture.id,
        "title": document.title,
        "publisher": document.publisher,
        "credit": document.credit,
        "language": document.language,
        "published": document.published,
        "published_basis": document.published_basis,
        "published_reasons": document.published_reasons,
        "claims": [claim_object(c, result.findings.get(c.id, ())) for c in result.claims],
        "rejected": [
            {"start": r.start, "end": r.end, "rule": r.rule, **_score(r.score)}
            for r in result.rejected
        ],
        "refused": result.refused or None,
        "error": result.failure or None,
        "law": result.law or None,
    }
    if text:
        line["text"] = document.text
    return json_line(line)


def _failed_line(result: DocumentResult) -> Object:
    return {
        "id": result.capture.entry,
        "document": None,
        "capture": result.capture.id or None,
        "title": "",
        "publisher": "",
        "credit": "",
        "language": "und",
        "published": "",
        "published_basis": "unknown",
        "published_reasons": [],
        "claims": [],
        "rejected": [],
        "refused": None,
        "error": result.failure,
        "law": None,
    }


def claim_object(claim: Claim, findings: Iterable[Finding] = ()) -> Object:
    """Return a claim as DESIGN.md section 4 shows it, a superset of the codebook's claim."""
    return {
        "claim_id": claim.id,
        "kind": claim.kind,
        "supplier": claim.supplier,
        "recipient": claim.recipient,
        "supplier_as": claim.supplier_as,
        "recipient_as": claim.recipient_as,
        "supplier_text": _words(claim.spans.get("supplier", ())),
        "recipient_text": _words(claim.spans.get("recipient", ())),
        "via": claim.via,
        "maker": claim.maker,
        "item": claim.item,
        "item_text": claim.item_text,
        "designation": claim.designation,
        "quantity": quantity_object(claim.quantity),
        "status": claim.status,
        "speakers": claim.speakers or claim.speakers_text,
        "speakers_text": claim.speakers_text,
        "joint": joint_object(claim.joint),
        "alleged_breach": [
            {"instrument": breach.instrument, "by": breach.by} for breach in claim.alleged_breach
        ],
        "in_return_for": claim.in_return_for,
        "date": claim.date,
        "date_text": claim.date_text,
        "place": claim.place,
        "against": claim.against,
        **detail_object(claim),
        "quote": claim.quote.text,
        "start": claim.quote.start,
        "end": claim.quote.end,
        "spans": {
            slot: [(span.start, span.end) for span in claim.spans[slot]]
            for slot in sorted(claim.spans)
        },
        "extractor": claim.extractor,
        "rule": claim.rule,
        **_score(claim.score),
        "findings": [finding_object(finding) for finding in findings],
    }


def detail_object(claim: Claim) -> Object:
    """Return what a claim tells around its deed: planes, companies, harm done, the way."""
    return {
        "aircraft": [
            {"type": p.type, "registration": p.registration, "state": p.state, "flight": p.flight}
            for p in claim.aircraft
        ],
        "companies": [
            {"text": c.text, "name": c.name, "country": c.country, "trade": c.trade}
            for c in claim.companies
        ],
        "casualties": [
            {"text": c.text, "harm": c.harm, "min": c.min, "max": c.max, "about": c.about}
            for c in claim.casualties
        ],
        "route": [{"way": stop.way, "text": stop.text} for stop in claim.route],
    }


def _score(score: float | None) -> Object:
    """How sure learned weights are; no field at all where rules alone decided."""
    return {} if score is None else {"score": round(score, 4)}


def _words(spans: Iterable[Span]) -> str:
    return ", ".join(dict.fromkeys(span.text for span in spans))


def quantity_object(quantity: Quantity | None) -> Object | None:
    """Return a stated quantity; ``max`` is null for "more than"."""
    if quantity is None:
        return None
    return {
        "text": quantity.text,
        "min": quantity.min,
        "max": quantity.max,
        "unit": quantity.unit,
        "about": quantity.about,
    }


def joint_object(joint: Joint | None) -> Object | None:
    """Return who wrote and who signed a joint statement, and the number the text gives."""
    if joint is None:
        return None
    return {
        "authors": joint.authors,
        "signatories": joint.signatories,
        "stated_number": joint.stated_number,
    }


def finding_object(finding: Finding) -> Object:
    """Return a finding as ``judge --json`` and every claim carry it."""
    return {
        "provision": finding.provision,
        "instrument": finding.instrument,
        "paragraph": finding.paragraph,
        "verdict": finding.verdict,
        "breach": finding.breach,
        "basis": finding.basis,
        "supplier": finding.supplier,
        "recipient": finding.recipient,
        "date": finding.date,
        "readings": [
            {"reading": r.reading, "held_by": r.held_by, "verdict": r.verdict}
            for r in finding.readings
        ],
        "reasons": [
            {"rule": r.rule, "compared": r.compared, "source": r.source} for r in finding.reasons
        ],
    }


def finding_bytes(finding: Finding) -> bytes:
    """Return a finding as JSON, without a newline, for ``judgement_line``."""
    return json_line(finding_object(finding))[:-1]


def judgement_line(
    query: Mapping[str, Any], law: str, findings: bytes, warnings: Sequence[str] = ()
) -> bytes:
    """Return the line of ``judge --json``: the query as asked, the law's digest, the findings.

    ``findings`` are their objects as written, with commas between. ``warnings`` say what of the
    query could not be used as it is written.
    """
    asked, digest = json_line(query)[:-1], json_line({"law": law})[1:-2]
    more = b",%b" % json_line({"warnings": warnings})[1:-2] if warnings else b""
    return b'{"query":%b,%b,"findings":[%b]%b}\n' % (asked, digest, findings, more)


def entry_object(entry: Entry) -> Object:
    """Return a claim of the ledger with the document it stands in.

    Nothing in it depends on when or from where the bytes were taken: the same documents give
    the same bytes in every ledger.
    """
    document = entry.document
    return {
        **claim_object(entry.claim, entry.findings),
        "document": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "credit": document.credit,
        "published": document.published,
        "published_basis": document.published_basis,
        "law": entry.law,
    }


def document_object(document: Document, *, text: bool = False) -> Object:
    """Return a document of the ledger; ``text`` adds the words that all offsets point into."""
    found: Object = {
        "document": document.id,
        "blob": document.blob,
        "id": document.entry,
        "source": document.source,
        "url": document.url,
        "title": document.title,
        "publisher": document.publisher,
        "credit": document.credit,
        "language": document.language,
        "published": document.published,
        "published_basis": document.published_basis,
        "published_reasons": document.published_reasons,
    }
    if text:
        found["text"] = document.text
    return found


def capture_object(capture: CaptureRef) -> Object:
    """Return a capture: the one object that tells when and from where bytes were taken."""
    return {
        "capture": capture.id,
        "blob": capture.blob,
        "source": capture.source,
        "id": capture.entry,
        "media_type": capture.media_type,
        "at": capture.at.isoformat() if capture.at else None,
        "location": capture.location,
    }


def rejected_object(rejected: RejectedEntry) -> Object:
    """Return a rejected candidate of the ledger with its words and the rule that refused it."""
    return {
        "document": rejected.document,
        "title": rejected.title,
        "start": rejected.start,
        "end": rejected.end,
        "rule": rejected.rule,
        "text": rejected.text,
    }


def unread_object(unread: Unread) -> Object:
    """Return an input that was refused or that failed, with the reason."""
    return {
        "outcome": unread.outcome,
        "source": unread.source,
        "id": unread.entry,
        "document": unread.document or None,
        "reason": unread.reason,
    }
