"""The JSON that other programs read: its field names are a promise."""

import datetime as dt
import json
from dataclasses import replace

import orjson
import pytest

from embargo_watch.export.json_lines import (
    capture_object,
    claim_object,
    document_line,
    document_object,
    entry_object,
    finding_bytes,
    judgement_line,
    rejected_object,
    unread_object,
)
from embargo_watch.model.capture import Capture
from embargo_watch.model.claim import AllegedBreach, Claim, Joint, Quantity, Rejected
from embargo_watch.model.document import Document
from embargo_watch.model.finding import Finding, Reading, Reason
from embargo_watch.model.ledger import CaptureRef, DocumentResult, Entry, RejectedEntry, Unread
from embargo_watch.model.spans import Span

TEXT = "Pyongyang and North Korea sent 40 rockets to Moscow, the eu and the US said."
PROMISED_LINE = {
    "id", "document", "capture", "title", "publisher", "credit", "language", "published",
    "published_basis", "published_reasons", "claims", "rejected", "error",
}  # fmt: skip
PROMISED_CLAIM = {
    "claim_id", "kind", "supplier", "recipient", "supplier_as", "recipient_as", "supplier_text",
    "recipient_text", "via", "maker", "item", "item_text", "designation", "quantity", "status",
    "speakers", "speakers_text", "joint", "alleged_breach", "in_return_for", "date", "date_text",
    "place", "against", "quote", "start", "end", "spans", "extractor", "findings",
}  # fmt: skip


def span(words):
    """The span of some words of the text."""
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


@pytest.fixture
def capture():
    """A capture of the text."""
    return Capture(source="a.txt", entry="a.txt", media_type="text/plain", content=TEXT.encode())


@pytest.fixture
def document(capture):
    """The document read from it."""
    return Document(
        blob=capture.blob,
        entry="a.txt",
        source="a.txt",
        text=TEXT,
        title="Rockets",
        language="en",
        published="2024-01",
        published_basis="text",
        published_reasons=("it names January",),
    )


@pytest.fixture
def claim(document):
    """A claim with every slot filled."""
    return Claim(
        document=document.id,
        kind="transfer",
        status="asserted",
        item="missiles",
        quote=span("North Korea sent 40 rockets to Moscow"),
        supplier=("PRK",),
        recipient=("RUS",),
        item_text="rockets",
        quantity=Quantity(text="40", min=40.0, max=None, unit="rockets"),
        speakers=("eu", "USA"),
        speakers_text=("the eu", "the US"),
        joint=Joint(authors=("eu", "USA"), signatories=("CAN",), stated_number="almost 50"),
        alleged_breach=(AllegedBreach(instrument="resolutions", by=("eu",)),),
        spans={
            "supplier": (span("Pyongyang"), span("North Korea"), span("Pyongyang")),
            "recipient": (span("Moscow"),),
            "item": (span("rockets"),),
        },
        extractor="rules-1",
        rule="active",
    )


@pytest.fixture
def finding():
    """A contested finding."""
    return Finding(
        provision="P-1",
        instrument="1718 (2006)",
        paragraph="8(b)",
        verdict="contested",
        breach="",
        basis="window",
        readings=(Reading(reading="strict", held_by=("USA",), verdict="engaged"),),
        reasons=(Reason(rule="date", compared="2024-01", source="8(b)"),),
    )


def test_a_line_keeps_every_promised_field(capture, document, claim, finding):
    """What DESIGN.md lists is there, for the document, its claims and their findings."""
    result = DocumentResult(
        capture=CaptureRef.of(capture),
        document=document,
        relevant=True,
        claims=(claim,),
        findings={claim.id: (finding,)},
        rejected=(Rejected(start=1, end=4, rule="no party"),),
    )
    line = document_line(result)
    read = orjson.loads(line)

    assert line.endswith(b"}\n")
    assert line.count(b"\n") == 1
    assert read.keys() >= PROMISED_LINE
    assert "text" not in read
    assert read["claims"][0].keys() >= PROMISED_CLAIM
    assert read["rejected"] == [{"start": 1, "end": 4, "rule": "no party"}]
    assert read["capture"] == capture.id
    assert read["error"] is None
    assert read["claims"][0]["findings"][0] == {
        "provision": "P-1",
        "instrument": "1718 (2006)",
        "paragraph": "8(b)",
        "verdict": "contested",
        "breach": "",
        "basis": "window",
        "supplier": "",
        "recipient": "",
        "date": "",
        "readings": [{"reading": "strict", "held_by": ["USA"], "verdict": "engaged"}],
        "reasons": [{"rule": "date", "compared": "2024-01", "source": "8(b)"}],
    }


def test_offsets_point_into_the_text(capture, document, claim):
    """With ``--text`` every quote and span can be cut out of the line itself."""
    result = DocumentResult(capture=CaptureRef.of(capture), document=document, claims=(claim,))
    read = orjson.loads(document_line(result, text=True))
    (told,) = read["claims"]
    words = [read["text"][start:end] for start, end in told["spans"]["supplier"]]

    assert read["text"][told["start"] : told["end"]] == told["quote"]
    assert words == ["Pyongyang", "North Korea", "Pyongyang"]


