"""Read an amount as a person writes it and put it into another unit, keeping what is uncertain.

"About" is read as within a tenth; a factor that is known as a range leaves a range.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from embargo_watch.model.claim import Quantity
from embargo_watch.model.unit import Amount, Factor, Units
from embargo_watch.reference.times import times
from embargo_watch.reference.units import units

ABOUT = 0.1
"""How far an amount that is called approximate may be off, as a part of it."""

_NUMBER = r"\d[\d,  ]*(?:\.\d+)?"
_BELOW_ZERO = re.compile(r"(?:us)?[$€£]?\s?[-−–—]\s?[0-9]")
_RANGE = r"(?:-|–|—|to|and)"


@dataclass(frozen=True, slots=True)
class Converted:
    """An amount in another unit, and the factors used (their sources; none for the same unit)."""

    amount: Amount
    factors: tuple[str, ...]


def read_amount(text: str) -> Amount | None:
    """Read "10,000 t", "more than 4.1 million barrels", "60,000-65,000 tonnes", "US$ 5m".

    None where the words hold no number with a known unit, or more than that.
    """
    match = _pattern().fullmatch(" ".join(text.split()))
    if match is None:
        return None
    unit = _unit(match["before"], match["unit"])
    if not unit:
        return None
    scale, second = _scale(match["scale"]), _scale(match["scale2"])
    low = _number(match["number"], scale or (second if match["number2"] else None))
    high = _number(match["number2"], second) if match["number2"] else low
    return _bounded(low, high, unit, match["mod"] or "", text)


def tells_amount(text: str) -> bool:
    """Whether words can be an amount at all: "dozens of drones" can, "-5 tonnes" cannot."""
    said = " ".join(text.casefold().split())
    if _BELOW_ZERO.match(said):
        return False
    lexicon = times("en")
    known = {*lexicon.numbers, *lexicon.scales, *lexicon.vague, *lexicon.articles}
    words = {word for word in re.findall(r"[a-z]+", said) if len(word) > 1 or word == "a"}
    return bool(re.search(r"[0-9]", said) or words & known)


def amount_of(quantity: Quantity) -> Amount | None:
    """A claim's quantity with its unit known; None where no number is told."""
    if quantity.min is None and quantity.max is None:
        return None
    name = quantity.unit.casefold()
    known = units()
    unit = known.names.get(name) or known.before.get(name) or ""
    low, high = quantity.min or 0.0, quantity.max
    if quantity.about:
        low, high = low * (1 - ABOUT), None if high is None else high * (1 + ABOUT)
    return Amount(low=low, high=high, unit=unit, words=quantity.text)


def convert(amount: Amount, unit: str, items: Iterable[str]) -> Converted | None:
    """The amount in another unit, for goods in the scope codes ``items``.

    None where no chain of factors leads there: dollars say nothing about tonnes.
    """
    path = _path(units(), amount.unit, unit, frozenset(items))
    if path is None:
        return None
    low, high = amount.low, amount.high
    for factor in path:
        low, high = low * factor.least, None if high is None else high * factor.most
    turned = replace(amount, low=low, high=high, unit=unit)
    return Converted(turned, tuple(_told(factor) for factor in path))


def _told(factor: Factor) -> str:
    rate = f"{factor.least:,.6g}"
    if factor.most != factor.least:
        rate += f" to {factor.most:,.6g}"
    names = units().units
    return f"1 {factor.unit.replace('_', ' ')} = {rate} {names[factor.into].name}: {factor.source}"


@cache
def _path(known: Units, start: str, goal: str, items: frozenset[str]) -> tuple[Factor, ...] | None:
    """The shortest chain of factors that holds for the goods; () for the same unit."""
    reached: dict[str, tuple[Factor, ...]] = {start: ()} if start in known.units else {}
    ahead = list(reached)
    while ahead:
        here = ahead.pop(0)
        if here == goal:
            return reached[here]
        for factor in known.factors:
            fits = not factor.items or bool(items & set(factor.items))
            if factor.unit == here and fits and factor.into not in reached:
                reached[factor.into] = (*reached[here], factor)
                ahead.append(factor.into)
    return None


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    words, known = times("en"), units()
    mods = _any([*words.about, *words.at_most, *words.at_least, "between", "from", "~"])
    scales = _any(words.scales)
    return re.compile(
        rf"(?P<mod>(?:(?:{mods})\s*)*)"
        rf"(?:(?P<before>{_any(known.before)})\s?)?"
        rf"(?P<number>{_NUMBER})\s?(?P<scale>{scales})?"
        rf"(?:\s?{_RANGE}\s?(?:{_any(known.before)})?\s?"
        rf"(?P<number2>{_NUMBER})\s?(?P<scale2>{scales})?)?"
        rf"(?:[\s-]?(?P<unit>{_any(known.names)}))?(?:\s(?:of|a year|worth)\b.*)?",
        re.IGNORECASE,
    )


def _unit(before: str | None, after: str | None) -> str:
    known = units()
    if after:
        return known.names[after.casefold()]
    return known.before[before.casefold()] if before else ""


def _number(text: str, scale: float | None) -> float:
    return round(float(re.sub(r"[,\s]", "", text)) * (scale or 1), 6)


def _scale(word: str | None) -> float | None:
    return times("en").scales[word.casefold()] if word else None


def _bounded(low: float, high: float, unit: str, modifier: str, words: str) -> Amount | None:
    if low > high:
        return None
    said = modifier.strip().casefold()
    lexicon = times("en")
    top: float | None = high
    beyond = any(said.endswith(word) for word in lexicon.beyond)
    if any(word in said for word in lexicon.at_least):
        top = None
    elif any(word in said for word in lexicon.at_most):
        low = 0.0
    elif said == "~" or any(word in said for word in lexicon.about):
        low, top = low * (1 - ABOUT), high * (1 + ABOUT)
    return Amount(low=low, high=top, unit=unit, words=words, beyond=beyond)
