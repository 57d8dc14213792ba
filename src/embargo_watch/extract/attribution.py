"""Find who says it outside the claim's own clause: in the title's tail, or elsewhere in the text.

"… - Kyiv" and "…, says Pentagon" hold for the whole title; "officials" are those whose state
another line names; and what a document tells twice, once with a voice, has that voice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from embargo_watch.model.candidate import Candidate, Mention
from embargo_watch.model.document import Document
from embargo_watch.model.spans import Span
from embargo_watch.reference.attribution import Attribution, attribution
from embargo_watch.reference.matcher import PartyHit, matcher

TAIL = 60
"""Code points that a title's attribution takes at most."""

GIVES_ITS_NAME = frozenset(("leader", "government", "capital", "forces", "company"))
"""Classes of words that stand for those who speak; a state's name before a colon is a topic."""

MAX_BETWEEN = 25
"""Code points between an owner and the words that it owns: "South Korea's top spy agency"."""


def with_attributions(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Add to candidates without a speaker those whom the document names for them elsewhere."""
    if all(candidate.speakers for candidate in candidates):
        return list(candidates)
    known = attribution("en")
    told = _Told(document, known)
    heard = [told.in_title(candidate) for candidate in candidates]
    heard = [told.with_owner(candidate) for candidate in heard]
    return [_told_again(candidate, heard) for candidate in heard]


@dataclass(frozen=True, slots=True)
class _Spoken:
    """An attribution at an end of a title, with those whom it names."""

    cut: Span
    named: tuple[Mention, ...]
    unnamed: tuple[Span, ...]


class _Told:
    """A document's parties and the attribution of its title, each found when first asked for."""

    def __init__(self, document: Document, known: Attribution) -> None:
        self._text = document.text
        self._known = known
        self._end = len(document.title)
        self._hits: list[PartyHit] | None = None
        self._title = self._of_title() if document.title else None

    def in_title(self, candidate: Candidate) -> Candidate:
        """Give a claim that the title makes the speaker whom the title names at either end."""
        if self._title is None or candidate.speakers or candidate.predicate.end > self._end:
            return candidate
        told = self._title
        if told.cut.overlaps(candidate.predicate):
            return candidate
        rest = () if told.named else (*candidate.unnamed_speakers, *told.unnamed)
        return replace(candidate, speakers=told.named, unnamed_speakers=tuple(dict.fromkeys(rest)))

    def with_owner(self, candidate: Candidate) -> Candidate:
        """Find whose "officials" or "ministry" an unnamed speaker is."""
        if candidate.speakers or not candidate.unnamed_speakers:
            return candidate
        found: list[Mention] = []
        for span in candidate.unnamed_speakers:
            owner = self._owner(candidate, span)
            if owner is not None and all(owner.party != m.party for m in found):
                found.append(owner)
        return replace(candidate, speakers=tuple(found)) if found else candidate

    def _owner(self, candidate: Candidate, span: Span) -> Mention | None:
        words = self._known.office.search(span.text)
        if words is None:
            return None
        if self._known.its.match(span.text):
            return candidate.supplier[0] if len(candidate.supplier) == 1 else None
        if self._known.described.match(span.text):
            before = [hit for hit in self._all() if hit.end <= span.start]
            return _mention(self._text, before[-1]) if before else None
        return self._owner_elsewhere(words.group())

    def _owner_elsewhere(self, words: str) -> Mention | None:
        """Who stands right before the same words in another place, if only one party does."""
        found: dict[str, Mention] = {}
        lowered, words = self._text.lower(), words.lower()
        for hit in self._all():
            after = lowered[hit.end : hit.end + MAX_BETWEEN + len(words)]
            place = after.find(words)
            if 0 < place <= MAX_BETWEEN and self._known.between.fullmatch(after[:place]):
                found.setdefault(hit.party, _mention(self._text, hit))
        return next(iter(found.values())) if len(found) == 1 else None

    def _of_title(self) -> "_Spoken | None":
        title = self._text[: self._end]
        for patterns, last in ((self._known.last, True), (self._known.first, False)):
            for pattern in patterns:
                words = pattern.search(title) if last else pattern.match(title)
                if words is None or len(words["who"]) > TAIL:
                    continue
                found = self._spoken_by(words.start("who"), words.end("who"), last=last)
                if found is not None:
                    return _Spoken(Span.of(self._text, *words.span()), *found)
        return None

    def _spoken_by(
        self, start: int, end: int, *, last: bool
    ) -> tuple[tuple[Mention, ...], tuple[Span, ...]] | None:
        """Whom the words at an end of the title name, if they name nothing else."""
        hits = [hit for hit in self._all() if start <= hit.start and hit.end <= end]
        rest = self._text[start:end]
        for hit in reversed(hits):
            rest = rest[: hit.start - start] + rest[hit.end - start :]
        if not self._known.only_office.fullmatch(rest.strip()):
            return None
        if not hits:
            whole = Span.of(self._text, start, end)
            known = self._known.office.search(whole.text) or self._known.other.search(whole.text)
            return ((), (whole,)) if known else None
        if not last and hits[-1].word.word_class not in GIVES_ITS_NAME and not rest.strip():
            return None
        return tuple(_mention(self._text, hit) for hit in hits), ()

    def _all(self) -> list[PartyHit]:
        if self._hits is None:
            found = matcher().hits(self._text)
            self._hits = [hit for hit in found if isinstance(hit, PartyHit)]
        return self._hits


def _mention(text: str, hit: PartyHit) -> Mention:
    span = Span.of(text, hit.start, hit.end)
    return Mention(span=span, party=hit.party, word_class=hit.word.word_class)


def _told_again(candidate: Candidate, others: Iterable[Candidate]) -> Candidate:
    """Take the voices of what the document tells of the same parties in another place."""
    if candidate.speakers or candidate.unnamed_speakers or candidate.status == "denied":
        return candidate
    sides = _sides(candidate)
    for other in others:
        if other.speakers and other.status != "denied" and _sides(other) == sides:
            return replace(candidate, speakers=other.speakers)
    return candidate


def _sides(candidate: Candidate) -> tuple[frozenset[str], frozenset[str]]:
    return (
        frozenset(mention.party for mention in candidate.supplier),
        frozenset(mention.party for mention in candidate.recipient),
    )
