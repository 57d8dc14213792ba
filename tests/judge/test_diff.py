"""The law of two days differs by what began, ended or was changed between them, and no more."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.judge.diff import law_diff
from embargo_watch.judge.standing import standing
from embargo_watch.reference.regimes import parse_regime, regimes

DAY = dt.date
DAYS = st.dates(DAY(1990, 1, 1), DAY(2027, 12, 31))


@pytest.fixture
def made():
    """A function that makes a regime of one provision out of the fields that matter."""

    def regime(**fields):
        provision = {
            "id": "MOON-1-1", "instrument": "S/RES/1 (2001)", "paragraph": "1", "text": "no arms",
            "kind": "ban", "force": "mandatory", "adopted": DAY(2001, 1, 1),
            "from": DAY(2001, 1, 1), "until_kind": "open", "direction": "to_target",
            "bound": "all States", "target_type": "territory", "target": ["SOM"],
            "target_text": "the Moon", "area": "all of it", "items": ["arms_all"],
            "confidence": "V", "source": ["text"],
        }  # fmt: skip
        return parse_regime(
            "moon.yaml",
            {
                "regime": "MOON", "name": "Moon", "layer": "UN", "parties": ["SOM", "al-shabaab"],
                "instruments": [{"id": "S/RES/1 (2001)", "adopted": DAY(2001, 1, 1)}],
                "provisions": [provision | fields],
            },
        )  # fmt: skip

    return regime


def told(regime, first="2000-01-01", second="2030-01-01"):
    """(day, how, citation) of each difference between two days."""
    found = law_diff([regime], DAY.fromisoformat(first), DAY.fromisoformat(second))
    return [(str(each.on), each.how, each.citation) for each in found]


def test_a_provision_begins_by_its_own_paragraph(made):
    """The first day on which it applies belongs to the later law, the day before does not."""
    assert told(made()) == [("2001-01-01", "began", "S/RES/1 (2001), 1")]
    assert told(made(), "2000-12-31", "2001-01-01") == [
        ("2001-01-01", "began", "S/RES/1 (2001), 1")
    ]
    assert told(made(), "2001-01-01", "2002-01-01") == []
    assert told(made(), "2000-01-01", "2000-12-31") == []


def test_a_chain_of_renewals_is_told_link_by_link(made):
    """Each renewal with its paragraph and its end; after the last one nothing is known."""
    renewed = [
        {"on": DAY(year, 1, 1), "instrument": f"S/RES/{year} ({year})", "paragraph": "2",
         "how": "renewed", "until": DAY(year + 1, 1, 1)}
        for year in (2002, 2003)
    ]  # fmt: skip
    regime = made(changes=renewed, until=DAY(2004, 1, 1), until_kind="horizon")

    assert told(regime, "2001-01-01") == [
        ("2002-01-01", "renewed", "S/RES/2002 (2002), 2"),
        ("2003-01-01", "renewed", "S/RES/2003 (2003), 2"),
        ("2004-01-01", "last_renewal_ran_out", "S/RES/2003 (2003), 2"),
    ]
    found = law_diff([regime], DAY(2002, 6, 1), DAY(2003, 6, 1))
    assert [each.until for each in found] == [DAY(2004, 1, 1)]


def test_what_expired_ends_by_the_paragraph_that_set_the_day(made):
    """Nobody lifted it: its own paragraph, or the last renewal, had said how long."""
    assert told(made(until=DAY(2003, 1, 1), until_kind="expired"))[-1] == (
        "2003-01-01", "ended", "S/RES/1 (2001), 1",
    )  # fmt: skip


def test_a_lifting_is_told_once_as_the_end(made):
    """The change that lifts and the provision's `until` are one event."""
    lifted = {"on": DAY(2003, 1, 1), "instrument": "S/RES/9 (2003)", "paragraph": "3",
              "how": "lifted", "note": "peace came"}  # fmt: skip
    regime = made(changes=[lifted], until=DAY(2003, 1, 1), until_kind="lifted")
    found = law_diff([regime], DAY(2002, 1, 1), DAY(2004, 1, 1))

    assert [(each.how, each.citation, each.told) for each in found] == [
        ("ended", "S/RES/9 (2003), 3", "lifted: peace came")
    ]


