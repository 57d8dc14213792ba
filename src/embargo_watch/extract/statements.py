"""Read what a document says once for several of its claims: breaches alleged, who signed.

"The provisions of lethal equipment violate resolutions" stands in another sentence than the
claim; "co-signed by almost 50 nations" lists further speakers of a statement.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from embargo_watch.extract.attribution import with_attributions
from embargo_watch.extract.sentences import sentences
from embargo_watch.model.candidate import Candidate, Mention
from embargo_watch.model.document import Document
from embargo_watch.model.spans import Span
from embargo_watch.reference.matcher import PartyHit, matcher
from embargo_watch.reference.statements import Statements, statements

REACH = 700
"""Code points between a claim and a sentence that speaks of it without naming it."""


def with_statements(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Add to each candidate the breach alleged and the signatories that its document tells."""
    known = statements("en")
    candidates = _authors_again(known, with_attributions(document, candidates))
    candidates = [_with_chain(candidate) for candidate in candidates]
    if not candidates or not known.any_of_it.search(document.text):
        return list(candidates)
    placed = Placed(list(candidates))
    for start, end in sentences(document.text, document.furniture):
        sentence = document.text[start:end]
        if known.breach.search(sentence):
            _breach(document, known, placed, (start, end))
        if known.joint.search(sentence):
            _joint(document, known, placed, (start, end))
    return placed.candidates


def _with_chain(candidate: Candidate) -> Candidate:
    """Show the words that its pronouns and descriptions go back to."""
    named = (*candidate.supplier, *candidate.recipient, *candidate.speakers)
    chain = tuple(dict.fromkeys(span for mention in named for span in mention.chain))
    if not chain:
        return candidate
    return replace(candidate, others={**candidate.others, "reference": chain})


class Placed:
    """A document's candidates by place, so that those near a sentence are found at once."""

    def __init__(self, candidates: list[Candidate]) -> None:
        self.candidates = candidates
        self._order = sorted(range(len(candidates)), key=self._start)
        self._starts = [self._start(index) for index in self._order]

    def _start(self, index: int) -> int:
        return self.candidates[index].predicate.start

    def between(self, start: int, end: int) -> list[int]:
        """The places in the list of candidates whose predicate begins in ``[start, end)``."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return sorted(self._order[first:last])


def _authors_again(known: Statements, candidates: Sequence[Candidate]) -> list[Candidate]:
    """ "The coalition accuses": who spoke together before speaks again."""
    told = [(c.predicate.start, c) for c in candidates if len({m.party for m in c.speakers}) > 1]
    told.sort(key=lambda pair: pair[0])
    starts = [start for start, _ in told]
    result: list[Candidate] = []
    for candidate in candidates:
        words = " ".join(span.text for span in candidate.unnamed_speakers)
        if not candidate.speakers and words and known.authors_again.search(words):
            before = bisect_left(starts, candidate.predicate.start)
            if before:
                first = bisect_left(starts, starts[before - 1])
                candidate = replace(candidate, speakers=told[first][1].speakers)
        result.append(candidate)
    return result


def _breach(document: Document, known: Statements, placed: Placed, cut: tuple[int, int]) -> None:
    start, end = cut
    words = known.breach.search(document.text, start, end)
    assert words is not None
    near = sorted(
        known.instrument.finditer(document.text, start, end),
        key=lambda match: (match.start() < words.end(), abs(match.start() - words.end())),
    )
    if not near:
        return
    span = Span.of(document.text, *near[0].span())
    for index in placed.between(start, end) or _spoken_of(document, known, placed, cut):
        placed.candidates[index] = _breached(placed.candidates[index], span)


def _spoken_of(
    document: Document, known: Statements, placed: Placed, cut: tuple[int, int]
) -> list[int]:
    """The claims of past supplies told shortly before a sentence about "the transfer"."""
    start, end = cut
    if not known.subject.search(document.text, start, end):
        return []
    near = placed.between(start - REACH + 1, start + REACH)
    told = placed.candidates
    before = [index for index in near if told[index].status in ("asserted", "suspected")]
    first = min(before, key=lambda i: abs(told[i].predicate.start - start), default=None)
    if first is None:
        return []
    main = _sides(told[first])
    return [index for index in before if _sides(told[index]) == main]


def _sides(candidate: Candidate) -> set[str]:
    return {mention.party for mention in (*candidate.supplier, *candidate.recipient)}


def _breached(candidate: Candidate, instrument: Span) -> Candidate:
    spans = (*candidate.others.get("alleged_breach", ()), instrument)
    unique = tuple(dict.fromkeys(spans))
    return replace(candidate, others={**candidate.others, "alleged_breach": unique})


def _joint(document: Document, known: Statements, placed: Placed, cut: tuple[int, int]) -> None:
    start, end = cut
    if known.together.search(document.text, start, end):
        for index in placed.between(start, end):
            placed.candidates[index] = replace(placed.candidates[index], together=True)
    opening = known.joint_list.search(document.text, start, end)
    if opening is None:
        return
    number = known.number.search(document.text, opening.end(), end)
    signed = [
        Mention(
            span=Span.of(document.text, hit.start + opening.end(), hit.end + opening.end()),
            party=hit.party,
            word_class=hit.word.word_class,
        )
        for hit in matcher().hits(document.text[opening.end() : end])
        if isinstance(hit, PartyHit)
    ]
    if not signed and number is None:
        return
    stated = Span.of(document.text, *number.span()) if number else None
    for index in placed.between(start - 2 * REACH + 1, start + 2 * REACH):
        candidate = placed.candidates[index]
        if _voiced(candidate):
            placed.candidates[index] = _signed(candidate, tuple(signed), stated)


def _voiced(candidate: Candidate) -> bool:
    """Whether a claim is somebody's statement about what was or is."""
    return bool(candidate.speakers) and candidate.status in ("asserted", "denied", "suspected")


def _signed(candidate: Candidate, signed: tuple[Mention, ...], stated: Span | None) -> Candidate:
    authors = {mention.party for mention in candidate.speakers}
    others = tuple(m for m in signed if m.party not in authors | _sides(candidate))
    spans = {"stated_number": (stated,)} if stated else {}
    return replace(
        candidate,
        signatories=others,
        stated_number=stated.text if stated else "",
        others={**candidate.others, **spans},
    )


def shared_adjective(text: str, start: int) -> re.Match[str] | None:
    """The adjective before goods that shares their noun ("military and financial support")."""
    return statements("en").shared_adjectives.search(text[max(0, start - 40) : start])
