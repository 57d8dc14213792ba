"""Totals against the caps of resolutions 2321, 2375 and 2397, each in its own period."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.judge.amounts import read_amount
from embargo_watch.judge.caps import Consignment, cap_totals
from embargo_watch.judge.limits import alone, cap_period
from embargo_watch.judge.scope import Wares
from embargo_watch.reference.regimes import regimes

PERIODS = [
    # Crude oil: twelve months from 22 December, not the calendar year.
    ("DPRK-2397-4", "2017-12-21", None),
    ("DPRK-2397-4", "2017-12-22", ("2017-12-22", "2018-12-22")),
    ("DPRK-2397-4", "2018-12-21", ("2017-12-22", "2018-12-22")),
    ("DPRK-2397-4", "2018-12-22", ("2018-12-22", "2019-12-22")),
    ("DPRK-2397-4", "2024-06-01", ("2023-12-22", "2024-12-22")),
    # Refined products: the last quarter of 2017 once, then calendar years.
    ("DPRK-2375-14a", "2017-09-30", None),
    ("DPRK-2375-14a", "2017-10-01", ("2017-10-01", "2018-01-01")),
    ("DPRK-2375-14a", "2017-12-31", ("2017-10-01", "2018-01-01")),
    ("DPRK-2375-14a", "2018-01-01", None),
    ("DPRK-2397-5", "2017-12-31", None),
    ("DPRK-2397-5", "2018-01-01", ("2018-01-01", "2019-01-01")),
    ("DPRK-2397-5", "2018-12-31", ("2018-01-01", "2019-01-01")),
    ("DPRK-2397-5", "2019-01-01", ("2019-01-01", "2020-01-01")),
    # Coal: a window to the end of 2016, then a year that the full ban cut short.
    ("DPRK-2321-26a", "2016-11-29", None),
    ("DPRK-2321-26a", "2016-11-30", ("2016-11-30", "2017-01-01")),
    ("DPRK-2321-26a", "2017-01-01", None),
    ("DPRK-2321-26b", "2016-12-31", None),
    ("DPRK-2321-26b", "2017-01-01", ("2017-01-01", "2017-08-05")),
    ("DPRK-2321-26b", "2017-08-04", ("2017-01-01", "2017-08-05")),
    ("DPRK-2321-26b", "2017-08-05", None),
]


def provision(name):
    """A provision of the bundled law."""
    return next(p for regime in regimes() for p in regime.provisions if p.id == name)


def sent(name, goods, amount, date, **more):
    """A consignment to the DPRK, or with ``supplier`` from it."""
    amounts = tuple(a for a in (read_amount(amount),) if a)
    base = {"supplier": "RUS", "recipient": "PRK", "status": "asserted"} | more
    return Consignment(id=name, wares=Wares("fuel", "", goods), amounts=amounts, date=date, **base)


def totals(*consignments):
    """Totals by provision, unit and first day of the period."""
    found = cap_totals(consignments, regimes())
    return {(each.provision, each.cap.unit, each.since.isoformat()): each for each in found}


def refined(year, *consignments):
    """The one total of refined products of a year."""
    return totals(*consignments)["DPRK-2397-5", "barrel", f"{year}-01-01"]


@pytest.mark.parametrize(("name", "day", "expected"), PERIODS)
def test_a_day_lies_in_the_period_of_the_cap(name, day, expected):
    """Both edges of every period, and the days before and after."""
    for cap in provision(name).caps:
        found = cap_period(cap, dt.date.fromisoformat(day))
        assert (found and tuple(each.isoformat() for each in found)) == expected


def test_the_two_million_barrels_never_operated():
    """The row is there for the record, without a cap to count against."""
    assert provision("DPRK-2375-14b").caps == ()


@pytest.mark.parametrize(
    ("name", "day", "amount", "answer"),
    [
        ("DPRK-2397-5", "2020-05-01", "500,000 barrels", "no"),
        ("DPRK-2397-5", "2020-05-01", "500,001 barrels", "yes"),
        ("DPRK-2397-5", "2020-05-01", "60,000 t", "no"),
        ("DPRK-2397-5", "2020-05-01", "62,000 t", "unclear"),
        ("DPRK-2397-5", "2020-05-01", "65,001 t", "yes"),
        ("DPRK-2397-5", "2020-05-01", "more than 10,000 barrels", "unclear"),
        ("DPRK-2397-5", "2020-05-01", "", "unclear"),
        ("DPRK-2397-4", "2020-05-01", "525,000 t", "no"),
        ("DPRK-2397-4", "2020-05-01", "525,001 t", "yes"),
        ("DPRK-2397-4", "2020-05-01", "4,000,000 barrels", "no"),
        ("DPRK-2397-4", "2020-05-01", "4,000,001 barrels", "yes"),
        ("DPRK-2321-26a", "2016-12-01", "1,000,866 t", "unclear"),  # its price may exceed
        ("DPRK-2321-26a", "2016-12-01", "1,000,867 t", "yes"),
        ("DPRK-2321-26b", "2017-03-01", "$400,870,019", "yes"),
        ("DPRK-2397-5", "2017-12-31", "600,000 barrels", "unclear"),  # no cap of its own yet
    ],
)
def test_one_amount_may_be_above_the_cap_by_itself(name, day, amount, answer):
    """One cargo above the total exceeds it; below, it says nothing of the total."""
    found = alone(amount, provision(name).caps, dt.date.fromisoformat(day))

    assert found.answer == answer
    assert found.compared


def test_a_total_is_exceeded_by_the_last_barrel():
    """Half a million barrels are within the cap, one more is not."""
    first, second = (sent(n, "diesel", "250,000 barrels", f"2020-0{n}-01") for n in "12")
    last = sent("3", "diesel", "1 barrel", "2020-12-31")

    assert refined(2020, first, second).verdict == "within"
    assert refined(2020, first, second, last).verdict == "exceeded"


def test_each_year_has_a_total_of_its_own():
    """The last day of a year and the first of the next do not add up; nor does crude oil."""
    found = totals(
        sent("a", "diesel", "300,000 barrels", "2020-12-31"),
        sent("b", "diesel", "300,000 barrels", "2021-01-01"),
        sent("c", "crude oil", "300,000 barrels", "2020-12-31"),
    )

    assert found["DPRK-2397-5", "barrel", "2020-01-01"].low == 300_000
    assert found["DPRK-2397-5", "barrel", "2021-01-01"].low == 300_000
    assert found["DPRK-2397-4", "barrel", "2020-12-22"].low == 300_000


def test_one_consignment_above_the_cap_exceeds_the_total():
    """However little else is known."""
    found = refined(2020, sent("a", "diesel", "600,000 barrels", "2020-03"))

    assert (found.verdict, found.low) == ("exceeded", 600_000)


def test_what_cannot_be_counted_is_listed_with_the_reason_and_leaves_it_unclear():
    """No quantity, no date, a date across periods, a strange unit, goods that may be others."""
    found = refined(
        2020,
        sent("ok", "diesel", "10 barrels", "2020-05-01"),
        sent("none", "diesel", "", "2020-05-02"),
        sent("undated", "diesel", "5 barrels", ""),
        sent("spans", "diesel", "5 barrels", "2020-12/2021-01"),
        sent("money", "diesel", "$5m", "2020-05-03"),
        sent("oil", "oil", "5 barrels", "2020-05-04"),
    )
    reasons = {each.consignment.id: each.reason for each in found.uncounted}

    assert [each.consignment.id for each in found.counted] == ["ok"]
    assert found.verdict == "unclear"
    assert reasons["none"] == "no quantity"
    assert reasons["undated"] == "no date"
    assert reasons["spans"] == "its date, 2020-12/2021-01, spans periods"
    assert reasons["money"].startswith("unit unknown")
    assert reasons["oil"].startswith("whether these are the cap's goods is not told")


def test_denied_and_prospective_ones_stand_apart():
    """They are listed and not summed; what is suspected raises only the upper bound."""
    found = refined(
        2020,
        sent("a", "diesel", "400,000 barrels", "2020-01-01"),
        sent("b", "diesel", "200,000 barrels", "2020-02-01", status="denied"),
        sent("c", "diesel", "200,000 barrels", "2020-03-01", status="prospective"),
        sent("d", "diesel", "200,000 barrels", "2020-04-01", status="suspected"),
    )

    assert {each.id for each in found.apart} == {"b", "c"}
    assert (found.low, found.high, found.verdict) == (400_000, 600_000, "unclear")


def test_the_account_of_a_year_is_not_added_to_the_tankers_in_it():
    """At least the greater of the two moved, at most both; another supplier's adds up."""
    tanker = sent("tanker", "diesel", "300,000 barrels", "2020-05-01")
    year = sent("year", "refined petroleum", "400,000 barrels", "2020")
    other = sent("other", "diesel", "150,000 barrels", "2020-05-01", supplier="CHN")
    found = refined(2020, tanker, year)

    assert (found.low, found.high, found.verdict) == (400_000, 700_000, "unclear")
    assert {each.consignment.id: each.within for each in found.counted}["tanker"] == "year"
    assert refined(2020, tanker, year, other).low == 550_000


