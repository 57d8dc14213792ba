"""Give the extract stage a language's pronouns and what each may stand for."""

from dataclasses import dataclass, fields
from functools import cache
from typing import Any, cast

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.yaml_files import load


@dataclass(frozen=True, slots=True)
class Referring:
    """Lower-case words by what they may stand for; the data file says of each what it is."""

    thing: frozenset[str]
    person: frozenset[str]
    several: frozenset[str]
    people: frozenset[str]
    nobody: frozenset[str]


@cache
def referring(language: str) -> Referring:
    """Load the pronouns of a language (``en``); raises InvalidReference where a list is missing."""
    name = f"lexicon/{language}/reference.yaml"
    data = cast(dict[str, Any], load(name))
    wanted = [field.name for field in fields(Referring)]
    if missing := set(wanted) - data.keys():
        raise InvalidReference(f"data/{name}: lacks {', '.join(sorted(missing))}")
    return Referring(**{key: frozenset(map(str, data[key])) for key in wanted})
