"""What later resolutions did to a provision: each change dated, and the chain without a gap."""

import datetime as dt
import itertools
import re

import pytest

from embargo_watch.reference.regimes import regimes

ENDINGS = ("lifted", "ended", "replaced", "narrowed")
ENDED = ("lifted", "expired", "superseded", "narrowed")
ONE_DAY = dt.timedelta(days=1)

UN = [(regime, each) for regime in regimes() if regime.layer == "UN" for each in regime.provisions]
NAMES = [provision.id for _, provision in UN]


OVER = (
    "ANGOLA_UNITA", "COTE_DIVOIRE", "ETHIOPIA_ERITREA", "FRY_KOSOVO", "IRAQ", "LIBERIA", "RWANDA",
    "SIERRA_LEONE", "SOUTH_AFRICA", "TALIBAN", "YUGOSLAVIA_91",
)  # fmt: skip
"""Regimes of which every provision that is over names the paragraph that ended it."""

GAPS = (("SOM-sea", "2022-11-16"),)
"""The one day on which the Council was late: 2607 ended, 2662 came the next day."""

ALL = pytest.mark.parametrize(("regime", "provision"), UN, ids=NAMES)


@ALL
def test_a_change_takes_effect_when_its_instrument_is_adopted_or_later(regime, provision):
    """A renewal stands on the day of adoption; an end may have been decided long before."""
    adopted = {instrument.id: instrument.adopted for instrument in regime.instruments}
    for change in provision.changes:
        day = adopted.get(change.instrument, change.on)
        assert change.on >= day, change
        assert change.on == day or change.how in ENDINGS or regime.id not in OVER, change
    days = [change.on for change in provision.changes]
    assert days == sorted(days) or regime.id not in OVER


@ALL
def test_renewals_follow_each_other_without_a_gap(regime, provision):
    """Each is decided before the one before it runs out, and the last reaches the end."""
    renewals = [each for each in provision.changes if each.how == "renewed" and each.until]
    for earlier, later in itertools.pairwise(renewals):
        if (provision.id, earlier.until.isoformat()) not in GAPS:
            assert later.on <= earlier.until <= later.until, (earlier, later)
    if renewals and provision.until and provision.until_kind in (*ENDED, "horizon"):
        assert provision.until <= renewals[-1].until
    if renewals and provision.until_kind == "horizon":
        assert provision.until == renewals[-1].until


@ALL
def test_no_change_comes_after_the_end(regime, provision):
    """Nor before the beginning, and no change sets an end later than the provision's own."""
    for change in provision.changes:
        assert change.on >= provision.adopted, change
        if provision.until and provision.until_kind in ENDED and regime.id in OVER:
            assert change.on <= provision.until, change
            if change.how in ENDINGS and change.until:
                assert change.until <= provision.until, change


def test_an_end_rests_on_a_paragraph():
    """Of the embargoes that are over, every provision names what ended it."""
    for regime, provision in UN:
        if regime.id in OVER and provision.until_kind in ENDED:
            ends = [each.until for each in provision.changes if each.how in ENDINGS]
            assert provision.until in ends, provision.id


@ALL
def test_the_instruments_were_adopted_on_the_days_of_the_official_texts(regime, provision, shared):
    """The day in each official text since 2000 is the day in the file."""
    folder = shared / "law" / "resolutions"
    if not folder.is_dir():
        pytest.skip("needs ../shared: law/resolutions")
    for instrument in regime.instruments:
        number, year = re.fullmatch(r"S/RES/(\d+) \((\d{4})\)", instrument.id).groups()
        path = folder / year / f"S_RES_{number}.xml"
        if path.is_file():
            head = path.read_text(encoding="utf-8")[:3000]
            told = re.search(r'FRBRdate date="([\d-]+)" name="adoption"', head)
            assert told is not None
            assert told.group(1) == instrument.adopted.isoformat(), instrument.id


