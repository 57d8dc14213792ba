"""Accounts as JSON: an unnamed side is null, and nothing is averaged away."""

import orjson
import pytest

from embargo_watch.export.json_lines import json_line
from embargo_watch.export.ledger_json import (
    copy_object,
    counts_object,
    exchange_object,
    flow_object,
    incident_object,
)
from embargo_watch.model.ledger import (
    CopyLink,
    Counts,
    Exchange,
    Flow,
    Grade,
    Ground,
    Incident,
    Voice,
)


@pytest.fixture
def flow():
    """A flow with no named recipient."""
    voice = Voice(
        origin="USA", stance="asserts", first_said="2023-01", claims=("clm-1",), copies=3,
        signatories=("GBR",),
        reliability=Grade(grade="C", reasons=(Ground(rule="state", compared="USA: state"),)),
    )  # fmt: skip
    return Flow(
        id="flow-1", supplier="PRK", recipient="", item="missiles", first="2023", last="2023-02",
        voices=(voice,), independent=1, claims=("clm-1",), incidents=("inc-1",),
        quantities=(("47", "USA"), ("48", "KOR")), engaged=("P",),
        in_return_for=(("oil", "clm-1"),),
    )  # fmt: skip


def test_a_flow(flow):
    """Voices, numbers side by side, provisions and the link to what came back."""
    told = orjson.loads(json_line(flow_object(flow)))

    assert (told["supplier"], told["recipient"]) == ("PRK", None)
    assert told["voices"] == [
        {
            "origin": "USA", "stance": "asserts", "first_said": "2023-01",
            "claims": ["clm-1"], "copies": 3, "signatories": ["GBR"],
            "reliability": {
                "grade": "C", "reasons": [{"rule": "state", "compared": "USA: state"}],
            },
            "credibility": {"grade": "6", "reasons": []},
        }
    ]  # fmt: skip
    assert told["quantities"] == [
        {"text": "47", "origin": "USA"}, {"text": "48", "origin": "KOR"},
    ]  # fmt: skip
    assert told["engaged"] == ["P"]
    assert told["in_return_for"] == [{"text": "oil", "claim": "clm-1"}]


def test_an_incident():
    """Date, place and members of one occasion."""
    incident = Incident(
        id="inc-1", flow="flow-1", kind="use", supplier="", recipient="RUS", item="missiles",
        date="2023-12-30", place="Kharkiv", claims=("clm-1",), voices=(),
    )  # fmt: skip
    told = incident_object(incident)

    assert (told["incident_id"], told["supplier"], told["place"]) == ("inc-1", None, "Kharkiv")


def test_an_exchange(flow):
    """Each direction is a list of flows."""
    told = exchange_object(Exchange(one="PRK", other="RUS", there=(flow,), back=()))

    assert told["parties"] == ("PRK", "RUS")
    assert [one["flow_id"] for one in told["there"]] == ["flow-1"]
    assert told["back"] == []


def test_copies_and_counts():
    """Evidence for a copy, and the ledger in numbers."""
    link = CopyLink(document="doc-2", original="doc-1", basis="same text", evidence="all words")
    counts = Counts(
        captures=3, read=2, relevant=1, claims=1, flows=1, incidents=0, failed=1,
        refused={"language: fr": 1}, rejected={},
    )  # fmt: skip

    assert copy_object(link)["basis"] == "same text"
    assert counts_object(counts)["refused"] == {"language: fr": 1}
