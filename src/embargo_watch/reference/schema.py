"""Describe a regime's file to an editor, out of the same tables that the loader reads it by.

What refers to something else (an instrument, a scope code, a provision of the same file) and what
compares days is checked by the loader alone; everything else by both.
"""

from collections.abc import Iterable
from typing import Any, get_args

from embargo_watch.model.provision import (
    ChangeKind,
    Confidence,
    Direction,
    Nexus,
    Period,
    ProvisionKind,
    Route,
    TargetType,
    UntilKind,
)
from embargo_watch.reference import provisions
from embargo_watch.reference.regimes import INSTRUMENT_FIELDS, LAYERS, REGIME_FIELDS

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string", "pattern": r"\S"}
_TEXTS: Schema = {"type": "array", "items": {"type": "string"}}
_DATE: Schema = {
    "type": "string",
    "format": "date",
    "pattern": r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
}
_SPAN: Schema = {"from": _DATE, "until": _DATE}
_DAYS: Schema = {"type": "object", "additionalProperties": _DATE}
_KINDS: dict[str, Schema] = {
    "kind": {"enum": list(get_args(ProvisionKind))},
    "until_kind": {"enum": list(get_args(UntilKind))},
    "direction": {"enum": list(get_args(Direction))},
    "target_type": {"enum": list(get_args(TargetType))},
    "confidence": {"enum": list(get_args(Confidence))},
    "route": {"enum": [word for word in get_args(Route) if word]},
    "nexus": {"type": "array", "items": {"enum": list(get_args(Nexus))}},
}
_ABOUT = {
    "id": "how findings name this provision; never given to another one",
    "text": "what the paragraph says, in our own words",
    "paragraph": "as it is cited: 8(a)(i)",
    "from": "the first day on which it applies",
    "until": "the first day on which it no longer applies",
    "until_kind": "why it ended; horizon is the last renewal seen",
    "kind": "only a ban or a duty can be engaged by a transfer",
    "items": "scope codes of data/items/scopes.yaml; A!B is A without B",
    "target": "party ids: ISO 3166-1 alpha-3 or a group's",
    "binds": "party ids; absent means all States",
    "relaxes": "the provisions of this file that an exemption loosens",
    "changes": "what later paragraphs did: every renewal with its end",
    "confidence": "V read in a source, P partly, G general knowledge",
}


def regime_schema() -> Schema:
    """The JSON Schema (2020-12) of one file of a folder of regimes; dates are texts in it."""
    regime = _object(
        {
            **_texts(REGIME_FIELDS - {"layer", "parties", "instruments", "provisions"}),
            "layer": {"enum": list(LAYERS)},
            "parties": _some(_TEXTS),
            "instruments": {"type": "array", "items": {"$ref": "#/$defs/instrument"}},
            "provisions": {"type": "array", "items": {"$ref": "#/$defs/provision"}},
        },
        required=("regime", "name", "layer", "parties"),
        fields=REGIME_FIELDS,
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A regime of Embargo Watch",
        "description": "An embargo: the decisions that made it, and its provisions.",
        **regime,
        "$defs": {
            "instrument": _object({"id": _TEXT, "adopted": _DATE}, ("id", "adopted"),
                                  INSTRUMENT_FIELDS),
            "provision": _provision(),
            **_parts(),
        },
    }  # fmt: skip


def _provision() -> Schema:
    required = (
        *provisions.WORDS, "id", "adopted", "from", "kind", "until_kind", "direction",
        "target_type", "confidence", "target", "source",
    )  # fmt: skip
    made = _object(
        {
            **_texts(("id", *provisions.WORDS, *provisions.MORE_WORDS)),
            **dict.fromkeys((*provisions.CODES, "hs", "relaxes", "binds", "areas"), _TEXTS),
            **_KINDS,
            **{name: _some(_TEXTS) for name in ("target", "source")},
            **dict.fromkeys(("adopted", "from", "until"), _DATE),
            **dict.fromkeys(("items_since", "items_until"), _DAYS),
            "grace": {"$ref": "#/$defs/grace"},
            "readings": _list_of("reading"),
            "caps": _list_of("cap"),
            "listed": _list_of("listing"),
            "changes": _list_of("change"),
        },
        required,
        provisions.PROVISION_FIELDS,
    )
    open_ended = {"properties": {"until_kind": {"const": "open"}}}
    return made | {
        "anyOf": [
            {"required": [name], "properties": {name: {"minItems": 1}}}
            for name in ("items", "services")
        ],
        "if": open_ended,
        "then": {"not": {"required": ["until"]}},
        "else": {"required": ["until"]},
        "dependentRequired": {"contested": ["readings"]},
        "dependentSchemas": {
            "readings": {"anyOf": [{"required": ["contested"]}, _property("readings", 0)]},
            "contested": {"properties": {"readings": {"minItems": 1}}},
        },
    }


def _property(name: str, most: int) -> Schema:
    return {"properties": {name: {"maxItems": most}}}


def _parts() -> Schema:
    return {
        "grace": _object(
            {"until": _DATE, "items": _TEXTS, "condition": _TEXT},
            ("until", "condition"),
            provisions.GRACE_FIELDS,
        ),
        "reading": _object(
            {
                "reading": _TEXT,
                "held_by": _some(_TEXTS),
                "applies": {"type": "boolean"},
                "excludes": _TEXTS,
                **_SPAN,
            },
            ("reading", "held_by"),
            provisions.READING_FIELDS,
        ),
        "cap": _cap(),
        "listing": _object(
            {"party": _TEXT, "source": _TEXT, **_SPAN}, ("party", "from"), provisions.LISTING_FIELDS
        ),
        "change": _change(),
    }


def _cap() -> Schema:
    return _object(
        {
            **_texts(("unit", "text", "source")),
            "items": _TEXTS,
            "amount": {"type": "number", "exclusiveMinimum": 0},
            "period": {"enum": list(get_args(Period))},
            **_SPAN,
        },
        ("amount", "unit", "from", "period", "text", "source"),
        provisions.CAP_FIELDS,
    )


def _change() -> Schema:
    return _object(
        {
            **_texts(("instrument", "paragraph", "note")),
            "how": {"enum": list(get_args(ChangeKind))},
            "on": _DATE,
            "until": _DATE,
        },
        ("on", "instrument", "paragraph", "how"),
        provisions.CHANGE_FIELDS,
    )


def _object(properties: Schema, required: Iterable[str], fields: frozenset[str]) -> Schema:
    """A mapping of exactly the loader's fields; a field that is missing here is our bug."""
    assert set(properties) == fields, sorted(set(properties) ^ fields)
    told = {
        name: {"description": _ABOUT[name], **properties[name]} if name in _ABOUT
        else properties[name]
        for name in sorted(properties)
    }  # fmt: skip
    return {
        "type": "object",
        "properties": told,
        "required": sorted(required),
        "additionalProperties": False,
    }


def _texts(names: Iterable[str]) -> Schema:
    return dict.fromkeys(names, _TEXT)


def _some(schema: Schema) -> Schema:
    return schema | {"minItems": 1}


def _list_of(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}
