"""Read which goods fall into which legal category, so that a lawyer can correct it in one file."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from embargo_watch.errors import InvalidReference
from embargo_watch.model.provision import Category, Goods, Scopes
from embargo_watch.reference.law_fields import Fields
from embargo_watch.reference.yaml_files import load, names

SCOPES_FILE = "items/scopes.yaml"
GOODS_FOLDER = "items/goods"
GROUPS = (
    "missiles", "uav", "ammunition", "small_arms", "artillery", "armour", "aircraft", "air_defence",
    "naval", "wmd", "arms", "technology", "fuel", "money", "relief", "personnel", "other",
)  # fmt: skip
"""The item groups of the codebook."""

_CATEGORY = frozenset({"code", "name", "inside", "maybe", "contains", "source"})
_GOODS = frozenset(
    {"id", "name", "groups", "words", "designations", "inside", "maybe", "why", "source"}
)


@cache
def scopes() -> Scopes:
    """The bundled goods and categories.

    Raises:
        InvalidReference: an entry breaks the schema; the message names file, entry and field.
    """
    return parse_scopes(_file(SCOPES_FILE), tuple(_file(name) for name in names(GOODS_FOLDER)))


def _file(name: str) -> Fields:
    content = load(name)
    if not isinstance(content, dict):
        raise InvalidReference(f"data/{name}: wants `categories`, or `goods`")
    return Fields(f"data/{name}", "file", content)


def parse_scopes(top: Fields, more: tuple[Fields, ...] = ()) -> Scopes:
    """Turn the files' contents into records and check every code against the categories.

    ``top`` holds the categories, ``more`` the goods.
    """
    top.only(frozenset({"categories"}))
    for file in more:
        file.only(frozenset({"goods"}))
    entries = top.mappings("categories")
    categories = {entry.text("code"): _category(entry) for entry in entries}
    wider = _wider(entries, tuple(categories))
    goods = (
        _goods(entry, frozenset(categories)) for file in more for entry in file.mappings("goods")
    )
    return Scopes(goods=tuple(_widened(each, wider) for each in goods), categories=categories)


def _category(entry: Fields) -> Category:
    entry.only(_CATEGORY)
    return Category(
        code=entry.text("code"),
        name=entry.text("name"),
        yes=_known(entry, "inside", GROUPS),
        unclear=_known(entry, "maybe", GROUPS),
        source=entry.text("source"),
    )


def _wider(entries: tuple[Fields, ...], codes: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    """For every code the codes that contain it, directly or through others."""
    parents: dict[str, set[str]] = {code: set() for code in codes}
    for entry in entries:
        for inner in _known(entry, "contains", codes):
            parents[inner].add(entry.text("code"))
    found: dict[str, frozenset[str]] = {}
    for code in codes:
        above: set[str] = set()
        ahead = list(parents[code])
        while ahead:
            each = ahead.pop()
            if each not in above:
                above.add(each)
                ahead += parents[each]
        found[code] = frozenset(above)
    return found


def _widened(goods: Goods, wider: Mapping[str, frozenset[str]]) -> Goods:
    """Put the goods into whatever contains the categories that they are, or may be, in."""
    inside = dict.fromkeys(goods.yes)
    inside |= dict.fromkeys(sorted(code for each in goods.yes for code in wider[each]))
    maybe = dict.fromkeys(goods.unclear)
    maybe |= dict.fromkeys(sorted(code for each in goods.unclear for code in wider[each]))
    unclear = tuple(code for code in maybe if code not in inside)
    return replace(goods, yes=tuple(inside), unclear=unclear)


def _goods(entry: Fields, codes: frozenset[str]) -> Goods:
    entry.only(_GOODS)
    words, designations = entry.texts("words"), entry.texts("designations")
    if not words and not designations:
        raise entry.wrong("words", "wants words or designations, else nothing can match")
    return Goods(
        id=entry.text("id"),
        name=entry.text("name"),
        groups=_known(entry, "groups", GROUPS, required=True),
        words=words,
        designations=designations,
        yes=_known(entry, "inside", tuple(codes)),
        unclear=_known(entry, "maybe", tuple(codes)),
        why=entry.text("why"),
        source=entry.text("source"),
    )


def _known(
    entry: Fields, field: str, known: tuple[str, ...], required: bool = False
) -> tuple[str, ...]:
    values = entry.texts(field, required)
    for value in values:
        if value not in known:
            raise entry.wrong(field, f"{value!r} is unknown")
    return values
