"""Write parties and laws as a person reads them, always with the id that a program needs."""

import difflib
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from embargo_watch.errors import UnusableInput
from embargo_watch.model.finding import Finding

NOBODY_NAMED = "(not named)"
_SERIES = "S/RES/"
_NAMING = ("name", "demonym", "capital", "government", "forces", "place")
"""Classes of words by which a person may ask for a party, the strongest first."""
_OWN = 4
"""So many ranks hold a party's own words: its id, its name, other names and demonyms."""
_ARM = (
    r"(?:(?:national|armed|regular|federal|military|security|defen[cs]e|transitional|interim)\s+)*"
    r"(?:army|police|forces|government|military|navy|air force|coast ?guard|troops)"
)
_ARM_OF_A_PARTY = re.compile(rf"(?P<owner>.+?)(?:['’]s?)?\s+{_ARM}|{_ARM}\s+of\s+(?P<of>.+)")
_WITH_ARMS = ("state", "group")


def party(party_id: str) -> str:
    """``North Korea (PRK)``; an unnamed side says so, an unknown id stands as it is."""
    from embargo_watch.reference.parties import parties

    if not party_id:
        return NOBODY_NAMED
    known = parties().get(party_id)
    return f"{known.name} ({party_id})" if known else party_id


def place(place_id: str) -> str:
    """``Darfur (darfur)`` for an area, a state as a party."""
    from embargo_watch.reference.areas import areas

    known = areas().get(place_id)
    return f"{known.names[0]} ({place_id})" if known else party(place_id)


def parties_of(ids: Iterable[str]) -> str:
    """Several parties as one phrase."""
    named = [party(party_id) for party_id in ids]
    return " + ".join(named) if named else NOBODY_NAMED


def origin(voice: str) -> str:
    """Who says so: a party by name, a joint statement by its authors, a publisher by its name."""
    kind, colon, name = voice.partition(":")
    if colon and kind == "publisher":
        return name
    return " + ".join(party(author) for author in voice.split("+"))


def paragraph(finding: Finding) -> str:
    """``1718 (2006) 8(b)``: the instrument, without its series, and its paragraph."""
    return f"{finding.instrument.removeprefix(_SERIES)} {finding.paragraph}".strip()


def when(edtf: str) -> str:
    """An EDTF date in words: ``by 2022-10-14``, ``from 2023-08``, ``2023-09 to 2024-02``."""
    begin, slash, end = edtf.partition("/")
    if not slash:
        return edtf or "undated"
    if begin in ("", ".."):
        return f"by {end}"
    return f"from {begin}" if end in ("", "..") else f"{begin} to {end}"


@lru_cache(maxsize=4096)
def party_id(text: str) -> str:
    """The id of the party that a person asks for, in any case: by any word of its own or its seat.

    Its army, police or government stand for it ("Haitian police"), a place in it for the state
    ("Sanaa": see ``is_place``), and so do short forms that the extractor does not read ("SAF").
    Raises UnusableInput, with the nearest names, where nobody goes by it, or with all of them
    where several parties do.
    """
    asked = _asked(text)
    held = _by_word().get(asked, ()) or _by_arm(asked)
    if len(held) == 1:
        return held[0]
    if held:
        several = " or ".join(party(one) for one in held)
        raise UnusableInput(f"{text!r} may be {several}: say which by its id")
    near = dict.fromkeys(
        one
        for word in difflib.get_close_matches(asked, _by_word(), n=3)
        for one in _by_word()[word]
    )
    hint = f"; did you mean {' or '.join(party(one) for one in near)}?" if near else ""
    raise UnusableInput(f"{text!r} is no party that the reference data know{hint}")


@lru_cache(maxsize=4096)
def is_place(text: str) -> bool:
    """Whether a text names a place in a state and not those who rule the state.

    Sanaa lies in Yemen, and arms for Sanaa need not be for Yemen's government.
    """
    asked = _asked(text)
    strongest = next((words for words in _ranked() if asked in words), None)
    return strongest is not None and strongest is _ranked()[2 + _NAMING.index("place")]


def _asked(text: str) -> str:
    return " ".join(text.split()).casefold().removeprefix("the ")


def _by_arm(asked: str) -> tuple[str, ...]:
    """Whose army, police or government a text names: a state or group by a word of its own."""
    from embargo_watch.reference.parties import parties

    match = _ARM_OF_A_PARTY.fullmatch(asked)
    if match is None:
        return ()
    owner = _asked(match["owner"] or match["of"])
    held = next((words[owner] for words in _ranked()[:_OWN] if owner in words), {})
    held = held or dict.fromkeys(_short(owner))
    return tuple(one for one in held if parties()[one].kind in _WITH_ARMS)


def _short(asked: str) -> tuple[str, ...]:
    from embargo_watch.reference.shorthand import shorthand

    known = shorthand().get(asked)
    return () if known is None else (known,)


@cache
def _by_word() -> Mapping[str, tuple[str, ...]]:
    """Parties by every word a person may ask for them by; ids go before names, names before others.

    So "Congo" may be two states, but no capital or demonym takes a name from its party.
    """
    from embargo_watch.reference.shorthand import shorthand

    found: dict[str, tuple[str, ...]] = {}
    for held in _ranked():
        for text, ids in held.items():
            found.setdefault(text, tuple(ids))
    for text, known in shorthand().items():
        found.setdefault(text, (known,))
    return found


@cache
def _ranked() -> tuple[Mapping[str, Mapping[str, None]], ...]:
    """Ids, names, then each class of ``_NAMING``: the parties that go by each word."""
    from embargo_watch.reference.parties import parties

    ranked: list[dict[str, dict[str, None]]] = [{} for _ in range(2 + len(_NAMING))]
    for known in parties().values():
        ranked[0].setdefault(known.id.casefold(), {})[known.id] = None
        ranked[1].setdefault(known.name.casefold(), {})[known.id] = None
        for word in known.words:
            if word.word_class in _NAMING:
                words = ranked[2 + _NAMING.index(word.word_class)]
                words.setdefault(word.text.casefold(), {})[known.id] = None
    return tuple(ranked)
