"""Give the Admiralty scale as data, so that an analyst can change what a voice is worth."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from embargo_watch.errors import InvalidReference
from embargo_watch.model.ledger import CREDIBILITY, RELIABILITY
from embargo_watch.reference.fields import entries, mapping_of, strings, text_of
from embargo_watch.reference.yaml_files import load

FILE = "grades.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeRule:
    """A rule by the name under which the reconciling stage asks it, with what it gives and why."""

    name: str
    grade: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Both questions' rules in the order in which they are asked.

    ``limits`` cap what ``reliability`` gave. ``inquiry`` finds in a speaker's words that an
    organization speaks through a body of inquiry; ``inquirers`` are parties that are one.
    """

    reliability: tuple[GradeRule, ...]
    limits: tuple[GradeRule, ...]
    credibility: tuple[GradeRule, ...]
    meanings: Mapping[str, str]
    inquirers: frozenset[str]
    inquiry: re.Pattern[str]


@cache
def scale() -> Scale:
    """Read the scale; raises InvalidReference, naming the rule, where the file breaks it."""
    content = mapping_of(load(FILE), FILE, "the file")
    body = "bodies_of_inquiry"
    bodies = mapping_of(content.get(body), FILE, body)
    told = mapping_of(content.get("meanings"), FILE, "meanings")
    if told.keys() != set(RELIABILITY + CREDIBILITY):
        raise InvalidReference(f"data/{FILE}: meanings: one for each letter and number is expected")
    return Scale(
        reliability=_rules(content, "reliability", RELIABILITY),
        limits=_rules(content, "limits", RELIABILITY),
        credibility=_rules(content, "credibility", CREDIBILITY),
        meanings=MappingProxyType({key: text_of(told, key, FILE, "meanings") for key in told}),
        inquirers=frozenset(strings(bodies, "parties", FILE, body)),
        inquiry=_pattern(text_of(bodies, "words", FILE, body)),
    )


def _rules(content: Mapping[str, object], table: str, grades: str) -> tuple[GradeRule, ...]:
    found: dict[str, GradeRule] = {}
    for entry in entries(content.get(table), FILE):
        record = mapping_of(entry, FILE, table)
        name = text_of(record, "rule", FILE, table)
        grade = str(record.get("grade", ""))
        if len(grade) != 1 or grade not in grades:
            raise InvalidReference(
                f"data/{FILE}: {name}: grade: {grade!r} is none of {', '.join(grades)}"
            )
        if name in found or record.keys() != {"rule", "grade", "words"}:
            raise InvalidReference(f"data/{FILE}: {name}: rule, grade and words are expected, once")
        found[name] = GradeRule(name=name, grade=grade, words=text_of(record, "words", FILE, name))
    return tuple(found.values())


def _pattern(text: str) -> re.Pattern[str]:
    try:
        return re.compile(text, re.IGNORECASE)
    except re.error as error:
        raise InvalidReference(f"data/{FILE}: bodies_of_inquiry: words: {error}") from error
