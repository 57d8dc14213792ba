"""Keep what the standing watch asks for where an analyst can review it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from embargo_watch.reference.law_fields import Fields
from embargo_watch.reference.yaml_files import load

WATCH_FILE = "watch/standing.yaml"
_FIELDS = frozenset(
    {"sure", "arms", "ordinary", "shared", "vague", "bare", "armed", "nobody", "own_policy",
     "own_score", "foes", "charges", "denials", "sayings", "stopping", "corroborated",
     "interdiction_days", "number_times", "number_least", "law_days", "law_kinds"}
)  # fmt: skip
_SURE = frozenset({"construction", "weighed", "stopped", "floor", "least", "origins"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The numbers and lists of data/watch/standing.yaml, where each is explained."""

    sure_construction: float
    sure_weighed: float
    sure_stopped: float
    sure_floor: float
    sure_least: float
    sure_origins: int
    foes: Mapping[frozenset[str], dt.date]
    charges: tuple[str, ...]
    denials: tuple[str, ...]
    sayings: tuple[str, ...]
    stopping: tuple[str, ...]
    arms: frozenset[str]
    ordinary: frozenset[str]
    shared: frozenset[str]
    vague: frozenset[str]
    bare: frozenset[str]
    armed: frozenset[str]
    nobody: frozenset[str]
    own_policy: frozenset[str]
    own_score: float
    corroborated: tuple[int, ...]
    interdiction_days: int
    number_times: float
    number_least: float
    law_days: int
    law_kinds: frozenset[str]


@cache
def standing() -> Standing:
    """The bundled settings.

    Raises:
        InvalidReference: a field is missing or wrong; the message names file and field.
    """
    return parse_standing(load(WATCH_FILE))


def parse_standing(content: object) -> Standing:
    """Turn the file's content into the record; a field that nobody reads is refused."""
    values = content if isinstance(content, dict) else {}
    top = Fields(f"data/{WATCH_FILE}", "file", values)
    top.only(_FIELDS)
    sure = top.mapping("sure")
    if sure is None:
        raise top.wrong("sure", "wants construction, weighed and origins")
    sure.only(_SURE)
    return Standing(
        sure_construction=sure.number("construction"),
        sure_weighed=sure.number("weighed"),
        sure_stopped=sure.number("stopped"),
        sure_floor=sure.number("floor"),
        sure_least=sure.number("least"),
        sure_origins=sure.count("origins"),
        foes={
            frozenset(each.texts("parties", required=True)): each.date("since")
            for each in top.mappings("foes")
        },
        charges=top.texts("charges", required=True),
        denials=top.texts("denials", required=True),
        sayings=top.texts("sayings", required=True),
        stopping=top.texts("stopping", required=True),
        arms=frozenset(top.texts("arms", required=True)),
        ordinary=frozenset(top.texts("ordinary")),
        shared=frozenset(top.texts("shared", required=True)),
        vague=frozenset(top.texts("vague")),
        bare=frozenset(top.texts("bare")),
        armed=frozenset(top.texts("armed")),
        nobody=frozenset(top.texts("nobody")),
        own_policy=frozenset(top.texts("own_policy")),
        own_score=top.number("own_score"),
        corroborated=_counts(top),
        interdiction_days=top.count("interdiction_days"),
        number_times=top.number("number_times"),
        number_least=top.number("number_least"),
        law_days=top.count("law_days"),
        law_kinds=frozenset(top.texts("law_kinds")),
    )


def _counts(top: Fields) -> tuple[int, ...]:
    found = top.values.get("corroborated")
    if not isinstance(found, list) or not all(type(each) is int and each > 1 for each in found):
        raise top.wrong("corroborated", "wants a list of whole numbers from 2 on")
    return tuple(sorted(found))
