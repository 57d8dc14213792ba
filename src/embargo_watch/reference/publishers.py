"""Know who stands behind a host or a credit, so that copies and owners are told apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.yaml_files import load, names

FOLDER = "publishers"
KINDS = frozenset(
    ("agency", "state media", "official", "research", "national", "local", "trade", "aggregator")
)
_NEEDED = frozenset(("name", "hosts", "family", "country", "kind"))
_OPTIONAL = frozenset(("also", "credits", "party"))
GOVERNMENT = "Government of "
"""Begins the family of what a state's government runs or is; the entry's country is that state."""
REPEATS = "aggregator"
"""The kind that carries what others, or anybody, wrote: it has no voice of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """An outlet, with its owner or group (``family``) and its country (alpha-3, XXX for none).

    ``credits`` are the marks by which others credit its copy; ``also`` its other names. ``party``
    is the id of the party that speaks through it ("" for none): of a government's own outlets
    the state, of a group's or an organization's that one.
    """

    name: str
    hosts: tuple[str, ...]
    family: str
    country: str
    kind: str
    also: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    party: str = ""


@cache
def publishers() -> tuple[Publisher, ...]:
    """Every publisher of data/publishers.

    Raises:
        InvalidReference: an entry breaks the schema; the message names file, entry and field.
    """
    return tuple(
        _publisher(entry, f"data/{name}")
        for name in names(FOLDER)
        for entry in _entries(load(name), f"data/{name}")
    )


@lru_cache(maxsize=65536)
def publisher_of(host: str) -> Publisher | None:
    """The publisher of a host (``feeds.bbci.co.uk``) or of the nearest domain above it."""
    by_host = _by_host()
    labels = host.lower().rstrip(".").split(".")
    for cut in range(len(labels) - 1):
        found = by_host.get(".".join(labels[cut:]))
        if found:
            return found
    return None


def publisher_named(text: str) -> Publisher | None:
    """The publisher that goes by exactly this name, other name or credit, in any case."""
    return _by_name().get(" ".join(text.casefold().split()))


def family_of(name: str) -> str:
    """Who stands behind a name as printed; "" where that is unknown.

    A platform or an aggregator is no one: what it carries may be anybody's.
    """
    known = publisher_named(name)
    return known.family if known and known.kind != REPEATS else ""


def official_voice(name: str) -> str:
    """The party whose own words an official body's pages are, "" for any other publisher."""
    known = publisher_named(name)
    return known.party if known and known.kind == "official" else ""


def party_behind(family: str) -> str:
    """The party that a family of outlets speaks for: the state of its state media, else ""."""
    return _by_family().get(family, "")


@lru_cache(maxsize=65536)
def publisher_cited(words: str) -> Publisher | None:
    """The publisher that a text cites by these words ("the Financial Times"), in their own case.

    "the nation" is no paper: a name that begins with "The" is known without it only where more
    than one word is left.
    """
    known = publisher_named(words) or (publisher_named(f"The {words}") if " " in words else None)
    if known is None:
        return None
    names = (known.name, *known.also, *known.credits)
    return known if words in names or f"The {words}" in names else None


@cache
def credit_marks() -> Mapping[str, Publisher]:
    """Every mark of a wire credit, in the case in which it is written."""
    return {mark: entry for entry in publishers() for mark in entry.credits}


def name_of_host(host: str) -> str:
    """The publisher's name, or the bare host where it is not known."""
    known = publisher_of(host)
    return known.name if known else host.lower().removeprefix("www.")


@cache
def _by_host() -> dict[str, Publisher]:
    table: dict[str, Publisher] = {}
    for entry in publishers():
        for host in entry.hosts:
            if host in table:
                raise InvalidReference(
                    f"data/{FOLDER}: {entry.name}: hosts: {host!r} also belongs to"
                    f" {table[host].name}"
                )
            table[host] = entry
    return table


@cache
def _by_family() -> dict[str, str]:
    return {entry.family: entry.party for entry in publishers() if entry.party}


@cache
def _by_name() -> dict[str, Publisher]:
    table: dict[str, Publisher] = {}
    for entry in publishers():
        for name in (entry.name, *entry.also, *entry.credits):
            table.setdefault(" ".join(name.casefold().split()), entry)
    return table


def _entries(content: object, file: str) -> list[object]:
    if not isinstance(content, list):
        raise InvalidReference(f"{file}: a list of publishers is expected")
    return content


def _publisher(entry: object, file: str) -> Publisher:
    if not isinstance(entry, dict):
        raise InvalidReference(f"{file}: {entry!r} is not an entry with fields")
    label = f"{file}: {entry.get('name', entry)!r}"
    missing = _NEEDED - entry.keys()
    strange = entry.keys() - _NEEDED - _OPTIONAL
    if missing or strange:
        raise InvalidReference(f"{label}: fields missing {sorted(missing)}, unknown {strange}")
    if entry["kind"] not in KINDS:
        raise InvalidReference(f"{label}: kind: {entry['kind']!r} is none of {sorted(KINDS)}")
    for field in ("hosts", "also", "credits"):
        values = entry.get(field, [])
        if not isinstance(values, list) or not all(isinstance(item, str) for item in values):
            raise InvalidReference(f"{label}: {field}: a list of words is expected")
    family, country = str(entry["family"]), str(entry["country"])
    ruled = country if family.startswith(GOVERNMENT) else ""
    return Publisher(
        name=str(entry["name"]),
        hosts=tuple(entry["hosts"]),
        family=family,
        country=country,
        kind=entry["kind"],
        also=tuple(entry.get("also", ())),
        credits=tuple(entry.get("credits", ())),
        party=str(entry.get("party", ruled)),
    )
