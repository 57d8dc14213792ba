"""Records come back from their JSON text as they went in."""

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.model.claim import AllegedBreach, Claim, Joint, Quantity
from embargo_watch.model.finding import Finding, Reading, Reason
from embargo_watch.model.ledger import Flow, Incident, Voice
from embargo_watch.model.spans import Span
from embargo_watch.store.bodies import dump, load, load_plain

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
MANY = st.lists(WORDS, max_size=3).map(tuple)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
SPANS = st.builds(Span, st.integers(0, 99), st.integers(0, 99), WORDS)
PAIRS = st.lists(st.tuples(WORDS, WORDS), max_size=2).map(tuple)
CLAIMS = st.builds(
    Claim,
    document=WORDS,
    item=WORDS,
    quote=SPANS,
    supplier=MANY,
    speakers_text=MANY,
    quantity=st.none() | st.builds(Quantity, text=WORDS, min=st.none() | NUMBERS,
                                   max=st.none() | NUMBERS, unit=WORDS),
    joint=st.none() | st.builds(Joint, authors=MANY, stated_number=WORDS),
    alleged_breach=st.lists(
        st.builds(AllegedBreach, instrument=WORDS, by=MANY), max_size=2
    ).map(tuple),
    spans=st.dictionaries(WORDS, st.lists(SPANS, max_size=2).map(tuple), max_size=3),
)  # fmt: skip
FINDINGS = st.builds(
    Finding,
    readings=st.lists(st.builds(Reading, held_by=MANY), max_size=2).map(tuple),
    reasons=st.lists(st.builds(Reason), max_size=2).map(tuple),
)
COUNTS = st.integers(0, 999)
VOICES = st.lists(st.builds(Voice, origin=WORDS, claims=MANY, copies=COUNTS), max_size=2).map(tuple)
FLOWS = st.builds(Flow, voices=VOICES, quantities=PAIRS, claims=MANY, independent=COUNTS)
INCIDENTS = st.builds(Incident, voices=VOICES, quantities=PAIRS, claims=MANY)


@settings(max_examples=60, deadline=None)
@given(st.one_of(CLAIMS, FINDINGS, FLOWS, INCIDENTS))
def test_round_trip(record):
    """Every record survives its JSON text, nested ones, absent ones and empty ones included."""
    assert load(type(record), dump(record)) == record


@pytest.mark.parametrize("change", [{"unheard_of": 1}, {}])
def test_other_versions_can_be_read(change):
    """A field that is missing takes its default; one that is unknown is passed over."""
    bare = {
        "document": "doc-1", "kind": "use", "status": "denied", "item": "uav",
        "quote": {"start": 0, "end": 1, "text": "x"},
    }  # fmt: skip
    claim = load(Claim, orjson.dumps(bare | change).decode())

    assert (claim.item, claim.supplier, claim.quantity) == ("uav", (), None)
    assert claim.quote == Span(0, 1, "x")


def test_an_absent_body_is_empty():
    """A document without reasons or furniture has no body."""
    assert load_plain(None) == {}
