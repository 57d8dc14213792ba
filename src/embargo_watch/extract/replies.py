"""Hear the other side: a charge and its denial often stand side by side and are two claims.

"Sudan accused the Emirates of arming the RSF, which Abu Dhabi denies" and "Kigali rejects the
allegation" deny what was told before; "denied a claim by Asmara that it had sent arms" tells the
charge that is denied. Such replies name no goods of their own, so they are found by place: in the
claim's sentence or the next, said by a party that takes part in the claim.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from embargo_watch.extract.sentences import sentences
from embargo_watch.extract.triage import named
from embargo_watch.model.candidate import Candidate, Mention
from embargo_watch.model.claim import Status
from embargo_watch.model.document import Document
from embargo_watch.model.spans import Span
from embargo_watch.reference.lexicon import lexicon
from embargo_watch.reference.matcher import PartyHit

BEFORE = 40
"""Code points between the party that denies and its verb ("which Tehran has long denied")."""

AFTER = 5
"""Code points between the verb of a denial and the party that follows it ("says the Kremlin")."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """Compiled from the words of a language: what is replied, what is taken back, who charges."""

    reply: re.Pattern[str]
    verdict: re.Pattern[str]
    not_denied: re.Pattern[str]
    charge: re.Pattern[str]
    charge_by: re.Pattern[str]
    alleged: re.Pattern[str]
    ahead: re.Pattern[str]


@cache
def _patterns(language: str) -> Patterns:
    cue = lexicon(language).cue
    denies, charges = _any(cue("denied.verbs")), _any(cue("denied.charges"))
    untrue, says = _any(cue("denied.untrue")), _any(cue("reply.says"))
    told, calls = _any(cue("reply.told_before")), _any(cue("reply.calling"))
    which = _any(cue("reply.pointing"))
    end = rf"(?=\W*$|[.,;:!?)”\"]| (?:{_any(cue('reply.next_clause'))})\b)"
    by = _any(cue("reply.by"))
    again = rf"(?:(?:{which}) )?(?:\w+ )?(?:{told}|{charges})"
    return Patterns(
        reply=_compiled(rf"\b(?:{denies})(?: {again})?{end}"),
        verdict=_compiled(rf"\b(?:{calls})(?: {again})?(?: \w+)? (?:{untrue})\b"
                          rf"|\b(?:{untrue}),? (?:{says})(?= )"),
        not_denied=_compiled(rf"\b(?:{_any(cue('negation.adverbs'))}|"
                             rf"{_any(cue('denied.failing.verbs'))})\W+(?:\w+ ){{0,3}}$"
                             rf"|(?:{_any(cue('negation.suffixes'))}) $"),
        charge=_compiled(rf"^(?:{_any(cue('reply.possessive'))})? (?:\w+ ){{0,2}}?(?:{charges})\b"),
        charge_by=_compiled(rf"\b(?:{charges}) (?:{by}) (?:(?:{_any(cue('reply.the'))}) )?$"),
        ahead=_compiled(rf"\b(?:{_any((*cue('modals.prospective'), *cue('reply.ahead')))})\b"),
        alleged=_compiled(rf"^ (?:{says}),? (?:{_any(cue('reply.beside_charge'))}) "),
    )  # fmt: skip


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def with_replies(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates and, beside each that is answered, the answer as its own candidate."""
    known = _patterns("en")
    text = document.text
    if not candidates or not (known.reply.search(text) or known.verdict.search(text)
                              or any(c.status == "denied" for c in candidates)):  # fmt: skip
        return list(candidates)
    parties = [hit for hit in named(document) if isinstance(hit, PartyHit)]
    bounds = list(sentences(text, document.furniture))
    starts = [start for start, _ in bounds]
    told_in = {bisect_right(starts, c.predicate.start) for c in candidates}
    found: list[Candidate] = []
    for candidate in candidates:
        found.append(candidate)
        place = bisect_right(starts, candidate.predicate.start)
        here = bounds[place - 1]
        if candidate.kind != "transfer":
            continue
        if candidate.status == "denied":
            charge = next(_charges(text, here, candidate, parties), None)
            if charge is not None:
                found[-1] = _without(candidate, charge.speakers[0].party)
                found.append(charge)
        elif candidate.status in ("asserted", "suspected"):
            after = place < len(bounds) and place + 1 not in told_in
            end = bounds[place][1] if after else here[1]
            found += _denials(text, (candidate.quote.end, end), candidate, parties)
    return found


def _denials(
    text: str, within: tuple[int, int], candidate: Candidate, parties: Sequence[PartyHit]
) -> Iterator[Candidate]:
    """The first denial of a claim by one of its own sides, in the stretch after it."""
    known = _patterns("en")
    sides = {mention.party for mention in (*candidate.supplier, *candidate.recipient)}
    for pattern in (known.reply, known.verdict):
        for match in pattern.finditer(text, *within):
            who = _denier(text, within[0], match, parties)
            if who is None or who.party not in sides:
                continue
            if known.not_denied.search(text, who.end, match.start()):
                continue
            yield _said(text, candidate, who, "denied", match.span())
            return


def _denier(
    text: str, begin: int, match: re.Match[str], parties: Sequence[PartyHit]
) -> PartyHit | None:
    """Who speaks: the last party before the word, in the same clause; else who follows "says"."""
    before = [p for p in parties if begin <= p.start and p.end <= match.start()]
    if before and match.start() - before[-1].end <= BEFORE:
        between = text[before[-1].end : match.start()]
        if not re.search(r"[.;:!?,]", between):
            return before[-1]
    after = (p for p in parties if match.end() <= p.start <= match.end() + AFTER)
    return next(after, None)


def _charges(
    text: str, here: tuple[int, int], candidate: Candidate, parties: Sequence[PartyHit]
) -> Iterator[Candidate]:
    """The charge that a denial answers: "denied a claim by Asmara that", "rejects US claims"."""
    known = _patterns("en")
    sides = {mention.party for mention in (*candidate.supplier, *candidate.recipient)}
    cue, end = candidate.others.get("status", ()), candidate.predicate.start
    for hit in parties if cue else ():
        if not here[0] <= hit.start < end or hit.party in sides:
            continue
        if hit.start < cue[0].start:
            told = known.alleged.match(text[hit.end : end])
        else:
            owns = known.charge.match(text[hit.end : end])
            told = owns or known.charge_by.search(text[cue[0].start : hit.start])
        if told and not known.ahead.search(text, hit.end, end):
            yield _said(text, candidate, hit, "asserted", (hit.start, hit.end))


def _without(candidate: Candidate, party: str) -> Candidate:
    """The denial, without the party whose charge it denies among its speakers."""
    left = tuple(mention for mention in candidate.speakers if mention.party != party)
    return replace(candidate, speakers=left)


def _said(
    text: str, candidate: Candidate, who: PartyHit, status: Status, cue: tuple[int, int]
) -> Candidate:
    mention = Mention(span=Span.of(text, who.start, who.end), party=who.party,
                      word_class=who.word.word_class)  # fmt: skip
    others = {**candidate.others, "status": (Span.of(text, *cue),)}
    return replace(candidate, status=status, speakers=(mention,), unnamed_speakers=(),
                   signatories=(), stated_number="", others=others,
                   rule=f"{candidate.rule}+reply")  # fmt: skip
