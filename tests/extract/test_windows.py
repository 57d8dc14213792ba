"""What the encoder reads at once: the whole of a short text, parts of a long one with its title."""

from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.extract.windows import MOST, NOBODY, SHORT, windows
from embargo_watch.reference.encoder import vocabulary

SENT = "North Korea sent missiles to Russia. "
FILLER = "The weather in the valley was fine and nobody minded the rain at all. "


def _words(document, window, positions):
    places = [window.pieces.places[at] for at in positions]
    return document.text[places[0][0] : places[-1][1]]


def test_a_short_text_is_one_window_with_its_parties_and_goods(document_of):
    """Every mention is a list of pieces that stand for its words."""
    document = document_of(SENT + "Pyongyang denied it.", title="Missiles on the move")
    (window,) = windows(document, vocabulary())

    assert [_words(document, window, m) for m in window.parties["PRK"]] == [
        "North Korea", "Pyongyang",
    ]  # fmt: skip
    assert list(window.goods) == ["missiles"]


def test_proposals_are_every_ordered_pair_and_the_open_sides(document_of):
    """Two parties and one group: both directions, and each with nobody on the other side."""
    (window,) = windows(document_of(SENT), vocabulary())

    assert set(window.proposals()) == {
        ("PRK", "RUS", "missiles"), ("RUS", "PRK", "missiles"),
        ("PRK", NOBODY, "missiles"), (NOBODY, "PRK", "missiles"),
        ("RUS", NOBODY, "missiles"), (NOBODY, "RUS", "missiles"),
    }  # fmt: skip


def test_a_long_text_is_read_in_parts_each_with_its_title(document_of):
    """Two tellings far apart are two windows; what lies between is not read."""
    text = SENT + FILLER * 40 + "Iran gave drones to Russia. " + FILLER * 5
    document = document_of(text, title="What Russia gets")
    found = windows(document, vocabulary())

    assert len(text) > SHORT
    assert [sorted(w.parties) for w in found] == [["PRK", "RUS"], ["IRN", "RUS"]]
    assert all(w.ranges[0] == (0, len("What Russia gets")) for w in found)


def test_a_text_that_triage_holds_back_has_no_window(document_of):
    """No goods or nobody who moves them: nothing to judge."""
    assert windows(document_of(FILLER), vocabulary()) == []


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([SENT, FILLER, "Iran gave Hezbollah rockets. "]), max_size=60))
def test_windows_hold_no_more_than_they_may(document_of, parts):
    """However long the text, every window is bounded and points into it."""
    document = document_of("".join(parts), title="Title")
    for window in windows(document, vocabulary()):
        assert len(window.pieces.ids) <= MOST
        assert all(end <= len(document.text) for _, end in window.pieces.places)
