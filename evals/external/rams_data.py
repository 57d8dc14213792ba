"""Read the events of RAMS that tell of a transfer, with the arguments that our slots cover.

A line of the benchmark is a window of five tokenised sentences with one event: its trigger, and
spans with roles. The mapping is written down in README.md beside this file.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GIVES, GETS = "give", "get"

GOODS = {
    "transaction.transferownership.borrowlend": GIVES,
    "transaction.transferownership.giftgrantprovideaid": GIVES,
    "transaction.transferownership.n/a": GIVES,
    "transaction.transferownership.purchase": GETS,
    "transaction.transaction.giftgrantprovideaid": GIVES,
    "movement.transportartifact.bringcarryunload": GIVES,
    "movement.transportartifact.n/a": GIVES,
    "movement.transportartifact.receiveimport": GETS,
    "movement.transportartifact.sendsupplyexport": GIVES,
    "movement.transportartifact.smuggleextract": GIVES,
}
"""Events in which goods change hands or are brought, with the frame of a trigger unknown to us."""

MONEY = {
    "transaction.transfermoney.borrowlend": GIVES,
    "transaction.transfermoney.giftgrantprovideaid": GIVES,
    "transaction.transfermoney.n/a": GIVES,
    "transaction.transfermoney.payforservice": GIVES,
    "transaction.transfermoney.purchase": GIVES,
}
"""The same for money."""

SLOTS = {
    "giver": "supplier", "transporter": "supplier", "origin": "origin",
    "recipient": "recipient", "destination": "recipient",
    "artifact": "item", "money": "item", "artifactmoney": "item",
}  # fmt: skip
"""Our slot for a role; roles without one (vehicle, beneficiary, place …) are left out.

``origin`` is where goods are said to come from: a supplier by "from".
"""


@dataclass(frozen=True, slots=True)
class Argument:
    """A filled slot: token offsets in the sentence of the trigger, both ends included."""

    slot: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Event:
    """One event: the tokens of its trigger's sentence, and what of it is asked for.

    ``outside`` counts arguments in other sentences of the window: they count as missed.
    """

    kind: str
    frame: str
    tokens: tuple[str, ...]
    trigger: tuple[int, int]
    arguments: frozenset[Argument]
    outside: int


def events(path: Path, kinds: dict[str, str]) -> Iterator[Event]:
    """Yield the events of these kinds; raises ValueError, naming the line, where it is none."""
    with path.open(encoding="utf-8") as lines:
        for number, text in enumerate(lines, start=1):
            try:
                yield from _events(json.loads(text), kinds)
            except (KeyError, IndexError, TypeError, ValueError) as error:
                raise ValueError(f"{path.name}:{number}: is no event of RAMS ({error})") from error


def _events(window: dict[str, Any], kinds: dict[str, str]) -> Iterator[Event]:
    for first, last, named in window["evt_triggers"]:
        kind = named[0][0]
        if kind not in kinds:
            continue
        start, tokens = _sentence(window["sentences"], first)
        end = start + len(tokens)
        inside, outside = set(), 0
        for trigger, (begin, stop), role in window["gold_evt_links"]:
            slot = SLOTS.get(role[len("evt000arg00") :])
            if slot is None or trigger != [first, last]:
                continue
            if start <= begin and stop < end:
                inside.add(Argument(slot, begin - start, stop - start))
            else:
                outside += 1
        place = (first - start, last - start)
        yield Event(kind, kinds[kind], tokens, place, frozenset(inside), outside)


def _sentence(sentences: list[list[str]], token: int) -> tuple[int, tuple[str, ...]]:
    """The sentence that holds a token of the window, and the token that it begins with."""
    start = 0
    for words in sentences:
        if token < start + len(words):
            return start, tuple(words)
        start += len(words)
    raise IndexError(f"no sentence holds token {token}")
