"""Give the extract stage a language's patterns for attributions outside a claim's own clause."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, cast

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.yaml_files import load

LISTED = frozenset(("last", "first"))
"""Questions with several patterns, the first that fits winning."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Compiled patterns, one for each question; the data file tells what each finds."""

    last: tuple[re.Pattern[str], ...]
    first: tuple[re.Pattern[str], ...]
    office: re.Pattern[str]
    other: re.Pattern[str]
    only_office: re.Pattern[str]
    between: re.Pattern[str]
    its: re.Pattern[str]
    described: re.Pattern[str]


@cache
def attribution(language: str) -> Attribution:
    """Compile the patterns of a language (``en``); raises InvalidReference where one is broken."""
    name = f"lexicon/{language}/attribution.yaml"
    data = cast(dict[str, Any], load(name))
    wanted = {field.name for field in fields(Attribution)}
    words = {key: text for key, text in data.items() if key not in wanted}
    if missing := wanted - data.keys():
        raise InvalidReference(f"data/{name}: lacks {', '.join(sorted(missing))}")
    one = {key: _compiled(name, key, data[key], words) for key in wanted - LISTED}
    several = {
        key: tuple(_compiled(name, key, text, words) for text in data[key]) for key in LISTED
    }
    return Attribution(**cast(dict[str, Any], {**one, **several}))


def _compiled(name: str, key: str, text: str, words: Mapping[str, str]) -> re.Pattern[str]:
    try:
        return re.compile(text.format(**words), re.IGNORECASE)
    except (KeyError, IndexError, ValueError, re.error) as error:
        raise InvalidReference(f"data/{name}: {key}: {error!r}") from error
