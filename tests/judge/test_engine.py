"""What holds of every judgement, whatever the transfer."""

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from embargo_watch.judge import judge
from embargo_watch.judge.bound import membership_cuts
from embargo_watch.judge.timing import cuts_of
from embargo_watch.model.finding import Query
from embargo_watch.reference.regimes import regimes
from embargo_watch.reference.scopes import GROUPS

PARTIES = (
    "PRK", "IRN", "LBY", "YEM", "RUS", "CHN", "SDN", "COD", "HTI", "LBN", "AFG", "FRA", "houthi",
    "haftar", "rsf", "m23", "isil", "taliban", "wagner", "unknown", "",
)  # fmt: skip
DESIGNATIONS = ("", "KN-23", "Shahed-136", "S-300", "coal", "diesel", "rifles", "XQ-77", "training")
DAYS = st.dates(dt.date(2006, 1, 1), dt.date(2027, 12, 31))
MODEST = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@st.composite
def queries(draw):
    """A transfer between parties that the regimes know or do not know, without its date."""
    return {
        "supplier": draw(st.sampled_from(PARTIES)),
        "recipient": draw(st.sampled_from(PARTIES)),
        "item": draw(st.sampled_from(GROUPS)),
        "designation": draw(st.sampled_from(DESIGNATIONS)),
        "supplier_as": draw(st.sampled_from(("government", "territory", "unclear"))),
        "recipient_as": draw(st.sampled_from(("government", "territory", "unclear"))),
        "area": draw(st.sampled_from(("", "YEM", "LBY", "PRK", "darfur", "khartoum"))),
    }


def found(slots, date):
    """The findings of one query, by provision."""
    return {each.provision: each for each in judge(Query(**slots, date=date), regimes())}


@MODEST
@given(slots=queries(), days=st.tuples(DAYS, DAYS, DAYS))
def test_a_verdict_on_a_range_holds_on_each_of_its_days(slots, days):
    """Whatever a range is engaged, contested or not engaged for, each of its days is."""
    first, within, last = sorted(days)
    over_range = found(slots, f"{first}/{last}")
    on_day = found(slots, str(within))

    for name, finding in over_range.items():
        if finding.verdict != "unknown":
            assert on_day[name].verdict == finding.verdict, name


@MODEST
@given(slots=queries(), day=DAYS)
def test_nothing_is_engaged_outside_its_interval(slots, day):
    """A provision that is not in force is never engaged."""
    law = {p.id: p for regime in regimes() for p in regime.provisions}
    for finding in found(slots, str(day)).values():
        provision = law[finding.provision]
        if finding.verdict == "engaged":
            assert provision.since <= day
            assert provision.until is None or day < provision.until
            assert provision.kind == "ban"


@MODEST
@given(slots=queries(), days=st.tuples(DAYS, DAYS))
def test_moving_a_date_within_a_stretch_changes_no_verdict(slots, days):
    """Between two days on which nothing in the law changes, every verdict is the same."""
    first, last = sorted(days)
    stretch = {
        each.provision: (each.verdict, each.breach)
        for each in judge(Query(**slots, date=str(first)), regimes())
    }
    for regime in regimes():
        for provision in regime.provisions:
            relaxing = tuple(e for e in regime.provisions if provision.id in e.relaxes)
            query = Query(**slots)
            cuts = cuts_of(provision, relaxing) + membership_cuts(query, provision)
            if any(first < cut <= last for cut in cuts):
                stretch.pop(provision.id, None)
    moved = found(slots, str(last))

    assert {name: (moved[name].verdict, moved[name].breach) for name in stretch} == stretch


@MODEST
@given(slots=queries(), day=DAYS)
def test_an_engaged_finding_gives_a_reason_for_each_condition(slots, day):
    """Direction, goods, time and exemptions each have their reason, with a source."""
    for finding in found(slots, str(day)).values():
        rules = {reason.rule for reason in finding.reasons}
        assert rules, finding.provision
        if finding.verdict == "engaged":
            assert {"side", "bound", "items", "in_force", "exemption"} <= rules
            assert all(reason.compared and reason.source for reason in finding.reasons)


@MODEST
@given(slots=queries(), day=DAYS)
def test_judging_is_deterministic_and_knows_no_order_of_regimes(slots, day):
    """The same law in another order gives the same findings."""
    query = Query(**slots, date=str(day))
    forwards = {each.provision: each for each in judge(query, regimes())}
    backwards = {each.provision: each for each in judge(query, tuple(reversed(regimes())))}

    assert forwards == backwards


@MODEST
@given(slots=queries())
def test_without_a_date_only_what_never_fits_is_not_engaged(slots):
    """An undated transfer is never engaged, unless the whole calendar is."""
    for finding in found(slots, "").values():
        assert finding.verdict in ("unknown", "not_engaged")
        assert any("neither the transfer nor its report" in r.compared for r in finding.reasons)


