"""Who repeats whom, and what shows it."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.model.spans import Span
from embargo_watch.reconcile import copies
from embargo_watch.reconcile.copies import compare, groups, links, marks

WIRE = (
    "The minister said on Tuesday that two freighters had carried artillery shells across the"
    " inland sea at night, with their beacons switched off, and that the crews had been paid in"
    " cash. A second official put the number of crates at several hundred and called the voyage"
    " the fourth of its kind since spring. The embassy did not answer questions."
)
OTHER = (
    "Farmers in the northern valleys are waiting for rain after the driest winter in forty years,"
    " and the price of wheat has risen by a third at the market in the capital since the new year."
)
REWRITTEN = WIRE.replace("two freighters", "two cargo ships").replace("several hundred", "some 300")


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        (WIRE, "same text"),
        # Case, accents, punctuation and line breaks do not make a text another one.
        (WIRE.upper().replace(", ", "\n"), "same text"),
        (WIRE[:200], "near copy"),
        ("Our own reporter adds a line of local colour here. " + WIRE, "near copy"),
        (REWRITTEN, "near copy"),
        (OTHER, None),
        # The same topic in other words is no copy.
        (
            "Artillery shells crossed the inland sea on freighters, a minister told parliament.",
            None,
        ),
    ],
)
def test_compare(make_document, family, text, basis):
    """A text repeats another where most of its words stand there in the same runs."""
    one = make_document(WIRE, "2023-01-10", "Reuters")
    other = make_document(text, "2023-01-11", "Globe")
    link = compare(one, other, family)

    assert (link and link.basis) == basis
    assert (link and (link.original, link.document)) == (basis and (one.id, other.id))
    assert compare(other, one, family) == link


def test_headlines_too_short_to_tell(make_document, family):
    """Anyone may head a story so: a few equal words show nothing."""
    one = make_document("US aid to Ukraine", publisher="Reuters")
    other = make_document("US aid to Ukraine", publisher="Globe")

    assert compare(one, other, family) is None


def test_a_near_copy_long_after_is_another_story(make_document, family):
    """A paper's yearly template is no copy of last year's; an equal text is, at any distance."""
    one = make_document(WIRE, "2022-01-10")
    near, equal = make_document(REWRITTEN, "2023-01-10"), make_document(WIRE, "2023-01-10")

    assert compare(one, near, family) is None
    assert compare(one, equal, family).basis == "same text"


def test_a_credited_agency_lowers_the_bar(make_document, family):
    """Where both name one agency, a third of the words in common is enough."""
    part = WIRE[:130] + " " + OTHER
    agency = make_document(WIRE, "2023-01-10", "AFP")
    credited = make_document(part, "2023-01-11", "Globe", credit="AFP")
    silent = make_document(part, "2023-01-11", "Globe")

    assert compare(agency, credited, family).basis == "credit line"
    assert "AFP" in compare(agency, credited, family).evidence
    assert compare(agency, silent, family) is None


def test_furniture_shows_nothing(make_document, family):
    """The same menu around two stories does not make them copies."""
    menu = "top of page home news sport weather subscribe to our newsletter today and share " * 3
    spans = (Span.of(menu, 0, len(menu)),)
    one = make_document(menu + WIRE, furniture=spans)
    other = make_document(menu + OTHER, furniture=spans)

    assert compare(one, other, family) is None
    assert not set(marks(one)) & set(marks(other))


def test_marks_find_a_shared_run(make_document):
    """A run of eight words in common is enough to be compared at all."""
    run = " crews had been paid in cash at sea "
    one = make_document("alpha beta gamma delta" + run + "epsilon zeta eta theta iota")
    other = make_document("one two three four five six seven" + run + "eight nine ten eleven")

    assert set(marks(one)) & set(marks(other))


def test_groups_are_led_by_the_earliest(make_document, family):
    """A copy of a copy belongs to the first of them; an undated one comes last."""
    texts = [
        (WIRE, "2023-01-12"),
        (WIRE, ""),
        ("More. " + WIRE, "2023-01-10"),
        (OTHER, "2023-01-01"),
    ]
    documents = {d.id: d for d in (make_document(*text) for text in texts)}
    first = next(d for d in documents.values() if d.published == "2023-01-10")
    found = groups(documents, links(documents.values(), family))

    assert {head.id for head in found.values()} == {first.id}
    assert len(found) == 3


def test_links_do_not_depend_on_order(make_document, family):
    """The same documents in any order give the same links and groups."""
    texts = (WIRE, REWRITTEN, WIRE[:200], OTHER)
    documents = [make_document(text, f"2023-01-1{at}") for at, text in enumerate(texts)]
    results = {frozenset(links(order, family)) for order in itertools.permutations(documents)}

    assert len(results) == 1
    assert len(results.pop()) == 3


def test_equal_texts_cost_one_comparison_each(make_document, family, monkeypatch):
    """Twenty editions of each of three reports are compared as often as there are editions."""
    asked = []

    def counted(one, other, family):
        asked.append({one.id, other.id})
        return compare(one, other, family)

    monkeypatch.setattr(copies, "compare", counted)
    texts = [WIRE, OTHER, "Nothing at all is said here about ships or grain or anything else."]
    documents = [
        make_document(text, f"2023-01-{day:02d}") for text in texts for day in range(1, 21)
    ]
    found = groups({d.id: d for d in documents}, links(documents, family))

    assert len(asked) == 3 * 19
    assert len(found) == 60
    assert {head.published for head in found.values()} == {"2023-01-01"}


@settings(max_examples=40, deadline=None)
@given(st.text(), st.text())
def test_any_text_can_be_compared(make_document, family, one, other):
    """No text, however odd, stops the comparison, and both ways give one answer."""
    left, right = make_document(one), make_document(other, publisher="Reuters")

    assert compare(left, right, family) == compare(right, left, family)
    assert len(marks(left)) <= 64