def test_an_end_without_its_paragraph_says_only_the_words(made):
    """The data name no paragraph, so none is claimed."""
    (found,) = law_diff(
        [made(until=DAY(2003, 1, 1), until_kind="lifted", changed_by="a later decision")],
        DAY(2002, 1, 1),
        DAY(2004, 1, 1),
    )

    assert (found.citation, found.told) == ("", "lifted: a later decision")


def test_listings_caps_items_and_grace_are_told(made):
    """What came and went inside a provision that stands all along."""
    regime = made(
        target_type="listed_persons",
        target=["al-shabaab"],
        listed=[{"party": "al-shabaab", "from": DAY(2010, 4, 12), "until": DAY(2012, 1, 1)}],
        items=["arms_all", "coal"],
        items_since={"coal": DAY(2005, 1, 1)},
        grace={"until": DAY(2001, 2, 1), "condition": "earlier contracts"},
        caps=[
            {"items": ["coal"], "amount": 5, "unit": "tonne", "from": DAY(2006, 1, 1),
             "until": DAY(2007, 1, 1), "period": "year", "text": "five", "source": "S"}
        ],
    )  # fmt: skip

    assert [(day, how) for day, how, _ in told(regime, "2001-01-01")] == [
        ("2001-02-01", "grace_ended"), ("2005-01-01", "widened"), ("2006-01-01", "cap_began"),
        ("2007-01-01", "cap_ended"), ("2010-04-12", "listed"), ("2012-01-01", "delisted"),
    ]  # fmt: skip


def test_a_side_that_holds_another_end_is_told(made):
    """On one reading it ended two weeks later: that day is a difference of its own."""
    readings = [
        {"reading": "as written", "held_by": ["USA"]},
        {"reading": "two weeks on", "held_by": ["RUS"], "until": DAY(2003, 1, 15)},
    ]
    regime = made(
        until=DAY(2003, 1, 1), until_kind="lifted", contested="the end", readings=readings
    )

    assert [how for _, how, _ in told(regime, "2002-01-01")] == ["ended", "reading_ended"]


def test_what_was_superseded_before_it_began_never_began(made):
    """The refined-petroleum cap of 2 million barrels, for one."""
    assert told(made(until=DAY(2001, 1, 1), until_kind="superseded_before_start")) == []


def test_a_later_first_day_is_refused(made):
    """There is no law of yesterday's changes read backwards."""
    with pytest.raises(ValueError, match="2001-01-01 is before 2002-01-01"):
        law_diff([made()], DAY(2002, 1, 1), DAY(2001, 1, 1))


@given(days=st.tuples(DAYS, DAYS, DAYS))
@settings(max_examples=40, deadline=None)
def test_differences_add_up_over_adjoining_spells(days):
    """From a to b and from b to c is from a to c, nothing twice and nothing lost."""
    first, middle, last = sorted(days)
    law = regimes()

    assert law_diff(law, first, middle) + law_diff(law, middle, last) == law_diff(law, first, last)


@given(days=st.tuples(DAYS, DAYS))
@settings(max_examples=40, deadline=None)
def test_no_difference_means_the_same_standing(days):
    """A provision that no difference names stands on both days alike."""
    first, second = sorted(days)
    named = {each.provision for each in law_diff(regimes(), first, second)}
    for regime in regimes():
        for provision in regime.provisions:
            if provision.id not in named:
                before = standing(provision, str(first))
                assert before == standing(provision, str(second)), provision.id


def test_every_difference_of_the_bundled_law_names_a_provision_and_says_something():
    """From before the first resolution to after the last."""
    known = {provision.id for regime in regimes() for provision in regime.provisions}
    found = law_diff(regimes(), DAY(1900, 1, 1), DAY(2100, 1, 1))

    assert {each.provision for each in found} <= known
    assert all(each.told for each in found)