def test_a_contested_finding_carries_both_readings(ask):
    """The return of 2025 is engaged for those who hold it valid and not for the others."""
    finding = ask(supplier="IRN", recipient="RUS", item="arms", date="2025-12-01")["IRAN-SB-1747-5"]

    assert finding.verdict == "contested"
    assert {reading.verdict for reading in finding.readings} == {"engaged", "not_engaged"}
    denying = next(reading for reading in finding.readings if reading.verdict == "not_engaged")
    assert denying.held_by == ("RUS", "CHN", "IRN")


def test_a_year_across_an_amendment_says_which_part_would_engage_what(ask):
    """Coal in 2017: under a cap until 4 August, banned from 5 August."""
    finding = ask(
        supplier="PRK", recipient="CHN", item="fuel", designation="coal", date="2017"
    )["DPRK-2371-8"]  # fmt: skip

    assert finding.verdict == "unknown"
    spans = next(r for r in finding.reasons if r.rule == "date_spans_change")
    assert "engaged on 2017-08-05 to 2017-12-31" in spans.compared


def test_an_uncertain_date_near_a_change_is_unknown(ask):
    """About 6 March 2016 may be before 2 March; about June 2016 may not."""
    slots = {"supplier": "CHN", "recipient": "PRK", "item": "small_arms"}

    assert ask(**slots, date="2016-03-06~")["DPRK-2270-6"].verdict == "unknown"
    assert ask(**slots, date="2016-06-15~")["DPRK-2270-6"].verdict == "engaged"


def test_the_day_of_the_change_itself_is_flagged(ask):
    """On the day of adoption the hour in New York decides."""
    finding = ask(supplier="CHN", recipient="PRK", item="small_arms", date="2016-03-02")
    in_force = next(r for r in finding["DPRK-2270-6"].reasons if r.rule == "in_force")

    assert "New York" in in_force.compared


def test_a_horizon_is_unknown_and_never_lapsed(ask):
    """After the last renewal seen nobody can say."""
    found = ask(
        supplier="LBY", recipient="MLT", item="fuel", designation="crude oil", date="2029-01-01"
    )
    reasons = {r.rule: r.compared for r in found["LIBYA-2146-oil"].reasons}

    assert found["LIBYA-2146-oil"].verdict == "unknown"
    assert "last renewal seen" in reasons["in_force"]


def test_only_the_territory_is_named(ask):
    """Weapons bound for Yemen may be for the Houthis or not: unknown, with the reason."""
    slots = {"supplier": "IRN", "item": "arms", "date": "2023-01-01"}
    by_territory = ask(**slots, recipient="YEM", recipient_as="territory")["YEMEN-2624-1"]
    by_area = ask(**slots, recipient="unknown", area="YEM")["YEMEN-2624-1"]
    government = ask(**slots, recipient="YEM", recipient_as="government")["YEMEN-2624-1"]

    assert [each.verdict for each in (by_territory, by_area)] == ["unknown", "unknown"]
    assert government.verdict == "not_engaged"
    assert "not the government" in government.reasons[-1].compared


def test_delivery_into_libya_counts_whoever_gets_it(ask):
    """A foreign company's men in Libya are recipients there; the same men elsewhere are not."""
    slots = {"supplier": "RUS", "recipient": "wagner", "item": "aircraft", "date": "2020-06-01"}

    assert ask(**slots, area="LBY")["LIBYA-1970-9"].verdict == "engaged"
    assert "LIBYA-1970-9" not in ask(**slots, area="MLI")


def test_what_stays_within_libya_is_not_called_a_supply_to_it(ask):
    """Arms from the authorities to the eastern forces: whether a border was crossed is not told."""
    found = ask(supplier="LBY", recipient="haftar", item="arms", date="2019-06-01")

    assert found["LIBYA-1970-9"].verdict == "unknown"


def test_the_breach_says_what_was_missing(ask):
    """Prohibited, approval not sought, notice not given: each by the exemption of its day."""
    to_libya = {"supplier": "QAT", "recipient": "LBY", "item": "small_arms"}

    assert ask(**to_libya, date="2011-06-01")["LIBYA-1970-9"].breach == "exemption_not_sought"
    assert ask(**to_libya, date="2012-06-01")["LIBYA-1970-9"].breach == "notice_missing"
    assert ask(**to_libya, date="2015-06-01")["LIBYA-1970-9"].breach == "exemption_not_sought"
    prohibited = ask(supplier="PRK", recipient="SYR", item="arms", date="2012-01-01")
    assert prohibited["DPRK-1874-9"].breach == "prohibited"
    capped = ask(
        supplier="CHN", recipient="PRK", item="fuel", designation="diesel", date="2020-01-01"
    )
    assert (capped["DPRK-2397-5"].verdict, capped["DPRK-2397-5"].breach) == (
        "unknown",
        "cap_exceeded",
    )