def test_a_claim_in_json(claim):
    """Words come from the spans, each once; open bounds are null; the rest is as recorded."""
    told = orjson.loads(orjson.dumps(claim_object(claim)))

    assert told["supplier_text"] == "Pyongyang, North Korea"
    assert told["recipient_text"] == "Moscow"
    assert told["quantity"] == {
        "text": "40", "min": 40.0, "max": None, "unit": "rockets", "about": False,
    }  # fmt: skip
    assert told["joint"] == {
        "authors": ["eu", "USA"], "signatories": ["CAN"], "stated_number": "almost 50",
    }  # fmt: skip
    assert told["alleged_breach"] == [{"instrument": "resolutions", "by": ["eu"]}]
    assert (told["speakers"], told["date"]) == (["eu", "USA"], "")


def test_absent_slots_are_null_or_empty(document):
    """A claim with nothing but its quote still has every field."""
    bare = Claim(
        document=document.id, kind="use", status="denied", item="uav", quote=span("Moscow")
    )
    told = claim_object(bare)

    assert told.keys() >= PROMISED_CLAIM
    assert (told["quantity"], told["joint"], told["supplier_text"]) == (None, None, "")


def test_a_failure_is_a_line_too():
    """What could not be read has a line with the reason, and the same fields."""
    read = orjson.loads(
        document_line(DocumentResult.failed("a.zip!b", "b", "b: broken"), text=True)
    )

    assert read.keys() >= PROMISED_LINE
    assert (read["id"], read["error"], read["document"], read["claims"]) == (
        "b", "b: broken", None, [],
    )  # fmt: skip


def test_a_refusal_is_told_apart_from_an_error(capture, document):
    """A French document was not read for claims, and that is no failure."""
    result = DocumentResult(
        capture=CaptureRef.of(capture), document=document, refused="language: fr"
    )
    read = orjson.loads(document_line(result))

    assert (read["refused"], read["error"], read["claims"]) == ("language: fr", None, [])


def test_half_a_surrogate_pair_keeps_offsets(capture):
    """Words that UTF-8 cannot carry are replaced one for one."""
    odd = Document(
        blob=capture.blob, entry="e", source="s", text="a\ud83d\ude00b\udc00", title="\ud800"
    )
    read = orjson.loads(
        document_line(DocumentResult(capture=CaptureRef.of(capture), document=odd), text=True)
    )

    assert (read["text"], read["title"]) == ("a\ufffd\ufffdb\ufffd", "\ufffd")
    assert len(read["text"]) == len(odd.text)


def test_a_claim_of_the_ledger_tells_nothing_of_when_or_where(document, claim, finding):
    """Two ledgers of the same documents print the same bytes."""
    told = entry_object(Entry(claim=claim, document=document, findings=(finding,)))

    assert told.keys() >= PROMISED_CLAIM | {"document", "title", "publisher", "published"}
    assert not {"capture", "source", "at", "location"} & told.keys()


def test_a_capture_tells_when_and_where(capture):
    """The one object that does: moment, source, and the place in the vault."""
    ref = CaptureRef.of(capture, "vault/ab/cd")
    timed = Capture(
        source="a", entry="a", media_type="text/html", content=b"x",
        at=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip

    assert capture_object(ref)["at"] is None
    assert capture_object(ref)["location"] == "vault/ab/cd"
    assert capture_object(CaptureRef.of(timed))["at"] == "2024-01-01T00:00:00+00:00"
    assert CaptureRef.of(timed).id == timed.id
    assert CaptureRef.of(capture).id == capture.id


def test_a_judgement_answers_its_query(finding):
    """The query as asked, the law's digest and the findings; warnings only where there are any."""
    asked = {"supplier": "PRK", "date": "2023"}
    answer = json.loads(judgement_line(asked, "digest", finding_bytes(finding)))
    warned = json.loads(judgement_line(asked, "digest", b"", ["unknown area"]))

    assert list(answer) == ["query", "law", "findings"]
    assert answer["query"] == asked
    assert answer["findings"][0]["provision"] == finding.provision
    assert (warned["findings"], warned["warnings"]) == ([], ["unknown area"])


def test_what_was_not_taken_in_is_told_with_its_reason(document):
    """Rejected candidates, refusals and failures each carry theirs."""
    near = RejectedEntry(document="doc-1", title="t", start=1, end=2, rule="no party", text="x")
    failed = Unread(outcome="failed", source="s", entry="e", reason="broken")

    assert rejected_object(near)["rule"] == "no party"
    assert unread_object(failed)["document"] is None
    assert document_object(document, text=True)["text"] == TEXT
    assert "text" not in document_object(document)


def test_a_score_is_printed_only_where_weights_gave_one(claim):
    """Rules alone give no figure, and none is made up."""
    assert "score" not in claim_object(claim)
    assert claim_object(replace(claim, score=0.87654321))["score"] == 0.8765
