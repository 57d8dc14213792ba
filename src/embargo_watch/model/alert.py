"""Something new that the watch caught, with all that a person needs to judge it at once."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from embargo_watch.model.ids import stable_id
from embargo_watch.model.ledger import FlowKey

Rule = Literal[
    "new_flow", "corroborated", "admitted", "denied", "new_item", "reverse_flow", "interdiction",
    "number_jump", "law_change",
]  # fmt: skip
RULES: tuple[Rule, ...] = (
    "interdiction", "admitted", "reverse_flow", "new_flow", "denied", "new_item", "corroborated",
    "number_jump", "law_change",
)  # fmt: skip
"""The most telling first: where one document gives several, the first leads the alert."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a document: half-open offsets in code points of its text, and the words."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """What was new, when, by which rule and why.

    ``at`` is the time of the entry. ``flow`` is None for a change of the law; ``entry`` is then
    "". ``flows`` are all that the document tells anew of the two parties, ``flow`` first.
    ``provisions`` are those that the flow engages, or may engage; ``beyond`` those whose target
    the recipient is and that bind nobody on the way. ``reason`` is a sentence for a person,
    ``compared`` the same as names and values; ``also`` are the other rules that the same document
    met. ``key`` is what makes the alert the only one of its rule and flow.
    """

    at: dt.datetime
    rule: Rule
    flow: FlowKey | None = None
    key: str = ""
    entry: str = ""
    claims: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    flows: tuple[FlowKey, ...] = ()
    reason: str = ""
    compared: tuple[tuple[str, str], ...] = ()
    also: tuple[Rule, ...] = ()
    sentences: tuple[Sentence, ...] = ()

    @property
    def id(self) -> str:
        """From the rule, the flow and the key: the same news has the same id in every replay."""
        sides = (self.flow.supplier, self.flow.recipient, self.flow.item) if self.flow else ()
        return stable_id("alr", self.rule, self.key, *sides)
