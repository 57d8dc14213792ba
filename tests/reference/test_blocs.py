"""Who was bound by a bloc's embargo on a day: accessions and the one withdrawal."""

import datetime as dt

import pytest

from embargo_watch.errors import InvalidReference
from embargo_watch.reference import blocs
from embargo_watch.reference.parties import parties


def day(text):
    """An ISO day as a date."""
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("bloc", "party", "on", "member"),
    [
        ("eu", "FRA", "1957-12-31", False),
        ("eu", "FRA", "1958-01-01", True),
        ("eu", "DNK", "1972-12-31", False),
        ("eu", "DNK", "1973-01-01", True),
        ("eu", "AUT", "1994-12-31", False),
        ("eu", "SWE", "1995-01-01", True),
        ("eu", "POL", "2004-04-30", False),
        ("eu", "POL", "2004-05-01", True),
        ("eu", "ROU", "2006-12-31", False),
        ("eu", "ROU", "2007-01-01", True),
        ("eu", "HRV", "2013-06-30", False),
        ("eu", "HRV", "2013-07-01", True),
        ("eu", "GBR", "2020-02-01", True),
        ("eu", "GBR", "2020-12-31", True),
        ("eu", "GBR", "2021-01-01", False),
        ("eu", "NOR", "2024-01-01", False),
        ("eu", "CHE", "2024-01-01", False),
        ("nato", "SWE", "2024-03-06", False),
        ("nato", "SWE", "2024-03-07", True),
        ("nato", "TUR", "2024-03-07", True),
        ("nato", "IRL", "2024-03-07", False),
    ],
)
def test_membership_starts_and_ends_on_its_day(bloc, party, on, member):
    """A member is bound from the day of its accession, and up to the day before its end."""
    assert (party in blocs.members(bloc, day(on))) is member


def test_the_union_counts_as_many_members_as_it_had():
    """6, 9, 10, 12, 15, 25, 27, 28 and again 27."""
    years = [1960, 1975, 1982, 1990, 2000, 2005, 2008, 2014, 2021]
    counts = [len(blocs.members("eu", dt.date(year, 6, 30))) for year in years]

    assert counts == [6, 9, 10, 12, 15, 25, 27, 28, 27]


def test_the_alliance_counts_as_many_members_as_it_had():
    """16 at the end of the Cold War, 19, 26, 28, 32 today."""
    years = [1990, 2000, 2005, 2010, 2025]
    counts = [len(blocs.members("nato", dt.date(year, 6, 30))) for year in years]

    assert counts == [16, 19, 26, 28, 32]


def test_whoever_is_no_bloc_has_no_members():
    """A state, a bloc without a list and a word that nobody knows."""
    assert all(not blocs.members(name, day("2024-01-01")) for name in ("FRA", "west", "nobody"))


def test_every_member_is_a_party():
    """No id is misspelt, and nobody is a member twice at once."""
    for bloc, entries in blocs.memberships().items():
        ids = [entry.party for entry in entries]
        assert set(ids) <= set(parties()), bloc
        assert len(ids) == len(set(ids)), bloc


@pytest.mark.parametrize(
    ("entry", "named"),
    [
        ({"party": "FRA"}, "from"),
        ({"from": dt.date(2000, 1, 1)}, "party"),
        ({"party": "FRA", "from": "soon"}, "from"),
        ({"party": "FRA", "from": dt.date(2000, 1, 1), "until": dt.date(1999, 1, 1)}, "until"),
        ({"party": "FRA", "from": dt.date(2000, 1, 1), "as": "guest"}, "as"),
    ],
)
def test_a_mistake_names_file_entry_and_field(monkeypatch, entry, named):
    """An analyst finds the line without a programmer."""
    content = [{"id": "eu", "members": [entry]}]
    monkeypatch.setattr(blocs, "load", lambda name: content)

    with pytest.raises(InvalidReference, match=rf"blocs\.yaml: eu, members 1: {named}: "):
        blocs.memberships.__wrapped__()
