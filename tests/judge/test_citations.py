"""Citations in both hands lead to the paragraphs that they mean."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.judge.citations import Cited, Library, named, our_citations, references
from embargo_watch.read.resolutions import read_resolution


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("8", ["1:8"]),
        ("8(a)(i)", ["1:8(a)(i)"]),
        ("17 (a)", ["1:17(a)"]),
        ("6-7, 9", ["1:6", "1:7", "1:9"]),
        ("15 (and 14)", ["1:15", "1:14"]),
        ("33, 36(b)", ["1:33", "1:36(b)"]),
        ("8(a)-(c)", ["1:8(a)", "1:8(b)", "1:8(c)"]),
        ("8(a)(ii)-(iii)", ["1:8(a)(ii)", "1:8(a)(iii)"]),
        ("Annex B para 6(b)", ["1:Annex B 6(b)"]),
        ("Annex B 4", ["1:Annex B 4"]),
        ("23 + annex IV", ["1:23", "1:Annex IV"]),
        ("5 + annex", ["1:5", "1:Annex"]),
        ("14 (2018 on)", ["1:14"]),
        ("14 (Q4 2017)", ["1:14"]),
        ("26(b) 2017 window, 26(c)", ["1:26(b)", "1:26(c)"]),
        ("5 (+1425 (2002) OP1-2)", ["1:5", "1425:1", "1425:2"]),
        ("687 OP8-9; 707 OP3(f)", ["687:8", "687:9", "707:3(f)"]),
        ("5 re-applied by 2231 OP11-12", ["1:5", "2231:11", "2231:12"]),
        ("4 (ban), 33 (exceptions); now 2776 OP4", ["1:4", "1:33", "2776:4"]),
        ("the whole", []),
    ],
)
def test_our_short_form(written, meant):
    """What the law data write in `paragraph`."""
    assert [f"{each.number}:{each.path}" for each in our_citations(written, 1)] == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("the measures in paragraph 8 (e) above", ["1:8(e)"]),
        ("subparagraphs (a) (i) and (a) (ii) above", ["1:7(a)(i)", "1:7(a)(ii)"]),
        ("paragraphs 5 to 7 above", ["1:5", "1:6", "1:7"]),
        ("paragraphs 4, 5 and 9 of resolution 2428 (2018)", ["2428:4", "2428:5", "2428:9"]),
        ("paragraph 9 of resolution 1970 (2011), and paragraph 13 of 1973 (2011)",
         ["1970:9", "1973:13"]),
        ("paragraph 20 of resolution 1493, dated 28 July", ["1493:20"]),
        ("paragraph 4 of annex B", ["1:Annex B 4"]),
        ("in 2019 and on 4 paragraphs", []),
    ],
)  # fmt: skip
def test_the_hand_of_the_council(said, meant):
    """How resolutions refer to each other and to themselves, seen from paragraph 7(b)."""
    found = references(said, Cited(1, "7(b)"))

    assert [f"{each.number}:{each.path}" for each in found] == meant


def test_resolutions_are_named_with_and_without_their_year():
    """A year in brackets is a habit, no duty."""
    assert named("resolution 2292, and 1970 (2011), in 2016") == {2292, 1970}


def test_references_lead_on_and_circles_end(akoma):
    """Words are gathered along references, once each."""
    circle = akoma(
        operative=(
            (0, "1.", "Decides that paragraph 2 below applies to soup;"),
            (0, "2.", "Decides that paragraph 1 above applies to tents;"),
        )
    )
    library = Library([read_resolution(circle, "x.xml")])

    assert "tents" in library.with_references(Cited(3001, "1"))
    assert set(library.reached(Cited(3001, "1"))) == {Cited(3001, "1"), Cited(3001, "2")}
    assert not library.has(Cited(3001, "3"))
    assert not library.has(Cited(3002, "1"))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="0123456789()abivxOPnex -–,;+Annex()", max_size=40))
def test_no_text_breaks_either_reading(text):
    """Whatever stands in a field or a paragraph, it is read or passed over."""
    assert isinstance(our_citations(text, 1), tuple)
    assert isinstance(references(f"paragraphs {text}", Cited(1, "2")), tuple)
