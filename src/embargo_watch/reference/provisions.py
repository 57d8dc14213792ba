"""Turn one provision of a regime's file into a record, and name the field that is wrong."""

from collections.abc import Mapping
from typing import Any, cast, get_args

from embargo_watch.model.provision import (
    Cap,
    Change,
    ChangeKind,
    Confidence,
    Direction,
    Grace,
    HeldReading,
    Listing,
    Nexus,
    Period,
    Provision,
    ProvisionKind,
    Route,
    TargetType,
    UntilKind,
)
from embargo_watch.reference.areas import AREAS_FILE, areas
from embargo_watch.reference.law_fields import Fields
from embargo_watch.reference.scopes import SCOPES_FILE, scopes

WORDS = ("instrument", "paragraph", "text", "force", "bound", "target_text", "area")
MORE_WORDS = (
    "changed_by", "cap", "determination", "exemptions", "inspection", "contested", "note"
)  # fmt: skip
CODES = ("items", "services", "requires", "cap_items")
PROVISION_FIELDS = frozenset(
    {
        *WORDS, *MORE_WORDS, *CODES, "id", "kind", "adopted", "from", "until", "until_kind",
        "direction", "target_type", "target", "items_since", "items_until", "hs", "grace", "route",
        "relaxes", "readings", "confidence", "source", "caps", "binds", "nexus", "areas", "listed",
        "changes",
    }
)  # fmt: skip
GRACE_FIELDS = frozenset({"until", "items", "condition"})
CAP_FIELDS = frozenset({"items", "amount", "unit", "from", "until", "period", "text", "source"})
LISTING_FIELDS = frozenset({"party", "from", "until", "source"})
CHANGE_FIELDS = frozenset({"on", "instrument", "paragraph", "how", "until", "note"})
READING_FIELDS = frozenset({"reading", "held_by", "applies", "excludes", "from", "until"})


def provision(entry: Fields, regime: str) -> Provision:
    """One provision of a regime's file.

    Raises:
        InvalidReference: a field is missing, unknown or wrong; names file, provision and field.
    """
    entry.only(PROVISION_FIELDS)
    return Provision(
        id=entry.plain("id"),
        regime=regime,
        **_words(entry),
        **_choices(entry),
        **_dates(entry),
        **_scope(entry),
        **_later(entry),
        readings=tuple(_reading(reading) for reading in entry.mappings("readings")),
        source=entry.texts("source", required=True),
    )


def _words(entry: Fields) -> dict[str, Any]:
    required = {name: entry.text(name) for name in WORDS}
    return required | {name: entry.text(name, "") for name in MORE_WORDS}


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
        "items_since": _days_of_codes(entry, "items_since"),
        "items_until": _days_of_codes(entry, "items_until"),
        "grace": None if grace is None else _grace(grace),
    }


def _days_of_codes(entry: Fields, field: str) -> Mapping[str, Any]:
    later = entry.mapping(field)
    if later is None:
        return {}
    return {code: later.date(code) for code in later.values}


def _grace(entry: Fields) -> Grace:
    entry.only(GRACE_FIELDS)
    return Grace(
        until=entry.date("until"),
        items=_codes(entry, "items"),
        condition=entry.text("condition"),
    )


def _scope(entry: Fields) -> dict[str, Any]:
    scope: dict[str, Any] = {field: _codes(entry, field) for field in CODES}
    if not scope["items"] and not scope["services"]:
        raise entry.wrong("items", "wants item codes, or services")
    scope |= {field: entry.texts(field) for field in ("hs", "relaxes", "binds", "areas")}
    for area in scope["areas"]:
        if area not in areas():
            raise entry.wrong("areas", f"{area!r} is no area of data/{AREAS_FILE}")
    scope["nexus"] = _words_of(entry, "nexus", get_args(Nexus))
    scope["caps"] = tuple(_cap(cap) for cap in entry.mappings("caps"))
    return scope | {"target": entry.texts("target", required=True)}


def _words_of(entry: Fields, field: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    words = entry.texts(field)
    for word in words:
        if word not in choices:
            raise entry.wrong(field, f"wants words of {', '.join(choices)}, not {word!r}")
    return words


def _cap(entry: Fields) -> Cap:
    entry.only(CAP_FIELDS)
    return Cap(
        items=_codes(entry, "items"),
        amount=entry.number("amount"),
        unit=entry.text("unit"),
        since=entry.date("from"),
        until=entry.optional_date("until"),
        period=cast("Period", entry.choice("period", get_args(Period))),
        text=entry.text("text"),
        source=entry.text("source"),
    )


def _later(entry: Fields) -> dict[str, Any]:
    """What came after the paragraph was adopted: who was listed, what was changed."""
    return {
        "listed": tuple(_listing(each) for each in entry.mappings("listed")),
        "changes": tuple(_change(each) for each in entry.mappings("changes")),
    }


def _listing(entry: Fields) -> Listing:
    entry.only(LISTING_FIELDS)
    return Listing(
        party=entry.text("party"),
        since=entry.date("from"),
        until=entry.optional_date("until"),
        source=entry.text("source", ""),
    )


def _change(entry: Fields) -> Change:
    entry.only(CHANGE_FIELDS)
    return Change(
        on=entry.date("on"),
        instrument=entry.text("instrument"),
        paragraph=entry.text("paragraph"),
        how=cast("ChangeKind", entry.choice("how", get_args(ChangeKind))),
        until=entry.optional_date("until"),
        note=entry.text("note", ""),
    )


def _codes(entry: Fields, field: str) -> tuple[str, ...]:
    codes = entry.texts(field)
    for code in codes:
        for part in code.split("!"):
            if part not in scopes().categories:
                raise entry.wrong(field, f"{part!r} is no scope code of data/{SCOPES_FILE}")
    return codes


def _reading(entry: Fields) -> HeldReading:
    entry.only(READING_FIELDS)
    return HeldReading(
        reading=entry.text("reading"),
        held_by=entry.texts("held_by", required=True),
        applies=entry.flag("applies", True),
        excludes=entry.texts("excludes"),
        since=entry.optional_date("from"),
        until=entry.optional_date("until"),
    )
