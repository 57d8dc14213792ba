"""Dates cut where the law changes."""

import datetime as dt

import pytest

from embargo_watch.errors import UnusableInput
from embargo_watch.judge.standing import standing
from embargo_watch.judge.timing import EVER, Stretch, stretch_of, stretches
from embargo_watch.reference.regimes import regimes


@pytest.fixture(scope="module")
def provision():
    """A provision by its id."""
    return {p.id: p for regime in regimes() for p in regime.provisions}.__getitem__


def test_a_stretch_ends_the_day_before_a_change():
    """Each stretch lies wholly on one side of every cut; cuts outside do nothing."""
    year = Stretch(dt.date(2017, 1, 1), dt.date(2017, 12, 31))
    cuts = [dt.date(2017, 8, 5), dt.date(2017, 1, 1), dt.date(2018, 1, 1), dt.date(2016, 5, 1)]

    assert [str(each) for each in stretches(year, cuts)] == [
        "2017-01-01 to 2017-08-04",
        "2017-08-05 to 2017-12-31",
    ]


def test_open_ends_and_no_date_reach_to_the_end_of_the_calendar():
    """An open end is every day on that side; no date is every day."""
    assert stretch_of("") == EVER
    assert stretch_of("2023-08/..").last == dt.date.max
    assert str(stretch_of("../2023")) == "the beginning to 2023-12-31"


def test_a_qualified_date_is_widened_by_its_own_length():
    """About 2022 is 2021 to 2023; about a day is a month either way."""
    assert str(stretch_of("2022~")) == "2021-01-02 to 2023-12-30"
    assert str(stretch_of("2022-03-10?")) == "2022-02-07 to 2022-04-10"


@pytest.mark.parametrize("bad", ["yesterday", "2023-13", "2023-02-30", "../.."])
def test_what_is_no_date_is_named(bad):
    """The message holds the text that cannot be used."""
    with pytest.raises(UnusableInput, match=bad.replace(".", r"\.")):
        stretch_of(bad)


@pytest.mark.parametrize(
    ("name", "date", "expected"),
    [
        ("DPRK-2321-26b", "2016-12-31", "not in force"),
        ("DPRK-2321-26b", "2017-01-01", "in force"),
        ("DPRK-2321-26b", "2017-08-05", "not in force"),
        ("DPRK-2321-26b", "2017", "unknown"),
        ("DPRK-2375-14b", "2018-01-01", "not in force"),
        ("LIBYA-2146-oil", "2027-08-02", "unknown"),
        ("IRAN-SB-1747-5", "2025-09-27", "not in force"),
        ("IRAN-SB-1747-5", "2025-09-28", "contested"),
        ("IRAN-2231-B2", "2025-10-01", "contested"),
        ("IRAN-2231-B2", "2025-09-01", "in force"),
        ("IRAN-2231-B2", "2025-10-18", "not in force"),
        ("YEMEN-2216-14", "2027-01-01", "in force"),
    ],
)
def test_how_a_provision_stands_on_a_date(provision, name, date, expected):
    """What `law --at` says; the yearly renewals in Yemen end no arms embargo."""
    assert standing(provision(name), date) == expected


@pytest.mark.parametrize(
    ("day", "stands"),
    [
        ("1993-08-26", "in force"),
        ("1993-08-27", "not in force"),
        ("1993-10-18", "not in force"),
        ("1993-10-19", "in force"),
        ("1993-08", "unknown"),
    ],
)
def test_a_suspended_ban_does_not_stand_in_between(provision, ask, day, stands):
    """The embargo on Haiti was suspended by 861 (1993) and put back by 873 (1993)."""
    verdicts = {"in force": "engaged", "not in force": "not_engaged", "unknown": "unknown"}
    found = ask(supplier="USA", recipient="HTI", item="arms", date=day)

    assert standing(provision("HTI-841-5"), day) == stands
    assert found["HTI-841-5"].verdict == verdicts[stands]
