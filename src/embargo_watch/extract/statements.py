"""Read what a document says once for several of its claims: breaches alleged, who signed.

"The provisions of lethal equipment violate resolutions" stands in another sentence than the
claim; "co-signed by almost 50 nations" lists further speakers of a statement.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

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
    candidates = _authors_again(known, candidates)
    if not candidates or not known.any_of_it.search(document.text):
        return list(candidates)
    result = list(candidates)
    for start, end in sentences(document.text, document.furniture):
        sentence = document.text[start:end]
        if known.breach.search(sentence):
            result = _with_breach(document, known, result, (start, end))
        if known.joint.search(sentence):
            result = _with_joint(document, known, result, (start, end))
    return result


def _authors_again(known: Statements, candidates: Sequence[Candidate]) -> list[Candidate]:
    """ "The coalition accuses": who spoke together before speaks again."""
    result: list[Candidate] = []
    for candidate in candidates:
        words = " ".join(span.text for span in candidate.unnamed_speakers)
        if not candidate.speakers and words and known.authors_again.search(words):
            told = [c for c in candidates if c.predicate.start < candidate.predicate.start]
            joint = [c for c in told if len({m.party for m in c.speakers}) > 1]
            if joint:
                last = max(joint, key=lambda c: c.predicate.start)
                candidate = replace(candidate, speakers=last.speakers)
        result.append(candidate)
    return result


def _with_breach(
    document: Document, known: Statements, candidates: list[Candidate], cut: tuple[int, int]
) -> list[Candidate]:
    start, end = cut
    words = known.breach.search(document.text, start, end)
    assert words is not None
    near = sorted(
        known.instrument.finditer(document.text, start, end),
        key=lambda match: (match.start() < words.end(), abs(match.start() - words.end())),
    )
    if not near:
        return candidates
    span = Span.of(document.text, *near[0].span())
    inside = [c for c in candidates if start <= c.predicate.start < end]
    meant = inside or _spoken_of(document, known, candidates, cut)
    return [_breached(c, span) if c in meant else c for c in candidates]


def _spoken_of(
    document: Document, known: Statements, candidates: list[Candidate], cut: tuple[int, int]
) -> list[Candidate]:
    """The claims of past supplies told shortly before a sentence about "the transfer"."""
    start, end = cut
    if not known.subject.search(document.text, start, end):
        return []
    before = [
        c for c in candidates
        if c.status in ("asserted", "suspected") and -REACH < c.predicate.start - start < REACH
    ]  # fmt: skip
    first = min(before, key=lambda c: abs(c.predicate.start - start), default=None)
    if first is None:
        return []
    sides = [{m.party for m in c.supplier} | {m.party for m in c.recipient} for c in before]
    main = {m.party for m in (*first.supplier, *first.recipient)}
    return [c for c, parties in zip(before, sides, strict=True) if parties == main]


def _breached(candidate: Candidate, instrument: Span) -> Candidate:
    spans = (*candidate.others.get("alleged_breach", ()), instrument)
    unique = tuple(dict.fromkeys(spans))
    return replace(candidate, others={**candidate.others, "alleged_breach": unique})


def _with_joint(
    document: Document, known: Statements, candidates: list[Candidate], cut: tuple[int, int]
) -> list[Candidate]:
    start, end = cut
    opening = known.joint_list.search(document.text, start, end)
    if opening is None:
        return candidates
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
        return candidates
    stated = Span.of(document.text, *number.span()) if number else None
    return [_signed(c, tuple(signed), stated) if _voiced(c, start) else c for c in candidates]


def _voiced(candidate: Candidate, start: int) -> bool:
    """Whether a claim is somebody's statement, told near the list of who signed it."""
    told = bool(candidate.speakers) and candidate.status in ("asserted", "denied", "suspected")
    return told and abs(candidate.predicate.start - start) < 2 * REACH


def _signed(candidate: Candidate, signed: tuple[Mention, ...], stated: Span | None) -> Candidate:
    authors = {mention.party for mention in candidate.speakers}
    sides = {m.party for m in (*candidate.supplier, *candidate.recipient)}
    others = tuple(m for m in signed if m.party not in authors | sides)
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
