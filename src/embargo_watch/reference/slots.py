"""Give the extract stage a language's words for the slots beside a deed: places, ships, firms."""

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from embargo_watch.reference.yaml_files import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """Words as they are written; what each list is for stands beside it in the data file."""

    before_place: tuple[str, ...]
    the: tuple[str, ...]
    of: tuple[str, ...]
    between: tuple[str, ...]
    places: tuple[str, ...]
    alone: tuple[str, ...]
    surely: tuple[str, ...]
    calibre: tuple[str, ...]
    ships: tuple[str, ...]
    number: tuple[str, ...]
    flagged: tuple[str, ...]
    planes: tuple[str, ...]
    planes_if_named: tuple[str, ...]
    flights: tuple[str, ...]
    flight_numbers: tuple[str, ...]
    registered_as: tuple[str, ...]
    aboard: tuple[str, ...]
    using: tuple[str, ...]
    moving: tuple[str, ...]
    route_from: tuple[str, ...]
    route_via: tuple[str, ...]
    route_over: tuple[str, ...]
    route_to: tuple[str, ...]
    no_way: tuple[str, ...]
    near_place: tuple[str, ...]
    legal_forms: tuple[str, ...]
    forms_before: tuple[str, ...]
    firm_words: tuple[str, ...]
    no_firms: tuple[str, ...]
    firms: tuple[str, ...]
    firm_beside: tuple[str, ...]
    blamed_for: tuple[str, ...]
    blamed_by: tuple[str, ...]
    killed: tuple[str, ...]
    wounded: tuple[str, ...]
    dead: tuple[str, ...]
    hurt: tuple[str, ...]
    casualties: tuple[str, ...]
    left_dead: tuple[str, ...]
    claiming: tuple[str, ...]
    lives: tuple[str, ...]
    died: tuple[str, ...]
    one_person: tuple[str, ...]
    nobody: tuple[str, ...]
    unreal: tuple[str, ...]
    harm_when: tuple[str, ...]
    harm_with: tuple[str, ...]
    harm_in: tuple[str, ...]


@cache
def slots(language: str) -> Slots:
    """Load these words of a language (``en``)."""
    data = cast(dict[str, Any], load(f"lexicon/{language}/slots.yaml"))
    return Slots(**{name: tuple(words) for name, words in data.items()})
