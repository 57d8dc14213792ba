"""Turn the fields of a query, flags or a line of a file, into one that the judge takes.

A flag that cannot be used is an error. A line of a file is judged with what is known: a place or
a group that the reference data lack costs a warning and not the line.
"""

import json
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from embargo_watch.cli import names
from embargo_watch.errors import UnusableInput
from embargo_watch.judge.amounts import tells_amount
from embargo_watch.judge.timing import stretch_of
from embargo_watch.model.claim import UNKNOWN_PARTY
from embargo_watch.model.finding import Query, Stop
from embargo_watch.reference.areas import area_of
from embargo_watch.reference.parties import parties
from embargo_watch.reference.scopes import GROUPS

CAPACITIES = ("government", "territory", "unclear")
PARTIES = ("supplier", "recipient", "maker", "broker", "end_user", "flag")
_AS = ("supplier_as", "recipient_as")
_WORDS = ("item", "designation", "item_text", "area", "date", "quantity")
_TEXTS = frozenset((*PARTIES, *_AS, *_WORDS))
FIELDS = _TEXTS | {"via"}
_CODE = re.compile(r"[A-Z]{3}")
_LONG_NAME = 6
"""Letters from which a name may differ by two signs and still be a slip; a shorter one by one.

So may one that ends in ``_as``: ``supplier_id`` is another word."""
_KNOWN_DATES = 65_536
_KNOWN_NAMES = 16_384

Warn = Callable[[str], object]


def query_of(asked: Mapping[str, Any], warn: Warn | None = None) -> Query:
    """Check the fields of a query and turn them into one.

    A state without ``supplier_as`` or ``recipient_as`` stands for its government: who asks about
    a territory says so. ``via`` is a list of parties, each a text (``ARE`` or ``ARE@2023-05``) or
    an object with ``party`` and ``date``. An unknown field is passed over, unless its name is so
    near a known one that it must be a slip. With ``warn``, which takes a sentence, an unknown area
    is left out and an unknown group is a party of its own; else both are errors.

    Raises:
        UnusableInput: a field cannot be used; the message names it with its value.
    """
    fields = {"supplier_as": "government", "recipient_as": "government"}
    if not asked.keys() <= FIELDS:
        _refuse_slips(asked)
    for name, value in asked.items():
        if name in _TEXTS and value is not None:
            text = value.strip() if type(value) is str else _text(name, value)
            if text:
                fields[name] = text
    _leave_places_open(fields, asked)
    for name in PARTIES:
        if name in fields:
            fields[name] = _party(name, fields[name], warn)
    if "flag" in fields:
        fields["flag"] = _state(fields["flag"], warn)
    if "quantity" in fields:
        fields["quantity"] = _quantity(fields["quantity"], warn)
    if "area" in fields:
        fields["area"] = _area(fields["area"], warn)
    via = _via(asked["via"], warn) if "via" in asked else ()
    _check(fields, via)
    return Query(**fields, via=via)  # type: ignore[arg-type]  # the names are the query's own


def _leave_places_open(fields: dict[str, str], asked: Mapping[str, Any]) -> None:
    """A place in a state ("Sanaa") tells not who there takes part, unless the query says so."""
    for side, as_ in zip(("supplier", "recipient"), _AS, strict=True):
        if side in fields and not asked.get(as_) and names.is_place(fields[side]):
            fields[as_] = "unclear"


def _refuse_slips(asked: Mapping[str, Any]) -> None:
    """A misspelt field would be lost, and the answer be one to another question."""
    for name, value in asked.items():
        if value is not None and name not in FIELDS and (near := _near(name)):
            raise UnusableInput(f"field {_quoted(name)} is no field of a query; is {near} meant?")


