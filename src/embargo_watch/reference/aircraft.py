"""Tell aircraft by type and registration, and whose mark a registration bears."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.fields import mapping_of, strings, text_of
from embargo_watch.reference.parties import parties
from embargo_watch.reference.yaml_files import load

FILE = "aircraft.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A state's nationality mark; ``after`` is a pattern of what follows it, hyphen included."""

    sign: str
    state: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AircraftWords:
    """Types, their builders, and the marks of registrations.

    ``named`` are marks that weapons share or that have no hyphen: they count only where the text
    says that they are registrations.
    """

    builders: tuple[str, ...]
    types: tuple[str, ...]
    marks: tuple[Mark, ...]
    named: tuple[Mark, ...]


@cache
def aircraft() -> AircraftWords:
    """Load the words; raises InvalidReference, naming entry and field, where one is wrong."""
    return parse_aircraft(load(FILE))


def parse_aircraft(content: object) -> AircraftWords:
    """Turn a file's content into words; raises InvalidReference for a wrong entry."""
    record = mapping_of(content, FILE, "the file")
    return AircraftWords(
        builders=strings(record, "builders", FILE, "the file"),
        types=strings(record, "types", FILE, "the file"),
        marks=_marks(record, "marks", "-"),
        named=_marks(record, "marks_only_named", ""),
    )


def _marks(record: Mapping[str, object], field: str, joint: str) -> tuple[Mark, ...]:
    found = []
    for sign, entry in mapping_of(record.get(field), FILE, field).items():
        mark = mapping_of(entry, FILE, sign)
        state, after = (text_of(mark, name, FILE, sign) for name in ("state", "after"))
        if state not in parties():
            raise InvalidReference(f"data/{FILE}: {sign}: state: {state!r} is no state's code")
        try:
            re.compile(after)
        except re.error as error:
            raise InvalidReference(f"data/{FILE}: {sign}: after: {error}") from error
        found.append(Mark(sign=sign, state=state, after=joint + after))
    return tuple(found)
