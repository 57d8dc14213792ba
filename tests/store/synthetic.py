"""Make results as the stages would, out of nothing but a number; run to fill a ledger.

``python synthetic.py LEDGER COUNT`` adds COUNT results and prints a dot after each, so that a
test can kill it somewhere in the middle.
"""

import sys
from pathlib import Path

from embargo_watch.model.claim import Claim, Joint, Quantity, Rejected
from embargo_watch.model.document import Document
from embargo_watch.model.finding import Finding, Reading, Reason
from embargo_watch.model.ids import blob_digest
from embargo_watch.model.ledger import CaptureRef, DocumentResult
from embargo_watch.model.spans import Span

PAIRS = (("PRK", "RUS"), ("IRN", "RUS"), ("RUS", "PRK"), ("IRN", "houthi"))
ITEMS = ("missiles", "uav", "ammunition")
STATUSES = ("asserted", "asserted", "suspected", "denied", "prospective")


def document(number, text="", **fields):
    """Return a document whose words and bytes are its number's own."""
    words = text or " ".join(f"word{number * 7 + at}" for at in range(30))
    day = 1 + number % 28
    told = {
        "published": f"2023-01-{day:02d}",
        "published_basis": "given",
        "publisher": "Reuters",
        "title": f"Story {number}",
    }
    return Document(
        blob=blob_digest(f"{number} {words}".encode("utf-8", "replace")),
        entry=str(number),
        source=f"feed.jsonl:{number}",
        text=words,
        language="en",
        **(told | fields),
    )


def claim(of, at=0, **fields):
    """Return a claim that stands on the words of a document from an offset on."""
    words = Span.of(of.text, at, min(at + 12, len(of.text)))
    slots = {"kind": "transfer", "status": "asserted", "item": "missiles"}
    spans = {"supplier": (words,), "item": (words,)}
    return Claim(document=of.id, quote=words, spans=spans, **(slots | fields))


def finding(provision="DPRK-1718-8b", verdict="engaged", **fields):
    """Return a finding with a reading and a reason."""
    return Finding(
        provision=provision,
        instrument="1718 (2006)",
        paragraph="8(b)",
        verdict=verdict,
        breach="prohibited" if verdict == "engaged" else "",
        basis="stated",
        readings=(Reading(reading="strict", held_by=("USA",), verdict="engaged"),),
        reasons=(Reason(rule="supplier", compared="PRK with DPRK", source="8(b)"),),
        **fields,
    )


def result(of, claims=(), findings=None, **fields):
    """Return what the stages hand over for a document."""
    source = fields.pop("source", of.source)
    ref = CaptureRef(
        id=f"cap-{blob_digest((of.blob + source).encode())[:16]}",
        blob=of.blob,
        source=source,
        entry=of.entry,
        media_type="application/json",
        location=f"pack:{of.entry}",
    )
    judged = findings or {one.id: (finding(),) for one in claims}
    known = {"relevant": bool(claims)} | fields
    return DocumentResult(capture=ref, document=of, claims=claims, findings=judged, **known)


def nth(number):
    """Return the result of a number: most tell nothing, some are refused, fail or claim."""
    of = document(number)
    if number % 17 == 3:
        return DocumentResult.failed(of.source, of.entry, f"{of.source}: broken line")
    if number % 13 == 5:
        return result(of, refused="language: fr")
    if number % 4:
        return result(
            of, rejected=(Rejected(start=0, end=5, rule="no party"),) if number % 3 else ()
        )
    supplier, recipient = PAIRS[number % 16 // 4]
    made = claim(
        of,
        supplier=(supplier,),
        recipient=(recipient,),
        item=ITEMS[number % 3],
        status=STATUSES[number % 5],
        date="2022-12-30" if number % 8 else "",
        speakers=("USA",) if number % 3 else (),
        quantity=Quantity(text=f"{number} of them", min=1.0, max=None, unit="pieces"),
        joint=Joint(authors=("eu", "USA"), signatories=("CAN",), stated_number="almost 50"),
    )
    return result(of, (made,))


def main(folder, count):
    """Add so many results to a ledger, a dot each."""
    from embargo_watch.store import Ledger

    with Ledger.open(folder) as ledger, ledger.writer() as writer:
        for number in range(count):
            writer.add(nth(number))
            sys.stdout.write(".")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
