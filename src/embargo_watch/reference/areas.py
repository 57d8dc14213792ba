"""Tell where in a state a place lies, since some embargoes cover Darfur and not Sudan."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from embargo_watch.errors import InvalidReference
from embargo_watch.model.party import Area
from embargo_watch.model.provision import Answer
from embargo_watch.reference.fields import entries, mapping_of, strings, text_of
from embargo_watch.reference.parties import parties, senses
from embargo_watch.reference.yaml_files import load

AREAS_FILE = "parties/areas.yaml"
_FIELDS = frozenset({"id", "names", "within", "part_of"})
_APART = re.compile(r"[\s\-_‐‑–]+")
_MARKS = re.compile(r"['’‘`.]")
_PLACE_CLASSES = ("name", "capital", "place")


@cache
def areas() -> Mapping[str, Area]:
    """Every area by its id, in the file's order.

    Raises:
        InvalidReference: a field is missing, unknown or wrong, an id or a name occurs twice, or
            an area lies in no known state; names the file, the entry and the field.
    """
    return parse_areas(AREAS_FILE, load(AREAS_FILE))


def area_of(text: str) -> str:
    """The id of the area, or the ISO code of the state, that a text names; "" where unknown.

    Takes an id ("darfur"), a name ("Darfur", "El Fasher"), an ISO code ("SDN") and the name of a
    state or of its capital ("Sudan"). An area goes before the state whose capital it holds, so
    that "Khartoum" is a place here and never a government.
    """
    known = _by_key().get(_key(text))
    if known is not None:
        return known
    plain = text.strip()
    if _is_state(plain.upper()) and len(plain) == 3:
        return plain.upper()
    states = {
        party.id
        for spelling in (plain, plain.title(), plain.removeprefix("the "))
        for word, party in senses(spelling)
        if party.kind == "state" and word.word_class in _PLACE_CLASSES
    }
    return states.pop() if len(states) == 1 else ""


def state_of(place: str) -> str:
    """The state (ISO code) of an area's id; a state's code is its own; "" for any other text."""
    area = areas().get(place)
    if area is not None:
        return area.within
    return place if _is_state(place) else ""


def lies_in(place: str, outer: str) -> Answer:
    """Whether one place lies in another; both are what ``area_of`` answers.

    "unclear" where the place is larger than the other (all of Sudan, asked of Darfur) or unknown.
    """
    if not state_of(place) or not state_of(outer):
        return "unclear"
    if outer in _around(place):
        return "yes"
    return "unclear" if place in _around(outer) else "no"


def parse_areas(file_name: str, content: object) -> Mapping[str, Area]:
    """Turn a file's content into areas by id; see ``areas`` for what it refuses."""
    found: dict[str, Area] = {}
    owners: dict[str, str] = {}
    for entry in entries(content, file_name):
        area = _area(entry, file_name)
        if area.id in found:
            raise _wrong(file_name, area.id, "id", "is used twice")
        found[area.id] = area
        for name in dict.fromkeys(_key(name) for name in (area.id, *area.names)):
            if name in owners:
                raise _wrong(file_name, area.id, "names", f"{name!r} also names {owners[name]}")
            owners[name] = area.id
    for area in found.values():
        _check_parent(area, found, file_name)
    return MappingProxyType(found)


def _area(entry: object, file_name: str) -> Area:
    record = mapping_of(entry, file_name, "an entry")
    area_id = text_of(record, "id", file_name, "an entry")
    unknown = record.keys() - _FIELDS
    if unknown:
        raise _wrong(file_name, area_id, min(unknown), "is no field of an area")
    names = strings(record, "names", file_name, area_id)
    within = text_of(record, "within", file_name, area_id)
    if not names:
        raise _wrong(file_name, area_id, "names", "wants at least one name")
    if not _is_state(within):
        raise _wrong(file_name, area_id, "within", f"{within!r} is no state's code")
    part_of = text_of(record, "part_of", file_name, area_id, default="")
    return Area(id=area_id, names=names, within=within, part_of=part_of)


def _check_parent(area: Area, found: Mapping[str, Area], file_name: str) -> None:
    """Refuse a parent that is unknown, lies in another state or is the area's own part."""
    seen = {area.id}
    parent = area.part_of
    while parent:
        if parent in seen or parent not in found or found[parent].within != area.within:
            raise _wrong(
                file_name, area.id, "part_of", f"{parent!r} is no larger area of its state"
            )
        seen.add(parent)
        parent = found[parent].part_of


def _around(place: str) -> tuple[str, ...]:
    """The place itself, each area that holds it, and its state."""
    chain = []
    area = areas().get(place)
    while area is not None:
        chain.append(area.id)
        area = areas().get(area.part_of)
    return (*chain, state_of(place))


@cache
def _by_key() -> Mapping[str, str]:
    return {_key(name): area.id for area in areas().values() for name in (area.id, *area.names)}


def _key(text: str) -> str:
    """One spelling for a name written with other hyphens, apostrophes, articles or case."""
    spaced = _APART.sub(" ", _MARKS.sub("", text)).strip().casefold()
    return spaced.removeprefix("the ")


def _is_state(code: str) -> bool:
    party = parties().get(code)
    return party is not None and party.kind == "state"


def _wrong(file_name: str, entry: str, field: str, message: str) -> InvalidReference:
    return InvalidReference(f"data/{file_name}: {entry}: {field}: {message}")
