"""Read the embargoes from data that a lawyer can review, and refuse what is not whole.

One YAML file a regime; a user's own folder adds regimes, or replaces a bundled one of the same id.
"""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

from embargo_watch.errors import InvalidReference
from embargo_watch.model.provision import (
    Confidence,
    Direction,
    Grace,
    HeldReading,
    Instrument,
    Provision,
    ProvisionKind,
    Regime,
    Route,
    TargetType,
    UntilKind,
)
from embargo_watch.reference.law_fields import Fields
from embargo_watch.reference.scopes import SCOPES_FILE, scopes
from embargo_watch.reference.yaml_files import data_root, load, names

_REGIME = frozenset(
    {"regime", "name", "layer", "territory", "parties", "instruments", "provisions", "note"}
)
_WORDS = ("instrument", "paragraph", "text", "force", "bound", "target_text", "area")
_MORE_WORDS = (
    "changed_by", "cap", "determination", "exemptions", "inspection", "contested", "note"
)  # fmt: skip
_CODES = ("items", "services", "requires", "cap_items")
_PROVISION = frozenset(
    {
        *_WORDS, *_MORE_WORDS, *_CODES, "id", "kind", "adopted", "from", "until", "until_kind",
        "direction", "target_type", "target", "items_since", "hs", "grace", "route", "relaxes",
        "readings", "confidence", "source",
    }
)  # fmt: skip


@cache
def regimes(extra: Path | None = None) -> tuple[Regime, ...]:
    """Every regime, in the order of its id; those of ``extra`` replace bundled ones.

    Raises:
        InvalidReference: a file breaks the schema; names the file, the provision and the field.
    """
    found: dict[str, Regime] = {}
    contents = [(f"data/{name}", load(name)) for name in names("regimes")]
    for file, content in contents + [(str(path), _load(path)) for path in _own(extra)]:
        regime = parse_regime(file, content)
        found[regime.id] = regime
    return tuple(found[key] for key in sorted(found))


@cache
def law_digest(extra: Path | None = None) -> str:
    """SHA-256 (hex) of the law as judged: every regime's file and the item scopes."""
    digest = hashlib.sha256()
    bundled = [data_root().joinpath(name) for name in (*names("regimes"), SCOPES_FILE)]
    for entry in [*bundled, *_own(extra)]:
        raw = entry.read_bytes()
        digest.update(f"{entry.name}:{len(raw)}:".encode())
        digest.update(raw)
    return digest.hexdigest()


def parse_regime(file: str, content: object) -> Regime:
    """Turn one file's content into a regime and check what its provisions refer to."""
    if not isinstance(content, dict):
        raise InvalidReference(f"{file}: wants a mapping with `regime` and `provisions`")
    top = Fields(file, str(content.get("regime", "file")), content)
    top.only(_REGIME)
    instruments = tuple(_instrument(entry) for entry in top.mappings("instruments"))
    regime = Regime(
        id=top.text("regime"),
        name=top.text("name"),
        layer=top.choice("layer", ("UN", "EU", "UK", "US")),
        territory=top.text("territory", ""),
        parties=top.texts("parties", required=True),
        instruments=instruments,
        provisions=tuple(_provision(entry, top) for entry in top.mappings("provisions")),
        note=top.text("note", ""),
    )
    _check(regime, top)
    return regime


def _own(extra: Path | None) -> tuple[Path, ...]:
    if extra is None:
        return ()
    if not extra.is_dir():
        raise InvalidReference(f"{extra}: is no folder of regimes")
    return tuple(sorted(extra.glob("*.yaml")))


def _load(path: Path) -> object:
    import yaml

    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InvalidReference(f"{path}: {error}") from error


def _instrument(entry: Fields) -> Instrument:
    entry.only(frozenset({"id", "adopted"}))
    return Instrument(id=entry.text("id"), adopted=entry.date("adopted"))


