"""Publishers: known by host, name and credit; unknown ones stand for themselves."""

import pytest

from embargo_watch.errors import InvalidReference
from embargo_watch.reference import publishers as module
from embargo_watch.reference.parties import parties
from embargo_watch.reference.publishers import (
    credit_marks,
    family_of,
    name_of_host,
    official_voice,
    party_behind,
    publisher_cited,
    publisher_named,
    publisher_of,
    publishers,
)


def test_there_are_many_and_each_is_whole():
    """Every kind is there; countries are alpha-3; every credit belongs to somebody."""
    countries = {entry.country for entry in publishers()}

    assert len(publishers()) >= 250
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


def test_groups_that_share_copy_are_families():
    """Local papers of one group stand together, and no other group with them."""
    groups = {
        "Reach": ("Liverpool Echo", "Daily Express", "WalesOnline"),
        "Newsquest": ("The Northern Echo", "Oxford Mail"),
        "Gannett": ("USA Today", "Detroit Free Press"),
        "Lee Enterprises": ("Tulsa World", "The Buffalo News"),
        "McClatchy": ("Miami Herald", "The State"),
        "Hearst": ("San Francisco Chronicle", "Houston Chronicle"),
        "Advance": ("MLive", "NJ.com"),
        "Postmedia": ("National Post", "Calgary Herald"),
        "News Corp": ("The Australian", "Herald Sun", "The Sun"),
        "Nine Entertainment": ("The Sydney Morning Herald", "The Age"),
        "Mediahuis": ("Irish Independent", "De Standaard"),
        "Funke": ("WAZ", "Berliner Morgenpost"),
        "Madsack": ("RND", "Kieler Nachrichten"),
    }
    found = {group: {family_of(name) for name in names} for group, names in groups.items()}

    assert found == {group: {group} for group in groups}


def test_no_host_or_name_belongs_to_two():
    """A host leads to one publisher, and so does a name in any case."""
    hosts = [host for entry in publishers() for host in entry.hosts]
    names = {
        (entry.name, n.casefold()) for e in publishers() for entry in [e] for n in (e.name, *e.also)
    }

    assert len(hosts) == len(set(hosts))
    assert len({name for _, name in names}) == len(names)
    assert all(entry.hosts and entry.family for entry in publishers())


def test_whose_voice_it_is():
    """Official pages speak for their party; state media share its family; others for nobody."""
    known = parties()

    assert official_voice("Kremlin") == "RUS"
    assert official_voice("NATO") == "nato"
    assert official_voice("TASS") == ""
    assert party_behind("Government of Russia") == "RUS"
    assert party_behind("Hezbollah") == "hezbollah"
    assert party_behind("Reach") == ""
    assert {entry.party for entry in publishers() if entry.party} <= known.keys()


def test_what_repeats_others_has_no_voice():
    """An aggregator or a platform is as unknown as whoever writes there."""
    assert family_of("MSN") == ""
    assert family_of("Reuters") == "Thomson Reuters"
    assert family_of("The Village Trumpet") == ""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Financial Times", "Financial Times"),
        ("Washington Post", "The Washington Post"),
        ("nation", None),
        ("time", None),
        ("financial times", None),
        ("Village Trumpet", None),
    ],
)
def test_cited(words, name):
    """A paper is cited in its own case; a plain word is none."""
    found = publisher_cited(words)

    assert (found.name if found else None) == name


def test_a_faulty_entry_is_named():
    """File, entry and field are in the message."""
    entry = {"name": "X", "hosts": "x.org", "family": "X", "country": "XXX", "kind": "agency"}

    with pytest.raises(InvalidReference, match=r"data/p\.yaml: 'X': hosts"):
        module._publisher(entry, "data/p.yaml")
    with pytest.raises(InvalidReference, match="kind"):
        module._publisher(entry | {"kind": "blog"}, "data/p.yaml")
    with pytest.raises(InvalidReference, match="missing"):
        module._publisher({"name": "X"}, "data/p.yaml")
