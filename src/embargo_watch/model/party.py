"""The parties of the ledger and the words that stand for them."""

from dataclasses import dataclass
from typing import Literal

PartyKind = Literal["state", "group", "organization", "bloc", "company", "person"]
WordClass = Literal[
    "name", "demonym", "capital", "government", "leader", "forces", "company", "person", "place",
    "reference",
]  # fmt: skip
"""Why a word stands for a party: ``Pyongyang`` is PRK's capital, ``Kim Jong Un`` its leader,
and a ``reference`` ("the isolated autocracy") is a state named before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyWord:
    """One surface form of a party.

    ``cased`` words count only in the case given (``US``, ``Turkey``); others in any case.
    ``since`` and ``until`` (ISO dates, half-open, "" for none) bound a leader's time in office.
    A word with ``beside`` counts only in a text that names that party too ("gangs" beside HTI).
    """

    text: str
    word_class: WordClass
    cased: bool = True
    since: str = ""
    until: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A state (ISO 3166-1 alpha-3), armed group, organization, bloc, company or person.

    ``stands_for`` is the id that claims use for it (a company for its state), else its own id.
    """

    id: str
    kind: PartyKind
    name: str
    words: tuple[PartyWord, ...]
    stands_for: str = ""
    territory_of: str = ""
    """For a group: the state in whose territory it acts ("" where none)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A part of a state that an embargo singles out, or a neighbour that it does not reach.

    ``names`` are its own names and the towns in it, ``within`` the state (ISO 3166-1 alpha-3),
    ``part_of`` the larger area that holds it ("" where none).
    """

    id: str
    names: tuple[str, ...]
    within: str
    part_of: str = ""
