"""Lead from any record to the sentence that says it and to the bytes that hold the sentence."""

import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from embargo_watch.cli import names, options, readable, screen, tables, voices
from embargo_watch.cli.ledger import view
from embargo_watch.cli.rejudge import law_told, laws_told
from embargo_watch.model.claim import Claim
from embargo_watch.model.document import Document
from embargo_watch.model.finding import Finding, Verdict
from embargo_watch.model.ledger import CaptureRef, Entry, Flow, Incident

if TYPE_CHECKING:
    from embargo_watch.store.lookup import Shown
    from embargo_watch.store.view import View

_MARKED = (
    "supplier", "recipient", "item", "predicate", "quantity", "date", "place", "speakers", "vessel",
    "imo", "flag", "aircraft", "registration", "flight", "route", "company", "casualties",
)  # fmt: skip
"""The roles that are marked in the sentence, in this order where two share words."""


_VERDICTS: tuple[Verdict, ...] = ("engaged", "contested", "unknown", "not_engaged")
"""In the order of what a reader needs first."""


_CHECKED = 20
"""Captures of a record whose bytes are looked for in the vault."""


@click.command("show")
@click.argument("name", metavar="ID")
@options.ledger_options
@options.regimes_option
@options.json_option
def show_command(
    name: str, folder: Path | None, database: str, own_law: Path | None, as_json: bool
) -> None:
    """Show one record: a claim, document, capture, flow or incident, by its id or its beginning.

    A claim is shown down to its sentence with the roles marked, its findings with their reasons,
    and the captures of its document with the digest of the bytes.
    """
    with view(folder, database) as ledger:
        record = ledger.show(name)
        _tell_of_other_law(ledger, own_law)
        if as_json:
            from embargo_watch.export.json_lines import json_line

            screen.write_lines([json_line(_object(record, ledger))])
        else:
            _print(record, ledger)
        _check_bytes(record, ledger, options.ledger_folder(folder))


def _check_bytes(record: "Shown", ledger: "View", place: Path) -> None:
    """Raise OutOfReach where the bytes that a record leads to are not in the vault."""
    from embargo_watch.capture import Vault

    if isinstance(record, CaptureRef):
        captures = [record]
    elif isinstance(record, Entry | Document):
        document = record.document if isinstance(record, Entry) else record
        captures = list(ledger.captures(document.id))
    else:
        documents = {entry.document.id for entry in ledger.entries(record.claims)}
        captures = [one for document in sorted(documents) for one in ledger.captures(document)]
    with Vault(place / "vault") as vault:
        for capture in captures[:_CHECKED]:
            vault.get(capture.blob, capture.location)


def _tell_of_other_law(ledger: "View", own_law: Path | None) -> None:
    from embargo_watch.reference.regimes import law_digest

    now = law_digest(own_law)
    others = {law: count for law, count in ledger.laws().items() if law != now}
    if others:
        screen.say(
            f"embargo: the ledger was judged by another law, {laws_told(others)}, than this "
            f"program's, {law_told(now)}: `embargo rejudge` judges it again"
        )


def _print(record: "Shown", ledger: "View") -> None:
    if isinstance(record, Entry):
        _print_claim(record, ledger)
    elif isinstance(record, Document):
        _print_document(record, ledger)
    elif isinstance(record, CaptureRef):
        _print_captures([record])
    elif isinstance(record, Flow):
        tables.flows([record])
        voices.grades(record.voices)
        _print_entries(ledger.entries(record.claims))
    else:
        tables.incidents([record])
        voices.grades(record.voices)
        _print_entries(ledger.entries(record.claims))


def _print_claim(entry: Entry, ledger: "View") -> None:
    claim, document = entry.claim, entry.document
    readable.heading(document)
    readable.print_claim(claim, ())
    screen.echo()
    readable.lines(f"… {marked(claim, document.text)} …", 2)
    screen.echo()
    for label, value in _slots(claim):
        readable.lines(f"{label:<14}{value}", 2, 16)
    _print_findings(entry.findings)
    screen.echo()
    readable.lines(f"judged by the law {law_told(entry.law)}", 2)
    _print_captures(ledger.captures(document.id))


