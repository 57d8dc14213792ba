"""Amounts as people write them, and what they are in the unit of a cap."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.judge.amounts import amount_of, convert, read_amount
from embargo_watch.judge.limits import alone
from embargo_watch.model.claim import Quantity
from embargo_watch.model.provision import Cap
from embargo_watch.model.unit import Amount
from embargo_watch.reference.units import units

READ = [
    ("10,000 t", 10_000, 10_000, "tonne"),
    ("600,000 barrels", 600_000, 600_000, "barrel"),
    ("4.1 million bbl", 4_100_000, 4_100_000, "barrel"),
    ("more than 500,000 barrels", 500_000, None, "barrel"),
    ("up to 500,000 barrels", 0, 500_000, "barrel"),
    ("about 100,000 tonnes", 90_000, 110_000, "tonne"),
    ("60,000-65,000 tonnes", 60_000, 65_000, "tonne"),
    ("between 1 and 2 million tons", 1_000_000, 2_000_000, "tonne"),
    ("US$ 400 million", 400_000_000, 400_000_000, "us_dollar"),
    ("$5m", 5_000_000, 5_000_000, "us_dollar"),
    ("1,000,866 metric tons of coal", 1_000_866, 1_000_866, "tonne"),
    ("5 kt", 5, 5, "kilotonne"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), READ)
def test_an_amount_is_read_with_its_bounds_and_unit(text, low, high, unit):
    """Bounds, scales, ranges and money, each as written."""
    amount = read_amount(text)

    assert amount is not None
    assert (amount.low, amount.unit, amount.words) == (pytest.approx(low), unit, text)
    assert amount.high == (None if high is None else pytest.approx(high))


@pytest.mark.parametrize("text", ["", "five", "4 million", "3 missiles", "155 mm shells", "oil"])
def test_what_has_no_unit_of_a_cap_is_not_read(text):
    """A number of pieces, or no number, is no amount that a cap could count."""
    assert read_amount(text) is None


def test_crude_oil_is_turned_by_the_resolution_s_own_equation():
    """Four million barrels are 525,000 tonnes, because paragraph 4 says so."""
    turned = convert(read_amount("525,000 t"), "barrel", ("crude_oil",))

    assert turned.amount.low == turned.amount.high == pytest.approx(4_000_000)
    assert "S/RES/2397 (2017) 4" in turned.factors[0]


def test_refined_products_are_turned_into_a_range():
    """No factor of the Committee has been read, so 65,000 t are 500,000 barrels or more."""
    turned = convert(read_amount("65,000 t"), "barrel", ("refined_petroleum",))

    assert turned.amount.low == pytest.approx(500_000)
    assert turned.amount.high == pytest.approx(541_666.67)


@pytest.mark.parametrize(
    ("text", "unit", "items"),
    [
        ("5 t", "us_dollar", ("coal",)),  # the price is not told
        ("5 t", "barrel", ("coal",)),  # a factor of other goods
        ("5 euros", "us_dollar", ("coal",)),  # the rate is not told
    ],
)
def test_what_no_factor_leads_to_is_not_turned(text, unit, items):
    """Money says nothing of weight, nor one kind of goods of another."""
    assert convert(read_amount(text), unit, items) is None


def test_a_claim_s_quantity_keeps_its_bounds():
    """ "About" widens, "more than" has no upper bound, an unknown unit stays unknown."""
    about = Quantity(text="about 100 tons", min=100, max=100, unit="tons", about=True)
    more = Quantity(text="more than 5 barrels", min=5, max=None, unit="barrels")
    shells = Quantity(text="5 crates", min=5, max=5, unit="crates")

    assert (amount_of(about).low, amount_of(about).unit) == (90, "tonne")
    assert (amount_of(more).low, amount_of(more).high) == (5, None)
    assert amount_of(shells).unit == ""
    assert amount_of(Quantity(text="some", min=None, max=None, unit="")) is None


@settings(max_examples=60, deadline=None)
@given(
    value=st.floats(0.001, 1e9),
    pair=st.sampled_from(
        [(a, b) for a in units().units for b in units().units if a != b],
    ),
    items=st.sampled_from([(), ("crude_oil",), ("refined_petroleum",)]),
)
def test_there_and_back_holds_the_amount(value, pair, items):
    """Whatever can be turned comes back as a range that holds what it was."""
    one, other = pair
    there = convert(Amount(low=value, high=value, unit=one), other, items)
    if there is None:
        assert convert(Amount(low=value, high=value, unit=other), one, items) is None
        return
    back = convert(there.amount, one, items).amount

    assert back.low <= value * 1.000001
    assert back.high >= value * 0.999999


@pytest.mark.parametrize(
    ("words", "beyond"),
    [("over 4 million barrels", True), ("more than 4m barrels", True), ("exceeding 5 t", True),
     ("at least 4 million barrels", False), ("4 million barrels", False), ("up to 5 t", False),
     ("no fewer than 5 t", False), ("upwards of 5 t", False)],
)  # fmt: skip
def test_more_than_an_amount_leaves_the_amount_out(words, beyond):
    """Over 4 million is not 4 million; at least 4 million may be."""
    assert read_amount(words).beyond is beyond


@pytest.mark.parametrize(
    ("words", "answer"),
    [("over 4 million barrels", "yes"), ("more than 4,000,000 barrels", "yes"),
     ("4 million barrels", "no"), ("at least 4 million barrels", "unclear"),
     ("over 3.9 million barrels", "unclear"), ("up to 4 million barrels", "no")],
)  # fmt: skip
def test_more_than_the_cap_is_above_it(words, answer):
    """The amount itself is the cap's: what is more than it is above."""
    cap = Cap(
        items=("crude_oil",), amount=4_000_000, unit="barrel", since=dt.date(2017, 12, 22),
        until=None, period="year", text="a cap", source="S/RES/1",
    )  # fmt: skip

    assert alone(words, (cap,), dt.date(2019, 5, 1)).answer == answer
