"""Set out a claim so that a person sees at once who, what, when, who says so, and the sentence."""

import shutil
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from embargo_watch.cli import names, screen
from embargo_watch.cli.screen import NARROWEST, PIPED_WIDTH
from embargo_watch.model.claim import Claim, Company
from embargo_watch.model.document import Document
from embargo_watch.model.finding import Finding
from embargo_watch.model.ledger import DocumentResult

_SAID = {
    "asserted": "asserted by",
    "denied": "denied by",
    "suspected": "suspected by",
    "prospective": "expected by",
}
_SHOWN = ("engaged", "contested", "unknown")
_MOST_OPEN = 3
"""Provisions named where the answer is unknown; `show` lists them all with what they lack."""


def print_result(result: DocumentResult) -> None:
    """Print a document with its claims; a relevant one without any says what was refused."""
    document = result.document
    if document is None:
        return
    heading(document)
    for claim in result.claims:
        print_claim(claim, result.findings.get(claim.id, ()))
    if not result.claims:
        rules = sorted({rejected.rule for rejected in result.rejected})
        lines("no claim of a transfer" + (f"; refused: {', '.join(rules)}" if rules else ""), 2)
    screen.echo()


def heading(document: Document) -> None:
    """Print a document's title, publisher, date with its basis, and where it came from."""
    title = screen.clean(document.title or document.entry)
    screen.echo(textwrap.shorten(title, _width()), bold=True)
    dated = f"{names.when(document.published)} ({document.published_basis})"
    facts = [document.publisher, document.credit and f"credit {document.credit}", dated]
    facts.append(document.source)
    lines(" · ".join(fact for fact in facts if fact), 2)


def print_claim(claim: Claim, findings: Sequence[Finding]) -> None:
    """Print one claim: what is said, the words that say it, and what the law says."""
    lines(f"{claim.kind}: {what(claim)} · {said(claim)}", 2, 6)
    lines(f"“{' '.join(claim.quote.text.split())}”", 6)
    for line in verdicts(findings):
        lines(line, 6, 8)


def what(claim: Claim) -> str:
    """Who to whom, what, how much, and when, as far as the text tells."""
    route = f"{names.parties_of(claim.supplier)} → {names.parties_of(claim.recipient)}"
    goods = claim.item.replace("_", " ")
    told = (claim.designation, claim.quantity.text if claim.quantity else "")
    if any(told):
        goods += f" ({', '.join(part for part in told if part)})"
    parts = [route, goods]
    if claim.date:
        parts.append(names.when(claim.date))
    if claim.place:
        parts.append(claim.place)
    return ", ".join(parts)


def detail(claim: Claim) -> list[tuple[str, str]]:
    """Planes, companies, the way and the harm that a claim tells of, each with its label."""
    planes = (
        " ".join(part for part in (plane.type, plane.registration, plane.flight) if part)
        + (f" (mark of {names.party(plane.state)})" if plane.state else "")
        for plane in claim.aircraft
    )
    way = " ".join(f"{stop.way} {stop.text}" for stop in claim.route)
    harmed = (f"{harm.text} {harm.harm.replace('_', ' ')}" for harm in claim.casualties)
    told = [
        ("aircraft", ", ".join(planes)),
        ("companies", ", ".join(_company(one) for one in claim.companies)),
        ("route", way),
        ("casualties", ", ".join(harmed)),
    ]
    return [(label, value) for label, value in told if value]


def _company(company: Company) -> str:
    known = company.name if company.name != company.text else ""
    home = names.party(company.country) if company.country else ""
    about = ", ".join(part for part in (known, company.trade, home) if part)
    return f"{company.text} ({about})" if about else company.text


def said(claim: Claim) -> str:
    """How it is put and by whom; the publisher's own voice where nobody else is named."""
    known = [names.party(speaker) for speaker in claim.speakers]
    voices = known or list(claim.speakers_text) or ["the publisher"]
    return f"{_SAID[claim.status]} {', '.join(voices)}"


def verdicts(findings: Iterable[Finding]) -> Iterator[str]:
    """A line a verdict with its paragraphs; provisions that are not engaged are left out."""
    held: dict[str, list[str]] = {}
    windows = False
    for finding in findings:
        windows = windows or finding.basis == "window"
        held.setdefault(finding.verdict, []).append(names.paragraph(finding))
    for verdict in _SHOWN:
        if verdict in held:
            paragraphs = list(dict.fromkeys(held[verdict]))
            most = _MOST_OPEN if verdict == "unknown" else len(paragraphs)
            more = f" and {len(paragraphs) - most} more" if len(paragraphs) > most else ""
            basis = " (dated by the report)" if windows else ""
            yield f"{verdict}: {'; '.join(paragraphs[:most])}{more}{basis}"


def lines(text: str, indent: int, hanging: int | None = None) -> None:
    """Print a paragraph within the terminal's width."""
    deeper = indent if hanging is None else hanging
    screen.echo(
        textwrap.fill(
            screen.clean(text),
            _width(),
            initial_indent=" " * indent,
            subsequent_indent=" " * deeper,
            break_on_hyphens=False,
        )
    )


def _width() -> int:
    return max(NARROWEST, shutil.get_terminal_size((PIPED_WIDTH, 24)).columns)
