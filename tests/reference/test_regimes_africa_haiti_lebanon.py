"""The embargoes on Somalia, Eritrea, Darfur, South Sudan, CAR, DRC, Haiti and Lebanon as data."""

import csv
import datetime as dt

import pytest

from embargo_watch.reference.areas import areas, state_of
from embargo_watch.reference.parties import parties
from embargo_watch.reference.regimes import regimes

ROWS = {
    "SOMALIA": 10, "ERITREA": 2, "SUDAN_DARFUR": 3, "SOUTH_SUDAN": 3, "CAR": 3, "DRC": 4,
    "HAITI": 4, "HAITI_1993": 1, "LEBANON": 1,
}  # fmt: skip
REGIMES = {regime.id: regime for regime in regimes() if regime.id in ROWS}
PROVISIONS = {p.id: p for regime in REGIMES.values() for p in regime.provisions}

FIRST_END = {
    "CAR-2127-54": "2014-12-05", "CAR-2693": "2024-08-01", "CAR-2745-2": "2025-08-01",
    "DRC-1493-20": "2004-07-28", "DRC-1596-1": "2005-08-01", "DRC-1807-1": "2009-01-01",
    "DRC-1807-5": "2009-01-01", "HTI-2653-11": "2023-10-21", "HTI-2699-14": "2024-10-02",
    "HTI-2752-2": "2025-10-18", "SOM-sea": "2015-10-24", "SSD-2428-4": "2019-06-01",
}  # fmt: skip
"""The end that the first paragraph set itself, as the first day after; others set none."""

ADDED = {"HTI-2653-11-benefit", "SOM-2093-38"}
"""Provisions that the table tells only within another row; the reason is in corrections.csv."""

GAPS = {("SOM-sea", "S/RES/2662 (2022)")}
"""Renewals adopted after the last end: 2607 OP5 ran to 15 November 2022, 2662 is of the 17th."""

SUSPENDED = {"HTI-841-5": (dt.date(1993, 8, 27), dt.date(1993, 10, 19))}

TEXT_CORRECTIONS = {
    "ERI-1907-5": ("2060 OP11", "the table has 2111 OP13, a year later, for protective clothing"),
    "DRC-1807-1": ("since 23 June 2016 anything else", "Committee approval is new in 2293 OP3(d)"),
    "SOM-733-5": ("1851 OP11", "the table leaves out the exemption for forces against piracy"),
    "CAR-2127-54": ("2262 OP1(b)", "the table has the easing begin with 2488, over three years on"),
}
"""Where the official texts gave an exemption otherwise than the table: words that must stand."""