def test_differing_accounts_of_one_occasion_are_a_range():
    """Two origins, two amounts: the least and the greatest, never the sum."""
    both = sent("a", "diesel", "100 barrels", "2020-05-01")
    more = read_amount("300 barrels")
    found = refined(
        2020,
        Consignment(
            **{n: getattr(both, n) for n in ("id", "supplier", "recipient", "wares", "date")},
            status="asserted",
            amounts=(*both.amounts, more),
        ),
    )

    assert (found.low, found.high) == (100, 300)


def test_coal_counts_on_its_way_out_only():
    """The coal caps are on exports of the DPRK; coal to it is no matter of theirs."""
    out = sent("a", "coal", "8,000,000 t", "2017-03", supplier="PRK", recipient="CHN")
    found = totals(out)

    assert found["DPRK-2321-26b", "tonne", "2017-01-01"].verdict == "exceeded"
    assert found["DPRK-2321-26b", "us_dollar", "2017-01-01"].verdict == "unclear"
    assert totals(sent("b", "coal", "8,000,000 t", "2017-03")) == {}


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(1, 400_000),
            st.sampled_from(["2020", "2020-05", "2020-05-03", "2020-06-01/2020-09", "2021-01-01"]),
            st.sampled_from(["RUS", "CHN", ""]),
        ),
        max_size=6,
    )
)
def test_totals_know_no_order_and_their_bounds_hold(parts):
    """The sum is the same in any order; its bounds lie between the greatest and the sum."""
    told = [
        sent(str(n), "diesel", f"{amount} barrels", date, supplier=who)
        for n, (amount, date, who) in enumerate(parts)
    ]
    found = cap_totals(told, regimes())

    assert found == cap_totals(list(reversed(told)), regimes())
    for each in found:
        lows = [part.low for part in each.counted]
        assert max(lows, default=0) <= each.low <= sum(lows)
        assert each.high is not None
        assert each.low <= each.high
