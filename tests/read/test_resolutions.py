"""Official texts are read down to the last sub-paragraph, whatever way they are nested."""

import contextlib
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.errors import SkipDocument
from embargo_watch.read.resolutions import read_resolution

NESTED = (
    (0, "1.", "Decides that:"),
    (1, "(a)", "no State shall sell to Ruritania:"),
    (2, "(i)", "catapults;"),
    (2, "(ii)", "battering rams;"),
    (1, "(b)", "Ruritania shall sell neither;"),
    (
        0,
        "2.",
        "Decides that paragraph 1 does not apply to: (a) umbrellas; (b) soup, and (c) tents;",
    ),
    (0, "3.", "Decides to remain seized of the matter."),
)


def paths(content):
    """The paths of the operative part and the annexes."""
    read = read_resolution(content, "x.xml")
    return [each.path for each in read.paragraphs if each.place != "preamble"]


def test_the_facts_of_a_resolution(akoma):
    """Symbol, day, vote, meeting, title and chapter stand in the record."""
    read = read_resolution(akoma(), "2031/S_RES_3001.xml")

    assert (read.symbol, read.number, read.year) == ("S/RES/3001 (2031)", 3001, 2031)
    assert read.adopted == dt.date(2031, 3, 4)
    assert (read.vote.yes, read.vote.no, read.vote.abstain) == (2, 0, 1)
    assert read.vote.supported == ("CHN", "NOR")
    assert read.vote.abstained == ("GAB",)
    assert (read.meeting, read.title) == ("99th meeting", "an invented embargo")
    assert read.chapter_seven
    assert read.is_adopted
    assert read.source == "2031/S_RES_3001.xml"


def test_nested_and_written_out_parts_have_their_paths(akoma):
    """A part is found where it is an element of its own, and where it stands in the words."""
    found = paths(akoma(operative=NESTED))

    assert found == ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)", "2", "2(a)", "2(b)", "2(c)", "3"]


def test_words_of_a_paragraph_are_whole(akoma):
    """A paragraph is quoted with its parts, each behind its mark; a part knows what is above."""
    read = read_resolution(akoma(operative=NESTED), "x.xml")

    assert read.words("1(a)") == (
        "no State shall sell to Ruritania:\n(i) catapults;\n(ii) battering rams;"
    )
    assert read.above("1(a)(i)") == "Decides that:\nno State shall sell to Ruritania:"
    assert read.words("4") == ""


def test_i_after_h_is_a_letter_and_i_below_a_is_a_number(akoma):
    """The mark (i) is read by what stands before it and how deep it stands."""
    letters = [(1, f"({letter})", "a thing;") for letter in "abcdefghij"]
    below = [(2, "(i)", "one;"), (2, "(ii)", "two;")]
    found = paths(akoma(operative=((0, "1.", "Lists:"), *letters, *below, (0, "2.", "Ends."))))

    assert "1(i)" in found
    assert "1(j)(i)" in found
    assert "1(j)(ii)" in found


def test_annexes_have_their_letters(akoma):
    """Annex B 2(a) is found, and what is attached to it counts anew without hiding it."""
    annexes = (
        (-1, "", "Annex A"), (0, "1.", "Soup."),
        (-1, "", "Annex B: Statement"), (0, "1.", "Tents."), (0, "2.", "States are to:"),
        (1, "(a)", "sit;"), (1, "(b)", "stand;"),
        (-1, "", "ATTACHMENT"), (0, "1.", "A name"), (0, "2.", "Another"),
    )  # fmt: skip
    read = read_resolution(akoma(annexes=annexes), "x.xml")

    assert read.annexes == ("A", "B", "B attachment")
    assert read.words("Annex B 2(a)") == "sit;"
    assert "Another" not in read.words("Annex B 2")


def test_numbers_that_a_list_lost_are_counted(akoma):
    """Paragraphs without any number are counted; one missing number is filled in."""
    bare = (0, "", "Decides one thing at some length, so that it is no heading of any kind;")
    lost = paths(akoma(operative=(bare, bare)))
    gap = paths(akoma(operative=((0, "1.", "One;"), bare, (0, "3.", "Three;"))))

    assert lost == ["1", "2"]
    assert gap == ["1", "2", "3"]


def test_a_number_that_goes_back_counts_within_a_paragraph(akoma):
    """1 and 2 behind paragraph 3 are parts of it, and 4 goes on."""
    lines = [(0, f"{n}.", "Decides;") for n in (1, 2, 3, 1, 2, 4)]

    assert paths(akoma(operative=lines)) == ["1", "2", "3", "3(1)", "3(2)", "4"]


def test_operative_paragraphs_in_the_preamble_come_back(akoma):
    """Numbers that a drafter left in the last recital belong to the operative part."""
    content = akoma(
        preamble=("Recalling,", "Acting under the Charter: 1. Decides one; 2. Decides two;"),
        operative=((0, "3.", "Decides three;"),),
    )

    assert paths(content) == ["1", "2", "3"]


