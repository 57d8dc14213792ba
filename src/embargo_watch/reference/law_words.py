"""Let lawyers change, without touching code, the words that the official texts are held against."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from re import Pattern
from typing import cast, get_args

from embargo_watch.errors import InvalidReference
from embargo_watch.model.audit import Check, NewsKind
from embargo_watch.model.provision import ChangeKind, Direction, ProvisionKind
from embargo_watch.reference.law_fields import Fields
from embargo_watch.reference.yaml_files import load

MEMBERS_FILE = "law/members.yaml"
AUDIT_FILE = "law/audit.yaml"
NEWS_FILE = "law/news.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A difference that a person looked into: other words to look for, or none to leave it out.

    ``provision`` may end in ``*``. ``citation`` narrows it to one changing paragraph
    (``S/RES/2270 (2016) 6``), or to one scope code where items are checked; "" means all.
    """

    provision: str
    check: Check
    citation: str
    words: Pattern[str] | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditWords:
    """What must stand in a paragraph, by scope code, direction, kind and by what a change did."""

    items: Mapping[str, Pattern[str]]
    directions: Mapping[str, Pattern[str]]
    kinds: Mapping[str, Pattern[str]]
    verbs: Mapping[str, Pattern[str]]
    names: Pattern[str]
    settled: tuple[Settled, ...]

    def instead(self, provision: str, check: Check, citation: str) -> Pattern[str] | None:
        """The words that a person put in place of the usual ones; None where nobody did."""
        found = (each.words for each in self._about(provision, check, citation))
        return next((words for words in found if words), None)

    def left_out(self, provision: str, check: Check, citation: str) -> str:
        """Why a person left a check out; "" where nobody did."""
        found = (each for each in self._about(provision, check, citation) if not each.words)
        return next((each.why for each in found), "")

    def _about(self, provision: str, check: Check, citation: str) -> Iterator[Settled]:
        for each in self.settled:
            same = fnmatchcase(provision, each.provision) and each.check == check
            if same and each.citation in ("", citation):
                yield each


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsWords:
    """What makes an operative paragraph news of an embargo.

    ``measures`` name an embargo, ``objects`` what can be renewed of one, ``kinds`` what is done to
    it; ``asks`` begin a paragraph that decides nothing unless a word of ``decides`` follows, and
    ``others`` name what is no embargo. ``set_aside`` maps a resolution that a person read and
    found to change no embargo to the reason.
    """

    measures: Pattern[str]
    objects: Pattern[str]
    kinds: Mapping[NewsKind, Pattern[str]]
    asks: Pattern[str]
    decides: Pattern[str]
    others: Pattern[str]
    set_aside: Mapping[str, str]


@cache
def members() -> Mapping[str, str]:
    """Members of the Council by name, in lower case with plain apostrophes, to ISO codes.

    Raises:
        InvalidReference: the file is not a mapping of names to codes.
    """
    from embargo_watch.reference.parties import parties

    found: dict[str, str] = {}
    for party in parties().values():
        if party.kind == "state":
            known = [word.text for word in party.words if word.word_class == "name"]
            for name in (party.name, *known):
                found.setdefault(_plain(name), party.id)
    more = load(MEMBERS_FILE)
    if not isinstance(more, dict) or not all(isinstance(code, str) for code in more.values()):
        raise InvalidReference(f"data/{MEMBERS_FILE}: wants a mapping of names to codes")
    return found | {str(name): code for name, code in more.items()}


def member(name: str) -> str:
    """The ISO code of a member; the name as it stands where nobody goes by it."""
    return members().get(_plain(name), name.strip())


@cache
def target_words(ids: tuple[str, ...]) -> Pattern[str]:
    """The names by which a text may call any of these parties; unknown ids are left out."""
    from embargo_watch.reference.parties import parties

    known = [parties()[name] for name in ids if name in parties()]
    spelled = {word.text for party in known for word in party.words if len(word.text) > 2}
    spelled |= {party.name for party in known}
    plain = sorted({re.escape(name.replace("’", "'")) for name in spelled}, key=len, reverse=True)
    return re.compile("|".join(rf"\b{name}\b" for name in plain) or r"(?!)")


@cache
def audit_words() -> AuditWords:
    """The words that the audit looks for.

    Raises:
        InvalidReference: an entry breaks the schema; names the file, the entry and the field.
    """
    top = _top(AUDIT_FILE)
    top.only(frozenset({"items", "directions", "kinds", "verbs", "names", "settled"}))
    return AuditWords(
        items=_patterns(top, "items"),
        directions=_patterns(top, "directions", get_args(Direction)),
        kinds=_patterns(top, "kinds", get_args(ProvisionKind)),
        verbs=_patterns(top, "verbs", get_args(ChangeKind)),
        names=_pattern(top, "names"),
        settled=tuple(_settled(entry) for entry in top.mappings("settled")),
    )


@cache
def news_words() -> NewsWords:
    """The words that the news look for.

    Raises:
        InvalidReference: an entry breaks the schema; names the file, the entry and the field.
    """
    top = _top(NEWS_FILE)
    top.only(frozenset({"measures", "objects", "kinds", "asks", "decides", "others", "set_aside"}))
    kinds = _patterns(top, "kinds", get_args(NewsKind))
    return NewsWords(
        measures=_pattern(top, "measures"),
        objects=_pattern(top, "objects"),
        kinds=cast("Mapping[NewsKind, Pattern[str]]", kinds),
        asks=_pattern(top, "asks"),
        decides=_pattern(top, "decides"),
        others=_pattern(top, "others"),
        set_aside=dict(_read_and_left(entry) for entry in top.mappings("set_aside")),
    )


def _read_and_left(entry: Fields) -> tuple[str, str]:
    entry.only(frozenset({"resolution", "why"}))
    return entry.text("resolution"), entry.text("why")


def _top(file: str) -> Fields:
    content = load(file)
    if not isinstance(content, dict):
        raise InvalidReference(f"data/{file}: wants a mapping")
    return Fields(f"data/{file}", "file", content)


def _patterns(top: Fields, field: str, allowed: tuple[str, ...] = ()) -> Mapping[str, Pattern[str]]:
    entry = top.mapping(field)
    if entry is None:
        raise top.wrong(field, "wants a mapping of lists")
    if allowed:
        entry.only(frozenset(allowed))
    return {str(name): _pattern(entry, str(name)) for name in entry.values}


def _pattern(entry: Fields, field: str) -> Pattern[str]:
    words = entry.texts(field, required=True)
    try:
        return re.compile("|".join(f"(?:{word})" for word in words), re.IGNORECASE)
    except re.error as error:
        raise entry.wrong(field, f"is no regular expression ({error})") from error


def _settled(entry: Fields) -> Settled:
    entry.only(frozenset({"provision", "check", "citation", "words", "why"}))
    return Settled(
        provision=entry.text("provision"),
        check=cast("Check", entry.choice("check", get_args(Check))),
        citation=entry.text("citation", ""),
        words=_pattern(entry, "words") if "words" in entry.values else None,
        why=entry.text("why"),
    )


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())
