"""Parties are asked for and shown by name, with the id that programs use."""

import json

import pytest

from embargo_watch.cli import names
from embargo_watch.cli.judge import judge_command
from embargo_watch.cli.queries import query_of
from embargo_watch.errors import UnusableInput
from embargo_watch.judge.engine import judge
from embargo_watch.reference.regimes import regimes


@pytest.mark.parametrize("asked", ["PRK", "prk", "North Korea", "north  korea", "Pyongyang"])
def test_a_party_goes_by_its_id_its_name_and_its_capital(asked):
    """In any case and with any blanks."""
    assert names.party_id(asked) == "PRK"


def test_a_group_goes_by_its_id():
    """Groups are parties as states are."""
    assert names.party_id("houthi") == "houthi"


@pytest.mark.parametrize(
    ("asked", "party"),
    [
        ("CAR", "CAF"), ("DRC", "COD"), ("DPRK", "PRK"), ("SAF", "SDN"), ("GNU", "LBY"),
        ("SPLA", "SSD"), ("NISA", "SOM"), ("g9", "gangs-hti"), ("TTP", "pakistani-taliban"),
        ("GNA", "LBY"), ("Government of National Accord", "LBY"), ("FARDC", "COD"),
        ("SSPDF", "SSD"), ("Tatmadaw", "MMR"), ("Somali National Army", "SOM"),
        ("Islamic Resistance in Iraq", "islamic-resistance-iraq"), ("Polisario", "polisario"),
        ("JNIM", "jnim"),
    ],
)  # fmt: skip
def test_short_forms_and_forces_stand_for_their_party(asked, party):
    """What people write for a state or group, short forms that a report may mean otherwise too."""
    assert names.party_id(asked) == party


@pytest.mark.parametrize(
    ("asked", "party"),
    [
        ("Haiti police", "HTI"), ("Haitian police", "HTI"), ("Haitian National Police", "HTI"),
        ("the Sudanese army", "SDN"), ("Sudan’s armed forces", "SDN"), ("CAR army", "CAF"),
        ("South Sudanese army", "SSD"), ("Myanmar military", "MMR"), ("Houthi forces", "houthi"),
        ("the government of Yemen", "YEM"), ("armed forces of the DRC", "COD"),
        ("Libyan National Army", "haftar"), ("Kosovo Liberation Army", "kla"),
        ("Puntland forces", "puntland"), ("Syrian National Army", "syria-rebels"),
    ],
)  # fmt: skip
def test_an_army_stands_for_whose_it_is(asked, party):
    """A state's police or government is the state, unless the words name a group of their own."""
    assert names.party_id(asked) == party


@pytest.mark.parametrize("asked", ["rebel army", "Darfur police", "Korean army", "army", "police"])
def test_an_army_of_nobody_known_is_refused(asked):
    """An adjective that is no party's, or a place, tells not whose army it is."""
    with pytest.raises(UnusableInput, match="is no party"):
        names.party_id(asked)


@pytest.mark.parametrize(
    ("asked", "place"),
    [("Sanaa", True), ("Sana’a", True), ("Goma", True), ("Aden", False), ("Yemen", False),
     ("YEM", False), ("Tripoli", False), ("nowhere", False)],
)  # fmt: skip
def test_a_place_is_told_from_a_seat_of_government(asked, place):
    """Sanaa names a town of Yemen that its government does not hold."""
    assert names.is_place(asked) is place


def test_a_place_leaves_open_who_there_takes_part():
    """Arms for Sanaa need not be for Yemen's government; who knows better says so."""
    asked = {"supplier": "Tehran", "recipient": "Sanaa", "item": "missiles"}

    assert query_of(asked).recipient_as == "unclear"
    assert query_of(asked).supplier_as == "government"
    assert query_of(asked | {"recipient": "Aden"}).recipient_as == "government"
    assert query_of(asked | {"recipient_as": "territory"}).recipient_as == "territory"


@pytest.mark.parametrize(
    ("told", "expected"),
    [((), "unknown"), (("--recipient-as", "government"), "not_engaged")],
)
def test_flags_leave_a_place_open_too(run, told, expected):
    """The default of a flag is for a state and not for a town that others hold."""
    asked = ["--recipient", "Sanaa", "--item", "missiles", "--date", "2023-05-01"]
    _, out, _ = run(judge_command, [*asked, *told, "--all", "--json"])
    found = {one["provision"]: one["verdict"] for one in json.loads(out)["findings"]}

    assert found["YEMEN-2216-14"] == expected


@pytest.mark.parametrize(
    ("date", "expected"), [("2018-10-03", "not_engaged"), ("2018-10-04", "engaged")]
)
def test_jnim_is_judged_from_the_day_of_its_listing(date, expected):
    """A group of its own has a listing of its own."""
    asked = {"supplier": "IRN", "recipient": "JNIM", "item": "missiles", "date": date}
    found = {one.provision: one.verdict for one in judge(query_of(asked), regimes())}

    assert found["AQ-1267-arms"] == expected


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
