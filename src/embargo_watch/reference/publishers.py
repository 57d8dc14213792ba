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
_OPTIONAL = frozenset(("also", "credits"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """An outlet, with its owner or group (``family``) and its country (alpha-3, XXX for none).

    ``credits`` are the marks by which others credit its copy; ``also`` its other names.
    """

    name: str
    hosts: tuple[str, ...]
    family: str
    country: str
    kind: str
    also: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()


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
    return Publisher(
        name=str(entry["name"]),
        hosts=tuple(entry["hosts"]),
        family=str(entry["family"]),
        country=str(entry["country"]),
        kind=entry["kind"],
        also=tuple(entry.get("also", ())),
        credits=tuple(entry.get("credits", ())),
    )
