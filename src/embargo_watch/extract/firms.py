"""Name the companies that have a part in a deed: who made, sold, shipped or took the goods.

A company counts where it stands in the deed itself, as its giver or taker, "through" or "made by".
One that speaks, that shares a sentence or whose shares rise has no part in it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from embargo_watch.extract.aircraft import is_carrier
from embargo_watch.extract.deed import Deed, top_of
from embargo_watch.extract.grammar import conjuncts, subject
from embargo_watch.extract.years import any_of
from embargo_watch.model.candidate import Mention
from embargo_watch.model.claim import Company
from embargo_watch.model.spans import Span
from embargo_watch.reference.areas import state_of
from embargo_watch.reference.companies import KnownCompany, companies
from embargo_watch.reference.slots import slots
from embargo_watch.reference.times import times

if TYPE_CHECKING:
    from spacy.tokens import Token

COMPANY = "company"
"""The class of words by which a company stands for its state."""

WORD = r"[A-Z](?:[\w&.-]|['’](?!s\b))*"
MORE = 6
"""Words of a name after its first."""

BEFORE_A_NAME = frozenset(("ADP", "DET", "SCONJ", "ADV", "CCONJ", "PRON"))
NO_NAME = frozenset(("VERB", "AUX", "PRON", "SCONJ"))
FIRST = re.compile(r"(?<![\w-])\w+")
"""The beginning of a name: letters and digits up to anything else."""

ARGUMENTS = frozenset(("nsubj", "dobj", "dative", "agent", "attr", "ROOT"))


def firms(deed: Deed, sides: Iterable[Mention]) -> tuple[tuple[Company, ...], tuple[Span, ...]]:
    """The companies of a deed, with their words; ``sides`` are the parties that hold its roles."""
    acting = {m.span: m.party for m in sides if m.word_class == COMPANY}
    named = _named(deed)
    others = (span for span in named if not any(span.overlaps(one) for one in acting))
    parts = {span: "" for span in others if _has_a_part(deed, span)} | acting
    wider = {_widened(span, named): party for span, party in sorted(parts.items())}
    told = tuple(dict.fromkeys(_company(span.text, party) for span, party in wider.items()))
    return told, tuple(wider)


def _company(words: str, party: str) -> Company:
    known = _known(words)
    if known is None:
        return Company(text=words, country=party)
    return Company(text=words, name=known.name, country=known.country, trade=known.trade)


def _known(words: str) -> KnownCompany | None:
    """The company of the list that words name, with a form of law behind them or without."""
    forms = any_of((*slots("en").legal_forms, *slots("en").firm_words))
    bare = re.sub(rf",?\s+(?:{forms})$", "", words)
    return companies().get(words) or companies().get(bare)


def _widened(span: Span, named: Iterable[Span]) -> Span:
    """The whole name of which the span is a part: "Rheinmetall AG" for "Rheinmetall"."""
    return next((one for one in named if one.contains(span)), span)


def _named(deed: Deed) -> list[Span]:
    """Every company that the sentence names, the longest words where two names overlap."""
    text, start = deed.sentence.text, deed.sentence.base
    last = deed.sentence.doc[-1]
    end = start + last.idx + len(last)
    matches = (m.span("name") for p in (_formed(), _worded()) for m in p.finditer(text, start, end))
    places = (*_listed(text, start, end), *matches)
    found = {span for place in places if (span := _trimmed(deed, *place)) is not None}
    kept: list[Span] = []
    for span in sorted(found, key=lambda one: (one.start - one.end, one)):
        if not any(span.overlaps(other) for other in kept) and not _is_no_firm(deed, span):
            kept.append(span)
    return sorted(kept)


def _trimmed(deed: Deed, start: int, end: int) -> Span | None:
    """The name without what only stands before it: "The X Ltd", "On Monday X Ltd".

    In a headline any word may be a capital's, so that "Group" and its like name nothing there.
    """
    text, base, goods = deed.sentence.text, deed.sentence.base, deed.sentence.goods
    if text[start:end] in companies():
        return Span.of(text, start, end)
    tokens = deed.tokens(Span.of(text, start, end))
    while tokens and _is_before_a_name(tokens[0]):
        tokens = tokens[1:]
    if not tokens or any(token.pos_ in NO_NAME or token.i in goods for token in tokens):
        return None
    if tokens[-1].text.islower() and text[start:end].split()[-1] in slots("en").firm_words:
        return None
    return Span.of(text, base + tokens[0].idx, end)


def _is_before_a_name(token: "Token") -> bool:
    dated = (*times("en").weekdays, *times("en").months)
    return token.pos_ in BEFORE_A_NAME or token.lower_ in dated


def _is_no_firm(deed: Deed, span: Span) -> bool:
    """Whether the words name an armed group or a body, or only a state: "the Chinese Company"."""
    if span.text in companies():
        return False
    *words, last = span.text.split()
    if last in slots("en").firm_words and any(word in slots("en").no_firms for word in words):
        return True
    own = span.text
    for known in deed.sentence.all_parties():
        said = known.mention.span
        if not said.overlaps(span) or known.mention.word_class == COMPANY:
            continue
        if not state_of(known.party):
            return True
        own = own.replace(said.text, "", 1)
    return len(own.split()) < 2


def _has_a_part(deed: Deed, span: Span) -> bool:
    tokens = deed.tokens(span)
    inside = {token.i for token in tokens}
    heads = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
    return any(_acts(deed, head) for head in heads)


def _acts(deed: Deed, token: "Token") -> bool:
    """Whether a company's head noun holds a role of the deed or belongs to its goods."""
    words = slots("en")
    plane = top_of(token)
    if plane.lower_ in (*words.planes_if_named, *words.flights) and is_carrier(deed, plane):
        return True
    top = _over_firms(deed, token)
    if top is None:
        return False
    if top.i in deed.goods:
        return True
    if any(top.i in {t.i for t in doers} for doers in _doers(deed)):
        return True
    if top.dep_ in ARGUMENTS:
        return top.head.i in deed.own and top.head.i != top.i
    if top.dep_ == "pobj":
        beside = top.head.lower_ in words.firm_beside or top.head.dep_ == "agent"
        return beside and deed.bears(top.head) and _is_of_the_goods(deed, top.head)
    return False


