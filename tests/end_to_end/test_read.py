"""Reading without keeping: shapes for programs, pages for people, and standard input."""

import json

FIELDS = {
    "id", "document", "capture", "title", "publisher", "credit", "language", "published",
    "published_basis", "published_reasons", "claims", "rejected", "error",
}  # fmt: skip
CLAIM_FIELDS = {
    "claim_id", "kind", "supplier", "recipient", "supplier_as", "recipient_as", "supplier_text",
    "recipient_text", "via", "maker", "item", "item_text", "designation", "quantity", "status",
    "speakers", "speakers_text", "joint", "alleged_breach", "in_return_for", "date", "date_text",
    "place", "against", "quote", "start", "end", "spans", "extractor", "findings",
}  # fmt: skip
FINDING_FIELDS = {
    "provision", "instrument", "paragraph", "verdict", "breach", "basis", "readings", "reasons",
}  # fmt: skip


def test_json_has_the_promised_fields(embargo, reports):
    """One line a document, with every field that programs rely on."""
    answer = embargo("read", "--json", "--text", reports)
    read = [json.loads(line) for line in answer.out.splitlines()]
    claims = [claim for entry in read for claim in entry["claims"]]
    findings = [finding for claim in claims for finding in claim["findings"]]

    assert answer.code == 0, answer.err
    assert all(entry.keys() >= FIELDS for entry in read)
    assert claims
    assert all(claim.keys() >= CLAIM_FIELDS for claim in claims)
    assert findings
    assert all(finding.keys() >= FINDING_FIELDS for finding in findings)


def test_every_quote_and_span_stands_in_the_text(embargo, reports):
    """Offsets lead to the words that they claim."""
    answer = embargo("read", "--json", "--text", reports)
    for entry in map(json.loads, answer.out.splitlines()):
        for claim in entry["claims"]:
            text = entry["text"]

            assert text[claim["start"] : claim["end"]] == claim["quote"]
            for spans in claim["spans"].values():
                assert all(text[start:end].strip() for start, end in spans)


def test_standard_input_is_read(embargo):
    """`-` takes text, and a reader of people gets who, whom, what and the law."""
    words = b"North Korea has shipped ballistic missiles to Russia, the United States said.\n"
    answer = embargo("read", "-", stdin=words)

    assert answer.code == 0, answer.err
    assert "North Korea (PRK) → Russia (RUS)" in answer.out
    assert "asserted by United States (USA)" in " ".join(answer.out.split())
    assert "claims 1;" in answer.err


def test_entries_on_standard_input_keep_their_ids(embargo, reports):
    """A feed through a pipe is a feed."""
    feed = (reports / "iran-russia.jsonl").read_bytes()
    answer = embargo("read", "--json", "-", stdin=feed)

    assert [json.loads(line)["id"] for line in answer.out.splitlines()][:2] == [
        "irn-rus-01",
        "irn-rus-02",
    ]


def test_the_same_input_gives_the_same_bytes(embargo, reports):
    """No clock and no chance is in the output."""
    assert embargo("read", "--json", reports).out == embargo("read", "--json", reports).out


def test_the_closing_line_counts_what_happened(embargo, reports):
    """Read, relevant, claims, refused by reason, failed: on stderr, so that stdout stays clean."""
    answer = embargo("read", reports)

    for word in ("read ", "relevant ", "claims ", "1 language: fr", "failed 0"):
        assert word in answer.err
    assert "\x1b" not in answer.out


def test_a_narrow_screen_is_respected(embargo, reports):
    """At 60 columns no line of prose is wider."""
    answer = embargo("read", reports, COLUMNS="60")

    assert max(map(len, answer.out.splitlines())) <= 60
