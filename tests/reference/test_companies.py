"""Companies, aircraft and waypoints: the lists are whole, and a mistake names its place."""

import re

import pytest

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.aircraft import aircraft, parse_aircraft
from embargo_watch.reference.companies import TRADES, companies, parse_companies
from embargo_watch.reference.waypoints import parse_waypoints, waypoints


def test_there_are_makers_exporters_brokers_and_carriers():
    """A monitor meets all four."""
    known = set(companies().values())

    assert len(known) >= 150
    assert {company.trade for company in known} == set(TRADES)


@pytest.mark.parametrize(
    ("name", "country", "trade"),
    [
        ("Rheinmetall", "DEU", "maker"),
        ("KOMID", "PRK", "exporter"),
        ("Sahara Thunder", "IRN", "broker"),
        ("IRISL", "IRN", "carrier"),
    ],
)
def test_a_company_is_found_by_a_name_that_reports_write(name, country, trade):
    """Short forms lead to it too."""
    assert (companies()[name].country, companies()[name].trade) == (country, trade)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"country": "XYZ"}, "is no state's code"),
        ({"country": "houthi"}, "is no state's code"),
        ({"kind": "friend"}, "is none of"),
        ({"colour": "red"}, "is no field of a company"),
        ({"also": ["Orion"]}, "stands for two companies"),
        ({"name": ""}, "text is expected"),
    ],
)
def test_a_faulty_company_is_named(change, message):
    """File, entry and field stand in the message."""
    entry = {"name": "Orion", "country": "DEU", "kind": "maker", **change}

    with pytest.raises(InvalidReference, match=re.escape(message)):
        parse_companies("companies/own.yaml", [entry])


def test_marks_of_aircraft_belong_to_states_and_match():
    """Iran's EP and Russia's RA are there, and each pattern takes what it says."""
    marks = {mark.sign: mark for mark in aircraft().marks}

    assert (marks["EP"].state, marks["RA"].state) == ("IRN", "RUS")
    assert re.fullmatch(marks["EP"].after, "-GOM")
    assert not re.fullmatch(marks["RA"].after, "-50")


@pytest.mark.parametrize(
    ("mark", "message"),
    [
        ({"state": "XYZ", "after": "[A-Z]{3}"}, "is no state's code"),
        ({"state": "IRN", "after": "[A-Z"}, "after"),
        ({"state": "IRN"}, "after"),
    ],
)
def test_a_faulty_mark_is_named(mark, message):
    """A pattern that cannot be read is refused at once."""
    with pytest.raises(InvalidReference, match=re.escape(message)):
        parse_aircraft({"marks": {"EP": mark}, "marks_only_named": {}})


def test_waypoints_are_ports_and_waters_of_known_states():
    """Names stand bare; a list of no state is refused."""
    assert {"Bandar Abbas", "Astrakhan", "Rajin", "Caspian Sea"} <= waypoints()
    with pytest.raises(InvalidReference, match="XYZ"):
        parse_waypoints({"XYZ": ["Nowhere"]})
