"""What moved: the codebook's item groups, the words for them and the designations."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemGroup:
    """An item group of the codebook.

    ``words`` name goods of the group wherever they stand; ``weak`` words do so only as the thing
    that a transfer verb moves (``aid``, ``support``, ``help``); matching is by whole words, in any
    case, singular and plural.
    """

    id: str
    name: str
    words: tuple[str, ...]
    weak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """A weapon's name (``KN-23``, ``Shahed-136``), its item group and its maker's state, if told.

    ``forms`` are the ways in which reports write it, the first being the standard one.
    """

    name: str
    group: str
    forms: tuple[str, ...]
    maker: str = ""
    description: str = ""
    needs_context: bool = False
    """The name is an ordinary word too (``Hawk``): it counts only in the case given and only where
    a word of an item or of a transfer stands near."""