def _is_of_the_goods(deed: Deed, preposition: "Token") -> bool:
    """Whether a participle between belongs to goods or carrier: not "claims made by the X Corp"."""
    for above in preposition.ancestors:
        if above.i in deed.own or above.pos_ == "VERB":
            if above.dep_ != "acl" or deed.has(above):
                return True
            noun = top_of(above.head)
            below = (noun, *noun.ancestors)
            held = next((one for one in below if one.i in deed.goods or one.pos_ == "VERB"), noun)
            return held.i in deed.goods or is_carrier(deed, noun)
    return True


def _over_firms(deed: Deed, token: "Token") -> "Token | None":
    """The head of the phrase, where only names and nouns for firms or the goods lie between."""
    firms_, top = slots("en").firms, top_of(token)
    while token.i != top.i:
        token = token.head
        name = token.pos_ == "PROPN" or token.lower_ in firms_ or token.i in deed.goods
        if not name:
            return None
    if top.dep_ == "poss" and (top.head.i in deed.goods or top.head.lower_ in firms_):
        return top.head if top.head.i in deed.goods else _over_firms(deed, top.head)
    return top


def _doers(deed: Deed) -> "Iterator[list[Token]]":
    """Who does each verb of the deed, and who is blamed for it: "sanctions on X for supplying"."""
    words = slots("en")
    for i in deed.own:
        verb = deed.sentence.doc[i]
        if verb.pos_ != "VERB":
            continue
        yield [one for token in subject(deed.sentence, verb) for one in conjuncts(token)]
        above = verb.head.head
        if verb.dep_ == "pcomp" and verb.head.lower_ in words.blamed_for:
            yield [one for token in _blamed(above) for one in conjuncts(token)]


def _blamed(verb: "Token") -> "Iterator[Token]":
    for child in (verb, *verb.children):
        if child.dep_ in ("dobj", "nsubjpass"):
            yield child
        for preposition in child.children:
            if preposition.dep_ == "prep" and preposition.lower_ in slots("en").blamed_by:
                yield from (token for token in preposition.children if token.dep_ == "pobj")


def _listed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where listed companies are named; a table by first words spares trying every name."""
    for word in FIRST.finditer(text, start, end):
        for name in _by_first_word().get(word.group(), ()):
            stop = word.start() + len(name)
            if stop <= end and text.startswith(name, word.start()) and not _goes_on(text, stop):
                yield word.start(), stop
                break


def _goes_on(text: str, place: int) -> bool:
    """Whether a word runs on over a place: "Saabs", "Mahan Air-owned" but not "Saab's"."""
    return text[place : place + 1].isalnum()


@cache
def _by_first_word() -> Mapping[str, tuple[str, ...]]:
    """Names by how they begin, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(companies(), key=lambda one: (-len(one), one)):
        first = FIRST.match(name)
        found.setdefault(first.group() if first else name, []).append(name)
    return {first: tuple(names) for first, names in found.items()}


def _name() -> str:
    """Words with capitals, "of" or "&" between them."""
    inside = any_of((*slots("en").of, "&"))
    return rf"{WORD}(?:\s+(?:(?:{inside})\s+)?\(?{WORD}\)?){{0,{MORE}}}?"


@cache
def _formed() -> re.Pattern[str]:
    """ "Jiangsu Tianyuan Metal Co. Ltd", "JSC Alabuga": a form of law makes a name a company's."""
    words = slots("en")
    after, before = any_of(words.legal_forms), any_of(words.forms_before)
    return re.compile(
        rf"(?<![\w-])(?P<name>(?:(?:{before})\s+[\"“]?{_name()}(?![\w-]))|{_name()},?\s+(?:{after}))"
        r"(?![\w-])"
    )


@cache
def _worded() -> re.Pattern[str]:
    """ "Mesopotamia Aviation", "Orion Industries", but not "the Contact Group"."""
    last = any_of(slots("en").firm_words)
    return re.compile(rf"(?<![\w-])(?P<name>{_name()}\s+(?:{last}))(?![\w-])")
