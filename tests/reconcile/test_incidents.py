"""Dated occasions within a flow, told by several documents."""

import random

import pytest

from embargo_watch.model.claim import Quantity
from embargo_watch.model.ledger import FlowKey, incident_id
from embargo_watch.reconcile.incidents import incidents
from embargo_watch.reconcile.voices import Setting

KEY = FlowKey("PRK", "RUS", "missiles")


@pytest.fixture
def occasions(make_entry, family):
    """A function from the slots of claims to the occasions that they tell of."""

    def find(*told):
        entries = [make_entry(number, **slots) for number, slots in enumerate(told)]
        return incidents(entries, KEY, Setting(family=family))

    return find


def sizes(found):
    """The date of each occasion and how many claims tell of it."""
    return [(one.date, len(one.claims)) for one in found]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # The same day is the same occasion, another day another.
        (["2023-12-30", "2023-12-30", "2024-01-02"], [("2023-12-30", 2), ("2024-01-02", 1)]),
        # A month that holds one known day may well mean it; with two days nobody can tell.
        (["2023-12", "2023-12-30"], [("2023-12-30", 2)]),
        (["2023-12", "2023-12-30", "2023-12-05"],
         [("2023-12", 1), ("2023-12-05", 1), ("2023-12-30", 1)]),
        # A longer date fits what is shorter, a day before it does not.
        (["2023-12-28/2024-01-02", "2024-01-02"], [("2024-01-02", 2)]),
        (["2023-12-28/2023-12-30", "2024-01-02"],
         [("2023-12-28/2023-12-30", 1), ("2024-01-02", 1)]),
        # A year, an open range or no date at all names no occasion.
        (["2023", "2023-08/..", "", "2023-08/2023-11"], []),
        (["2023-12-30~", "2023-12-30"], [("2023-12-30", 2)]),
    ],
)  # fmt: skip
def test_by_date(occasions, told, expected):
    """Claims dated to the month or better are brought together by what their dates may be."""
    found = occasions(*({"date": date} for date in told))

    assert sorted(sizes(found)) == sorted(expected)


def test_kinds_are_kept_apart(occasions):
    """A use and a transfer on one day are two occasions."""
    found = occasions({"date": "2023-12-30"}, {"date": "2023-12-30", "kind": "use"})

    assert [one.kind for one in found] in (["transfer", "use"], ["use", "transfer"])


def test_places_are_kept_apart(occasions):
    """Two towns on one day are two occasions; a fuller name of one town is not another."""
    day = {"date": "2023-12-30"}
    two = occasions(day | {"place": "Kharkiv"}, day | {"place": "Kyiv"}, day)
    one = occasions(day | {"place": "Kharkiv"}, day | {"place": "the city of Kharkiv"}, day)

    assert sorted(found.place for found in two) == ["", "Kharkiv", "Kyiv"]
    assert [(found.place, len(found.claims)) for found in one] == [("the city of Kharkiv", 3)]


@pytest.mark.parametrize(("status", "expected"), [("denied", []), ("prospective", [])])
def test_what_is_only_denied_or_planned_is_no_occasion(occasions, status, expected):
    """Nothing is known to have happened."""
    assert sizes(occasions({"date": "2023-12-30", "status": status})) == expected


def test_a_denial_of_the_day_stands_inside(occasions):
    """Who denies the occasion is heard with those who tell of it."""
    (found,) = occasions(
        {"date": "2023-12-30", "speakers": ("USA",)},
        {"date": "2023-12-30", "status": "denied", "speakers": ("RUS",)},
    )

    assert [(v.origin, v.stance) for v in found.voices] == [("USA", "asserts"), ("RUS", "denies")]


def test_undated_interdictions_told_close_in_time(occasions):
    """Reports of a seizure follow each other within days; a month later it is another one."""
    seized = {"kind": "interdiction"}
    found = occasions(
        *(seized | {"published": day} for day in ("2023-01-10", "2023-01-12", "2023-02-20"))
    )

    assert sizes(found) == [("../2023-01-10", 2), ("../2023-02-20", 1)]


def test_an_undated_report_joins_the_dated_seizure(occasions):
    """Told within a week of the only known date, it is that one; told before it, it is not."""
    seized = {"kind": "interdiction"}
    dated = seized | {"date": "2023-01-06", "published": "2023-01-10"}

    assert sizes(occasions(dated, seized | {"published": "2023-01-11"})) == [("2023-01-06", 2)]
    assert len(occasions(dated, seized | {"published": "2023-01-05"})) == 2


def test_numbers_stand_side_by_side(occasions):
    """Three counts of one consignment are kept with who gives them, none averaged."""
    counts = [("47", "USA"), ("48", "KOR"), ("almost 50", "UKR")]
    (found,) = occasions(
        *(
            {
                "date": "2023-12-30",
                "speakers": (who,),
                "quantity": Quantity(text=text, min=None, max=None, unit="missiles"),
            }
            for text, who in counts
        )
    )

    assert sorted(found.quantities) == sorted(counts)


def test_an_incident_is_named_after_its_first_member(make_entry, family):
    """First by publication, whatever the order in which claims come."""
    late = make_entry(1, date="2023-12-30", published="2024-01-20")
    early = make_entry(2, date="2023-12-30", published="2024-01-02")
    (found,) = incidents([late, early], KEY, Setting(family=family))

    assert found.id == incident_id(KEY.id, early.claim.id)
    assert found.claims == (early.claim.id, late.claim.id)


def test_order_does_not_matter(make_entry, family):
    """Shuffled claims give the same occasions."""
    dates = ["2023-12-30", "2023-12", "2023-12-28/2024-01-02", "2024-01-02", "", "2023"]
    places = ["", "Kharkiv", "Kyiv", "the city of Kyiv"]
    kinds = ["transfer", "use", "interdiction"]
    entries = [
        make_entry(n, date=dates[n % 6], place=places[n % 4], kind=kinds[n % 3],
                   published=f"2024-01-{1 + n * 5 % 28:02d}")
        for n in range(60)
    ]  # fmt: skip
    expected = incidents(entries, KEY, Setting(family=family))
    for seed in range(10):
        random.Random(seed).shuffle(entries)
        assert incidents(entries, KEY, Setting(family=family)) == expected
