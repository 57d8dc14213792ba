"""Give the extract stage a language's little words, so that no preposition stands in its rules."""

from dataclasses import dataclass, fields
from functools import cache
from typing import Any, cast

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.yaml_files import load

Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionWords:
    """One set of lower-case words for each question that a rule asks of a little word.

    The data file says of each list what it marks and gives an example.
    """

    getter: Words
    straight_to: Words
    beneficiary: Words
    giver: Words
    agent: Words
    giver_or_agent: Words
    maker: Words
    between: Words
    asked: Words
    asked_goods: Words
    arrival: Words
    wielded: Words
    struck_with: Words
    equipped_with: Words
    target: Words
    traded_with: Words
    in_return: Words
    carrying: Words
    belonging: Words
    circumstance: Words
    aimed_at: Words
    called_on: Words
    asked_by_noun: Words
    doer_of_noun: Words
    speaker: Words
    infinitive: Words
    opposed: Words
    place: Words
    spoken_to: Words
    later_getter: Words
    helped: Words
    between_asker_and_asked: Words
    whereto: Words
    route: Words
    places_of_transit: Words
    built_in: Words
    bound: Words
    aid_endings: Words
    marks_of_moving: Words
    joining: Words
    conjunction: Words
    comma: Words
    listing: Words
    within_list: Words
    neighbours: Words
    follows_speaker: Words
    perfect: Words
    progressive: Words
    past_auxiliaries: Words
    copulas: Words
    done: Words
    real: Words


@cache
def function_words(language: str) -> FunctionWords:
    """Load the little words of a language (``en``).

    Raises InvalidReference where a list is missing, unknown or holds something else than words.
    """
    name = f"lexicon/{language}/function_words.yaml"
    data = cast(dict[str, Any], load(name))
    wanted = {field.name for field in fields(FunctionWords)}
    if data.keys() != wanted:
        odd = ", ".join(sorted(wanted ^ data.keys()))
        raise InvalidReference(f"data/{name}: missing or unknown: {odd}")
    for key, words in data.items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise InvalidReference(f"data/{name}: {key}: a list of words is expected")
    return FunctionWords(**{key: frozenset(words) for key, words in data.items()})
