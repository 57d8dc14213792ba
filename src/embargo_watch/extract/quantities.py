"""Read how much moved, as the text puts it, with bounds: "more than a million shells"."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from embargo_watch.model.claim import Quantity
from embargo_watch.model.spans import Span
from embargo_watch.reference.times import times

FRACTIONS = "¼½¾⅓⅔⅛⅜⅝⅞"
SEEN = 16
"""Code points before a number that tell whether it is a year or the end of a range."""

LOOK_BACK = 70
"""Code points before the goods within which their number stands."""


def _any(words: Iterable[str]) -> str:
    """An alternation in which longer words come first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    words = times("en")
    modifiers = _any([*words.about, *words.at_most, *words.at_least])
    digits = rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:[.,]\d+)?[{FRACTIONS}]?|[{FRACTIONS}]"
    number = rf"{digits}|{_any(words.numbers)}"
    joined = rf"(?:\s*[-–]\s*|\s+(?:{_any((*words.period_to, *words.period_and))})\s+)"
    return re.compile(
        rf"(?P<mod>(?:\b(?:{modifiers})\s+)*)"
        rf"(?:(?P<cur>{_any(words.currencies)})\s?)?"
        rf"(?:(?P<vague>\b(?:{_any(words.vague)})\b)|"
        rf"(?P<num>(?<![\w.,-])(?:{number}))"
        rf"(?:{joined}(?P<top>{number})(?![\w.,]))?"
        rf"(?:[\s-]?(?P<scale>{_any(words.scales)})\b)?)"
        rf"(?:\s+(?P<unit>{_any(words.measures)})\b)?"
        rf"(?:\s+(?:(?:{_any(words.worth)})\s+)?(?:{_any(words.of_goods)})\b)?(?P<rest>(?:[\s-]+[\w'’.-]+){{0,4}}?)\s*$",
        re.IGNORECASE,
    )


def quantity(text: str, sentence_start: int, goods: Span) -> tuple[Quantity, Span] | None:
    """The amount that stands before the goods' words, or None.

    "155 mm" measures a piece, "two-thirds of" tells a share and "in 2022" a year: no amounts.
    """
    begin = max(sentence_start, goods.start - LOOK_BACK)
    match = None
    for found in _pattern().finditer(text, begin, goods.start):
        match = found
    if match is None or _no_amount(match) or _is_a_year(text, match):
        return None
    low, high = _bounds(text, match)
    if low is None and high is None:
        return None
    last = next(name for name in ("unit", "scale", "top", "num", "vague") if match[name])
    span = Span.of(text, match.start(), match.end(last))
    unit = match["unit"] or times("en").currencies.get(match["cur"] or "", "")
    modifier = match["mod"].strip().lower()
    about = bool(match["vague"]) or any(
        modifier.endswith(w) for w in (*times("en").about, *times("en").about_too)
    )
    return Quantity(
        text=span.text, min=low, max=high, unit=unit.lower() if match["unit"] else unit, about=about
    ), span


def _no_amount(match: re.Match[str]) -> bool:
    """Whether what follows makes a size ("155 mm") or a share ("two-thirds") of the number."""
    after = match["rest"].strip().lower()
    words = times("en")
    return bool(re.match(rf"-?(?:{'|'.join(words.sizes)}|(?:{_any(words.shares)})\b)", after))


def _is_a_year(text: str, match: re.Match[str]) -> bool:
    """Whether four bare digits tell a year: "in 2022 missiles", "March 2022", "the 2022"."""
    number = match["num"] or ""
    alone = not (match["mod"] or match["cur"] or match["unit"] or match["scale"])
    if not alone or not re.fullmatch(r"(?:19|20)\d\d", number):
        return False
    before = text[max(0, match.start() - SEEN) : match.start()].lower().split()
    words = times("en")
    if not before:
        return False
    last = before[-1].strip(",.'’s") or before[-1]
    return last in words.months or before[-1] in words.before_a_year or before[-1].endswith("'s")


def _bounds(text: str, match: re.Match[str]) -> tuple[float | None, float | None]:
    words = times("en")
    if match["vague"]:
        return words.vague[match["vague"].lower()]
    number = match["num"].lower()
    if number in words.articles and not match["scale"]:
        return None, None
    scale = words.scales.get((match["scale"] or "").lower(), 1)
    value = _value(number) * scale
    if match["top"]:
        return _range(text, match, value, _value(match["top"].lower()) * scale)
    modifier = match["mod"].strip().lower()
    if any(modifier.endswith(word) for word in words.at_least):
        return value, None
    if any(modifier.endswith(word) for word in words.at_most):
        return None, value
    return value, value


def _range(
    text: str, match: re.Match[str], low: float, high: float
) -> tuple[float | None, float | None]:
    """ "100 to 200", "between 100 and 200"; without "between", "and" joins nothing."""
    words = times("en")
    between = match.group().lower()[match.end("num") - match.start() :].split()
    before = text[max(0, match.start() - SEEN) : match.start()].lower().split()
    opened = bool(before) and before[-1] in words.period_between
    if (between and between[0] in words.period_and and not opened) or low >= high:
        return high, high
    return low, high


def _value(number: str) -> float:
    """A number in words or digits; "10,5" has a decimal comma, "10,500" has none, "2½" a half."""
    known = times("en").numbers.get(number)
    if known is not None:
        return float(known)
    part = unicodedata.numeric(number[-1]) if number[-1] in FRACTIONS else 0.0
    digits = number.rstrip(FRACTIONS)
    if re.fullmatch(r"\d+,\d+", digits) and not re.fullmatch(r"\d{1,3},\d{3}", digits):
        digits = digits.replace(",", ".")
    return float(digits.replace(",", "") or 0) + part
