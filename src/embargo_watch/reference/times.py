"""Give the extract stage a language's words for days, months and amounts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from embargo_watch.reference.yaml_files import load


@dataclass(frozen=True, slots=True)
class Times:
    """Words for time and number; all keys in lower case.

    ``units`` maps a word to ``week``, ``month`` or ``year``; ``before_year`` and ``sizes`` hold
    patterns; ``vague`` maps words such as "dozens" to their least and greatest count, None where
    there is no end.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    relative_days: Mapping[str, int]
    previous: tuple[str, ...]
    following: tuple[str, ...]
    current: tuple[str, ...]
    units: Mapping[str, str]
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, tuple[float, float | None]]
    about: tuple[str, ...]
    at_most: tuple[str, ...]
    at_least: tuple[str, ...]
    beyond: tuple[str, ...]
    currencies: Mapping[str, str]
    currency_words: Mapping[str, str]
    after_number: Mapping[str, str]
    no_more: tuple[str, ...]
    exact: tuple[str, ...]
    anaphoric: tuple[str, ...]
    measures: tuple[str, ...]
    ordinals: tuple[str, ...]
    day_of: tuple[str, ...]
    since: tuple[str, ...]
    until: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    softeners: tuple[str, ...]
    superlatives: tuple[str, ...]
    before_year: tuple[str, ...]
    verbs_too: tuple[str, ...]
    before_month: tuple[str, ...]
    about_too: tuple[str, ...]
    articles: tuple[str, ...]
    worth: tuple[str, ...]
    of_goods: tuple[str, ...]
    sizes: tuple[str, ...]
    shares: tuple[str, ...]
    before_a_year: tuple[str, ...]
    units_ago: Mapping[str, str]
    ago: tuple[str, ...]
    period_between: tuple[str, ...]
    period_from: tuple[str, ...]
    period_and: tuple[str, ...]
    period_to: tuple[str, ...]
    before_day: tuple[str, ...]


@cache
def times(language: str) -> Times:
    """Load the words for time and number of a language (``en``)."""
    data = cast(dict[str, Any], load(f"lexicon/{language}/times.yaml"))
    return Times(
        months={word: number for number, words in data["months"].items() for word in words},
        weekdays={word: number for number, words in data["weekdays"].items() for word in words},
        relative_days=data["relative_days"],
        vague={word: (low, high) for word, (low, high) in data["vague"].items()},
        units=data["units"],
        units_ago=data["units_ago"],
        numbers=data["numbers"],
        scales=data["scales"],
        currencies=data["currencies"],
        currency_words=data["currency_words"],
        after_number=data["after_number"],
        **{name: tuple(data[name]) for name in _LISTS},
    )


_LISTS = (
    "previous", "following", "current", "about", "at_most", "at_least", "beyond", "measures",
    "ordinals", "day_of", "since", "until", "before", "after", "softeners", "superlatives",
    "before_year", "verbs_too", "before_month", "about_too", "articles", "worth", "of_goods",
    "sizes", "shares", "before_a_year", "ago", "no_more", "exact", "anaphoric",
    "period_between", "period_from", "period_and", "period_to", "before_day",
)  # fmt: skip