def test_the_day_is_what_most_of_the_file_says(akoma):
    """A wrong attribute loses against the cover's own words."""
    cover = '<docDate date="2031-03-05" refersTo="#adoptionDate">5 March 2031</docDate></coverPage>'
    content = akoma().replace(b"</coverPage>", cover.encode())

    assert read_resolution(content, "x.xml").adopted == dt.date(2031, 3, 5)


def test_a_draft_that_failed_says_why(akoma):
    """A vetoed draft has no number, and its vote tells what it failed by."""
    content = akoma(
        symbol="S/2031/77",
        outcome="veto",
        said="not adopted: negative vote of a permanent member",
        votes=(("inFavour", ("NORWAY",)), ("against", ("CHINA",))),
    )
    read = read_resolution(content, "x.xml")

    assert (read.symbol, read.number, read.year) == ("S/2031/77", 0, 2031)
    assert not read.is_adopted
    assert "negative vote" in read.vote.failed
    assert read.vote.opposed == ("CHN",)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not xml",
        b"<akomaNtoso><statement>",
        b"<html><body>A page</body></html>",
        b"<akomaNtoso><statement><mainBody/></statement></akomaNtoso>",
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><akomaNtoso>&b;</akomaNtoso>',
        b'<!DOCTYPE x SYSTEM "file:///etc/hostname"><akomaNtoso/>',
        b"<a>" * 5000 + b"</a>" * 5000,
        "<akomaNtoso>é</akomaNtoso>".encode("latin-1"),
        b'<?xml version="1.0" encoding="no-such"?><akomaNtoso/>',
    ],
)
def test_broken_and_hostile_files_are_skipped_by_name(content):
    """Whatever is no resolution is named and skipped; no entity is ever expanded."""
    with pytest.raises(SkipDocument, match=r"bad\.xml"):
        read_resolution(content, "bad.xml")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_damage_is_a_resolution_or_a_skip(akoma, data):
    """A file that lost or changed bytes is read or skipped, and nothing else happens."""
    content = bytearray(akoma(operative=NESTED))
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    with contextlib.suppress(SkipDocument):
        assert read_resolution(bytes(content), "x.xml").paragraphs


def test_every_official_text_is_whole(official):
    """Each of the real texts has its operative paragraphs counted without a gap."""
    assert len(official) > 1500
    for text in official:
        numbers = [p.number for p in text.paragraphs if p.place == "operative"]
        tops = list(dict.fromkeys(int(number) for number in numbers if number))
        assert tops == list(range(1, len(tops) + 1)), text.symbol


def test_known_paragraphs_of_official_texts(official):
    """Paragraphs that the law rests on are where lawyers cite them."""
    by_number = {text.number: text for text in official}

    assert "uxury" in by_number[1718].words("8(a)(iii)")
    assert by_number[2231].annexes[:2] == ("A", "B")
    assert "eight years" in by_number[2231].words("Annex B 4")
    assert by_number[1929].vote.opposed == ("BRA", "TUR")
    assert by_number[1929].vote.abstained == ("LBN",)
    assert by_number[2791].adopted == dt.date(2025, 9, 12)


@pytest.mark.parametrize("name", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_known_encodings_are_read_rightly(akoma, name):
    """Words with accents come through, whichever of them is declared."""
    text = akoma(operative=((0, "1.", "Decides on Zaïre;"),)).decode()
    content = text.replace('encoding="UTF-8"', f'encoding="{name}"').encode(name)

    assert read_resolution(content, "x.xml").paragraphs[-1].text == "Decides on Zaïre;"


def test_utf8_that_is_declared_latin_is_read_as_what_it_is(akoma):
    """The declaration is wrong, the bytes cannot be."""
    content = akoma(operative=((0, "1.", "Decides on Zaïre;"),))
    content = content.replace(b'encoding="UTF-8"', b"encoding='ISO-8859-1'")

    assert read_resolution(content, "x.xml").paragraphs[-1].text == "Decides on Zaïre;"


@pytest.mark.parametrize(
    ("declared", "written"),
    [("UTF-8", "latin-1"), ("cp037", "cp037"), ("cp037", "utf-8"), ("koi8-r", "koi8-r"),
     ("unicode_escape", "utf-8"), ("UTF-8", "cp037")],
)  # fmt: skip
def test_strange_encodings_are_refused(akoma, declared, written):
    """Garbled names would be worse than no text."""
    text = akoma(operative=((0, "1.", "Decides on Zaïre;"),)).decode()
    content = text.replace('encoding="UTF-8"', f'encoding="{declared}"').encode(written, "replace")
    with pytest.raises(SkipDocument, match="no XML that can be read"):
        read_resolution(content, "x.xml")
