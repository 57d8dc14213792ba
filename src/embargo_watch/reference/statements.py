"""Give the extract stage a language's patterns for statements that span a document."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.yaml_files import load


@dataclass(frozen=True, slots=True)
class Statements:
    """Compiled patterns; ``any_of_it`` is the sieve that most documents do not pass."""

    any_of_it: re.Pattern[str]
    breach: re.Pattern[str]
    instrument: re.Pattern[str]
    subject: re.Pattern[str]
    joint: re.Pattern[str]
    joint_list: re.Pattern[str]
    together: re.Pattern[str]
    number: re.Pattern[str]
    shared_adjectives: re.Pattern[str]
    reference: re.Pattern[str]
    authors_again: re.Pattern[str]
    contrast: re.Pattern[str]
    contrast_joins: re.Pattern[str]


@cache
def statements(language: str) -> Statements:
    """Compile the patterns of a language (``en``); raises InvalidReference where one is broken."""
    name = f"lexicon/{language}/statements.yaml"
    data = cast(dict[str, Any], load(name))
    breach, joint = data["breach"], data["joint"]
    return Statements(
        any_of_it=_pattern(name, "sieve", f"{breach['words']}|{joint['words']}"),
        breach=_pattern(name, "breach.words", breach["words"]),
        instrument=_pattern(name, "breach.instrument", breach["instrument"]),
        subject=_pattern(name, "breach.subject", rf"\b{breach['subject']}\b"),
        joint=_pattern(name, "joint.words", joint["words"]),
        joint_list=_pattern(name, "joint.list", joint["list"]),
        together=_pattern(name, "joint.together", joint["together"]),
        number=_pattern(name, "joint.number", rf"\b{joint['number']}"),
        shared_adjectives=_pattern(name, "shared_adjectives", data["shared_adjectives"]),
        reference=_pattern(name, "reference", data["reference"]),
        authors_again=_pattern(name, "authors_again", data["authors_again"]),
        contrast=_pattern(name, "contrast.words", rf"(?:{data['contrast']['words']})$"),
        contrast_joins=_pattern(name, "contrast.joins", data["contrast"]["joins"]),
    )


def _pattern(name: str, field: str, text: str) -> re.Pattern[str]:
    try:
        return re.compile(text, re.IGNORECASE)
    except re.error as error:
        raise InvalidReference(f"data/{name}: {field}: {error}") from error
