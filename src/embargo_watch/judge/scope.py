"""Answer whether goods fall into a legal category, without guessing at what a name may hide.

A designation decides before other words, words before the bare item group. A name that nobody
has listed leaves the answer to the group, which says yes only if every member of it is inside.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from embargo_watch.model.provision import Answer, Goods, Scopes
from embargo_watch.reference.function_words import function_words

_POSSESSIVE = re.compile(r"['’]s\b")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_SHORT_WORD = 3
_ANY_ARMS = "arms"
"""The item group of weapons that a report does not tell apart."""
_SERVICE_GROUPS = frozenset({"technology", "personnel"})
"""Goods that may be reported so say what is done with others; a designation leaves them be."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wares:
    """What moved, as far as a report or a query says it."""

    item: str
    designation: str = ""
    text: str = ""

    @property
    def words(self) -> str:
        """The words for the goods, to be shown."""
        parts = dict.fromkeys(filter(None, (self.designation, self.text)))
        return ", ".join(parts) or self.item or "goods not named"


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether wares fall into a category, what was compared, and on whose word."""

    answer: Answer
    compared: str
    source: str


@lru_cache(maxsize=20_000)
def fit(codes: tuple[str, ...], wares: Wares, scopes: Scopes) -> Fit:
    """Whether the wares fall into any of the scope codes (``A!B`` is A without B)."""
    return _strongest([_fit_one(code, wares, scopes) for code in codes])


def covers_all(codes: tuple[str, ...], wares: Wares, scopes: Scopes) -> Answer:
    """Whether every kind of goods among the wares falls into one of the codes."""
    goods = goods_of(wares, scopes)
    if not goods:
        return fit(codes, wares, scopes).answer
    answers = [_any([_answer(code, each) for code in codes]) for each in goods]
    return _all(answers)


@lru_cache(maxsize=20_000)
def _fit_one(code: str, wares: Wares, scopes: Scopes) -> Fit:
    base, _, without = code.partition("!")
    category = scopes.categories[base]
    name = category.name
    if without:
        name = f"{name}, without {scopes.categories[without].name}"
    goods = goods_of(wares, scopes)
    if goods:
        fits = [
            Fit(_answer(code, each), f"{wares.words}: {each.name}: {each.why}", each.source)
            for each in goods
        ]
        best = _strongest(fits)
        return Fit(best.answer, f"{best.compared} ({_SAY[best.answer]}: {name})", best.source)
    answer = _group_answer(code, wares.item, scopes)
    compared = f"{wares.words}: no listed name; {wares.item or 'no item group'} as a group"
    return Fit(answer, f"{compared} ({_SAY[answer]}: {name})", category.source)


_SAY: Mapping[str, str] = {"yes": "within", "no": "not within", "unclear": "perhaps within"}


def _group_answer(code: str, item: str, scopes: Scopes) -> Answer:
    base, _, without = code.partition("!")
    if not item:
        return "unclear"
    category = scopes.categories[base]
    answer: Answer = (
        "yes" if item in category.yes else "unclear" if item in category.unclear else "no"
    )
    return _without(answer, _group_answer(without, item, scopes)) if without else answer


def _answer(code: str, goods: Goods) -> Answer:
    base, _, without = code.partition("!")
    answer: Answer = "yes" if base in goods.yes else "unclear" if base in goods.unclear else "no"
    return _without(answer, _answer(without, goods)) if without else answer


def _without(answer: Answer, excluded: Answer) -> Answer:
    return _all([answer, "no" if excluded == "yes" else "yes" if excluded == "no" else "unclear"])


def _any(answers: list[Answer]) -> Answer:
    return "yes" if "yes" in answers else "unclear" if "unclear" in answers else "no"


def _all(answers: list[Answer]) -> Answer:
    return "no" if "no" in answers else "unclear" if "unclear" in answers else "yes"


def _strongest(fits: list[Fit]) -> Fit:
    best = _any([each.answer for each in fits])
    return next(each for each in fits if each.answer == best)


@lru_cache(maxsize=20_000)
def goods_of(wares: Wares, scopes: Scopes) -> tuple[Goods, ...]:
    """The kinds of goods that the wares' words and designation name, in the table's order.

    A listed name decides before other words, but only for the goods that it stands with: in
    "tanks and AK-47 rifles" the tanks are another kind.
    """
    designated = _named_in(wares.designation, wares.item, scopes)
    parts = [_named_in(part, wares.item, scopes) for part in _parts(wares.text)]
    told = any(part.names for part in parts)
    found = designated.kept(named=bool(designated.names))
    for part in parts:
        found |= part.kept(named=bool(part.names) or (bool(designated.names) and not told))
    return tuple(each for each in scopes.goods if each.id in found)


@dataclass(frozen=True, slots=True)
class _Named:
    """The goods that one part of a text names: by a listed name, or by ordinary words."""

    names: dict[str, Goods]
    words: dict[str, Goods]

    def kept(self, *, named: bool) -> dict[str, Goods]:
        """The goods that count: where a name decides, of the words only those for services."""
        if not named:
            return self.names | self.words
        services = {k: g for k, g in self.words.items() if _SERVICE_GROUPS & set(g.groups)}
        return self.names | services


def _named_in(text: str, item: str, scopes: Scopes) -> _Named:
    found = _Named({}, {})
    _scan(tokens(text), _index(scopes), _groups_for(item, scopes), found)
    return found


def _groups_for(item: str, scopes: Scopes) -> frozenset[str] | None:
    """The item groups whose words count: the item's own, every weapon's for "arms"; None is all."""
    if not item:
        return None
    if item == _ANY_ARMS:
        return frozenset(scopes.categories["arms_all"].yes)
    return frozenset({item})


@cache
def _joints() -> re.Pattern[str]:
    """What stands between goods of one list; a comma within a number is none."""
    marks = function_words("en").joining
    words = [rf"\b{mark}\b" if mark.isalpha() else f"{re.escape(mark)}(?!\\d)" for mark in marks]
    return re.compile("|".join(words), re.IGNORECASE)


def _parts(text: str) -> list[str]:
    return _joints().split(text) if text else []


@lru_cache(maxsize=4096)
def alike(wares: Wares, scopes: Scopes) -> Wares:
    """The wares without their item group, where that says nothing beside the names of the goods.

    Every answer about them is the same, so that whoever keeps answers needs to keep them once.
    """
    bare = Wares("", wares.designation, wares.text)
    goods = goods_of(bare, scopes)
    return bare if goods and goods == goods_of(wares, scopes) else wares


def tokens(text: str) -> Key:
    """Words and numbers, in lower case and the singular: ``S-300PMUs`` is s, 300, pmu."""
    found = _TOKEN.findall(_POSSESSIVE.sub("", text.lower()))
    return tuple(_singular(token) for token in found)


def _singular(token: str) -> str:
    if len(token) <= _SHORT_WORD or not token.endswith("s") or token.endswith("ss"):
        return token
    return f"{token[:-3]}y" if token.endswith("ies") else token[:-1]


@lru_cache(maxsize=8)
def _index(scopes: Scopes) -> tuple[dict[Key, Goods], dict[Key, Goods]]:
    named = {tokens(name): goods for goods in scopes.goods for name in goods.designations}
    worded = {tokens(word): goods for goods in scopes.goods for word in goods.words}
    return named, worded


def _scan(
    words: Key,
    index: tuple[dict[Key, Goods], dict[Key, Goods]],
    groups: frozenset[str] | None,
    found: _Named,
) -> None:
    """Find the longest listed names from left to right; a word counts only in its groups."""
    at = 0
    while at < len(words):
        at += _match(words[at : at + LONGEST], index, groups, found) or 1


LONGEST = 7
"""Tokens of the longest listed name; a test holds the tables to it."""


def _match(
    words: Key,
    index: tuple[dict[Key, Goods], dict[Key, Goods]],
    groups: frozenset[str] | None,
    found: _Named,
) -> int:
    for length in range(len(words), 0, -1):
        key = words[:length]
        goods = index[0].get(key)
        if goods:
            found.names[goods.id] = goods
            return length
        goods = index[1].get(key)
        if goods and (groups is None or not groups.isdisjoint(goods.groups)):
            found.words[goods.id] = goods
            return length
    return 0
