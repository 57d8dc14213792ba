"""Words of a resolution become the first day without the measure."""

import datetime as dt

import pytest

from embargo_watch.judge.until_words import days, ends

ADOPTED = dt.date(2030, 1, 31)


@pytest.mark.parametrize(
    ("said", "first_day"),
    [
        ("renew until 31 May 2031 the measures", "2031-06-01"),
        ("for a period of 12 months from the date of adoption", "2031-01-31"),
        ("for a further twelve months", "2031-01-31"),
        ("for one month", "2030-02-28"),
        ("for a period ending on 30 April 2031", "2031-05-01"),
        ("until one year from the date of adoption", "2031-01-31"),
        ("for 90 days", "2030-05-01"),
    ],
)
def test_words_and_first_days(said, first_day):
    """The day itself still counts after "until"; a period is read from adoption."""
    assert dt.date.fromisoformat(first_day) in ends(said, (ADOPTED,))


def test_until_leaves_no_choice():
    """Where "until" names a day, no other day and no period is taken."""
    said = "renew until 31 May 2031, for 12 months, as of 1 June 2030"

    assert ends(said, (ADOPTED,)) == {dt.date(2031, 6, 1)}


def test_words_without_a_day():
    """No day, no period: nothing to compare with; an impossible day is none."""
    assert ends("renew the measures", (ADOPTED,)) == frozenset()
    assert days("on 31 February 2030") == frozenset()
