"""How many UN arms embargoes stood, held against the docs page and SIPRI's published counts."""

import csv
import datetime as dt
import itertools
import re

import pytest
import yaml

from embargo_watch.judge.counts import arms_embargoes, by_year
from embargo_watch.reference.regimes import parse_regime, regimes

PAGE = "docs/embargoes-per-year.md"
YEARS = range(2006, 2027)
ONE = """
regime: TST
name: Testland
layer: UN
parties: [TST]
instruments:
  - {id: S/RES/1 (2001), adopted: 2001-03-01}
provisions:
  - id: TST-1
    instrument: S/RES/1 (2001)
    paragraph: "1"
    text: no arms to Testland
    kind: ban
    force: mandatory
    adopted: 2001-03-01
    from: 2001-03-01
    until: 2001-09-01
    until_kind: lifted
    direction: to_target
    bound: all States
    target_type: state
    target: [TST]
    target_text: Testland
    area: whole country
    items: [arms_all]
    confidence: V
    source: [S/RES/1 (2001) 1]
"""


def ids(found):
    """The ids of regimes, in their order."""
    return [regime.id for regime in found]


def on(day):
    """The ids of the embargoes of one ISO day."""
    return ids(arms_embargoes(regimes(), dt.date.fromisoformat(day)))


@pytest.fixture
def testland():
    """A maker of a regime with one provision, changed as the test says."""

    def make(layer="UN", **fields):
        content = yaml.safe_load(ONE)
        content["layer"] = layer
        content["provisions"][0] |= fields
        return parse_regime("tst.yaml", content)

    return make


def test_thirteen_embargoes_stood_in_the_middle_of_2012():
    """SIPRI's count for that year, by name."""
    assert on("2012-06-30") == [
        "COTE_DIVOIRE", "DPRK", "DRC", "ERITREA", "IRAN", "IRAQ", "ISIL_ALQAIDA", "LEBANON",
        "LIBERIA", "LIBYA", "SOMALIA", "SUDAN_DARFUR", "TALIBAN",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("regime", "last_without", "first_with"),
    [
        ("DPRK", "2006-10-13", "2006-10-14"),
        ("LIBYA", "2011-02-25", "2011-02-26"),
        ("YEMEN", "2015-04-13", "2015-04-14"),
        ("HAITI", "2022-10-20", "2022-10-21"),
        ("IRAN", "2025-09-27", "2025-09-28"),
    ],
)
def test_an_embargo_counts_from_its_first_day(regime, last_without, first_with):
    """The day of adoption, or of entry into force, and not the day before."""
    assert regime not in on(last_without)
    assert regime in on(first_with)


@pytest.mark.parametrize(
    ("regime", "last_with", "first_without"),
    [
        ("RWANDA", "2008-07-09", "2008-07-10"),
        ("SIERRA_LEONE", "2010-09-28", "2010-09-29"),
        ("COTE_DIVOIRE", "2016-04-27", "2016-04-28"),
        ("LIBERIA", "2016-05-24", "2016-05-25"),
        ("ERITREA", "2018-11-13", "2018-11-14"),
        ("IRAN", "2023-10-17", "2023-10-18"),
    ],
)
def test_an_embargo_counts_up_to_its_last_day(regime, last_with, first_without):
    """The day of the lifting resolution is the first without it."""
    assert regime in on(last_with)
    assert regime not in on(first_without)


def test_a_split_list_is_two_embargoes_and_a_change_of_text_none():
    """The Taliban count without a gap when their list is split off, Liberia through 2009."""
    for day in ("2011-06-16", "2011-06-17"):
        assert {"ISIL_ALQAIDA", "TALIBAN"} <= set(on(day))
    for day in ("2009-12-16", "2009-12-17"):
        assert "LIBERIA" in on(day)


def test_embargoes_of_others_do_not_count(testland):
    """The European Union's on China or Russia is no UN embargo."""
    assert not [name for name in on("2024-01-01") if name.startswith(("EU_", "US_", "UK"))]
    assert not arms_embargoes([testland(layer="EU")], dt.date(2001, 6, 1))


