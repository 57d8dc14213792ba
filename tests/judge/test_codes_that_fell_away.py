"""A code that left a provision before its end: judged up to its last day, and not beyond."""

import datetime as dt

import pytest

from embargo_watch.judge.engine import judge
from embargo_watch.judge.timing import codes_on
from embargo_watch.model.finding import Query
from embargo_watch.reference.regimes import regimes


def verdict(provision, **fields):
    """The verdict on one provision for a transfer from Ukraine."""
    query = Query(supplier="UKR", recipient_as="government", **fields)
    return {each.provision: each.verdict for each in judge(query, regimes())}[provision]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2012-04-25", "engaged"),
        ("2012-04-26", "not_engaged"),
        ("2013-06-15", "not_engaged"),
        ("2012-04", "unknown"),
    ],
)
def test_training_of_ivorian_forces_is_free_from_26_april_2012(date, expected):
    """S/RES/2045 (2012) 1 took training and advice out; a month across it is unclear."""
    found = verdict(
        "CIV-1572", recipient="CIV", item="other", item_text="military training", date=date
    )

    assert found == expected


@pytest.mark.parametrize("date", ["2012-04-25", "2012-04-26", "2014-04-28", "2014-04-29"])
def test_lethal_arms_to_cote_divoire_stay_banned_through_every_narrowing(date):
    """Training and non-lethal kit went free; armoured vehicles did not."""
    assert verdict("CIV-1572", recipient="CIV", item="armour", date=date) == "engaged"


def test_petroleum_for_sierra_leone_is_free_from_16_march_1998():
    """The first embargo held petroleum too, for five months."""
    fields = {"recipient": "SLE", "item": "fuel", "item_text": "diesel"}

    assert verdict("SLE-1132", date="1998-03-15", **fields) == "engaged"
    assert verdict("SLE-1132", date="1998-03-16", **fields) == "not_engaged"


def test_codes_belong_to_a_provision_from_their_first_to_their_last_day():
    """The one code leaves on the day on which the narrower one comes."""
    every = {each.id: each for regime in regimes() for each in regime.provisions}
    cote = every["CIV-1572"]
    day = dt.date(2014, 4, 29)

    assert codes_on(cote, cote.items, day - dt.timedelta(days=1)) == ("arms_all",)
    assert codes_on(cote, cote.items, day) == ("arms_all!non_lethal",)
    assert codes_on(cote, cote.services, day) == ()
