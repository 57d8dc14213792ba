"""Say what a check against the official texts found, line by line, so that nothing hides."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Check = Literal[
    "resolution", "adopted", "vote", "paragraph", "items", "direction", "until", "source",
    "change resolution", "change paragraph", "change date", "change verb", "change object",
    "change until",
]  # fmt: skip
"""What was compared. ``change object``: the changing paragraph names what it changes;
``until``: the last day rests on a change."""
Outcome = Literal["ok", "difference", "unchecked"]
NewsKind = Literal[
    "renew", "extend", "lift", "narrow", "widen", "exempt", "impose", "list", "inspect"
]  # fmt: skip
"""What a paragraph seems to do to an embargo; ``impose`` sets out a ban, new or anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """One comparison: what our data say, what the official text has, and how it came out.

    ``provision`` is "" where an instrument is checked; ``citation`` is the official paragraph;
    ``reason`` says why something could not be checked, or who settled it.
    """

    regime: str
    provision: str
    check: Check
    citation: str
    outcome: Outcome
    expected: str = ""
    found: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReport:
    """Every comparison, in the order of the law data."""

    lines: tuple[AuditLine, ...]

    def of(self, outcome: Outcome) -> tuple[AuditLine, ...]:
        """The comparisons that came out in one way."""
        return tuple(line for line in self.lines if line.outcome == outcome)

    @property
    def provisions(self) -> int:
        """How many provisions had their own paragraph held against the text."""
        held = (line for line in self.lines if line.check == "paragraph")
        return len({line.provision for line in held if line.outcome != "unchecked"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsParagraph:
    """A paragraph that touches an embargo, how, and the provisions that it seems to concern."""

    path: str
    kinds: tuple[NewsKind, ...]
    text: str
    concerns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem:
    """A resolution that the law data do not cite and that touches an embargo.

    ``set_aside`` is why a person found that it changes none; "" where nobody looked yet.
    """

    symbol: str
    adopted: dt.date
    title: str
    paragraphs: tuple[NewsParagraph, ...]
    set_aside: str = ""

    @property
    def concerns(self) -> tuple[str, ...]:
        """The provisions of all its paragraphs, each once."""
        return tuple(dict.fromkeys(name for each in self.paragraphs for name in each.concerns))
