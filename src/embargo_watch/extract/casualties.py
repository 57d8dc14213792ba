"""Count whom a use is said to have killed or wounded: "killing five people and wounding twelve".

Only harm that the use itself did, with a number that the text gives: a bomb elsewhere, harm that
only threatens and words without a number fill nothing.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from embargo_watch.extract.deed import Deed
from embargo_watch.extract.grammar import conjuncts
from embargo_watch.extract.harm import did
from embargo_watch.extract.quantities import quantity
from embargo_watch.extract.years import any_of
from embargo_watch.model.claim import Casualties, Harm
from embargo_watch.model.spans import Span
from embargo_watch.reference.slots import slots
from embargo_watch.reference.times import times

if TYPE_CHECKING:
    from spacy.tokens import Token

BOTH: Harm = "killed_or_wounded"
BETWEEN = 3
"""Words between a number and a word of harm after it: "five people were killed"."""

BEFORE = 60
"""Code points before a word of harm in which its number may begin."""


def casualties(deed: Deed) -> tuple[tuple[Casualties, ...], tuple[Span, ...]]:
    """What a deed is said to have done to people, each number once, with its words."""
    found: dict[Span, Casualties] = {}
    for token in deed.sentence.doc:
        harm = _harm(token)
        if harm is not None and did(deed, token):
            for told in _numbers(deed, token, harm):
                found.setdefault(told[0], told[1])
    ordered = sorted(found)
    return tuple(dict.fromkeys(found[span] for span in ordered)), tuple(ordered)


def _harm(token: "Token") -> Harm | None:
    """The harm that a word tells, None for any other word and for the first of a joined pair.

    "Killed and wounded dozens" counts at its second verb, "30 dead and wounded" at its first.
    """
    harm = _harm_of(token)
    if harm is None:
        return None
    if token.dep_ == "conj" and _is_joined(token.head, token):
        return BOTH if _victims(token) else harm
    after = next((child for child in token.children if child.dep_ == "conj"), None)
    if after is not None and _is_joined(token, after):
        return None if _victims(after) else BOTH
    return harm


def _harm_of(token: "Token") -> Harm | None:
    words, form = slots("en"), token.lower_
    if form in words.casualties:
        return BOTH
    if form in (*words.killed, *words.dead, *words.died):
        return "killed"
    if form in words.wounded or form in words.hurt:
        return "wounded"
    return "killed" if form in words.lives and token.head.lower_ in words.claiming else None


def _is_joined(first: "Token", second: "Token") -> bool:
    """Whether two words of harm stand together: "killed and wounded", "dead or injured"."""
    together = second.i - first.i == 2 and _harm_of(first) is not None
    return together and _harm_of(second) is not None and not _victims(first)


def _victims(verb: "Token") -> "list[Token]":
    """The objects of a verb of harm, "between 10 and 15 people" too; an adjective has none."""
    between = times("en").period_between
    found = [child for child in verb.children if child.dep_ == "dobj"]
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in between:
            found += [token for token in child.children if token.dep_ == "pobj"]
    return [one for token in found for one in conjuncts(token)]


def _numbers(deed: Deed, token: "Token", harm: Harm) -> Iterator[tuple[Span, Casualties]]:
    """Each number that belongs to a word of harm, with its words."""
    base = deed.sentence.base
    victims = _victims(token)
    if not victims:
        suffers = "nsubj" if token.lower_ in slots("en").died else "nsubjpass"
        suffering = [child for child in token.children if child.dep_ == suffers]
        victims = [one for child in suffering for one in conjuncts(child)]
    start = base + token.idx + len(token)
    for victim in victims:
        edge = base + victim.left_edge.idx
        told = _counted(deed, victim, edge if edge >= start or edge < base + token.idx else start)
        if told is not None:
            yield told[0], _casualties(told, harm)
    if not victims:
        before = _just_before(deed, token)
        if before is not None:
            yield before[0], _casualties(before, harm)


Counted = tuple[Span, float | None, float | None, bool]
"""The words of a number, its bounds, and whether it is approximate."""


def _casualties(told: Counted, harm: Harm) -> Casualties:
    return Casualties(text=told[0].text, harm=harm, min=told[1], max=told[2], about=told[3])


def _counted(deed: Deed, victim: "Token", begin: int) -> Counted | None:
    """The number of a noun phrase; "a woman" is one, "people" is nobody knows how many."""
    text, base = deed.sentence.text, deed.sentence.base
    words = times("en")
    if _is_nobody(victim):
        return None
    end = base + victim.idx + len(victim)
    counts = victim.pos_ == "NUM" or victim.lower_ in (*words.vague, *words.scales, *words.numbers)
    place = end if counts else base + victim.idx
    told = quantity(text, begin, Span.of(text, place, place))
    if told is not None:
        amount, span = told
        opened = re.search(rf"\b(?:{any_of(words.period_between)})\s+$", text[base : span.start])
        first = base + opened.start() if opened else span.start
        whole = Span.of(text, first, span.end if counts else end)
        return whole, amount.min, amount.max, amount.about
    article = next((c for c in victim.children if c.lower_ in words.articles), None)
    if article is None or victim.lower_ not in slots("en").one_person:
        return None
    return Span.of(text, base + article.idx, end), 1, 1, False


def _is_nobody(victim: "Token") -> bool:
    """ "No one" is nobody, and "one of them" is counted already."""
    of = [child for child in victim.children if child.dep_ == "prep"]
    if any(token.pos_ == "PRON" for preposition in of for token in preposition.children):
        return True
    return any(child.lower_ in slots("en").nobody for child in victim.children)


def _just_before(deed: Deed, token: "Token") -> Counted | None:
    """The number right before a word of harm: "32 dead", "dozens were injured"."""
    text, at = deed.sentence.text, deed.sentence.base + token.idx
    told = quantity(text, max(deed.sentence.base, at - BEFORE), Span.of(text, at, at))
    if told is None:
        return None
    amount, span = told
    between = text[span.end : at].split()
    words = slots("en")
    other = (*words.killed, *words.wounded, *words.dead, *words.hurt, *times("en").sizes)
    if len(between) > BETWEEN or any(word.lower().strip(",") in other for word in between):
        return None
    if any(deed.sentence.goods.get(near.i) for near in deed.tokens(Span.of(text, span.end, at))):
        return None
    return span, amount.min, amount.max, amount.about