def _print_findings(findings: Sequence[Finding]) -> None:
    """What is engaged or open with every reason; what is not engaged by its ids alone."""
    for finding in sorted(findings, key=lambda one: _VERDICTS.index(one.verdict)):
        if finding.verdict == "not_engaged":
            continue
        screen.echo()
        verdict = f"{finding.verdict}{f' ({finding.breach})' if finding.breach else ''}"
        readable.lines(f"{names.paragraph(finding)} [{finding.provision}]: {verdict}", 2)
        for reading in finding.readings:
            held = ", ".join(names.party(one) for one in reading.held_by)
            readable.lines(f"- {reading.verdict}: {reading.reading} (held by {held})", 4, 6)
        for reason in finding.reasons:
            source = f" [{reason.source}]" if reason.source else ""
            readable.lines(f"- {reason.rule}: {reason.compared}{source}", 4, 6)
    others = [one.provision for one in findings if one.verdict == "not_engaged"]
    if others:
        screen.echo()
        readable.lines(f"not engaged: {', '.join(others)} (reasons with --json)", 2, 4)


def marked(claim: Claim, text: str) -> str:
    """The sentence of a claim with each role in brackets: ``[supplier: North Korea]``."""
    start, end = _around(claim, text)
    spans = {
        (span.start, span.end): role
        for role in reversed(_MARKED)
        for span in claim.spans.get(role, ())
        if start <= span.start and span.end <= end
    }
    parts = []
    place = start
    for (first, last), role in sorted(spans.items()):
        if first >= place:
            parts += [text[place:first], f"[{role}: {text[first:last]}]"]
            place = last
    return " ".join("".join((*parts, text[place:end])).split())


def _around(claim: Claim, text: str) -> tuple[int, int]:
    """The lines that hold the quote and every marked role of the same paragraph."""
    start = text.rfind("\n", 0, claim.quote.start) + 1
    end = text.find("\n", claim.quote.end)
    return start, len(text) if end < 0 else end


def _slots(claim: Claim) -> list[tuple[str, str]]:
    joint = claim.joint
    slots = [
        ("maker", names.parties_of(claim.maker) if claim.maker else ""),
        ("via", names.parties_of(claim.via) if claim.via else ""),
        ("against", names.parties_of(claim.against) if claim.against else ""),
        ("speakers", ", ".join(claim.speakers_text)),
        ("co-signed by", names.parties_of(joint.signatories) if joint else ""),
        ("as stated", joint.stated_number if joint else ""),
        ("said breach", "; ".join(breach.instrument for breach in claim.alleged_breach)),
        ("in return for", claim.in_return_for),
        *readable.detail(claim),
        ("vessel", _words(claim, "vessel", "imo", "flag")),
        ("date in words", claim.date_text),
        ("found by", f"{claim.extractor} {claim.rule}".strip()),
        ("claim", claim.id),
        ("document", claim.document),
    ]
    return [(label, value) for label, value in slots if value]


def _words(claim: Claim, *slots: str) -> str:
    """The words of slots that are kept as words alone."""
    return ", ".join(span.text for slot in slots for span in claim.spans.get(slot, ()))


def _print_document(document: Document, ledger: "View") -> None:
    readable.heading(document)
    for reason in document.published_reasons:
        readable.lines(f"- {reason}", 4, 6)
    for paragraph in document.text.splitlines():
        if paragraph.strip():
            readable.lines(paragraph, 2)
    screen.echo()
    readable.lines(f"document {document.id}", 2)
    _print_captures(ledger.captures(document.id))


def _print_captures(captures: Sequence[CaptureRef]) -> None:
    for capture in captures:
        taken = capture.at.isoformat(timespec="seconds") if capture.at else "at an unknown time"
        readable.lines(f"capture {capture.id}: {capture.source}, taken {taken}", 2, 4)
        readable.lines(f"SHA-256 {capture.blob} ({capture.media_type}, {capture.location})", 4)


def _print_entries(entries: Sequence[Entry]) -> None:
    for _, told in itertools.groupby(entries, key=lambda entry: entry.document.id):
        for place, entry in enumerate(told):
            if not place:
                readable.heading(entry.document)
            readable.print_claim(entry.claim, entry.findings)
            readable.lines(entry.claim.id, 6)


def _object(record: "Shown", ledger: "View") -> dict[str, Any]:
    """The record as its listing prints it; a claim and a document with their captures."""
    from embargo_watch.export import json_lines, ledger_json

    if isinstance(record, Flow):
        return ledger_json.flow_object(record)
    if isinstance(record, Incident):
        return ledger_json.incident_object(record)
    if isinstance(record, CaptureRef):
        return json_lines.capture_object(record)
    document = record.document if isinstance(record, Entry) else record
    captures = [json_lines.capture_object(one) for one in ledger.captures(document.id)]
    if isinstance(record, Entry):
        return {**json_lines.entry_object(record), "captures": captures}
    return {**json_lines.document_object(record, text=True), "captures": captures}
