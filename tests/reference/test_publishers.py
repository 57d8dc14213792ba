"""Publishers: known by host, name and credit; unknown ones stand for themselves."""

import pytest

from embargo_watch.errors import InvalidReference
from embargo_watch.reference import publishers as module
from embargo_watch.reference.publishers import (
    credit_marks,
    name_of_host,
    publisher_named,
    publisher_of,
    publishers,
)


def test_there_are_many_and_each_is_whole():
    """Every kind is there; countries are alpha-3; every credit belongs to somebody."""
    countries = {entry.country for entry in publishers()}

    assert len(publishers()) >= 120
    assert {entry.kind for entry in publishers()} >= {"agency", "state media", "research"}
    assert all(len(country) == 3 and country.isupper() for country in countries)
    assert {"Reuters", "AFP", "TASS", "KCNA"} <= credit_marks().keys()


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("www.bbc.co.uk", "BBC News"),
        ("feeds.bbci.co.uk", "BBC News"),
        ("edition.cnn.com", "CNN"),
        ("REUTERS.COM", "Reuters"),
        ("notreuters.com", None),
        ("co.uk", None),
        ("com", None),
        ("", None),
    ],
)
def test_hosts(host, name):
    """Subdomains follow their domain; a host that only ends alike does not."""
    found = publisher_of(host)

    assert (found.name if found else None) == name


def test_names_and_unknown_hosts():
    """In any case, by any of its names; else the bare host."""
    named = publisher_named("the  associated PRESS")

    assert named is not None
    assert named.family == "Associated Press"
    assert publisher_named("The Harbour Gazette") is None
    assert name_of_host("www.harbour.example") == "harbour.example"


def test_owners_are_told():
    """Outlets of one house share a family; independent ones do not."""
    families = {name: publisher_named(name).family for name in ("TASS", "RT", "Meduza", "Reuters")}

    assert families["TASS"] == families["RT"]
    assert len(set(families.values())) == 3


def test_a_faulty_entry_is_named():
    """File, entry and field are in the message."""
    entry = {"name": "X", "hosts": "x.org", "family": "X", "country": "XXX", "kind": "agency"}

    with pytest.raises(InvalidReference, match=r"data/p\.yaml: 'X': hosts"):
        module._publisher(entry, "data/p.yaml")
    with pytest.raises(InvalidReference, match="kind"):
        module._publisher(entry | {"kind": "blog"}, "data/p.yaml")
    with pytest.raises(InvalidReference, match="missing"):
        module._publisher({"name": "X"}, "data/p.yaml")