def test_every_row_of_the_shared_table_is_a_provision(shared):
    """29 rows, each under its own id; dates and ends are held against it in test_regimes."""
    path = shared / "law" / "regimes.csv"
    if not path.is_file():
        pytest.skip("needs ../shared: law/regimes.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["regime_id"] in ROWS]

    assert {row["provision_id"]: row["regime_id"] for row in rows} == {
        p.id: p.regime for p in PROVISIONS.values() if p.id not in ADDED
    }
    assert {name: len(regime.provisions) for name, regime in REGIMES.items()} == ROWS


@pytest.mark.parametrize("name", PROVISIONS)
def test_each_renewal_comes_in_time_and_the_last_sets_the_end(name):
    """No renewal is later than the end before it, and the last end is the provision's own."""
    provision = PROVISIONS[name]
    end = dt.date.fromisoformat(FIRST_END[name]) if name in FIRST_END else None
    for change in (c for c in provision.changes if c.until):
        if change.how == "renewed":
            assert change.until > change.on
            assert end is None or change.on <= end or (name, change.instrument) in GAPS
        else:
            assert change.until == change.on, "an ending holds from its own day"
        end = change.until

    assert end == provision.until


@pytest.mark.parametrize("name", PROVISIONS)
def test_the_changes_stand_in_their_order_and_in_known_instruments(name):
    """A change is after the provision, cites an instrument of the regime and one of its days."""
    provision = PROVISIONS[name]
    adopted = {i.id: i.adopted for i in REGIMES[provision.regime].instruments}
    days = [change.on for change in provision.changes]

    assert days == sorted(days)
    assert all(provision.adopted <= day for day in days)
    for change in provision.changes:
        assert change.paragraph
        assert adopted[change.instrument] <= change.on
        later = "took effect" in change.note or "in force again" in change.note
        assert adopted[change.instrument] == change.on or later


def test_the_embargo_of_1993_says_when_it_was_suspended():
    """An end and a renewal with days between them are a suspension."""
    for name, (since, until) in SUSPENDED.items():
        ended, renewed = PROVISIONS[name].changes[:2]
        assert (ended.how, ended.on, ended.until) == ("ended", since, since)
        assert (renewed.how, renewed.on) == ("renewed", until)


@pytest.mark.parametrize(
    ("name", "kind", "target_type"),
    [
        ("SDN-1556-7", "ban", "non_governmental"),
        ("SDN-1591-7", "ban", "belligerents"),
        ("SDN-1945-10", "duty", "state"),
        ("SSD-2428-4", "ban", "territory"),
        ("SSD-2683-2", "exemption", "territory"),
        ("CAR-2127-54", "ban", "territory"),
        ("CAR-2693", "ban", "all_but_government"),
        ("CAR-2745-2", "ban", "non_governmental"),
        ("DRC-1493-20", "ban", "non_governmental"),
        ("DRC-1596-1", "ban", "territory"),
        ("DRC-1807-1", "ban", "non_governmental"),
        ("DRC-1807-5", "duty", "government"),
        ("SOM-733-5", "ban", "territory"),
        ("SOM-733-partial", "ban", "all_but_government"),
        ("SOM-2093-38", "duty", "government"),
        ("SOM-2713-arms", "ban", "all_but_government"),
        ("SOM-1844-7", "ban", "listed_persons"),
        ("SOM-2714-1", "lifting", "state"),
        ("SOM-2776-39", "ban", "group"),
        ("HTI-2653-11", "ban", "listed_persons"),
        ("HTI-2752-2", "ban", "all_but_government"),
        ("LBN-1701-15", "ban", "all_but_government"),
        ("ERI-1907-6", "ban", "state"),
    ],
)
def test_whom_a_provision_means(name, kind, target_type):
    """Darfur is not Sudan, and the governments of CAR, DRC and Somalia are no targets today."""
    assert (PROVISIONS[name].kind, PROVISIONS[name].target_type) == (kind, target_type)


def test_only_who_is_a_target_is_named_as_one():
    """A ban that spares the state does not name it, and every id is a party at home there."""
    for provision in PROVISIONS.values():
        territory = REGIMES[provision.regime].territory
        for party in provision.target:
            at_home = parties()[party].territory_of == territory
            assert party == territory or at_home, (provision.id, party)
        if provision.target_type in ("non_governmental", "group", "listed_persons"):
            assert territory not in provision.target, provision.id


def test_the_areas_lie_in_the_regime_s_territory():
    """An area that the file names is known, and in the state of the regime."""
    for provision in PROVISIONS.values():
        for area in provision.areas:
            assert area in areas()
            assert state_of(area) == REGIMES[provision.regime].territory
    assert PROVISIONS["SDN-1556-7"].areas == PROVISIONS["SDN-1591-7"].areas == ("darfur",)
    assert PROVISIONS["SDN-1945-10"].areas == ()


def test_who_is_listed_since_when():
    """Al-Shabaab since 12 April 2010; of Haiti's gangs one leader, not the gangs."""
    listed = {p.id: [(each.party, each.since) for each in p.listed] for p in PROVISIONS.values()}

    assert {name: days for name, days in listed.items() if days} == {
        "SOM-1844-7": [("al-shabaab", dt.date(2010, 4, 12))],
        "HTI-2653-11": [("jimmy-cherizier", dt.date(2022, 10, 21))],
    }


@pytest.mark.parametrize(("name", "words"), [(k, v[0]) for k, v in TEXT_CORRECTIONS.items()])
def test_what_the_official_texts_corrected(name, words):
    """Where table and text differ, the exemption says what the text says."""
    assert words in PROVISIONS[name].exemptions
