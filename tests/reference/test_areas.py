"""Where places lie: Darfur is not Sudan, and a file that says nonsense is refused by name."""

import pytest

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.areas import area_of, areas, lies_in, parse_areas, state_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Darfur", "darfur"), ("darfur", "darfur"), ("the states of Darfur", "darfur"),
        ("North Darfur", "north-darfur"), ("El Fasher", "north-darfur"),
        ("el-fasher", "north-darfur"),
        ("EL FASHER", "north-darfur"), ("Nyala", "south-darfur"), ("El Geneina", "west-darfur"),
        ("Khartoum", "khartoum"), ("Port Sudan", "port-sudan"), ("Sudan", "SDN"), ("SDN", "SDN"),
        ("sdn", "SDN"), ("Goma", "north-kivu"), ("Bukavu", "south-kivu"), ("the Kivus", "kivu"),
        ("Ituri", "ituri"), ("Puntland", "puntland"), ("Benghazi", "cyrenaica"),
        ("Tripoli", "tripoli"), ("Sana’a", "sanaa"), ("Sana'a", "sanaa"), ("XKX", "kosovo"),
        ("Kosovo", "kosovo"), ("South Sudan", "SSD"), ("the Central African Republic", "CAF"),
        ("Haiti", "HTI"), ("haiti", "HTI"),
    ],
)  # fmt: skip
def test_a_text_names_a_place(text, place):
    """Ids, names, towns, codes and states are known in any case and with any hyphen."""
    assert area_of(text) == place


@pytest.mark.parametrize(
    "text", ["", " ", "Atlantis", "Sudanese", "rsf", "houthi", "Government", "eu"]
)
def test_a_text_that_names_no_place(text):
    """Demonyms, groups, blocs and strange words are no places."""
    assert area_of(text) == ""


@pytest.mark.parametrize(
    ("place", "outer", "answer"),
    [
        ("darfur", "darfur", "yes"), ("north-darfur", "darfur", "yes"), ("darfur", "SDN", "yes"),
        ("north-darfur", "SDN", "yes"), ("SDN", "SDN", "yes"),
        ("khartoum", "darfur", "no"), ("port-sudan", "darfur", "no"), ("TCD", "darfur", "no"),
        ("north-kivu", "darfur", "no"), ("south-darfur", "north-darfur", "no"),
        ("SDN", "darfur", "unclear"), ("darfur", "north-darfur", "unclear"),
        ("", "darfur", "unclear"), ("nowhere", "SDN", "unclear"), ("darfur", "nowhere", "unclear"),
    ],
)  # fmt: skip
def test_whether_a_place_lies_in_another(place, outer, answer):
    """A part lies in the whole, a neighbour does not, and the whole may or may not."""
    assert lies_in(place, outer) == answer


def test_every_area_is_found_by_each_of_its_names():
    """No name of the file is hidden by another, or by a state's."""
    for area in areas().values():
        assert {area_of(name) for name in (area.id, *area.names)} == {area.id}
        assert state_of(area.id) == area.within


def test_a_state_is_its_own_state_and_a_strange_word_has_none():
    """state_of answers codes for codes and nothing for what it does not know."""
    assert state_of("SDN") == "SDN"
    assert state_of("rsf") == ""
    assert state_of("Sudan") == ""


GOOD = {"id": "darfur", "within": "SDN", "names": ["Darfur"]}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({}, "a list is expected"),
        ([{**GOOD, "towns": ["Nyala"]}], "darfur: towns"),
        ([{**GOOD, "within": "Sudan"}], "darfur: within"),
        ([{**GOOD, "within": "rsf"}], "darfur: within"),
        ([{**GOOD, "names": []}], "darfur: names"),
        ([GOOD, GOOD], "darfur: id"),
        ([GOOD, {**GOOD, "id": "west", "names": ["DARFUR"]}], "west: names"),
        ([{**GOOD, "part_of": "darfur"}], "darfur: part_of"),
        ([{**GOOD, "part_of": "africa"}], "darfur: part_of"),
        ([GOOD, {"id": "x", "within": "TCD", "names": ["x"], "part_of": "darfur"}], "x: part_of"),
        ([{"within": "SDN", "names": ["Darfur"]}], "an entry: id"),
    ],
)
def test_a_wrong_entry_is_refused_by_name(content, message):
    """The error says which entry and which field is wrong."""
    with pytest.raises(InvalidReference, match=message):
        parse_areas("parties/areas.yaml", content)
