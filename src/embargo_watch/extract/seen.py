"""Show what triage saw in every sentence of a document, and why it let most of them by.

What is read is decided in ``triage`` alone; this module only tells the reason.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from embargo_watch.extract.contrast import without_contrasts
from embargo_watch.extract.groups import EVERYDAY
from embargo_watch.extract.sentences import sentences
from embargo_watch.extract.triage import Stretch, join_designations, stretches
from embargo_watch.model.candidate import Goods, Mention
from embargo_watch.model.document import Document
from embargo_watch.model.explanation import PredicateWord, Sight
from embargo_watch.model.spans import Span
from embargo_watch.reference.lexicon import Lexicon, lexicon
from embargo_watch.reference.matcher import ItemHit, PartyHit, matcher

LetBy = Literal[
    "furniture", "no-goods", "no-party", "weak-goods", "everyday-goods", "nothing-moves"
]

WORD = re.compile(r"\w+(?:['’]\w+)?")
ORIGIN, BOUND = "origin", "bound"
"""Stand for the frames of words after a hyphen ("-made", "-bound"), which open none."""


def seen(document: Document) -> tuple[Sight, ...]:
    """Every sentence of a document from left to right, page furniture too."""
    read = {stretch.start: stretch for stretch in stretches(document)}
    kept = set(sentences(document.text, document.furniture))
    hits = _hits(document)
    words = lexicon("en")
    position = 0
    found = []
    for start, end in sentences(document.text):
        while position < len(hits) and hits[position].start < start:
            position += 1
        last = position
        while last < len(hits) and hits[last].end <= end:
            last += 1
        cut = Span.of(document.text, start, end)
        inside = tuple(hits[position:last])
        let_by = "" if (start, end) in kept else "furniture"
        stretch = read.get(start) if not let_by else None
        found.append(_sight(document, cut, stretch, inside, words=words, let_by=let_by))
        position = last
    return tuple(found)


def _hits(document: Document) -> Sequence[PartyHit | ItemHit]:
    text, day = document.text, document.published
    named = matcher().hits(text, day if len(day) == len("2024-01-10") else "")
    return join_designations(text, without_contrasts(text, named))


def _sight(
    document: Document, cut: Span, stretch: Stretch | None,
    inside: Sequence[PartyHit | ItemHit], *, words: Lexicon, let_by: str,
) -> Sight:  # fmt: skip
    hits = stretch.hits if stretch is not None else inside
    parties = [hit for hit in hits if isinstance(hit, PartyHit)]
    goods = [hit for hit in hits if isinstance(hit, ItemHit)]
    predicates = tuple(_predicates(cut, words))
    if stretch is None and not let_by:
        let_by = _reason(parties, goods, implied=_implies(predicates, words))
    text = document.text
    return Sight(
        span=cut,
        title=bool(document.title) and cut.start == 0,
        parties=tuple(
            Mention(
                span=Span.of(text, hit.start, hit.end),
                party=hit.party,
                word_class=hit.word.word_class,
            )
            for hit in parties
        ),
        goods=tuple(
            Goods(
                span=Span.of(text, hit.start, hit.end),
                group=hit.group,
                designation=hit.designation,
            )
            for hit in goods
        ),
        predicates=predicates,
        let_by=let_by,
    )


def _reason(
    parties: Iterable[PartyHit], goods: Sequence[ItemHit], *, implied: bool
) -> LetBy:  # fmt: skip
    """The first thing that a sentence lacks, in the order in which triage asks."""
    named = {hit.party for hit in parties}
    if not goods and not implied:
        return "no-goods"
    if not named:
        return "no-party"
    firm = any(not hit.weak and hit.group not in EVERYDAY for hit in goods)
    if len(named) == 1 and not firm:
        return "weak-goods"
    everyday = bool(goods) and all(hit.group in EVERYDAY for hit in goods)
    return "everyday-goods" if everyday else "nothing-moves"


def _implies(predicates: Iterable[PredicateWord], words: Lexicon) -> bool:
    return any(known.base in words.implied for known in predicates)


def _predicates(cut: Span, words: Lexicon) -> Iterator[PredicateWord]:
    """The words that may say that something moved; a word of several frames stands once."""
    for match in WORD.finditer(cut.text):
        form = match.group().lower()
        frames = _frames(form, words)
        if frames:
            start = cut.start + match.start()
            base = next(iter(frames.values()))
            yield PredicateWord(Span(start, start + len(form), match.group()), base, tuple(frames))


def _frames(form: str, words: Lexicon) -> Mapping[str, str]:
    """Frame -> base form for a lower-case word."""
    known = (*words.verbs.get(form, ()), *words.nouns.get(form, ()))
    frames = {predicate.frame: predicate.base for predicate in known}
    if not frames and form in words.suffixes["given"] | words.suffixes["made"]:
        return {ORIGIN: form}
    if not frames and form in words.suffixes["bound"]:
        return {BOUND: form}
    return frames
