"""Tell who belonged to a bloc on a day, because a bloc's embargo binds its members of that day."""

import datetime as dt
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from embargo_watch.model.provision import Listing
from embargo_watch.reference.law_fields import Fields
from embargo_watch.reference.yaml_files import load

BLOCS_FILE = "parties/blocs.yaml"


@lru_cache(maxsize=4096)
def members(bloc: str, day: dt.date) -> frozenset[str]:
    """The party ids (ISO 3166-1 alpha-3) that a bloc's decisions bound on a day.

    Empty for a party that is no bloc, or a bloc whose members nobody has written down (``west``).

    Raises:
        InvalidReference: an entry breaks the schema; names the file, the entry and the field.
    """
    return frozenset(
        each.party
        for each in memberships().get(bloc, ())
        if each.since <= day and (each.until is None or day < each.until)
    )


@cache
def joint_bodies() -> Mapping[str, frozenset[str]]:
    """Teams that states form to speak together, each with its states; no bloc with organs."""
    from embargo_watch.reference.parties import parties

    known = parties()
    return MappingProxyType(
        {
            body: frozenset(each.party for each in states)
            for body, states in memberships().items()
            if body in known and known[body].kind == "organization"
        }
    )


@cache
def memberships() -> Mapping[str, tuple[Listing, ...]]:
    """Every bloc that has members, with each member's first day and the day that ended it."""
    file = f"data/{BLOCS_FILE}"
    found = {}
    for bloc in Fields(file, "file", {"blocs": load(BLOCS_FILE)}).mappings("blocs"):
        entries = tuple(_membership(entry) for entry in bloc.mappings("members"))
        if entries:
            found[bloc.text("id")] = entries
    return MappingProxyType(found)


def _membership(entry: Fields) -> Listing:
    entry.only(frozenset({"party", "from", "until"}))
    since, until = entry.date("from"), entry.optional_date("until")
    if until is not None and until <= since:
        raise entry.wrong("until", f"{until} is not after `from` {since}")
    return Listing(party=entry.text("party"), since=since, until=until)