@pytest.mark.parametrize(
    ("provision_id", "code", "last_with", "first_without"),
    [
        ("CIV-1572", "training", "2012-04-25", "2012-04-26"),
        ("CIV-1572", "arms_all", "2014-04-28", "2014-04-29"),
        ("SLE-1132", "petroleum", "1998-03-15", "1998-03-16"),
        ("LBR-1903-6", "arms_all", "2013-12-09", "2013-12-10"),
    ],
)
def test_a_code_that_fell_away_has_its_day(provision_id, code, last_with, first_without):
    """Training for Ivorian forces is free from 26 April 2012, non-lethal kit from 29 April 2014."""
    provision = next(each for _, each in UN if each.id == provision_id)
    fell = provision.items_until[code]

    assert fell == dt.date.fromisoformat(first_without)
    assert fell - ONE_DAY == dt.date.fromisoformat(last_with)


def test_days_of_codes_are_about_codes_that_the_provision_has():
    """A day for a code that is not among its items and services would be read by nobody."""
    for _, provision in UN:
        codes = {*provision.items, *provision.services}
        assert set(provision.items_since) <= codes, provision.id
        assert set(provision.items_until) <= codes, provision.id
        for day in (*provision.items_since.values(), *provision.items_until.values()):
            assert provision.since <= day, provision.id


def test_parties_on_a_list_are_parties_of_the_provision():
    """Nobody is on a list before the provision or after it, or is none of its targets."""
    for regime in regimes():
        for provision in regime.provisions:
            for entry in provision.listed:
                assert entry.party in provision.target, (provision.id, entry.party)
                assert entry.since >= provision.since, (provision.id, entry.party)
                assert entry.until is None or entry.since < entry.until


@pytest.mark.parametrize(
    ("provision_id", "party", "since", "until"),
    [
        ("AQ-1267-arms", "al-qaida", "2002-01-16", None),
        ("AQ-1267-arms", "isil", "2014-06-17", None),
        ("AQ-1267-arms", "boko-haram", "2014-05-22", None),
        ("TAL-1390-2c", "taliban", "2002-01-16", "2011-06-17"),
        ("TAL-1988-1c", "taliban", "2011-06-17", None),
        ("US-1261", "RUS", "2021-03-18", None),
        ("US-1261", "NIC", "2024-03-15", None),
        ("UK-SAMLA", "RUS", "2020-12-31", None),
    ],
)
def test_lists_hold_the_days_that_sources_give(provision_id, party, since, until):
    """Each listing with its first day and, for the Taliban, the day they left the common list."""
    every = {each.id: each for regime in regimes() for each in regime.provisions}
    entry = next(each for each in every[provision_id].listed if each.party == party)

    assert entry.since.isoformat() == since
    assert (entry.until and entry.until.isoformat()) == until


def test_those_not_checked_are_left_out():
    """The table says "not checked" of these: no verdict on them rests on a guess."""
    every = {each.id: each for regime in regimes() for each in regime.provisions}

    assert not {"MMR", "SYR", "ZWE", "VEN", "CHN"} & set(every["UK-SAMLA"].target)
    assert "al-shabaab" not in every["AQ-1267-arms"].target


@pytest.mark.parametrize(
    ("layer", "binds"), [("EU", ("eu",)), ("UK", ("GBR",)), ("US", ("USA",)), ("UN", ())]
)
def test_each_layer_binds_its_own(layer, binds):
    """A Union embargo binds its members, the Council's bind all States."""
    for regime in regimes():
        if regime.layer == layer:
            for provision in regime.provisions:
                assert provision.binds == binds, provision.id
                assert provision.nexus or layer == "UN", provision.id


def test_a_political_declaration_is_no_ban():
    """The Union's declaration on China asks; it cannot be breached like a ban."""
    every = {each.id: each for regime in regimes() for each in regime.provisions}

    assert every["EU-CHN"].kind == "call"
    assert every["EU-RUS"].kind == "ban"
