"""Word pieces: BERT's scheme, and every piece leads back to its word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embargo_watch.extract.wordpiece import pieces
from embargo_watch.reference.encoder import vocabulary

SMALL = {
    name: number
    for number, name in enumerate(
        [
            "[UNK]",
            "[CLS]",
            "[SEP]",
            "arm",
            "##s",
            "##ed",
            "k",
            "##n",
            "-",
            "23",
            "é",
            "e",
            "##mbargo",
        ]
    )
}


def _names(text, words=SMALL, most=64):
    names = {number: name for name, number in words.items()}
    return [names[one] for one in pieces(text, [(0, len(text))], words, most).ids]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("arms", ["arm", "##s"]),
        ("ARMED", ["arm", "##ed"]),
        ("KN-23", ["k", "##n", "-", "23"]),
        ("Émbargo", ["e", "##mbargo"]),
        ("armx", ["[UNK]"]),
        ("arm  \n s", ["arm", "[UNK]"]),
        ("", []),
        ("a" * 101, ["[UNK]"]),
    ],
)
def test_words_are_cut_into_the_longest_known_pieces(text, expected):
    """From the left, in lower case, without accents; a word with an unknown part is unknown."""
    assert _names(text) == ["[CLS]", *expected, "[SEP]"]


def test_no_more_pieces_than_asked_for():
    """A long text ends early, and still with the mark of its end."""
    assert _names("arms arms arms", most=4) == ["[CLS]", "arm", "##s", "[SEP]"]


def test_only_the_ranges_are_read_and_places_are_those_of_the_text():
    """A window of a title and a sentence keeps the offsets of the document."""
    text = "arms and arms"
    cut = pieces(text, [(0, 4), (9, 13)], SMALL, 64)

    assert cut.places == ((0, 0), (0, 4), (0, 4), (9, 13), (9, 13), (0, 0))
    assert cut.within(9, 11) == [3, 4]
    assert cut.within(4, 9) == []


@given(st.text(max_size=80))
def test_every_piece_stands_in_its_text(text):
    """Whatever the text, each piece points at a word of it, from left to right."""
    cut = pieces(text, [(0, len(text))], vocabulary(), 40)

    inner = cut.places[1:-1]
    assert len(cut.ids) == len(cut.places) <= 40
    assert all(0 <= start < end <= len(text) for start, end in inner)
    assert list(inner) == sorted(inner)
