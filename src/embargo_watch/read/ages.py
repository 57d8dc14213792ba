"""Understand how long ago a text says that something began: "nears its two-year mark"."""

import datetime as dt
import re
from dataclasses import dataclass

from embargo_watch.read.clues import add_months
from embargo_watch.reference.times import times

NEAR_DAYS = 92
"""What "nears" or "nearly" can stretch to: a quarter of a year."""
_MONTH_DAYS = 31
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_NTHS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
_N = rf"(?:\d{{1,2}}|{'|'.join(_WORDS)}|twelve|a)"
_NTH = rf"(?:{'|'.join(_NTHS)}|\d{{1,2}}(?:st|nd|rd|th))"
_NEAR = (
    r"(?:near(?:s|ing|ed)?|approach(?:es|ing)?|close to|ahead of|on the eve of|shortly before|"
    r"days before|weeks before|about to mark|prepar\w+ to mark)"
)
_ALMOST = r"(?:nearly|almost|close to|just under|not quite)"
_AFTER = r"(?:after|since|into|of|on from|from)"
_COUNT = re.compile(rf"\b(?:(?P<nth>{_NTH})|(?P<n>{_N}))\b", re.I)
_DAY_OF = re.compile(r"\b(?:day (\d{3,4}) of|(\d{3,4})(?:st|nd|rd|th) day of)", re.I)


@dataclass(frozen=True, slots=True)
class _Age:
    """A way of telling an age: units of ``months`` each, and how far around the count it reaches.

    The day lies from ``low`` units and ``early`` days to ``high`` units and ``late`` days around
    the beginning plus the count.
    """

    pattern: re.Pattern[str]
    months: int
    low: int
    high: int
    early: int
    late: int


def _age(form: str, months: int, units: tuple[int, int], days: tuple[int, int]) -> _Age:
    return _Age(re.compile(rf"\b{form}\b", re.I), months, *units, *days)


_AGES = (
    _age(
        rf"{_NEAR}\s+(?:\S+\s+){{0,3}}?(?:{_N}[- ]years?(?:[- ](?:mark|anniversary|milestone))?"
        rf"|{_NTH}(?:[- ]year)? (?:anniversary|year))",
        12, (0, 0), (-NEAR_DAYS, -1),
    ),
    _age(rf"{_ALMOST}\s+{_N}[- ]years?\s+{_AFTER}", 12, (0, 0), (-NEAR_DAYS, -1)),
    _age(rf"(?:more than|over)\s+{_N}[- ]years?\s+{_AFTER}", 12, (0, 1), (0, -1)),
    _age(
        rf"(?:mark(?:s|ed|ing)?|commemorat\w+|on|observ\w+)\s+(?:\S+\s+){{0,2}}?"
        rf"(?:{_N}[- ]years? (?:anniversary|mark|since)|{_NTH}(?:[- ]year)? anniversary)",
        12, (0, 0), (-3, _MONTH_DAYS),
    ),
    _age(
        rf"(?:in|into|entered|enters|entering|through)\s+(?:its|the|a)\s+{_NTH} year",
        12, (-1, 0), (0, -1),
    ),
    _age(rf"{_N}[- ]years?\s+(?:after|since|into|on from)", 12, (0, 1), (-_MONTH_DAYS, -1)),
    _age(rf"{_ALMOST}\s+{_N}[- ]months?\s+(?:after|since|into)", 1, (0, 0), (-_MONTH_DAYS, -1)),
    _age(rf"(?:(?:more than|over)\s+)?{_N}[- ]months?\s+(?:after|since|into)", 1, (0, 1), (-7, 14)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """The words that tell an age, where they stand, and the first and last day they are true."""

    words: str
    start: int
    end: int
    first: dt.date
    last: dt.date


def age_told(line: str, began: dt.date) -> Told | None:
    """How old the sentence says that what began that day is; None where it tells no age.

    The first, narrowest way of telling wins.
    """
    for match in _DAY_OF.finditer(line):
        day = began + dt.timedelta(days=int(match[1] or match[2]) - 1)
        return _told(match, day - dt.timedelta(days=1), day + dt.timedelta(days=2))
    for age in _AGES:
        told = age.pattern.search(line)
        if told:
            count = _count(told.group())
            first = add_months(began, (count + age.low) * age.months)
            last = add_months(began, (count + age.high) * age.months)
            return _told(
                told, first + dt.timedelta(days=age.early), last + dt.timedelta(days=age.late)
            )
    return None


def _told(match: re.Match[str], first: dt.date, last: dt.date) -> Told:
    return Told(match.group(), match.start(), match.end(), first, last)


def _count(words: str) -> int:
    match = _COUNT.search(words)
    if match is None:
        return 1
    if match["nth"]:
        nth = match["nth"].lower()
        return _NTHS.index(nth) + 1 if nth in _NTHS else int(nth[:-2])
    number = match["n"].lower()
    return int(number) if number.isdigit() else times("en").numbers[number]
