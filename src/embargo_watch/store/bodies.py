"""Write records as JSON text and read them back whole, whatever columns stand beside them.

``load(Claim, dump(claim)) == claim`` holds for every record. A field that a body lacks, because
an older version wrote it, takes its default; one that this version does not know is passed over.
"""

import dataclasses
import types
from collections.abc import Hashable, Mapping
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import orjson

from embargo_watch.model.text import well_formed

Record = TypeVar("Record")


def dump(record: object) -> str:
    """Return a record, or a mapping or sequence of records, as JSON text."""
    try:
        return orjson.dumps(record).decode()
    except TypeError:
        return orjson.dumps(_mended(_plain(record))).decode()


def load(kind: type[Record], body: str) -> Record:
    """Read a record back from its JSON text."""
    builder = _builder(cast(Hashable, kind))
    record: Record = builder(orjson.loads(body))
    return record


def load_plain(body: str | None) -> dict[str, Any]:
    """Read a body that is no record but a mapping of plain values; an absent one is empty."""
    return dict(orjson.loads(body)) if body else {}


def _plain(record: object) -> object:
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        return {f.name: _plain(getattr(record, f.name)) for f in dataclasses.fields(record)}
    if isinstance(record, Mapping):
        return {key: _plain(value) for key, value in record.items()}
    return [_plain(one) for one in record] if isinstance(record, list | tuple) else record


def _mended(value: object) -> object:
    if isinstance(value, str):
        return well_formed(value)
    if isinstance(value, dict):
        return {_mended(key): _mended(one) for key, one in value.items()}
    return [_mended(one) for one in value] if isinstance(value, list) else value


@cache
def _builder(kind: Hashable) -> Any:  # noqa: ANN401 - a type hint in, a function out
    """Return the function that builds a value of this type out of what JSON gives for it."""
    origin, inner = get_origin(kind), get_args(kind)
    if dataclasses.is_dataclass(kind):
        return _record_builder(kind)
    if origin is tuple:
        return _tuple_builder(inner)
    if origin in (Union, types.UnionType):
        one = _builder(next(arg for arg in inner if arg is not type(None)))
        return lambda value: None if value is None else one(value)
    if origin is not None and origin is not Literal and issubclass(origin, Mapping):
        value_of = _builder(inner[1])
        return lambda value: {key: value_of(one) for key, one in value.items()}
    return lambda value: value


def _tuple_builder(inner: tuple[Any, ...]) -> Any:  # noqa: ANN401 - a function
    if inner[-1] is Ellipsis:
        one = _builder(inner[0])
        return lambda value: tuple(one(item) for item in value)
    parts = [_builder(arg) for arg in inner]
    return lambda value: tuple(part(item) for part, item in zip(parts, value, strict=True))


def _record_builder(kind: Any) -> Any:  # noqa: ANN401 - a function
    hints = get_type_hints(kind)
    parts = {f.name: _builder(hints[f.name]) for f in dataclasses.fields(kind)}

    def build(value: Mapping[str, Any]) -> object:
        return kind(**{name: part(value[name]) for name, part in parts.items() if name in value})

    return build
