"""Periods, times ago, ranges, fractions and what only looks like an amount. Texts are made up.

Every report here is of 10 January 2024.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.extract.dates import dates
from embargo_watch.extract.quantities import quantity
from embargo_watch.model.dates import DateRange
from embargo_watch.model.spans import Span

DAY = "2024-01-10"


def read(words, *, ahead=False, published=DAY):
    """The dates of some words, in order."""
    return [dated.edtf for dated in dates(words, 0, len(words), published, ahead=ahead)]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("between 3 and 5 March", "2023-03-03/2023-03-05"),
        ("from 3 to 5 March", "2023-03-03/2023-03-05"),
        ("from the 3rd to the 5th of March", "2023-03-03/2023-03-05"),
        ("3-5 March 2022", "2022-03-03/2022-03-05"),
        ("3–5 March", "2023-03-03/2023-03-05"),
        ("March 3-5, 2023", "2023-03-03/2023-03-05"),
        ("from 28 February to 3 March 2023", "2023-02-28/2023-03-03"),
        ("from 28 December to 3 January", "2023-12-28/2024-01-03"),
        ("from December to January", "2023-12/2024-01"),
        ("from August to October 2023", "2023-08/2023-10"),
        ("between August 2021 and October 2023", "2021-08/2023-10"),
        ("from 2015 to 2017", "2015/2017"),
        ("between 2015 and 2017", "2015/2017"),
        ("in 2015-17", "2015/2017"),
    ],
)
def test_a_period_is_neither_of_its_ends(words, edtf):
    """First and last are both kept; a year told once is that of both."""
    assert read(words) == [edtf]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("on 3 and 5 March", ["2023-03-03", "2023-03-05"]),
        ("on 30 December and 2 January", ["2023-12-30", "2024-01-02"]),
        ("from 3 to 5 pm in March", ["2023-03"]),
        ("from 5 to 3 March 2023", []),
        ("from 3 to 5 March 2023, in resolution 2231", ["2023-03-03/2023-03-05"]),
        ("they march to May", []),
    ],
)
def test_what_is_no_period(words, edtf):
    """Two days are two occasions, hours are no days, and nothing ends before it begins."""
    assert read(words) == edtf


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("three days ago", ["2024-01-07"]),
        ("two weeks ago", ["2023-12-25/2023-12-31"]),
        ("ten years ago today", ["2014-01-10"]),
        ("ten years ago", ["2014~"]),
        ("3 months ago", ["2023-10~"]),
        ("more than ten years ago", []),
        ("not long ago", []),
    ],
)
def test_times_ago(words, edtf):
    """Days and weeks are counted back; months and years are about; bounds give no date."""
    assert read(words) == edtf


def test_times_ago_need_the_day_of_the_report():
    """A report of a month cannot say which day was three days ago."""
    assert read("three days ago", published="2024-01") == []


def test_a_period_to_come_lies_ahead():
    """What is still to come takes the next such days."""
    assert read("from 3 to 5 March", ahead=True) == ["2024-03-03/2024-03-05"]


@given(st.text(alphabet="0123456789 -–and to from between MarchAugust2023,./ago", max_size=40))
@settings(max_examples=200, deadline=None)
def test_whatever_is_read_is_a_date(words):
    """No wording makes anything but valid EDTF."""
    for edtf in read(words):
        DateRange.parse(edtf)


def amount(words, goods="missiles"):
    """The amount that words give to the goods after them, as bounds and unit."""
    text = f"{words} {goods}"
    found = quantity(text, 0, Span.of(text, len(words) + 1, len(text)))
    return found and (found[0].min, found[0].max, found[0].unit)


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("10,5 tons of", (10.5, 10.5, "tons")),
        ("10,500", (10500, 10500, "")),
        ("1,234,567", (1234567, 1234567, "")),
        ("10.5 tons of", (10.5, 10.5, "tons")),
        ("2½ tons of", (2.5, 2.5, "tons")),
        ("½ ton of", (0.5, 0.5, "ton")),
        ("1½ million", (1.5e6, 1.5e6, "")),
        ("100 to 200", (100, 200, "")),
        ("100-200", (100, 200, "")),
        ("between 100 and 200", (100, 200, "")),
        ("1 to 2 million", (1e6, 2e6, "")),
        ("2000", (2000, 2000, "")),
        ("more than 2,022", (2022, None, "")),
        ("a shipment of 30", (30, 30, "")),
        ("a second batch of 6", (6, 6, "")),
        ("half a dozen", (6, 6, "")),
        ("half a million", (5e5, 5e5, "")),
        ("several dozen", (36, None, "")),
        ("a few hundred", (300, None, "")),
        ("a handful of", (3, None, "")),
        ("a pair of", (2, 2, "")),
        ("no more than 40", (None, 40, "")),
        ("100,000+", (1e5, None, "")),
        ("50-odd", (50, 50, "")),
        ("3,000-5,000", (3000, 5000, "")),
        ("400 million euros worth of", (4e8, 4e8, "EUR")),
        ("a $400m package of", (4e8, 4e8, "USD")),
        ("two shiploads of", (2, 2, "shiploads")),
        ("30 155mm", (30, 30, "")),
    ],
)
def test_amounts(words, bounds):
    """Decimal commas, fractions and ranges."""
    assert amount(words) == bounds


@pytest.mark.parametrize(
    "words",
    [
        "two-thirds of the",
        "a third of the",
        "40 percent of the",
        "In 2022",
        "in March 2022",
        "the 2022",
        "Iran's 2022",
        "155 mm",
    ],
)
def test_no_amounts(words):
    """Shares, years and sizes count nothing."""
    assert amount(words) is None
