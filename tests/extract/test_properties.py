"""What holds for any text: offsets stand, nothing depends on the batch, parsers never stumble."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.extract.casing import plain_case
from embargo_watch.extract.dates import dates
from embargo_watch.extract.english import EnglishExtractor
from embargo_watch.extract.quantities import quantity
from embargo_watch.extract.sentences import sentences
from embargo_watch.model.dates import DateRange
from embargo_watch.model.spans import Span
from embargo_watch.reference.matcher import matcher

WORDS = """
Iran Russia Pyongyang the Houthis North Korea Ukraine sent supplied bought fired denies may
missiles drones shells tanks weapons aid to from for by with of and , . ; ? ( ) ’s Iranian-made
US-supplied 30 December last year in 2022 more than a million 1,000 155 mm $40m İstanbul café
"""
TEXTS = st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=30).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_span_slices_to_its_words(claims_in, text):
    """Whatever is claimed can be checked against the text."""
    for claim in claims_in(text):
        for span in (claim.quote, *(s for spans in claim.spans.values() for s in spans)):
            assert text[span.start : span.end] == span.text
            assert span.text


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="aZ .!?…\n;\"'”)(Mr.U.S5", max_size=80))
def test_sentences_leave_out_nothing_but_space(text):
    """Sentences come in order, do not overlap, and hold every character that says something."""
    cuts = sentences(text)

    assert all(start < end for start, end in cuts)
    assert all(before[1] <= after[0] for before, after in pairwise(cuts))
    held = "".join(text[start:end] for start, end in cuts)
    kept = set("aZMrUS5")
    assert [c for c in held if c in kept] == [c for c in text if c in kept]


@settings(max_examples=100, deadline=None)
@given(st.one_of(TEXTS, TEXTS.map(str.title), st.text(max_size=60)))
def test_plain_case_moves_no_offset(text):
    """A headline in plain case is as long as it was, and differs in case alone."""
    plain = plain_case(text, matcher().hits(text), 0)

    assert len(plain) == len(text)
    assert plain.lower() == text.lower()


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.sampled_from(["", "2024-01-10", "2023", "2023/2024", "nonsense"]), st.booleans())
def test_dates_are_edtf_and_slice(text, published, ahead):
    """Every date read parses as EDTF and points at its words."""
    for dated in dates(text, 0, len(text), published, ahead=ahead):
        assert DateRange.parse(dated.edtf).edtf == dated.edtf
        assert text[dated.span.start : dated.span.end] == dated.span.text


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_quantities_have_ordered_bounds_and_slice(text):
    """A number stands before its goods, and its least is no more than its most."""
    whole = f"{text} shells"
    found = quantity(whole, 0, Span.of(whole, len(whole) - 6, len(whole)))
    if found is not None:
        amount, span = found
        assert whole[span.start : span.end] == span.text == amount.text
        assert amount.min is None or amount.max is None or amount.min <= amount.max


@settings(max_examples=100, deadline=None)
@given(st.one_of(TEXTS, st.text(max_size=60)))
def test_known_words_are_found_in_order(text):
    """Hits lie in the text, from left to right, without overlaps."""
    hits = matcher().hits(text)

    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= two.start for one, two in pairwise(hits))


@pytest.fixture(scope="module")
def documents(document_of):
    """Short reports of different length and content."""
    return [
        document_of(text)
        for text in (
            "Iran sent missiles to Russia on 30 December.",
            "North Korea sells Syria rifles. It has also sold rockets to Hezbollah.",
            "Russia launched drones at Kyiv.",
            "Kyiv pleads with Berlin to send more tanks.",
            "",
            "The US Navy seized Iranian rifles bound for Yemen.",
            "North Korea sent shells to Russia in return for food.",
        )
    ]


def test_the_same_input_gives_the_same_output(documents):
    """Two readings agree to the last span."""
    assert EnglishExtractor().extract(documents) == EnglishExtractor().extract(documents)


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_neither_order_nor_size_of_a_batch_matters(documents, size):
    """What a document yields depends on that document alone."""
    whole = EnglishExtractor().extract(documents)
    order = list(range(len(documents)))
    random.Random(size).shuffle(order)

    found = {}
    for first in range(0, len(order), size):
        some = order[first : first + size]
        batch = EnglishExtractor().extract([documents[i] for i in some])
        found |= dict(zip(some, batch, strict=True))

    assert [found[i] for i in range(len(documents))] == whole
