"""Read how much moved, as the text puts it, with bounds: "more than a million shells"."""

import re
import unicodedata
from functools import cache

from embargo_watch.extract.years import any_of
from embargo_watch.model.claim import Quantity
from embargo_watch.model.spans import Span
from embargo_watch.reference.times import times

FRACTIONS = "¼½¾⅓⅔⅛⅜⅝⅞"
SEEN = 16
"""Code points before a number that tell whether it is a year or the end of a range."""

LOOK_BACK = 70
"""Code points before the goods within which their number stands."""


@cache
def _pattern() -> re.Pattern[str]:
    words = times("en")
    modifiers = any_of([*words.about, *words.at_most, *words.at_least, *words.no_more])
    digits = rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:[.,]\d+)?[{FRACTIONS}]?|[{FRACTIONS}]"
    number = rf"{digits}|{any_of(words.numbers)}"
    joined = rf"(?:\s*[-–]\s*|\s+(?:{any_of((*words.period_to, *words.period_and))})\s+)"
    return re.compile(
        rf"(?P<mod>(?:\b(?:{modifiers})\s+)*)"
        rf"(?:(?P<cur>{any_of(words.currencies)})\s?)?"
        rf"(?:(?P<vague>\b(?:{any_of(words.vague)})\b)|"
        rf"(?P<num>(?<![\w.,-])(?:{number}))"
        rf"(?:{joined}(?P<top>{number})(?![\w.,]))?"
        rf"(?P<plus>{any_of(words.after_number)})?"
        rf"(?:[\s-]?(?P<scale>{any_of(words.scales)})\b)?)"
        rf"(?:\s+(?P<unit>{any_of((*words.measures, *words.currency_words))})\b)?"
        rf"(?:\s+(?:(?:{any_of(words.worth)})\s+)?(?:{any_of(words.of_goods)})\b)?(?P<rest>(?:[\s-]+[\w'’.-]+){{0,4}}?)\s*$",
        re.IGNORECASE,
    )


def quantity(text: str, sentence_start: int, goods: Span) -> tuple[Quantity, Span] | None:
    """The amount that stands before the goods' words, or None.

    "155 mm" measures a piece, "two-thirds of" tells a share and "in 2022" a year: no amounts.
    """
    begin = max(sentence_start, goods.start - LOOK_BACK)
    match = _last(text, begin, goods.start)
    if match is None:
        return None
    low, high = _bounds(text, match)
    if low is None and high is None:
        return None
    last = next(n for n in ("unit", "scale", "plus", "top", "num", "vague") if match[n])
    span = Span.of(text, match.start(), match.end(last))
    return Quantity(
        text=span.text, min=low, max=high, unit=_unit(match), about=_is_about(match)
    ), span


def _last(text: str, begin: int, end: int) -> re.Match[str] | None:
    """The amount whose number stands last, with all the words before it that belong to it."""
    best: re.Match[str] | None = None
    place = begin
    while (found := _pattern().search(text, place, end)) is not None:
        place = found.start() + 1
        if _no_amount(found) or _is_a_year(text, found):
            continue
        if best is None or _number_end(found) > _number_end(best):
            best = found
    return best


def _number_end(match: re.Match[str]) -> int:
    return max(match.end(name) for name in ("scale", "top", "num", "vague"))


def _unit(match: re.Match[str]) -> str:
    words = times("en")
    if not match["unit"]:
        return words.currencies.get(match["cur"] or "", "")
    money = {word.lower(): code for word, code in words.currency_words.items()}
    unit = match["unit"].lower()
    return money.get(unit, unit)


def _is_about(match: re.Match[str]) -> bool:
    words, modifier = times("en"), match["mod"].strip().lower()
    if match["vague"]:
        return match["vague"].lower() not in words.exact
    if words.after_number.get(match["plus"] or "") == "about":
        return True
    return any(modifier.endswith(word) for word in (*words.about, *words.about_too))


def _no_amount(match: re.Match[str]) -> bool:
    """Whether what follows makes a size ("155 mm") or a share ("two-thirds") of the number."""
    after = match["rest"].strip().lower()
    words = times("en")
    return bool(re.match(rf"-?(?:{'|'.join(words.sizes)}|(?:{any_of(words.shares)})\b)", after))


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
    if any(modifier.endswith(word) for word in words.no_more):
        return None, value
    least = words.after_number.get(match["plus"] or "") == "least"
    if least or any(modifier.endswith(word) for word in words.at_least):
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
