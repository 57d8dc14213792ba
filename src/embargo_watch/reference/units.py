"""Read units and conversion factors as data, so that each factor shows on whose word it stands."""

from functools import cache

from embargo_watch.errors import InvalidReference
from embargo_watch.model.unit import Factor, Unit, Units
from embargo_watch.reference.law_fields import Fields
from embargo_watch.reference.scopes import SCOPES_FILE, scopes
from embargo_watch.reference.yaml_files import load

UNITS_FILE = "items/units.yaml"

_UNIT = frozenset({"id", "name", "names", "before"})
_FACTOR = frozenset({"items", "from", "to", "per", "least", "most", "source"})


@cache
def units() -> Units:
    """The bundled units and factors.

    Raises:
        InvalidReference: an entry breaks the schema; the message names file, entry and field.
    """
    content = load(UNITS_FILE)
    if not isinstance(content, dict):
        raise InvalidReference(f"data/{UNITS_FILE}: wants `units` and `factors`")
    return parse_units(Fields(f"data/{UNITS_FILE}", "file", content))


def parse_units(top: Fields) -> Units:
    """Turn the file's content into records; a name may lead to one unit only."""
    top.only(frozenset({"units", "factors"}))
    entries = top.mappings("units")
    known = {entry.text("id"): _unit(entry) for entry in entries}
    return Units(
        units=known,
        names=_index(entries, "names"),
        before=_index(entries, "before"),
        factors=tuple(
            factor for entry in top.mappings("factors") for factor in _both_ways(entry, known)
        ),
    )


def _unit(entry: Fields) -> Unit:
    entry.only(_UNIT)
    return Unit(
        id=entry.text("id"),
        name=entry.text("name"),
        names=entry.texts("names", required=True),
        before=entry.texts("before"),
    )


def _index(entries: tuple[Fields, ...], field: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in entries:
        for name in entry.texts(field):
            if found.setdefault(name.casefold(), entry.text("id")) != entry.text("id"):
                raise entry.wrong(field, f"{name!r} names two units")
    return found


def _both_ways(entry: Fields, known: dict[str, Unit]) -> tuple[Factor, Factor]:
    entry.only(_FACTOR)
    unit, into = entry.text("from"), entry.text("to")
    for field, name in (("from", unit), ("to", into)):
        if name not in known:
            raise entry.wrong(field, f"{name!r} is no unit of this file")
    per, least, most = entry.number("per"), entry.number("least"), entry.number("most")
    if least > most:
        raise entry.wrong("least", f"{least} is more than `most` {most}")
    items = entry.texts("items")
    for code in items:
        if code not in scopes().categories:
            raise entry.wrong("items", f"{code!r} is no scope code of data/{SCOPES_FILE}")
    source = entry.text("source")
    there = Factor(
        unit=unit, into=into, least=least / per, most=most / per, items=items, source=source
    )
    back = Factor(
        unit=into, into=unit, least=per / most, most=per / least, items=items, source=source
    )
    return there, back
