"""Give the matcher and the sentence cutter what a language writes, so that they hold no word."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.yaml_files import load


@dataclass(frozen=True, slots=True)
class Spelling:
    """A language's abbreviations and its rules for the plural, as (ending, replacement)."""

    abbreviations: tuple[str, ...]
    plurals: tuple[tuple[re.Pattern[str], str], ...]

    def plural(self, word: str) -> str:
        """The regular plural of a word (``battery`` -> ``batteries``)."""
        for ending, put in self.plurals:
            if ending.search(word):
                return ending.sub(put, word, count=1)
        return word


@cache
def spelling(language: str) -> Spelling:
    """Load the spelling of a language (``en``); raises InvalidReference where it is broken."""
    name = f"lexicon/{language}/spelling.yaml"
    data = cast(dict[str, Any], load(name))
    try:
        plurals = tuple((re.compile(f"(?:{r['end']})$"), r["put"]) for r in data["plurals"])
        return Spelling(tuple(data["abbreviations"]), plurals)
    except (KeyError, TypeError, re.error) as error:
        raise InvalidReference(f"data/{name}: {error}") from error