@lru_cache(maxsize=_KNOWN_NAMES)
def _near(name: str) -> str:
    """The field that a name is a slip of; "" where it is another word."""
    from rapidfuzz.distance import OSA

    plain = name.strip().casefold().replace("-", "_").replace(" ", "_")
    ranked = sorted((OSA.distance(plain, known), known) for known in FIELDS)
    for distance, known in ranked:
        long = min(len(known), len(plain)) >= _LONG_NAME and known not in _AS
        if distance <= (2 if long else 1):
            return known
    return ""


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise UnusableInput(f"{name} wants a text, not {value!r}")
    return value.strip()


def _check(fields: Mapping[str, str], via: tuple[Stop, ...]) -> None:
    for name in _AS:
        if fields[name] not in CAPACITIES:
            raise UnusableInput(f"{name} {fields[name]!r} is none of {', '.join(CAPACITIES)}")
    if not (fields.get("supplier") or fields.get("recipient") or fields.get("area")):
        raise UnusableInput("a query needs a supplier, a recipient or an area")
    if fields.get("item") not in GROUPS:
        raise UnusableInput(f"item {fields.get('item', '')!r} is none of {', '.join(GROUPS)}")
    _check_date(fields.get("date", ""))
    for stop in via:
        _check_date(stop.date)


@lru_cache(maxsize=_KNOWN_DATES)
def _check_date(date: str) -> None:
    stretch_of(date)


def _party(name: str, text: str, warn: Warn | None) -> str:
    if text == UNKNOWN_PARTY:
        return text
    found, trouble = _found(text)
    if not trouble:
        return found
    # A code that no state has is a slip; a name may well be a group that we do not know.
    if warn is None or _CODE.fullmatch(text):
        raise UnusableInput(f"{name} {trouble}")
    warn(f"{name} {_quoted(text)} is no known party; judged as a party of its own")
    return text


@lru_cache(maxsize=_KNOWN_NAMES)
def _found(text: str) -> tuple[str, str]:
    """The party's id, or why there is none: to look for near names takes long."""
    try:
        return names.party_id(text), ""
    except UnusableInput as error:
        return "", str(error)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _state(text: str, warn: Warn | None) -> str:
    """The flag of a ship or aircraft: only a state has one."""
    known = parties().get(text)
    if text == UNKNOWN_PARTY or (known is not None and known.kind == "state"):
        return text
    if warn is None:
        raise UnusableInput(f"flag {text!r} is no state")
    if known is not None:
        warn(f"flag {_quoted(text)} is no state; left out")
    return "" if known is not None else text


def _quantity(text: str, warn: Warn | None) -> str:
    if tells_amount(text):
        return text
    if warn is None:
        raise UnusableInput(f"quantity {text!r} is no amount such as '600,000 barrels'")
    warn(f"quantity {_quoted(text)} is no amount; left out")
    return ""


def _area(text: str, warn: Warn | None) -> str:
    found = area_of(text)
    if not found:
        if warn is None:
            raise UnusableInput(f"area {text!r} is no state or area that the reference data know")
        warn(f"area {_quoted(text)} is no known state or area; left out")
    return found


def _via(value: object, warn: Warn | None) -> tuple[Stop, ...]:
    if value is None or (isinstance(value, list | tuple) and not value):
        return ()
    if isinstance(value, str) and not value.strip():
        return ()
    stops = value if isinstance(value, list | tuple) else [value]
    return tuple(_stop(stop, warn) for stop in stops)


def _stop(value: object, warn: Warn | None) -> Stop:
    if isinstance(value, dict):
        strange = sorted(set(map(str, value)) - {"party", "date"})
        if strange:
            raise UnusableInput(f"via {value!r} holds {strange[0]!r}: wants `party` and `date`")
        given = {key: told for key, told in value.items() if told is not None}
        party, date = (_text(f"via {key}", given.get(key, "")) for key in ("party", "date"))
    else:
        party, at, date = (part.strip() for part in _text("via", value).partition("@"))
        if at and not date:
            raise UnusableInput(f"via {value!r} names no date behind @: give it, or leave @ out")
    if not party:
        raise UnusableInput(f"via {value!r} names no party")
    return Stop(party=_party("via", party, warn), date=date)
