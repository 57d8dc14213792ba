"""A claim's date: its own, else the year that its report looks back on (or ahead to)."""

import pytest

from embargo_watch.judge import findings, queries
from embargo_watch.judge.queries import transfer_date
from embargo_watch.model.claim import Claim, Quantity
from embargo_watch.model.finding import Stop
from embargo_watch.model.spans import Span


@pytest.fixture
def claim():
    """A claim with the slots given and ordinary ones for the rest."""

    def made(**slots):
        basic = {"kind": "transfer", "status": "asserted", "item": "missiles"}
        return Claim(document="doc-1", quote=Span(0, 1, "x"), **(basic | slots))

    return made


@pytest.mark.parametrize(
    ("slots", "published", "expected"),
    [
        ({"date": "2023-12-30"}, "2024-01-05", ("2023-12-30", "stated")),
        ({"date": "2023"}, "2024-01-05", ("2023", "stated")),
        ({}, "2024-01-05", ("2023-01-05/2024-01-05", "window")),
        ({"status": "denied"}, "2024-01-05", ("2023-01-05/2024-01-05", "window")),
        ({"status": "suspected"}, "2024-01-05", ("2023-01-05/2024-01-05", "window")),
        ({"status": "prospective"}, "2024-01-05", ("2024-01-05/2025-01-04", "window")),
        ({"status": "prospective", "date": "2024-06"}, "2024-01-05", ("2024-06", "stated")),
        ({"date": "2023-08/.."}, "2024-01-05", ("2023-08-01/2024-01-05", "window")),
        ({"date": "../2023-02-23"}, "2024-01-05", ("2023-01-05/2023-02-23", "window")),
        ({"date": "../2022-02-23"}, "2024-01-05", ("../2022-02-23", "stated")),
        ({"kind": "use", "date": "2023-12-30"}, "2024-01-05", ("2022-12-30/2023-12-30", "window")),
        ({"kind": "interdiction"}, "2024-01-05", ("2023-01-05/2024-01-05", "window")),
        ({}, "2024-01-02/2024-01-09", ("2023-01-02/2024-01-09", "window")),
        ({}, "", ("", "window")),
        ({"date": "2023-08/.."}, "", ("2023-08/..", "stated")),
    ],
)
def test_the_days_on_which_a_transfer_may_have_been(claim, slots, published, expected):
    """A stated date wins, a bound narrows the window, a use lies after its transfer."""
    assert transfer_date(claim(**slots), published) == expected


def test_a_query_for_each_pair_with_the_territory_of_groups(claim):
    """Two recipients are two transfers; a group's territory is the place of delivery."""
    made = claim(supplier=("IRN",), recipient=("houthi", "hezbollah"), item_text="rockets")
    found = queries(made, "2024-01-05", {"houthi": "YEM"})

    assert [(each.recipient, each.area) for each in found] == [("houthi", "YEM"), ("hezbollah", "")]
    assert {each.item_text for each in found} == {"rockets"}


def test_ballistic_missiles_reported_without_a_day_are_judged_over_the_window(claim):
    """The seed's finding: engaged under 1718 8(b) and 1874 9, on the basis of the window."""
    made = claim(supplier=("PRK",), recipient=("RUS",), item_text="ballistic missiles")
    found = {each.provision: each for each in findings(made, "2024-01-05", "dateline")}

    for provision in ("DPRK-1718-8b", "DPRK-1874-9"):
        assert found[provision].verdict == "engaged"
        assert found[provision].basis == "window"
        told = found[provision].reasons[0]
        assert told.rule == "date"
        assert "recent past" in told.compared
        assert "dateline" in told.compared


def test_a_window_across_an_end_is_unknown(claim):
    """Drones reported in January 2024 may have come before paragraph 4 ended or after."""
    made = claim(supplier=("IRN",), recipient=("RUS",), item="uav", designation="Shahed-136")
    found = {each.provision: each for each in findings(made, "2024-01-05")}

    assert found["IRAN-2231-B4"].verdict == "unknown"
    assert any("contested on" in reason.compared for reason in found["IRAN-2231-B4"].reasons)


def test_a_denied_transfer_is_judged_as_the_one_denied(claim):
    """Status never changes the law."""
    slots = {"supplier": ("PRK",), "recipient": ("RUS",), "date": "2023-12-01", "item": "arms"}
    verdicts = {
        status: [each.verdict for each in findings(claim(**slots, status=status), "2024-01-05")]
        for status in ("asserted", "denied", "suspected", "prospective")
    }

    assert len({tuple(each) for each in verdicts.values()}) == 1
    assert "engaged" in verdicts["denied"]


def test_pairs_that_differ_are_found_apart_and_named(claim):
    """Iran and the DPRK to Russia: each regime's findings name the pair they are about."""
    made = claim(supplier=("PRK", "IRN"), recipient=("RUS",), date="2024-06-01", item="arms")
    found = findings(made, "2024-06-05")
    sides = {each.provision: (each.supplier, each.recipient) for each in found}

    assert sides["DPRK-1874-9"] == ("PRK", "RUS")
    assert sides["IRAN-2231-B6b"] == ("IRN", "RUS")


def test_pairs_that_agree_are_one_finding(claim):
    """Two suppliers of the DPRK meet the same ban: one finding for the claim."""
    made = claim(supplier=("CHN", "RUS"), recipient=("PRK",), date="2024-06-01", item="arms")
    found = [each for each in findings(made, "2024-06-05") if each.provision == "DPRK-2270-6"]

    assert [(each.verdict, each.supplier) for each in found] == [("engaged", "")]


def test_with_no_date_at_all_the_finding_says_so(claim):
    """Neither the transfer nor its report is dated: unknown where time decides."""
    made = claim(supplier=("IRN",), recipient=("SYR",), item="arms")
    found = {each.provision: each for each in findings(made, "")}

    assert found["IRAN-1747-5"].verdict == "unknown"
    assert "neither" in found["IRAN-1747-5"].reasons[0].compared
    assert not [each for each in found.values() if each.verdict == "engaged"]


def test_parties_under_no_embargo_give_no_findings(claim):
    """Germany to Ukraine touches none of the regimes."""
    made = claim(supplier=("DEU",), recipient=("UKR",), item="armour", date="2023-06-15")

    assert findings(made, "2023-06-16") == ()


def test_a_route_a_maker_and_an_amount_are_judged_with_the_claim(claim):
    """Refined petroleum through a third state is one whole way and its legs, with its amount."""
    told = claim(
        supplier=("RUS",), recipient=("PRK",), via=("CHN",), maker=("RUS",),
        item="fuel", item_text="600,000 barrels of diesel",
        quantity=Quantity(text="600,000 barrels", min=6e5, max=6e5, unit="barrel"),
        date="2024-03-10",
    )  # fmt: skip
    asked = queries(told, "2024-04-01")[0]
    assert (asked.via, asked.maker, asked.quantity) == (
        (Stop(party="CHN"),), "RUS", "600,000 barrels"
    )  # fmt: skip
    caps = [f for f in findings(told, "2024-04-01") if f.provision == "DPRK-2397-5"]
    assert ("engaged", "cap_exceeded") in {(f.verdict, f.breach) for f in caps}
