"""A transfer that only the calendar keeps from a ban is explained in words that can be quoted."""

import datetime as dt

import pytest

from embargo_watch.judge import judge
from embargo_watch.judge.explain import gaps
from embargo_watch.model.finding import Query


def _gaps(law, **slots):
    stands_for = {"supplier_as": "government", "recipient_as": "government"}
    query = Query(**(stands_for | slots))
    return gaps(query, judge(query, law), law)


def test_the_gap_in_the_law_on_irans_missiles_is_told(law):
    """Annex B 4 had ended on 18 October 2023; the return of 2025 is held by some only."""
    found = _gaps(
        law, supplier="IRN", recipient="RUS", item="missiles", designation="Fath-360",
        date="2024-09-01",
    )  # fmt: skip
    gap = next(each for each in found if each.regime == "IRAN")

    assert "1 September 2024" in gap.text
    assert "S/RES/2231 (2015), Annex B para 4 had ended on 18 October 2023" in gap.text
    assert "S/RES/1747 (2007), 5" in gap.text
    assert "held to apply only from 28 September 2025" in gap.text
    assert "contested by Russia, China and Iran" in gap.text
    assert gap.ended[0].provision == "IRAN-2231-B4"
    assert gap.ended[0].day == dt.date(2023, 10, 18)
    assert "IRAN-SB-1747-5" in {each.provision for each in gap.later}


def test_where_something_is_contested_or_unknown_there_is_no_gap(law):
    """The day before it ended, Annex B 4 speaks for itself; so does a year that spans its end."""
    slots = {"supplier": "IRN", "recipient": "RUS", "item": "missiles", "designation": "Fath-360"}

    for date in ("2023-10-17", "2023", "2025-09-28"):
        assert not [each for each in _gaps(law, **slots, date=date) if each.regime == "IRAN"]


def test_before_a_regime_only_what_came_later_is_told(law):
    """Libya was under no embargo between 1999 and 26 February 2011."""
    found = _gaps(law, supplier="RUS", recipient="LBY", item="arms", date="2010")
    told = {each.regime: each for each in found}

    assert told["LIBYA"].later[0].day == dt.date(2011, 2, 26)
    assert not told["LIBYA"].ended
    assert "in 2010" in told["LIBYA"].text
    assert told["LIBYA_1992"].ended[0].day == dt.date(1999, 4, 5)


def test_goods_or_directions_that_no_provision_means_leave_no_gap(law):
    """Medicine was never banned, so no end of a ban explains it."""
    assert _gaps(law, supplier="CHN", recipient="IRN", item="relief", date="2024-01-01") == ()


@pytest.mark.parametrize(
    ("recipient", "date", "spared"),
    [
        ("HTI", "2024-01-01", "HTI-2699-14"),
        ("COD", "2005-01-01", "DRC-1493-20"),
        ("LBN", "2016-01-01", "LBN-1701-15"),
        ("AFG", "2020", "TAL-1988-1c"),
    ],
)
def test_a_government_that_is_spared_is_told_so(law, recipient, date, spared):
    """A ban in force on others there is named, and no older regime on the place stands for it."""
    found = _gaps(law, supplier="USA", recipient=recipient, item="small_arms", date=date)

    assert [each.spared for each in found] == [(spared,)]
    assert "does not reach the government of" in found[0].text


def test_goods_that_a_ban_in_force_does_not_mean_are_not_told_of_as_spared(law):
    """The small-arms ban on Haiti says nothing of relief, for the government or anybody else."""
    found = _gaps(law, supplier="USA", recipient="HTI", item="relief", date="2024-01-01")

    assert not any(each.spared for each in found)
