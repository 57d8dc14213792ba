"""Write parties and laws as a person reads them, always with the id that a program needs."""

import difflib
from collections.abc import Iterable

from embargo_watch.errors import UnusableInput
from embargo_watch.model.finding import Finding

NOBODY_NAMED = "(not named)"
_SERIES = "S/RES/"
_NAMING = ("name", "capital")
"""Classes of words by which a person may ask for a party."""


def party(party_id: str) -> str:
    """``North Korea (PRK)``; an unnamed side says so, an unknown id stands as it is."""
    from embargo_watch.reference.parties import parties

    if not party_id:
        return NOBODY_NAMED
    known = parties().get(party_id)
    return f"{known.name} ({party_id})" if known else party_id


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


def party_id(text: str) -> str:
    """The id of the party that a person asks for, by id or by name in any case.

    Raises UnusableInput, with the nearest names, where nobody goes by it.
    """
    from embargo_watch.reference.parties import parties

    asked = " ".join(text.split()).casefold()
    by_name: dict[str, str] = {}
    for known in parties().values():
        if known.id.casefold() == asked:
            return known.id
        words = [word.text for word in known.words if word.word_class in _NAMING]
        by_name.update(dict.fromkeys((name.casefold() for name in (known.name, *words)), known.id))
    if asked in by_name:
        return by_name[asked]
    near = difflib.get_close_matches(asked, by_name, n=3)
    hint = f"; did you mean {' or '.join(party(by_name[name]) for name in near)}?" if near else ""
    raise UnusableInput(f"{text!r} is no party that the reference data know{hint}")
