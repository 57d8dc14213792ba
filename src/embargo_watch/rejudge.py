"""Judge a ledger again after a change of the law, without reading a document again."""

from pathlib import Path
from typing import TYPE_CHECKING

from embargo_watch import pipeline
from embargo_watch.judge.again import Rejudged, VerdictChange, verdict_changes
from embargo_watch.judge.queries import findings
from embargo_watch.reference.regimes import law_digest, regimes

if TYPE_CHECKING:
    from embargo_watch.store import Ledger


def rejudge(ledger: "Ledger", *, own_law: Path | None = None, dry_run: bool = False) -> Rejudged:
    """Hold every claim of the ledger against the law again; no document is read.

    The new findings go into the ledger in one transaction, then the flows that they touch are
    summed again. ``dry_run`` changes nothing.
    """
    law, digest = regimes(own_law), law_digest(own_law)
    view = ledger.view()
    before = view.laws()
    new, judged = {}, []
    changes: list[VerdictChange] = []
    for entry in view.claims():
        document, claim = entry.document, entry.claim
        found = findings(claim, document.published, document.published_basis, law)
        judged.append(claim.id)
        if found != entry.findings:
            new[claim.id] = found
            changes += verdict_changes(claim.id, entry.findings, found)
    if not dry_run:
        with ledger.writer() as writer:
            writer.rejudge(new, judged, digest)
        pipeline.settle(ledger)
    return Rejudged(
        law=digest, before=before, claims=len(judged), touched=len(new), changes=tuple(changes)
    )
