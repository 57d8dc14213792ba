"""Read how much moved, as the text puts it, with bounds: "more than a million shells"."""

import re
from collections.abc import Iterable
from functools import cache

from embargo_watch.model.claim import Quantity
from embargo_watch.model.spans import Span
from embargo_watch.reference.times import times

LOOK_BACK = 70
"""Code points before the goods within which their number stands."""


def _any(words: Iterable[str]) -> str:
    """An alternation in which longer words come first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    words = times("en")
    modifiers = _any([*words.about, *words.at_most, *words.at_least])
    number = rf"\d[\d,]*(?:\.\d+)?|{_any(words.numbers)}"
    return re.compile(
        rf"(?P<mod>(?:\b(?:{modifiers})\s+)*)"
        rf"(?:(?P<cur>{_any(words.currencies)})\s?)?"
        rf"(?:(?P<vague>\b(?:{_any(words.vague)})\b)|"
        rf"(?P<num>(?<![\w.,-])(?:{number}))(?:[\s-]?(?P<scale>{_any(words.scales)})\b)?)"
        rf"(?:\s+(?P<unit>{_any(words.measures)})\b)?"
        rf"(?:\s+(?:(?:{_any(words.worth)})\s+)?(?:{_any(words.of_goods)})\b)?(?P<rest>(?:[\s-]+[\w'’.-]+){{0,4}}?)\s*$",
        re.IGNORECASE,
    )


def quantity(text: str, sentence_start: int, goods: Span) -> tuple[Quantity, Span] | None:
    """The amount that stands before the goods' words, or None; "155 mm" is no amount."""
    begin = max(sentence_start, goods.start - LOOK_BACK)
    match = None
    for found in _pattern().finditer(text, begin, goods.start):
        match = found
    if match is None or _calibre(text, match):
        return None
    low, high = _bounds(match)
    if low is None and high is None:
        return None
    end = match.end("unit") if match["unit"] else match.end("scale" if match["scale"] else "num")
    end = match.end("vague") if match["vague"] else end
    span = Span.of(text, match.start(), end)
    unit = match["unit"] or times("en").currencies.get(match["cur"] or "", "")
    modifier = match["mod"].strip().lower()
    about = bool(match["vague"]) or any(
        modifier.endswith(w) for w in (*times("en").about, *times("en").about_too)
    )
    return Quantity(
        text=span.text, min=low, max=high, unit=unit.lower() if match["unit"] else unit, about=about
    ), span


def _calibre(text: str, match: re.Match[str]) -> bool:
    after = match["rest"].strip().lower()
    return bool(re.match(f"-?(?:{'|'.join(times('en').sizes)})", after))


def _bounds(match: re.Match[str]) -> tuple[float | None, float | None]:
    words = times("en")
    if match["vague"]:
        return words.vague[match["vague"].lower()]
    number = match["num"].lower()
    if number in words.articles and not match["scale"]:
        return None, None
    value = float(
        words.numbers[number] if number in words.numbers else number.replace(",", "").rstrip(".")
    )
    value *= words.scales.get((match["scale"] or "").lower(), 1)
    modifier = match["mod"].strip().lower()
    if any(modifier.endswith(word) for word in words.at_least):
        return value, None
    if any(modifier.endswith(word) for word in words.at_most):
        return None, value
    return value, value
