"""Give the extract stage the words of a language that may carry the date of a deed."""

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from embargo_watch.reference.yaml_files import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """Forms in lower case; what each list is for stands beside it in the data file."""

    happening: frozenset[str]
    aspect: frozenset[str]
    handling: frozenset[str]
    other_occasions: frozenset[str]
    time_nouns: frozenset[str]
    fulfilment: frozenset[str]
    tied_by: tuple[str, ...]
    tied_pronouns: tuple[str, ...]


@cache
def dating(language: str) -> Dating:
    """Load these words of a language (``en``)."""
    data = cast(dict[str, Any], load(f"lexicon/{language}/dating.yaml"))
    forms = {
        name: frozenset(form for line in data[name] for form in str(line).split())
        for name in ("happening", "aspect", "handling")
    }
    return Dating(
        **forms,
        other_occasions=frozenset(data["other_occasions"]),
        time_nouns=frozenset(data["time_nouns"]),
        fulfilment=frozenset(data["fulfilment"]),
        tied_by=tuple(data["tied_by"]),
        tied_pronouns=tuple(data["tied_pronouns"]),
    )
