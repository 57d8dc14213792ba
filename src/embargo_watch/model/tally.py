"""Count what became of each input, so that nothing is lost without a number for it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from embargo_watch.model.ledger import DocumentResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many inputs were read, passed triage, made claims, were refused or failed.

    ``documents`` counts every input, and is the sum of ``read``, ``failed`` and ``refused``
    (whole documents, by reason: ``language: fr``). ``rejected`` counts candidates by the rule
    that refused them.
    """

    read: int = 0
    relevant: int = 0
    claims: int = 0
    failed: int = 0
    refused: Mapping[str, int] = field(default_factory=Counter)
    rejected: Mapping[str, int] = field(default_factory=Counter)

    @property
    def documents(self) -> int:
        """Every input, whatever became of it."""
        return self.read + self.failed + sum(self.refused.values())

    @classmethod
    def of(cls, results: Iterable[DocumentResult]) -> "Tally":
        """Count a batch."""
        made = list(results)
        failed = sum(1 for result in made if result.failure)
        refused = Counter(result.refused for result in made if result.refused)
        return cls(
            read=len(made) - failed - refused.total(),
            relevant=sum(result.relevant for result in made),
            claims=sum(len(result.claims) for result in made),
            failed=failed,
            refused=refused,
            rejected=Counter(refusal.rule for result in made for refusal in result.rejected),
        )

    def __add__(self, other: "Tally") -> "Tally":
        """Add the counts of another batch."""
        return Tally(
            read=self.read + other.read,
            relevant=self.relevant + other.relevant,
            claims=self.claims + other.claims,
            failed=self.failed + other.failed,
            refused=Counter(self.refused) + Counter(other.refused),
            rejected=Counter(self.rejected) + Counter(other.rejected),
        )
