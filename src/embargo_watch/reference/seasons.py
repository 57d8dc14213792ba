"""Give the extract stage a language's words for seasons, holidays and parts of a year."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from embargo_watch.reference.yaml_files import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Seasons:
    """Words for parts of years; all keys in lower case.

    ``seasons`` and ``parts`` give first and last month (a season over New Year ends below its
    start), ``holidays`` month and day; ``counted_back``, ``counted_on`` and ``soon`` are patterns.
    """

    seasons: Mapping[str, tuple[int, int]]
    doubtful: tuple[str, ...]
    of: tuple[str, ...]
    the: tuple[str, ...]
    before_season: tuple[str, ...]
    early_or_late: tuple[str, ...]
    parts: Mapping[str, Mapping[str, tuple[int, int]]]
    year: tuple[str, ...]
    decade: tuple[str, ...]
    edges: tuple[str, ...]
    whole_units: Mapping[str, str]
    year_end: tuple[str, ...]
    holidays: Mapping[str, tuple[int, int]]
    counted_back: tuple[str, ...]
    soon: tuple[str, ...]
    soon_days: int
    counted_on: tuple[str, ...]
    event_since: tuple[str, ...]
    event_before: tuple[str, ...]
    event_starts: tuple[str, ...]


@cache
def seasons(language: str) -> Seasons:
    """Load the words for parts of a year of a language (``en``)."""
    data = cast(dict[str, Any], load(f"lexicon/{language}/seasons.yaml"))
    return Seasons(
        seasons=_pairs(data["seasons"]),
        parts={name: _pairs(parts) for name, parts in data["parts"].items()},
        holidays=_pairs(data["holidays"]),
        whole_units=data["whole_units"],
        soon_days=data["soon_days"],
        **{name: tuple(data[name]) for name in _LISTS},
    )


def _pairs(table: Mapping[str, list[int]]) -> dict[str, tuple[int, int]]:
    return {name: (first, last) for name, (first, last) in table.items()}


_LISTS = (
    "doubtful", "of", "the", "before_season", "early_or_late", "year", "decade", "edges",
    "year_end", "counted_back", "soon", "counted_on", "event_since", "event_before", "event_starts",
)  # fmt: skip
