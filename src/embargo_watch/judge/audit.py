"""Hold every provision against the official words, so that no date or paragraph rests on trust.

What differs is reported and never corrected by itself: a person decides which of the two is wrong.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from embargo_watch.judge.audit_changes import change_lines
from embargo_watch.judge.audit_lines import Desk, missing
from embargo_watch.judge.citations import Cited, Library, our_citations
from embargo_watch.judge.until_words import ends
from embargo_watch.model.audit import AuditLine, AuditReport
from embargo_watch.model.provision import Instrument, Provision, Regime, Vote
from embargo_watch.model.resolution import Resolution, resolution_number, resolutions_named
from embargo_watch.reference.law_words import AuditWords, audit_words

_ENDS = ("lifted", "ended", "replaced", "narrowed", "widened", "exempted")


def audit(regimes: Iterable[Regime], resolutions: Iterable[Resolution]) -> AuditReport:
    """Compare all provisions and instruments of resolutions since 2000 with the texts at hand.

    What has no text (before 2000, not of the United Nations, missing in this copy) is reported
    as unchecked, with the reason.
    """
    library = Library(resolutions)
    words = audit_words()
    lines: list[AuditLine] = []
    for regime in regimes:
        for instrument in regime.instruments:
            lines += _instrument(Desk(regime, "", library), instrument)
        for provision in regime.provisions:
            lines += _Provision(Desk(regime, provision.id, library), provision, words).lines()
    return AuditReport(lines=tuple(_settled(line, words) for line in lines))


def _settled(line: AuditLine, words: AuditWords) -> AuditLine:
    """Take a difference that a person has looked into off the list, with the reason."""
    if line.outcome != "difference":
        return line
    why = words.left_out(line.provision or line.regime, line.check, line.citation)
    return replace(line, outcome="unchecked", reason=f"settled: {why}") if why else line


def _instrument(desk: Desk, instrument: Instrument) -> Iterator[AuditLine]:
    text = desk.library.symbol(instrument.id)
    if text is None:
        yield desk.absent("resolution", instrument.id)
        return
    yield desk.compared("adopted", instrument.id, instrument.adopted, text.adopted)
    if instrument.vote is None:
        yield desk.difference("vote", instrument.id, "a vote in votes.yaml", _told(text.vote))
    else:
        yield desk.compared("vote", instrument.id, _told(instrument.vote), _told(text.vote))


def _told(vote: Vote) -> str:
    """A vote in one line: counts, who opposed and abstained, and who supported."""
    sides = (("for", vote.supported), ("against", vote.opposed), ("abstaining", vote.abstained))
    who = "; ".join(f"{name} {' '.join(sorted(members))}" for name, members in sides if members)
    return f"{vote.yes}-{vote.no}-{vote.abstain}: {who}"


@dataclass(frozen=True)
class _Provision:
    """The comparisons of one provision."""

    desk: Desk
    provision: Provision
    words: AuditWords

    def lines(self) -> Iterator[AuditLine]:
        own = self.provision
        text = self.desk.library.symbol(own.instrument)
        if text is None:
            yield self.desk.absent("paragraph", f"{own.instrument} {own.paragraph}")
        else:
            yield self.desk.compared("adopted", own.instrument, own.adopted, text.adopted)
            yield from self._paragraphs(text)
        yield from self._until(text)
        yield from change_lines(self.desk, own, self.words)
        yield from self._sources()

    def _paragraphs(self, text: Resolution) -> Iterator[AuditLine]:
        cited = our_citations(self.provision.paragraph, text.number)
        if not cited:
            yield self.desk.difference(
                "paragraph", text.symbol, self.provision.paragraph, "no paragraph is named"
            )
        there: list[Cited] = []
        for each in cited:
            line = self.desk.exists("paragraph", each)
            yield line
            if line.outcome == "ok":
                there.append(each)
        if there:
            yield from self._word_checks(there)

    def _word_checks(self, cited: Sequence[Cited]) -> Iterator[AuditLine]:
        own = self.provision
        library = self.desk.library
        said = "\n".join(library.with_references(each) for each in (*cited, *self._widening()))
        codes = [part for code in (*own.items, *own.services) for part in code.split("!")]
        for code in dict.fromkeys(codes):
            pattern = self.words.instead(own.id, "items", code) or self.words.items.get(code)
            yield self.desk.words_stand("items", cited[0], code, pattern, said)
        decides = own.kind == "ban"
        expected: str = own.direction if decides else own.kind
        pattern = (self.words.directions if decides else self.words.kinds).get(expected)
        pattern = self.words.instead(own.id, "direction", own.direction) or pattern
        itself = "\n".join(library.words(each) for each in cited)
        yield self.desk.words_stand("direction", cited[0], expected, pattern, itself)

    def _widening(self) -> Iterator[Cited]:
        """Paragraphs that brought goods in later."""
        for change in self.provision.changes if self.provision.items_since else ():
            number = resolution_number(change.instrument)
            if change.how == "widened" and number:
                yield from our_citations(change.paragraph, number)

    def _until(self, text: Resolution | None) -> Iterator[AuditLine]:
        """The end of a provision rests on a change, or on its own paragraph's words."""
        own, until = self.provision, self.provision.until
        if until is None or until.year < 2000 or self.desk.regime.layer != "UN":
            return
        resting = [
            change.instrument
            for change in own.changes
            if change.until == until or (change.on == until and change.how in _ENDS)
        ]
        if resting:
            yield self.desk.line("until", resting[-1], "ok", str(until), f"rests on {resting[-1]}")
            return
        if text is None:
            yield self.desk.difference("until", own.instrument, str(until), "no change says so")
            return
        cited = our_citations(own.paragraph, text.number)
        said = "\n".join(self.desk.library.words(each) for each in cited)
        found = ends(said, (own.adopted, own.since))
        if until in found:
            yield self.desk.line("until", own.citation, "ok", str(until), str(until))
        else:
            yield self.desk.difference("until", own.citation, str(until), "no change says so")

    def _sources(self) -> Iterator[AuditLine]:
        for symbol in resolutions_named(" ".join(self.provision.source)):
            if self.desk.library.symbol(symbol):
                yield self.desk.line("source", symbol, "ok", symbol, symbol)
            elif self.desk.library.number(resolution_number(symbol)):
                other = self.desk.library.number(resolution_number(symbol))
                yield self.desk.difference("source", symbol, symbol, other.symbol if other else "")
            else:
                reason = missing(symbol, self.desk.regime, self.desk.library)
                yield self.desk.line("source", symbol, "unchecked", reason=reason)
