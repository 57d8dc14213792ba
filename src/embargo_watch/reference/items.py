"""Tell which words of a report name goods, of which item group, and which weapons by name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from embargo_watch.errors import InvalidReference
from embargo_watch.model.item import Designation, ItemGroup
from embargo_watch.reference.fields import entries, mapping_of, strings, text_of
from embargo_watch.reference.yaml_files import load

GROUPS = "items/groups.yaml"
DESIGNATIONS = "items/designations.yaml"
REGISTER = "items/designations-register.yaml"

_HYPHEN_AT_NUMBER = re.compile(r"(?<=[^\W\d_])-(?=\d)")
_SHORT = 2
"""Names of so few letters and digits (``Y-8``) are met as other things too."""


@cache
def item_groups() -> Mapping[str, ItemGroup]:
    """The codebook's item groups by id, in its order.

    Raises InvalidReference, naming file, entry and field, if the file breaks its schema or if a
    word names goods of two groups.
    """
    found: dict[str, ItemGroup] = {}
    owners: dict[str, str] = {}
    for entry in entries(_groups_file().get("groups"), GROUPS):
        record = mapping_of(entry, GROUPS, "groups")
        group_id = text_of(record, "id", GROUPS, "groups")
        group = ItemGroup(
            id=group_id,
            name=text_of(record, "name", GROUPS, group_id),
            words=_unique(strings(record, "words", GROUPS, group_id)),
            weak=_unique(strings(record, "weak", GROUPS, group_id)),
        )
        for word in group.words:
            owner = owners.setdefault(word.casefold(), group_id)
            if owner != group_id:
                raise InvalidReference(
                    f"data/{GROUPS}: {group_id}: words: {word!r} is a word of {owner}, too"
                )
        found[group_id] = group
    return MappingProxyType(found)


@cache
def item_blockers() -> tuple[str, ...]:
    """Phrases that hold a word for goods and name none, longest first; they count in any case."""
    content = _groups_file()
    found: set[str] = set()
    for phrases in entries(content.get("blockers"), GROUPS):
        for phrase in strings({"blockers": phrases}, "blockers", GROUPS, "blockers"):
            found.update({phrase.replace("’", "'"), phrase.replace("'", "’")})
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


@cache
def designations() -> tuple[Designation, ...]:
    """Weapons' names with every form in which reports write them; a form belongs to one name.

    A name that is an ordinary word may come twice: bare, with ``needs_context``, and followed by a
    noun that settles it ("Patriot missiles"), without. Raises InvalidReference, naming file,
    entry and field, if a file breaks its schema or if one form of designations.yaml is in two
    groups.
    """
    curated = mapping_of(load(DESIGNATIONS), DESIGNATIONS, "the file")
    heads = mapping_of(curated.get("heads"), DESIGNATIONS, "heads")
    taken: dict[str, str] = {}
    found: list[Designation] = []
    for file_name in (DESIGNATIONS, REGISTER):
        content = mapping_of(load(file_name), file_name, "the file")
        for group_id in (key for key in content if key != "heads"):
            if group_id not in item_groups():
                raise InvalidReference(f"data/{file_name}: {group_id}: no item group of this id")
            record = mapping_of(content[group_id], file_name, group_id)
            nouns = (
                strings(heads, group_id, DESIGNATIONS, "heads") if file_name == DESIGNATIONS else ()
            )
            for known in _of_group(record, group_id, file_name, nouns):
                found.extend(_with_free_forms(known, taken, file_name))
    return tuple(found)


def _groups_file() -> Mapping[str, object]:
    return mapping_of(load(GROUPS), GROUPS, "the file")


def _of_group(
    record: Mapping[str, object], group_id: str, file_name: str, nouns: Iterable[str]
) -> Iterator[Designation]:
    unknown = record.keys() - {"sure", "ordinary"}
    if unknown:
        raise InvalidReference(f"data/{file_name}: {group_id}: unknown field {min(unknown)!r}")
    for field in ("sure", "ordinary"):
        for line in strings(record, field, file_name, group_id):
            names = [name.strip() for name in line.split(" = ")]
            bare = _bare_forms(names)
            doubtful = [form for form in bare if field == "ordinary" or _is_short(form)]
            certain = [form for form in bare if form not in doubtful]
            certain += _followed(names[0], nouns)
            for forms, needs_context in ((certain, False), (doubtful, True)):
                if forms:
                    yield Designation(
                        name=names[0],
                        group=group_id,
                        forms=tuple(forms),
                        needs_context=needs_context,
                    )


def _with_free_forms(
    known: Designation, taken: dict[str, str], file_name: str
) -> Iterator[Designation]:
    """The designation with the forms that no earlier one has; nothing if none is left."""
    free = []
    for form in known.forms:
        key = form.casefold()
        if file_name == DESIGNATIONS and taken.get(key, known.group) != known.group:
            raise InvalidReference(
                f"data/{file_name}: {known.group}: {form!r} is in {taken[key]}, too"
            )
        if key not in taken:
            taken[key] = known.group
            free.append(form)
    if free:
        yield Designation(
            name=known.name,
            group=known.group,
            forms=tuple(free),
            needs_context=known.needs_context,
        )


def _bare_forms(names: Iterable[str]) -> list[str]:
    forms: dict[str, None] = {}
    for name in names:
        for spelling in _spellings(name):
            forms[spelling] = None
            if not spelling.endswith("s"):
                forms[spelling + "s"] = None
    return list(forms)


def _followed(name: str, nouns: Iterable[str]) -> list[str]:
    """``Hawk`` gives ``Hawk missile``; a name that holds its noun (``Grad rocket``) gives none."""
    if name.split()[-1].islower():
        return []
    return [form for noun in nouns for form in (f"{name} {noun}", f"{name} {_plural(noun)}")]


def _spellings(name: str) -> tuple[str, ...]:
    """``F-16`` is also written ``F16`` and ``F 16``."""
    spaced, joined = (_HYPHEN_AT_NUMBER.sub(mark, name) for mark in (" ", ""))
    return tuple(dict.fromkeys((name, spaced, joined)))


def _plural(phrase: str) -> str:
    if phrase.endswith("y"):
        return phrase[:-1] + "ies"
    return phrase + ("es" if phrase.endswith(("s", "sh", "ch", "x")) else "s")


def _is_short(form: str) -> bool:
    return sum(character.isalnum() for character in form) <= _SHORT


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
