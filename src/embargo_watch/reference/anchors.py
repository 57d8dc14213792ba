"""Know the events and terms of office that date a text without a date."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.fields import entries, flag, mapping_of, strings, text_of
from embargo_watch.reference.yaml_files import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, or began, on a day that is public knowledge.

    A sentence names it by one of ``words``, or by one word of every group in ``all``; all are in
    lower case. ``common`` ones count only beside their own month or year.
    """

    name: str
    date: dt.date
    words: tuple[str, ...]
    all: tuple[tuple[str, ...], ...]
    loose: tuple[str, ...]
    """Phrases that may mean this event and may mean another."""
    lasting: bool
    common: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A term of office: half-open, ``until`` None where it has not ended."""

    titles: tuple[str, ...]
    names: tuple[str, ...]
    since: dt.date
    until: dt.date | None


@cache
def events(language: str) -> tuple[Event, ...]:
    """The events of ``lexicon/<language>/anchors.yaml``; raises InvalidReference naming a fault."""
    return tuple(_event(entry, _file(language)) for entry in _section(language, "events"))


@cache
def offices(language: str) -> tuple[Office, ...]:
    """The terms of office of the same file; raises InvalidReference naming a fault."""
    return tuple(_office(entry, _file(language)) for entry in _section(language, "offices"))


def _file(language: str) -> str:
    return f"lexicon/{language}/anchors.yaml"


def _section(language: str, name: str) -> list[object]:
    file = _file(language)
    return entries(mapping_of(load(file), file, "the file").get(name), file)


def _event(entry: object, file: str) -> Event:
    record = mapping_of(entry, file, "events")
    name = text_of(record, "name", file, "events")
    groups = record.get("all", [])
    if not isinstance(groups, list) or not (groups or record.get("words")):
        raise InvalidReference(f"data/{file}: {name}: words or all: a list is expected")
    return Event(
        name=name,
        date=_day(text_of(record, "date", file, name), file, name, "date"),
        words=tuple(words.lower() for words in strings(record, "words", file, name)),
        all=tuple(
            tuple(str(word).lower() for word in (group if isinstance(group, list) else [group]))
            for group in groups
        ),
        loose=tuple(words.lower() for words in strings(record, "loose", file, name)),
        lasting=flag(record, "lasting", file, name),
        common=flag(record, "common", file, name),
    )


def _office(entry: object, file: str) -> Office:
    record = mapping_of(entry, file, "offices")
    names = strings(record, "names", file, "offices")
    label = names[0] if names else "offices"
    until = text_of(record, "until", file, label, "")
    return Office(
        titles=strings(record, "title", file, label),
        names=names,
        since=_day(text_of(record, "since", file, label), file, label, "since"),
        until=_day(until, file, label, "until") if until else None,
    )


def _day(text: str, file: str, entry: str, field: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise InvalidReference(f"data/{file}: {entry}: {field}: {text!r} is not a day") from error
