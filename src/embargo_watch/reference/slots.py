"""Give the extract stage a language's words around places, ships and calibres."""

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


@cache
def slots(language: str) -> Slots:
    """Load these words of a language (``en``)."""
    data = cast(dict[str, Any], load(f"lexicon/{language}/slots.yaml"))
    return Slots(**{name: tuple(words) for name, words in data.items()})
