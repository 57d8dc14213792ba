"""Hold every renewal and change against the paragraph that made it: dates hang on these."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from embargo_watch.judge.audit_lines import Desk, listed, shown
from embargo_watch.judge.citations import PLAIN, Cited, named, our_citations
from embargo_watch.judge.until_words import days, ends
from embargo_watch.model.audit import AuditLine
from embargo_watch.model.provision import Change, Provision
from embargo_watch.model.resolution import Resolution, resolution_number
from embargo_watch.reference.law_words import AuditWords, target_words


def change_lines(desk: Desk, provision: Provision, words: AuditWords) -> Iterator[AuditLine]:
    """The comparisons of each entry of a provision's ``changes``."""
    for place, change in enumerate(provision.changes):
        text = desk.library.symbol(change.instrument)
        if text is None:
            yield desk.absent("change resolution", f"{change.instrument} {change.paragraph}")
            continue
        earlier = provision.changes[:place]
        yield from _Change(desk, provision, change, text, tuple(earlier), words).lines()


@dataclass(frozen=True)
class _Change:
    desk: Desk
    provision: Provision
    change: Change
    text: Resolution
    earlier: Sequence[Change]
    words: AuditWords

    @property
    def citation(self) -> str:
        """The changing paragraph."""
        return f"{self.change.instrument} {self.change.paragraph}"

    def lines(self) -> Iterator[AuditLine]:
        """Paragraph, date, verb, what it is about, end."""
        cited = our_citations(self.change.paragraph, self.text.number)
        existing = [self.desk.exists("change paragraph", each) for each in cited]
        yield from existing
        there = [c for c, line in zip(cited, existing, strict=True) if line.outcome == "ok"]
        if not there:
            if not cited:
                yield self.desk.difference(
                    "change paragraph", self.citation, self.change.paragraph, "none is named"
                )
            return
        said = "\n".join(self.desk.library.words(each) for each in there)
        yield self._date(said)
        yield self._verb(said)
        yield self._object(there, said)
        if self.change.until is not None:
            yield self._until(said)

    def _date(self, said: str) -> AuditLine:
        """It changes on the day of adoption, or on a day that the paragraph names."""
        on, adopted = self.change.on, self.text.adopted
        since = self.provision.since
        if on == adopted or on in days(said) or on in ends(said, (adopted, since)):
            return self.desk.line("change date", self.citation, "ok", str(on), str(on))
        return self.desk.difference("change date", self.citation, str(on), str(adopted))

    def _verb(self, said: str) -> AuditLine:
        settled = self.words.instead(self.provision.id, "change verb", self.citation)
        pattern = settled or self.words.verbs.get(self.change.how)
        found = pattern.search(said) if pattern else None
        if found:
            return self.desk.line(
                "change verb", self.citation, "ok", self.change.how, found.group().strip()
            )
        return self.desk.difference("change verb", self.citation, self.change.how, shown(said))

    def _object(self, cited: Sequence[Cited], said: str) -> AuditLine:
        """The paragraph leads to what it changes: by number, by resolution, or by name."""
        own = self.provision
        line = self.desk.line
        if self.text.symbol in {own.instrument, *(each.instrument for each in self.earlier)}:
            return line("change object", self.citation, "ok", own.instrument, "the same text")
        numbers = {resolution_number(own.instrument)}
        numbers |= {resolution_number(change.instrument) for change in self.earlier}
        numbers |= {resolution_number(each.id) for each in self.desk.regime.instruments}
        reached = {c.number for each in cited for c in self.desk.library.reached(each)}
        hits = ((reached | named(said)) - {self.text.number}) & numbers
        if hits:
            return line("change object", self.citation, "ok", own.instrument, listed(hits))
        if by_name := self._by_name(said):
            return line("change object", self.citation, "ok", own.instrument, by_name)
        return self.desk.difference("change object", self.citation, own.instrument, shown(said))

    def _by_name(self, said: str) -> str:
        """The measure as the paragraph calls it: an embargo, or its goods and its target."""
        if embargo := self.words.names.search(said):
            return embargo.group()
        own = self.provision
        settled = self.words.instead(own.id, "change object", self.citation)
        if settled and (found := settled.search(said)):
            return found.group()
        codes = [part for code in (*own.items, *own.services) for part in code.split("!")]
        goods = [self.words.items[code].search(said) for code in codes if code in self.words.items]
        named_goods = next((found.group() for found in goods if found), "")
        target = target_words((*own.target, self.desk.regime.territory)).search(said)
        return f"{named_goods}, {target.group()}" if named_goods and target else ""

    def _until(self, said: str) -> AuditLine:
        until = self.change.until
        if until == self.change.on and self.change.how not in ("renewed",):
            return self.desk.line("change until", self.citation, "ok", str(until), "at once")
        starts: tuple[dt.date, ...] = (self.text.adopted, self.provision.since)
        starts += tuple(change.until for change in self.earlier if change.until)
        found = ends(said.translate(PLAIN), starts)
        if until in found:
            return self.desk.line("change until", self.citation, "ok", str(until), str(until))
        if not found:
            return self.desk.line(
                "change until",
                self.citation,
                "unchecked",
                str(until),
                reason="the paragraph names no day and no period",
            )
        return self.desk.difference("change until", self.citation, str(until), listed(found))
