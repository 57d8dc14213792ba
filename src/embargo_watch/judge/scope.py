"""Answer whether goods fall into a legal category, without guessing at what a name may hide.

A designation decides before other words, words before the bare item group. A name that nobody
has listed leaves the answer to the group, which says yes only if every member of it is inside.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from embargo_watch.model.provision import Answer, Goods, Scopes

_POSSESSIVE = re.compile(r"['’]s\b")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_SHORT_WORD = 3
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
    """The kinds of goods that the wares' words and designation name, in the table's order."""
    named, worded = _index(scopes)
    by_name: dict[str, Goods] = {}
    by_word: dict[str, Goods] = {}
    for text in dict.fromkeys((wares.designation, wares.text)):
        _scan(tokens(text), (named, worded), wares.item, (by_name, by_word))
    if by_name:
        by_word = {k: g for k, g in by_word.items() if _SERVICE_GROUPS & set(g.groups)}
    found = by_name | by_word
    return tuple(each for each in scopes.goods if each.id in found)


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
    item: str,
    found: tuple[dict[str, Goods], dict[str, Goods]],
) -> None:
    """Find the longest listed names from left to right; a word counts only in its groups."""
    at = 0
    while at < len(words):
        at += _match(words[at : at + LONGEST], index, item, found) or 1


LONGEST = 7
"""Tokens of the longest listed name; a test holds the tables to it."""


def _match(
    words: Key,
    index: tuple[dict[Key, Goods], dict[Key, Goods]],
    item: str,
    found: tuple[dict[str, Goods], dict[str, Goods]],
) -> int:
    for length in range(len(words), 0, -1):
        key = words[:length]
        goods = index[0].get(key)
        if goods:
            found[0][goods.id] = goods
            return length
        goods = index[1].get(key)
        if goods and (not item or item in goods.groups):
            found[1][goods.id] = goods
            return length
    return 0
