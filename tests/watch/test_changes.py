"""A provision that begins or ends is told near its day, once, as it was known by then."""

import datetime as dt

import pytest

from embargo_watch.model.ledger import FlowKey


def clock(day):
    """The beginning of a day."""
    return dt.datetime.fromisoformat(f"{day}T00:30:00+00:00")


@pytest.fixture
def of_party(watch, tell, say):
    """A watch that has read of a party."""

    def seen(party, day):
        watch.take(tell(day, say(recipient=(party,), verdict="not_engaged", finding_rule="items")))
        return watch

    return seen


def test_an_end_is_told_fourteen_days_ahead_and_once(of_party):
    """The paragraph on Iran's missiles ran out on 18 October 2023."""
    watch = of_party("IRN", "2023-09-01")

    assert watch.tick(clock("2023-10-03")) == []
    (alert,) = watch.tick(clock("2023-10-04"))
    assert (alert.rule, alert.flow, alert.provisions) == ("law_change", None, ("IRAN-2231-B4",))
    assert "2023-10-18" in alert.reason
    assert watch.tick(clock("2023-10-05")) == []


def test_a_party_that_nobody_wrote_of_raises_nothing(watch):
    """The law of states that no report names changes in silence."""
    assert watch.tick(clock("2023-10-10")) == []


def test_a_party_first_read_of_near_the_day_is_told_then(watch, tell, say):
    """The change waits for its party as long as it is near."""
    watch.tick(clock("2023-10-05"))
    seen = tell("2023-10-20", say(supplier=("IRN",), verdict="not_engaged", finding_rule="items"))

    assert [alert.rule for alert in watch.take(seen)] == ["law_change"]


def test_a_renewal_is_not_foreseen(of_party):
    """Before its renewal of 30 May 2023 the embargo on South Sudan was to end two days later."""
    watch = of_party("SSD", "2023-05-01")
    (alert,) = watch.tick(clock("2023-05-20"))

    assert "ends unless renewed" in alert.reason
    assert "2023-05-31" in alert.reason or "2023-06-01" in alert.reason


def test_a_renewal_moves_the_day(of_party):
    """Once it is renewed, the old end is told no more."""
    watch = of_party("SSD", "2023-05-31")

    assert not [a for a in watch.tick(clock("2023-05-31")) if "2023-06-01" in a.key]


def test_a_flow_and_a_change_of_the_law_have_ids_of_their_own(of_party, tell, say):
    """Ids hang on the rule, the flow and what makes the alert the only one."""
    watch = of_party("IRN", "2023-09-01")
    (change,) = watch.tick(clock("2023-10-04"))
    (flow,) = watch.take(tell("2023-10-05", say()))

    assert change.id.startswith("alr-")
    assert change.id != flow.id
    assert flow.flow == FlowKey("PRK", "RUS", "ammunition")
