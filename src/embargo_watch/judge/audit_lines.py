"""Write the audit's lines in one way, and say why something could not be held against a text."""

from collections.abc import Iterable
from dataclasses import dataclass
from re import Pattern

from embargo_watch.judge.citations import Cited, Library
from embargo_watch.model.audit import AuditLine, Check, Outcome
from embargo_watch.model.provision import Regime
from embargo_watch.model.resolution import resolution_number

_FIRST_YEAR = 2000
_SHOWN = 160


@dataclass(frozen=True, slots=True)
class Desk:
    """What a comparison is about, and the texts it is made with."""

    regime: Regime
    provision: str
    library: Library

    def line(
        self,
        check: Check,
        citation: str,
        outcome: Outcome,
        expected: str = "",
        found: str = "",
        reason: str = "",
    ) -> AuditLine:
        """One line about this provision."""
        return AuditLine(
            regime=self.regime.id,
            provision=self.provision,
            check=check,
            citation=citation,
            outcome=outcome,
            expected=expected,
            found=found,
            reason=reason,
        )

    def difference(self, check: Check, citation: str, expected: str, found: str) -> AuditLine:
        """What the text does not bear out."""
        return self.line(check, citation, "difference", expected, found)

    def compared(self, check: Check, citation: str, ours: object, theirs: object) -> AuditLine:
        """Two values that must be equal."""
        outcome: Outcome = "ok" if ours == theirs else "difference"
        return self.line(check, citation, outcome, str(ours), str(theirs))

    def absent(self, check: Check, citation: str) -> AuditLine:
        """A resolution without a text: a difference only where its number is another's."""
        symbol = citation.partition(")")[0] + ")" if ")" in citation else citation
        other = self.library.number(resolution_number(symbol))
        if other is not None:
            return self.difference(check, citation, symbol, other.symbol)
        reason = missing(symbol, self.regime, self.library)
        return self.line(check, citation, "unchecked", reason=reason)

    def exists(self, check: Check, cited: Cited) -> AuditLine:
        """Whether a paragraph is there."""
        text = self.library.number(cited.number)
        citation = f"{text.symbol if text else f'S/RES/{cited.number}'} {cited.path}"
        if text is None:
            return self.line(check, citation, "unchecked", reason="no text of it in this copy")
        there = self.library.has(cited)
        found = "it stands there" if there else "there is no such paragraph"
        return self.line(check, citation, "ok" if there else "difference", cited.path, found)

    def words_stand(
        self, check: Check, cited: Cited, what: str, pattern: Pattern[str] | None, said: str
    ) -> AuditLine:
        """Whether words that must stand in a paragraph do."""
        citation = f"S/RES/{cited.number} {cited.path}"
        text = self.library.number(cited.number)
        if text is not None:
            citation = f"{text.symbol} {cited.path}"
        if pattern is None:
            return self.line(
                check, citation, "unchecked", what, reason="no words to look for in audit.yaml"
            )
        found = pattern.search(said)
        if found:
            return self.line(check, citation, "ok", what, found.group().strip())
        return self.difference(check, citation, f"{what}: {pattern.pattern}", shown(said))


def shown(said: str) -> str:
    """The beginning of a paragraph, for a report."""
    line = " ".join(said.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def listed(values: Iterable[object]) -> str:
    """Values in order, for a report."""
    return ", ".join(sorted(str(value) for value in values))


def missing(symbol: str, regime: Regime, library: Library) -> str:
    """Why there is no text of an instrument."""
    number = resolution_number(symbol)
    if not number:
        return "no resolution of the Security Council" if regime.layer == "UN" else "not of the UN"
    year = int(symbol[-5:-1])
    if year < _FIRST_YEAR:
        return "before 2000: no machine-readable text"
    newest = max((text.number for text in library.texts), default=0)
    return "newer than this copy" if number > newest else "missing in this copy"
