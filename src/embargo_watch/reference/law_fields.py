"""Say which file, entry and field of the law data is wrong, whichever loader reads it."""

import datetime as dt
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from embargo_watch.errors import InvalidReference

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.()-]{0,79}")
"""What an id may be: it names pages, stands in tables and is typed by people."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What a terminal may take for an order, but tab and line feed."""
_MOST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Fields:
    """One mapping of a data file, read field by field.

    Every method raises InvalidReference, naming file, entry and field, for a value that is
    missing or of the wrong kind.
    """

    file: str
    entry: str
    values: Mapping[str, object]

    def wrong(self, field: str, message: str) -> InvalidReference:
        """The error for one field, to be raised by the caller."""
        return InvalidReference(f"{self.file}: {self.entry:.80}: {field:.80}: {message}")

    def text(self, field: str, default: str | None = None) -> str:
        """A non-empty text, or the default where the field is absent."""
        value = self.values.get(field)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(field, f"wants a text, not {_shown(value)}")
        self._check_signs(field, value)
        return value.strip()

    def plain(self, field: str) -> str:
        """An id: letters, digits, ``_``, ``-``, and dots and parentheses within."""
        value = self.text(field)
        if not _PLAIN.fullmatch(value) or ".." in value:
            raise self.wrong(
                field,
                f"{_shown(value)} is no plain name: letters, digits, _ - and inner dots or ()",
            )
        return value

    def _check_signs(self, field: str, value: str) -> None:
        if _CONTROL.search(value):
            raise self.wrong(field, f"holds a control character: {_shown(value)}")

    def texts(self, field: str, required: bool = False) -> tuple[str, ...]:
        """A list of texts; empty where the field is absent and not required."""
        value = self.values.get(field, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(field, f"wants a list of texts, not {_shown(value)}")
        if required and not value:
            raise self.wrong(field, "wants at least one entry")
        for item in value:
            self._check_signs(field, item)
        return tuple(value)

    def choice(self, field: str, choices: tuple[str, ...], default: str | None = None) -> str:
        """One of the words allowed."""
        value = self.text(field, default)
        if value not in choices:
            words = ", ".join(filter(None, choices))
            raise self.wrong(field, f"wants one of {words}: {_shown(value)}")
        return value

    def date(self, field: str) -> dt.date:
        """A day, written as YYYY-MM-DD."""
        value = self.optional_date(field)
        if value is None:
            raise self.wrong(field, "wants a date (YYYY-MM-DD)")
        return value

    def optional_date(self, field: str) -> dt.date | None:
        """A day, or None where the field is absent."""
        value = self.values.get(field)
        if value is None:
            return None
        if isinstance(value, dt.datetime) or not isinstance(value, dt.date):
            raise self.wrong(field, f"wants a date (YYYY-MM-DD), not {_shown(value)}")
        return value

    def flag(self, field: str, default: bool) -> bool:
        """True or false."""
        value = self.values.get(field, default)
        if not isinstance(value, bool):
            raise self.wrong(field, f"wants true or false, not {_shown(value)}")
        return value

    def count(self, field: str) -> int:
        """A whole number, zero or more."""
        value = self.values.get(field)
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise self.wrong(field, f"wants a whole number, not {_shown(value)}")
        return value

    def number(self, field: str) -> float:
        """A number above zero."""
        value = self.values.get(field)
        numeric = isinstance(value, int | float) and not isinstance(value, bool)
        if not numeric or not 0 < cast("float", value) < math.inf:
            raise self.wrong(field, f"wants a number above zero, not {_shown(value)}")
        return float(cast("float", value))

    def mappings(self, field: str) -> tuple["Fields", ...]:
        """A list of mappings, each known by its ``id`` (else by this entry and its place)."""
        value = self.values.get(field, [])
        if not isinstance(value, list):
            raise self.wrong(field, "wants a list")
        found = []
        for place, item in enumerate(value, start=1):
            if not isinstance(item, dict):
                raise self.wrong(field, f"entry {place} wants a mapping, not {_shown(item)}")
            name = item.get("id", item.get("code"))
            entry = name if isinstance(name, str) else f"{self.entry}, {field} {place}"
            found.append(Fields(self.file, entry, _named(item)))
        return tuple(found)

    def mapping(self, field: str) -> "Fields | None":
        """A mapping within this one, or None where the field is absent."""
        value = self.values.get(field)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.wrong(field, f"wants a mapping, not {_shown(value)}")
        return Fields(self.file, f"{self.entry}, {field}", value)

    def only(self, known: frozenset[str]) -> None:
        """Refuse a field that nobody reads: most often a slip of the pen."""
        for field in self.values:
            if field not in known:
                raise self.wrong(str(field), "is no field of this entry")


def _shown(value: object) -> str:
    """A value as a message shows it: enough to find it by."""
    told = repr(value)
    return told if len(told) <= _MOST_SHOWN else f"{told[:_MOST_SHOWN]}…"


def _named(mapping: Mapping[object, object]) -> Mapping[str, object]:
    """The mapping by names: YAML reads an unquoted ``on`` as true."""
    return {"on" if key is True else str(key): value for key, value in mapping.items()}
