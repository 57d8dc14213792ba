"""Publish what counts as news: one small function a rule, in the order of `model.alert.RULES`.

Each docstring is the rule as published. A rule is given one flow as one document tells it, with
what was known before, and returns what it compared, or nothing.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from embargo_watch.model.alert import RULES, Rule
from embargo_watch.model.ledger import FlowKey
from embargo_watch.reference.parties import parties
from embargo_watch.reference.watch import Standing
from embargo_watch.watch.doubts import PUBLISHER, is_plain_arms
from embargo_watch.watch.state import EXPECTED, TOLD, First, FlowState, PairState, State
from embargo_watch.watch.telling import Count, Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A telling with what was known before its document."""

    telling: Telling
    flow: FlowState
    pair: PairState
    back: PairState
    interdicted: First | None
    standing: Standing
    count: Count

    @classmethod
    def of(cls, telling: Telling, state: State, standing: Standing, count: Count) -> "Case":
        """Look up what is known; what is not known yet is empty."""
        key = telling.key
        back = (key.recipient, key.supplier)
        return cls(
            telling=telling,
            flow=state.flows.get(key) or FlowState(),
            pair=state.pairs.get(telling.pair) or PairState(),
            back=state.pairs.get(back) or PairState(),
            interdicted=state.last_interdicted(telling.pair),
            standing=standing,
            count=count,
        )

    @property
    def settled(self) -> bool:
        """Whether so many origins are known that no further one is news."""
        return self.count(self.flow.said) >= max(self.standing.corroborated, default=0)

    @property
    def adding(self) -> frozenset[str]:
        """The origins that count beside the known ones.

        A paper's own words beside a speaker's are taken to retell them.
        """
        said, known = self.telling.said, self.flow.said
        if all(name.startswith(PUBLISHER) for name in known | said):
            return said
        return frozenset(name for name in said if not name.startswith(PUBLISHER))

    def is_vague(self, known: int) -> bool:
        """Whether the goods say nothing beyond what the pair is known for."""
        return self.telling.key.item in self.standing.vague and bool(known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """News: ``key`` makes it the only one of its rule and flow, ``words`` tell it."""

    rule: Rule
    key: str
    words: str
    compared: tuple[tuple[str, str], ...] = ()


def interdiction(case: Case) -> Hit | None:
    """A consignment was stopped, and none was told of for this pair within the week before.

    A side that is unnamed may be anyone; a group stands for the state in which it acts.
    """
    telling = case.telling
    if not is_seizure(telling, case.standing):
        return None
    last = case.interdicted
    within = dt.timedelta(days=case.standing.interdiction_days)
    if last and telling.at - last.at <= within:
        return None
    before = f"the last before it was told on {last.at.date()}" if last else "none was told before"
    compared = (("told", telling.at.date().isoformat()), ("last told", _day(last)))
    words = f"{name_of(telling.key)}: stopped on the way; {before}"
    document = telling.claims[0].claim.document
    return Hit(rule="interdiction", key=document, words=words, compared=compared)


def is_seizure(telling: Telling, standing: Standing) -> bool:
    """Whether something was stopped that touches a provision, or that are arms at all."""
    are_arms = any(is_plain_arms(told.claim, standing) for told in telling.claims)
    return telling.stops and not telling.only and (bool(telling.touched) or are_arms)


def admitted(case: Case) -> Hit | None:
    """The supplier or the recipient asserts its own part for the first time."""
    by = _by(case, "admits")
    known = case.pair.stances["admits"]
    if not by or case.telling.key.item in known or case.is_vague(len(known)):
        return None
    words = f"{_names(by)} asserts its own part: {name_of(case.telling.key)}"
    return Hit(rule="admitted", key="", words=words, compared=(("by", ", ".join(by)),))


def reverse_flow(case: Case) -> Hit | None:
    """A first claim in the other direction of a pair that is known."""
    key = case.telling.key
    if not case.telling.level or case.pair.level or not case.back.level:
        return None
    if not key.supplier or not key.recipient:
        return None
    since, back = _first(case.back), ", ".join(sorted(case.back.items))
    words = f"{_first_word(case)}; the other way {back} were told of since {_since(since)}"
    return Hit(rule="reverse_flow", key="", words=words, compared=(("other way", back),))


def new_flow(case: Case) -> Hit | None:
    """A first claim that goods move between two parties; again where the word is no longer "will".

    What is only expected is news once; that it has happened, or is suspected to have, is news
    again.
    """
    level = case.telling.level
    if not level or case.pair.level >= level or (case.back.level and not case.pair.level):
        return None
    words = _first_word(case)
    step = _STEPS[level]
    before = _first(case.pair)
    if before:
        words += f"; until now only expected, since {_since(before)}"
    compared = (("step", step), ("before", _STEPS[case.pair.level]))
    return Hit(rule="new_flow", key=step, words=words, compared=compared)


def denied(case: Case) -> Hit | None:
    """A first denial; once more where the first one of a side of the flow itself follows others."""
    by = _by(case, "denies")
    key = case.telling.key
    own = {origin for origin in by if {key.supplier, key.recipient} & set(origin.split("+"))}
    stance = "denies:party" if own else "denies"
    known = case.pair.stances[stance]
    if not by or key.item in known or case.is_vague(len(known)):
        return None
    words = f"{_names(by)} denies: {name_of(key)}"
    return Hit(rule="denied", key=stance, words=words, compared=(("by", ", ".join(by)),))


def new_item(case: Case) -> Hit | None:
    """Goods of a group that is new to a pair known with others; again where no longer expected."""
    level, item = case.telling.level, case.telling.key.item
    held = case.pair.items.get(item, 0)
    if not level or case.pair.level < level or held >= level or case.is_vague(case.pair.level):
        return None
    others = ", ".join(sorted(set(case.pair.items) - {item}))
    words = f"{_first_word(case)}; known until now: {others or 'the same, only expected'}"
    step = _STEPS[level]
    return Hit(rule="new_item", key=step, words=words, compared=(("step", step), ("known", others)))


def corroborated(case: Case) -> Hit | None:
    """The independent origins that assert or admit a flow reach a number, the first being two.

    Where a side is unnamed two origins may speak of two flows; and a paper that tells in its own
    voice what a speaker told before corroborates nothing.
    """
    if case.settled or not all(case.telling.pair):
        return None
    before = case.count(case.flow.said)
    now = case.count(case.flow.said | case.adding)
    reached = [count for count in case.standing.corroborated if before < count <= now]
    if not reached:
        return None
    added = case.adding - case.flow.said
    written = {saying.counts_as: saying.origin for saying in case.telling.sayings}
    fresh = sorted(written.get(name, name) for name in added)
    held = sorted(case.flow.said)
    words = f"{name_of(case.telling.key)}: {now} independent origins, the new ones {_names(fresh)}"
    compared = (
        ("count", f"{before} -> {now}"), ("new", ", ".join(fresh)), ("before", ", ".join(held))
    )  # fmt: skip
    return Hit(rule="corroborated", key=str(max(reached)), words=words, compared=compared)


def number_jump(case: Case) -> Hit | None:
    """A stated number is a multiple of every earlier one of its unit in the flow."""
    least, times = case.standing.number_least, case.standing.number_times
    for (kind, unit), (number, text) in sorted(case.telling.numbers.items()):
        before = case.flow.numbers.get((kind, unit), 0.0)
        if before and number >= least and number >= times * before:
            goods = name_of(case.telling.key)
            words = f"{goods}: {text}, where the largest number before was {before:,.12g}"
            compared = (("unit", unit), ("before", f"{before:.12g}"), ("now", f"{number:.12g}"))
            return Hit(
                rule="number_jump", key=f"{kind} {unit} {number:.12g}", words=words,
                compared=compared,
            )  # fmt: skip
    return None


_TABLE: Mapping[Rule, Callable[[Case], Hit | None]] = {
    "interdiction": interdiction,
    "admitted": admitted,
    "reverse_flow": reverse_flow,
    "new_flow": new_flow,
    "denied": denied,
    "new_item": new_item,
    "corroborated": corroborated,
    "number_jump": number_jump,
}
_STEPS = {0: "nothing", EXPECTED: "expected", TOLD: "told"}


def hits(case: Case) -> tuple[Hit, ...]:
    """Everything that is news in a case, the most telling first.

    Beyond interdictions only what touches a provision is.
    """
    asked = [rule for rule in RULES if rule in _TABLE]
    if case.telling.only:
        asked = [case.telling.only]
    elif not case.telling.touched:
        asked = ["interdiction"]
    return tuple(hit for rule in asked if (hit := _TABLE[rule](case)))


def name_of(key: FlowKey) -> str:
    """A flow as a person reads it."""
    goods = key.item.replace("_", " ")
    return f"{goods} from {party_name(key.supplier)} to {party_name(key.recipient)}"


def party_name(party: str) -> str:
    """A party's name with its id."""
    known = parties().get(party)
    if not party:
        return "an unnamed side"
    return f"{known.name} ({party})" if known else party


def _first_word(case: Case) -> str:
    how = "only expected" if case.telling.level == EXPECTED else "said or suspected to have moved"
    return f"first word of {name_of(case.telling.key)}, {how}"


def _by(case: Case, stance: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(each.origin for each in case.telling.sayings if each.stance == stance)
    )


def _names(origins: Sequence[str]) -> str:
    return ", ".join(party_name(each.removeprefix("publisher:")) for each in origins)


def _first(pair: PairState) -> First | None:
    return min(pair.first.values(), key=lambda first: first.at, default=None)


def _since(first: First | None) -> str:
    return f"{first.at.date()} (entry {first.entry})" if first else ""


def _day(first: First | None) -> str:
    return first.at.date().isoformat() if first else ""
