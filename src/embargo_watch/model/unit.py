"""Put amounts into one unit without hiding how far the factor is known.

An amount is a range of a unit; a factor turns one unit into another and is a range too.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much: at least ``low``, at most ``high`` (None: no upper bound is told) of ``unit``.

    ``unit`` is an id of data/items/units.yaml, or "" where none is told or known; ``words`` are
    the text's own. With ``beyond``, it is more than ``low``: "over 4 million barrels".
    """

    low: float
    high: float | None
    unit: str
    words: str = ""
    beyond: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit by its id, with the words that name it after a number or ``before`` one."""

    id: str
    name: str
    names: tuple[str, ...]
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One ``unit`` is ``least`` to ``most`` of ``into``.

    It holds for goods in the scope codes ``items``, and for any where there are none.
    """

    unit: str
    into: str
    least: float
    most: float
    items: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Units:
    """All units by id, the unit of each name (casefolded), and the factors, both ways.

    Compared by identity, so that what is derived from it can be cached.
    """

    units: Mapping[str, Unit]
    names: Mapping[str, str]
    before: Mapping[str, str]
    factors: tuple[Factor, ...]
