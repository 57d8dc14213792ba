"""A chain of hands is judged as a whole and leg by leg, each leg on its own day."""

import pytest

from embargo_watch.judge import judge
from embargo_watch.model.finding import Query, Stop


@pytest.fixture
def chain(law):
    """The findings of a chain that are not "not engaged", as provision, sides and verdict."""

    def asked(**slots):
        query = Query(**({"supplier_as": "government", "recipient_as": "government"} | slots))
        return {
            (f.provision, f.supplier, f.recipient): f
            for f in judge(query, law)
            if f.verdict != "not_engaged"
        }

    return asked


def test_without_stops_a_finding_names_no_leg(law):
    """A plain transfer carries neither sides nor a date of its own."""
    found = judge(Query(supplier="PRK", recipient="SYR", item="arms", date="2020-01-01"), law)

    assert {(f.supplier, f.recipient, f.date) for f in found} == {("", "", "")}


def test_a_transit_state_is_bound_and_is_no_recipient(chain):
    """Arms from the DPRK to Syria through China: China's territory is told, procuring is not."""
    found = chain(
        supplier="PRK", recipient="SYR", item="arms", date="2020-01-01", via=(Stop(party="CHN"),)
    )
    whole = next(r for r in found["DPRK-1874-9", "PRK", "SYR"].reasons if r.rule == "bound")
    leg = next(r for r in found["DPRK-1874-9", "PRK", "CHN"].reasons if r.rule == "bound")

    assert "CHN (transit: through its territory)" in whole.compared
    assert "SYR (recipient: must not procure)" in whole.compared
    assert "CHN (recipient" not in leg.compared
    assert ("DPRK-1874-9", "CHN", "SYR") not in found


def test_each_leg_has_its_own_day(chain):
    """Rifles left the DPRK before 12 June 2009 and arrived after: the whole is engaged alone."""
    found = chain(
        supplier="PRK",
        recipient="SYR",
        item="small_arms",
        designation="rifles",
        date="2009-07-01",
        via=(Stop(party="CHN", date="2009-06-11"),),
    )

    assert found["DPRK-1874-9", "PRK", "SYR"].verdict == "engaged"
    assert ("DPRK-1874-9", "PRK", "CHN") not in found


def test_a_leg_that_fell_into_a_ban_is_found_where_the_whole_is_not(chain):
    """From the Emirates to Chad no embargo runs; through Libya the cargo entered one."""
    found = chain(
        supplier="ARE",
        recipient="TCD",
        item="arms",
        date="2012-06-02",
        via=(Stop(party="LBY", date="2012-06-01"),),
    )

    assert found["LIBYA-1970-9", "ARE", "LBY"].verdict == "engaged"
    assert found["LIBYA-1970-9", "ARE", "LBY"].date == "2012-06-01"
    assert found["LIBYA-1970-10", "LBY", "TCD"].verdict == "engaged"
    assert not [name for name in found if name[1:] == ("ARE", "TCD")]
    assert found["LIBYA-1970-9", "ARE", "LBY"].reasons[0].rule == "leg"


def test_as_a_stop_a_state_stands_for_its_territory(chain):
    """Through Yemen: whether the Houthis got it is not told; through Chad: no embargo at all."""
    slots = {"supplier": "CHN", "recipient": "UKR", "item": "arms", "date": "2023-01-01"}
    through = chain(**slots, via=(Stop(party="YEM"),))

    assert through["YEMEN-2624-1", "CHN", "YEM"].verdict == "unknown"
    assert chain(**slots, via=(Stop(party="TCD"),)) == {}


def test_the_end_user_is_whom_the_whole_chain_supplies(chain):
    """Sold to Chad and passed on to the RSF: indirect supply, at the place of delivery."""
    slots = {"supplier": "ARE", "recipient": "TCD", "item": "arms", "date": "2024-01-10"}
    found = chain(**slots, end_user="rsf", area="darfur")

    assert found["SDN-1556-7", "ARE", "rsf"].verdict == "engaged"
    assert found["SDN-1556-7", "TCD", "rsf"].verdict == "engaged"
    assert ("SDN-1556-7", "ARE", "TCD") not in found
    elsewhere = chain(**slots, end_user="rsf", area="khartoum")
    assert not {name for name, *_ in elsewhere} & {"SDN-1556-7", "SDN-1591-7"}


def test_an_end_user_who_is_the_recipient_makes_no_leg(law):
    """Naming the same party twice changes nothing."""
    slots = {"supplier": "PRK", "recipient": "SYR", "item": "arms", "date": "2020-01-01"}

    assert judge(Query(**slots, end_user="SYR"), law) == judge(Query(**slots), law)


def test_flag_and_broker_are_told_among_those_bound(ask):
    """The flag State by its ship, the broker by its nationals."""
    found = ask(
        supplier="PRK", recipient="SYR", item="arms", date="2020-01-01", flag="TZA", broker="CHN"
    )
    bound = next(r for r in found["DPRK-1874-9"].reasons if r.rule == "bound").compared

    assert "TZA (flag of the ship or aircraft)" in bound
    assert "CHN (broker: by its nationals)" in bound


def test_a_bloc_is_bound_by_a_broker_of_its_own(ask):
    """Arms from Iran to Russia do not concern the Union, unless one of its nationals brokered."""
    slots = {"supplier": "IRN", "recipient": "RUS", "item": "arms", "date": "2023-01-01"}

    assert ask(**slots)["EU-RUS"].verdict == "not_engaged"
    assert ask(**slots, broker="CYP")["EU-RUS"].verdict == "engaged"
    assert ask(**slots, flag="MLT")["EU-RUS"].verdict == "engaged"
    assert ask(**slots, via=(Stop(party="BGR"),))["EU-RUS"].verdict == "engaged"


def test_one_cargo_above_a_cap_exceeds_it_by_itself(ask):
    """Five million barrels of crude are above four; thirty thousand say nothing of the total."""
    slots = {"supplier": "RUS", "recipient": "PRK", "item": "fuel", "designation": "crude oil"}
    slots["date"] = "2020-05-01"
    above = ask(**slots, quantity="5,000,000 barrels")["DPRK-2397-4"]
    below = ask(**slots, quantity="30,000 barrels")["DPRK-2397-4"]

    assert (above.verdict, above.breach) == ("engaged", "cap_exceeded")
    assert (below.verdict, below.breach) == ("unknown", "cap_exceeded")


def test_a_duty_is_never_called_engaged(ask):
    """Whether notice was given is not told, so what was owed is."""
    finding = ask(supplier="CHN", recipient="COD", item="arms", date="2015-01-01")["DRC-1807-5"]

    assert (finding.verdict, finding.breach) == ("unknown", "notice_missing")
    assert any(r.rule in ("duty", "determination") for r in finding.reasons)


def test_a_mission_of_the_united_nations_may_be_exempt(ask):
    """South Sudan's embargo spares UN missions, so a supply to one there is unknown."""
    slots = {"supplier": "RUS", "item": "arms", "date": "2020-08-01", "area": "SSD"}

    assert ask(**slots, recipient="un")["SSD-2428-4"].verdict == "unknown"
    assert ask(**slots, recipient="wagner")["SSD-2428-4"].verdict == "engaged"
