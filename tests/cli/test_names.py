"""Parties are asked for and shown by name, with the id that programs use."""

import pytest

from embargo_watch.cli import names
from embargo_watch.errors import UnusableInput


@pytest.mark.parametrize("asked", ["PRK", "prk", "North Korea", "north  korea", "Pyongyang"])
def test_a_party_goes_by_its_id_its_name_and_its_capital(asked):
    """In any case and with any blanks."""
    assert names.party_id(asked) == "PRK"


def test_a_group_goes_by_its_id():
    """Groups are parties as states are."""
    assert names.party_id("houthi") == "houthi"


def test_a_stranger_gets_the_nearest_names():
    """The message says what may have been meant."""
    with pytest.raises(UnusableInput, match=r"did you mean .*\(RUS\)"):
        names.party_id("Rusia")


def test_a_party_is_shown_with_its_id():
    """A name for people, an id for programs; an unnamed side says so."""
    assert names.party("PRK") == "North Korea (PRK)"
    assert names.party("") == "(not named)"
    assert names.party("the smugglers") == "the smugglers"


def test_an_origin_is_named_by_what_it_is():
    """Publishers by name, joint statements by their authors."""
    assert names.origin("publisher:Kestrel Daily") == "Kestrel Daily"
    assert names.origin("KOR+USA").endswith("+ United States (USA)")


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("", "undated"),
        ("2023-12", "2023-12"),
        ("../2022-10-14", "by 2022-10-14"),
        ("2023-08/..", "from 2023-08"),
        ("2023-09/2024-02", "2023-09 to 2024-02"),
    ],
)
def test_dates_are_shown_in_words(edtf, shown):
    """Nobody has to know how intervals are written down."""
    assert names.when(edtf) == shown
