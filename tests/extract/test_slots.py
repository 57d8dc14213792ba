"""Places, ships and calibres beside a deed. Texts are made up; the numbers are no real ship's."""

import pytest

from embargo_watch.extract.slots import is_imo


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        (
            "Iranian missiles were delivered to the Houthis at the port of Hodeidah.",
            "the port of Hodeidah",
        ),
        ("Russia fired North Korean missiles at Ukraine near Kharkiv.", "Kharkiv"),
        (
            "The US Navy seized Iranian rifles bound for Yemen in the Gulf of Oman.",
            "the Gulf of Oman",
        ),
        ("Iran sent missiles to Russia, an official said at the port of Aden.", ""),
        ("North Korea shipped shells to Russia from the port of Rajin.", ""),
        ("Iran sent missiles to Russia.", ""),
    ],
)
def test_a_place_is_that_of_the_deed(claims_in, sentence, place):
    """Where words were said, and where goods were loaded, is not where they were delivered."""
    assert {claim.place for claim in claims_in(sentence)} == {place}


def test_a_ship_with_its_number_and_flag(claims_in):
    """They are kept as words, each with its span."""
    (claim,) = claims_in(
        "The Panama-flagged tanker Nadia Star (IMO 9074729) delivered Iranian rifles to Yemen."
    )

    told = {slot: claim.spans[slot][0].text for slot in ("vessel", "imo", "flag")}
    assert told == {"vessel": "Nadia Star", "imo": "9074729", "flag": "Panama"}


@pytest.mark.parametrize(
    ("number", "valid"), [("9074729", True), ("9074728", False), ("907472", False), ("", False)]
)
def test_the_last_digit_of_a_ships_number_checks_the_others(number, valid):
    """Seven digits that do not add up are another number."""
    assert is_imo(number) is valid


@pytest.mark.parametrize(
    ("sentence", "designation"),
    [
        ("Iran sent 106.5 mm rockets to the Houthis.", "106.5 mm"),
        ("Iran sent Fateh-110 missiles to Russia.", "Fateh-110"),
        ("Iran sent missiles with a range of 300 km to Russia.", ""),
    ],
)
def test_a_calibre_is_a_designation_where_there_is_no_other(claims_in, sentence, designation):
    """A name comes first, and a range is no calibre."""
    assert {claim.designation for claim in claims_in(sentence)} == {designation}
