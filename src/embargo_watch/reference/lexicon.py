"""Give the extract stage the words of a language, so that its engine holds none itself.

A second language is a second folder under ``data/lexicon``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.function_words import FunctionWords, function_words
from embargo_watch.reference.yaml_files import load

FRAMES = (
    "give", "equip", "get", "ask", "decide", "deal", "arrive", "make",
    "use", "attack", "down", "seize", "train",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that opens a frame: its base form, its frame and whether it is a verb or a noun."""

    base: str
    frame: str
    verb: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language that carry predicates, status and voice.

    ``verbs`` and ``nouns`` map a lower-case form to the predicates it may open; ``cues`` maps a
    dotted name such as ``prospective.verbs`` to the forms listed there (form -> base form).
    """

    language: str
    verbs: Mapping[str, tuple[Predicate, ...]]
    nouns: Mapping[str, tuple[Predicate, ...]]
    cues: Mapping[str, Mapping[str, str]]
    implied: frozenset[str]
    prospective: frozenset[str]
    carriers: frozenset[str]
    ending: frozenset[str]
    with_for: frozenset[str]
    cargo: frozenset[str]
    moving: frozenset[str]
    exchange: frozenset[str]
    words: FunctionWords
    suffixes: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def opens(self, form: str, frame: str) -> bool:
        """Whether a lower-case form is a verb of a frame."""
        return any(predicate.frame == frame for predicate in self.verbs.get(form, ()))

    def noun_opens(self, form: str, frame: str) -> bool:
        """Whether a lower-case form is a noun of a frame."""
        return any(predicate.frame == frame for predicate in self.nouns.get(form, ()))

    def is_verb_of(self, form: str, bases: frozenset[str]) -> bool:
        """Whether a lower-case form is one of the verbs with these base forms."""
        return any(predicate.base in bases for predicate in self.verbs.get(form, ()))

    def base(self, form: str, frame: str) -> str:
        """The base form of a verb of a frame, or "" where the form is none."""
        known = (p.base for p in self.verbs.get(form, ()) if p.frame == frame)
        return next(known, "")

    def cue(self, name: str) -> Mapping[str, str]:
        """The forms under a dotted name; raises InvalidReference where the data lacks it."""
        try:
            return self.cues[name]
        except KeyError:
            raise InvalidReference(
                f"lexicon/{self.language}/cues.yaml has no list {name!r}"
            ) from None


@cache
def lexicon(language: str) -> Lexicon:
    """Load the lexicon of a language (``en``); raises InvalidReference where it is broken."""
    data = cast(dict[str, Any], load(f"lexicon/{language}/predicates.yaml"))
    verbs, nouns = _frames(data, language)
    return Lexicon(
        language=language,
        verbs=verbs,
        nouns=nouns,
        cues=_cues(cast(dict[str, Any], load(f"lexicon/{language}/cues.yaml"))),
        implied=frozenset(data["equip"].get("implied", ())),
        prospective=frozenset(
            word for name in FRAMES for word in data.get(name, {}).get("prospective", ())
        ),
        carriers=frozenset(data["carriers"]),
        ending=frozenset(data["ending"]),
        with_for=frozenset(data["ask"]["with_for"]),
        cargo=frozenset(data["seize"]["cargo"]),
        moving=frozenset(data["give"]["moving"]),
        exchange=frozenset((*data["exchange"]["nouns"], *data["exchange"]["verbs"])),
        words=function_words(language),
        suffixes=_suffixes(data),
    )


def _frames(
    data: dict[str, Any], language: str
) -> tuple[dict[str, tuple[Predicate, ...]], dict[str, tuple[Predicate, ...]]]:
    tables: dict[str, dict[str, tuple[Predicate, ...]]] = {"verbs": {}, "nouns": {}}
    for frame in FRAMES:
        if frame not in data:
            raise InvalidReference(f"lexicon/{language}/predicates.yaml lacks the frame {frame!r}")
        for part, table in tables.items():
            for line in data[frame].get(part, ()):
                forms = str(line).split()
                predicate = Predicate(forms[0], frame, part == "verbs")
                for form in forms:
                    table[form] = (*table.get(form, ()), predicate)
    return tables["verbs"], tables["nouns"]


def _suffixes(data: dict[str, Any]) -> dict[str, frozenset[str]]:
    return {
        "given": frozenset(data["origin_suffixes"]["given"]),
        "made": frozenset(data["origin_suffixes"]["made"]),
        "bound": frozenset(data["recipient_suffixes"]),
        "no_party": frozenset(data["not_a_party_suffixes"]),
        "no_party_before": frozenset(data["not_a_party_prefixes"]),
    }


def _cues(data: dict[str, Any], prefix: str = "") -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {}
    for name, value in data.items():
        if isinstance(value, dict):
            tables |= _cues(value, f"{prefix}{name}.")
        else:
            tables[f"{prefix}{name}"] = _forms(value, split=name == "verbs")
    return tables


def _forms(lines: list[str], *, split: bool) -> dict[str, str]:
    if not split:
        return {str(line).lower(): str(line).lower() for line in lines}
    return {form: str(line).split()[0] for line in lines for form in str(line).split()}
