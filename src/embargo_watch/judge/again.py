"""Say what a change of the law changed about a claim, and leave out what only reads differently."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from embargo_watch.model.finding import Breach, Finding, Verdict

Ruling = tuple[Verdict, Breach]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictChange:
    """A claim's verdict on one provision, before and after.

    Empty where the provision was not looked at; several where the claim has several pairs or
    legs that are judged apart. Each verdict comes with the breach, "" where there is none.
    """

    claim: str
    provision: str
    before: tuple[Ruling, ...]
    after: tuple[Ruling, ...]

    @property
    def idle(self) -> bool:
        """Whether the provision only came into view, or went out of it, without being engaged."""
        return all(verdict == "not_engaged" for verdict, _ in (*self.before, *self.after))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejudged:
    """What became of a ledger that was judged again.

    ``law`` is the digest of the law applied; ``before`` counts claims by the digest that they
    rested on ("" not noted). ``touched`` claims got other findings, if only in their reasons.
    """

    law: str
    before: Mapping[str, int]
    claims: int
    touched: int
    changes: tuple[VerdictChange, ...]

    @property
    def same_law(self) -> bool:
        """Whether every claim rested on this law already."""
        return not set(self.before) - {self.law}


def verdict_changes(
    claim: str, before: Iterable[Finding], after: Iterable[Finding]
) -> Iterator[VerdictChange]:
    """Yield every provision whose verdict or breach differs, in the order of the law."""
    old, new = _rulings(before), _rulings(after)
    for provision in dict.fromkeys((*new, *old)):
        one, other = old.get(provision, ()), new.get(provision, ())
        if one != other:
            yield VerdictChange(claim=claim, provision=provision, before=one, after=other)


def _rulings(findings: Iterable[Finding]) -> dict[str, tuple[Ruling, ...]]:
    held: dict[str, set[Ruling]] = {}
    for finding in findings:
        held.setdefault(finding.provision, set()).add((finding.verdict, finding.breach))
    return {provision: tuple(sorted(rulings)) for provision, rulings in held.items()}