@pytest.mark.parametrize(
    ("fields", "counts"),
    [
        ({}, True),
        ({"items": ["bm_items"]}, True),
        ({"items": ["uav_300km"]}, True),
        ({"items": ["arms_all!salw"]}, True),
        ({"items": ["coal"]}, False),
        ({"items": ["luxury", "crude_oil"]}, False),
        ({"kind": "exemption"}, False),
        ({"kind": "call"}, False),
        ({"kind": "inspection", "items": ["inspection"]}, False),
    ],
)
def test_only_a_ban_on_arms_makes_an_arms_embargo(testland, fields, counts):
    """Coal, luxury goods, exemptions and calls make none."""
    found = arms_embargoes([testland(**fields)], dt.date(2001, 6, 1))

    assert bool(found) is counts


def test_past_its_last_renewal_an_embargo_still_counts(testland):
    """A horizon is no end; an expiry is."""
    day = dt.date(2002, 1, 1)

    assert arms_embargoes([testland(until_kind="horizon")], day)
    assert not arms_embargoes([testland(until_kind="expired")], day)


def test_a_contested_embargo_counts(testland):
    """One side holds that it stands, so nobody may count it out."""
    held = [
        {"reading": "yes", "held_by": ["A"], "until": dt.date(2003, 1, 1)},
        {"reading": "no", "held_by": ["B"], "applies": False},
    ]

    assert arms_embargoes([testland(contested="whether", readings=held)], dt.date(2002, 6, 1))


def test_a_year_tells_what_came_and_went_within_it(testland):
    """From March to September: on some day, not at the end."""
    before, within, after = by_year([testland()], [2000, 2001, 2002])

    assert (before.any_day, before.at_end, after.any_day) == ((), (), ())
    assert ids(within.any_day) == ids(within.came) == ids(within.went) == ["TST"]
    assert within.at_end == ()


def test_years_follow_from_one_another():
    """What stood at the end of a year, less what went, and what came, is the next year."""
    years = by_year(regimes(), YEARS)
    for last, this in itertools.pairwise(years):
        assert set(this.any_day) - set(this.came) == set(last.at_end), this.year
        assert set(this.at_end) == set(this.any_day) - set(this.went), this.year


def test_the_page_holds_the_table(root):
    """Each row of the docs page is what the law gives."""
    page = (root / PAGE).read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d{4}) \| (\d+) \| (\d+) \| ([^|]+) \| ([^|]+) \|$", page, re.M)
    told = {
        int(year): (int(some), int(end), came.strip(), went.strip())
        for year, some, end, came, went in rows
        if not re.fullmatch(r"-?\d+", came.strip())
    }
    held = {
        each.year: (
            len(each.any_day),
            len(each.at_end),
            ", ".join(ids(each.came)) or "–",
            ", ".join(ids(each.went)) or "–",
        )
        for each in by_year(regimes(), YEARS)
    }

    assert told == held
    before = re.search(r"31 December 2005 there were ten: ([^.]+)\.", page)
    assert before is not None
    assert re.split(r",\s+", before.group(1)) == on("2005-12-31")


def test_the_page_explains_each_difference_from_sipri(root, shared):
    """Every year that SIPRI's counts are at hand for, with the difference and a reason."""
    path = shared / "law" / "sipri_counts.csv"
    if not path.is_file():
        pytest.skip("needs ../shared: law/sipri_counts.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        sipri = {int(row["year"]): int(row["un"]) for row in csv.DictReader(stream)}
    page = (root / PAGE).read_text(encoding="utf-8")
    pattern = r"^\| (\d{4}) \| (\d+) \| (\d+) \| (-?\d+) \| (.+) \|$"
    told = {int(row[0]): (*map(int, row[1:4]), row[4]) for row in re.findall(pattern, page, re.M)}

    assert set(told) == set(sipri)
    for count in by_year(regimes(), sorted(sipri)):
        theirs, ours, difference, why = told[count.year]
        assert (theirs, ours) == (sipri[count.year], len(count.any_day))
        assert difference == ours - theirs
        assert why.strip()


def test_two_regimes_of_one_list_are_the_difference(shared):
    """Counted as one before they were split, Al-Qaida and the Taliban leave SIPRI's numbers."""
    path = shared / "law" / "sipri_counts.csv"
    if not path.is_file():
        pytest.skip("needs ../shared: law/sipri_counts.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        sipri = {int(row["year"]): int(row["un"]) for row in csv.DictReader(stream)}
    for count in by_year(regimes(), sorted(sipri)):
        one_list = count.year < 2011 and {"ISIL_ALQAIDA", "TALIBAN"} <= set(ids(count.any_day))
        assert len(count.any_day) - one_list == sipri[count.year], count.year