def _provision(entry: Fields, top: Fields) -> Provision:
    entry.only(_PROVISION)
    return Provision(
        id=entry.text("id"),
        regime=top.text("regime"),
        **_words(entry),
        **_choices(entry),
        **_dates(entry),
        **_scope(entry),
        readings=tuple(_reading(reading) for reading in entry.mappings("readings")),
        source=entry.texts("source", required=True),
    )


def _words(entry: Fields) -> dict[str, Any]:
    required = {name: entry.text(name) for name in _WORDS}
    return required | {name: entry.text(name, "") for name in _MORE_WORDS}


def _choices(entry: Fields) -> dict[str, Any]:
    return {
        "kind": entry.choice("kind", get_args(ProvisionKind)),
        "until_kind": entry.choice("until_kind", get_args(UntilKind)),
        "direction": entry.choice("direction", get_args(Direction)),
        "target_type": entry.choice("target_type", get_args(TargetType)),
        "confidence": entry.choice("confidence", get_args(Confidence)),
        "route": entry.choice("route", get_args(Route), ""),
    }


def _dates(entry: Fields) -> dict[str, Any]:
    since, until = entry.date("from"), entry.optional_date("until")
    if until is not None and until < since:
        raise entry.wrong("until", f"{until} is before `from` {since}")
    if (until is None) != (entry.text("until_kind") == "open"):
        raise entry.wrong("until", "a date and an `until_kind` other than open go together")
    grace = entry.mapping("grace")
    return {
        "adopted": entry.date("adopted"),
        "since": since,
        "until": until,
        "items_since": _items_since(entry),
        "grace": None if grace is None else _grace(grace),
    }


def _items_since(entry: Fields) -> Mapping[str, Any]:
    later = entry.mapping("items_since")
    if later is None:
        return {}
    return {code: later.date(code) for code in later.values}


def _grace(entry: Fields) -> Grace:
    entry.only(frozenset({"until", "items", "condition"}))
    return Grace(
        until=entry.date("until"),
        items=_codes(entry, "items"),
        condition=entry.text("condition"),
    )


def _scope(entry: Fields) -> dict[str, Any]:
    scope: dict[str, Any] = {field: _codes(entry, field) for field in _CODES}
    if not scope["items"] and not scope["services"]:
        raise entry.wrong("items", "wants item codes, or services")
    scope |= {field: entry.texts(field) for field in ("hs", "relaxes")}
    return scope | {"target": entry.texts("target", required=True)}


def _codes(entry: Fields, field: str) -> tuple[str, ...]:
    codes = entry.texts(field)
    for code in codes:
        for part in code.split("!"):
            if part not in scopes().categories:
                raise entry.wrong(field, f"{part!r} is no scope code of data/{SCOPES_FILE}")
    return codes


def _reading(entry: Fields) -> HeldReading:
    entry.only(frozenset({"reading", "held_by", "applies", "from", "until"}))
    return HeldReading(
        reading=entry.text("reading"),
        held_by=entry.texts("held_by", required=True),
        applies=entry.flag("applies", True),
        since=entry.optional_date("from"),
        until=entry.optional_date("until"),
    )


def _check(regime: Regime, top: Fields) -> None:
    """Refuse ids that occur twice and references that lead nowhere."""
    ids = [provision.id for provision in regime.provisions]
    instruments = {instrument.id for instrument in regime.instruments}
    for place, entry in enumerate(top.mappings("provisions")):
        provision = regime.provisions[place]
        if ids.index(provision.id) != place:
            raise entry.wrong("id", "occurs twice")
        if provision.instrument not in instruments:
            raise entry.wrong("instrument", f"{provision.instrument!r} is not among instruments")
        for party in provision.target:
            if party not in regime.parties:
                raise entry.wrong("target", f"{party!r} is not among the regime's parties")
        for other in provision.relaxes:
            if other not in ids:
                raise entry.wrong("relaxes", f"{other!r} is no provision of this regime")
        if bool(provision.contested) != bool(provision.readings):
            raise entry.wrong("readings", "a contested provision has readings, and no other")
