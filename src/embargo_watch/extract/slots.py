"""Fill the slots that stand beside a deed: where it was, the ship that carried, the calibre.

A place counts where its words hang on the deed itself; a ship where the sentence names it, for
a sentence on a consignment names no other.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from embargo_watch.extract.draft import Draft
from embargo_watch.extract.years import any_of
from embargo_watch.model.candidate import Goods
from embargo_watch.model.spans import Span
from embargo_watch.reference.slots import slots

NAME = r"[A-Z][\w'’-]*(?:[ -][A-Z][\w'’-]*){0,3}"
SEEN = 24
"""Code points before the goods in which their calibre stands."""


def beside(found: Draft) -> dict[str, tuple[Span, ...]]:
    """The slots ``place``, ``vessel``, ``imo`` and ``flag``, those that the sentence fills."""
    text, start = found.sentence.text, found.sentence.base
    last = found.sentence.doc[-1]
    end = start + last.idx + len(last)
    named = (_groups(_place(), text, start, end, name) for name in ("place", "bare"))
    places = sorted(span for spans in named for span in spans if _is_of(found, span))
    told = {
        "place": places[:1],
        "vessel": _groups(_ship(), text, start, end, "name"),
        "imo": [s for s in _groups(_imo(), text, start, end, "imo") if is_imo(s.text)],
        "flag": _groups(_flag(), text, start, end, "flag"),
    }
    return {slot: tuple(spans) for slot, spans in told.items() if spans}


def is_imo(number: str) -> bool:
    """Whether seven digits are a ship's number: the last one checks the six before it."""
    digits = [int(digit) for digit in number]
    total = sum(digit * weight for digit, weight in zip(digits, range(7, 1, -1), strict=False))
    return len(digits) == 7 and total % 10 == digits[6]


def with_calibre(text: str, goods: Goods) -> Goods:
    """Goods without a designation take their calibre as one: "107 mm" of "107 mm rockets"."""
    if goods.designation:
        return goods
    match = _calibre().search(text, max(0, goods.span.start - SEEN), goods.span.end)
    if match is None or match.end() < goods.span.start:
        return goods
    return replace(goods, designation=match["size"])


def _groups(pattern: re.Pattern[str], text: str, start: int, end: int, name: str) -> list[Span]:
    found: Iterable[re.Match[str]] = pattern.finditer(text, start, end)
    return [Span.of(text, *match.span(name)) for match in found if match[name]]


def _is_of(found: Draft, span: Span) -> bool:
    """Whether the words hang on the deed: its predicate, its verb or the nouns of the goods."""
    base, doc = found.sentence.base, found.sentence.doc
    tokens = doc.char_span(span.start - base, span.end - base, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return False
    own = {token.i for token in (found.predicate, found.verb, *found.chain) if token is not None}
    for above in (tokens.root, *tokens.root.ancestors):
        if above.i in own:
            return True
        if above.pos_ in ("VERB", "AUX") and above.dep_ != "acl":
            return False
    return False


@cache
def _place() -> re.Pattern[str]:
    """ "At the port of Aden", "in the Red Sea", "near Hodeidah"; ignores the names of parties."""
    words = slots("en")
    heads, the, of = any_of(words.places), any_of(words.the), any_of(words.of)
    return re.compile(
        rf"\b(?:(?i:{any_of(words.before_place)})\s+(?P<place>(?:(?i:{the})\s+)?"
        rf"(?:(?:[\w-]+\s+)?(?i:{heads})\s+(?:{of})\s+(?:(?:{the})\s+)?{NAME}|"
        rf"{NAME}(?:['’]s)?(?:\s+[a-z]+)?\s+(?i:{heads})\b|"
        rf"(?:{any_of(words.alone)})\b))|(?i:{any_of(words.surely)})\s+(?P<bare>{NAME}))"
    )


@cache
def _ship() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(slots('en').ships)})\s+[\"“'‘]?(?P<name>{NAME})")


@cache
def _imo() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(slots('en').number)})(?:\s+\w+\.?)?[\s:#]*(?P<imo>\d{{7}})\b")


@cache
def _flag() -> re.Pattern[str]:
    words = slots("en")
    no_article = rf"(?!(?i:{any_of(words.the)})\b)"
    return re.compile(
        rf"\b{no_article}(?P<flag>[A-Z]\w+(?: [A-Z]\w+)?)-(?:{any_of(words.flagged)})\b"
    )


@cache
def _calibre() -> re.Pattern[str]:
    sizes = any_of(slots("en").calibre)
    return re.compile(
        rf"(?<![\w.])(?P<size>\d{{1,3}}(?:\.\d{{1,2}})?[\s-]?(?:{sizes}))\b(?:[\s-]+\w+)?[\s-]*"
    )
