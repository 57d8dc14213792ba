"""Put what was claimed and refused back into its sentences, so that a reading can be checked.

The reading itself is that of ``pipeline``: what is explained is what ``read`` prints.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from embargo_watch import pipeline
from embargo_watch.model.claim import Claim, Rejected
from embargo_watch.model.explanation import Explanation, SentenceRead, Sight
from embargo_watch.model.ledger import DocumentResult


def explanations(
    items: Iterable[pipeline.Item], *, processes: int, own_law: Path | None = None
) -> Iterator[Explanation]:
    """Read the items as ``read`` does and explain each, in order."""
    for _, made in pipeline.results(items, processes=processes, own_law=own_law, kept=True):
        for result in made:
            yield explain(result)


def explain(result: DocumentResult) -> Explanation:
    """Explain one reading; what failed or was not read has no sentences."""
    from embargo_watch.extract.seen import seen

    if result.document is None or result.refused or result.failure:
        return Explanation(result, ())
    return Explanation(result, tuple(_placed(result, seen(result.document))))


def _placed(result: DocumentResult, sights: tuple[Sight, ...]) -> Iterator[SentenceRead]:
    """Give every claim and rejected candidate to the sentence in which its words begin."""
    starts = [sight.span.start for sight in sights]
    claims: dict[int, list[Claim]] = defaultdict(list)
    rejected: dict[int, list[Rejected]] = defaultdict(list)
    for claim in result.claims:
        claims[_place(starts, claim.quote.start)].append(claim)
    for refused in result.rejected:
        rejected[_place(starts, refused.start)].append(refused)
    for place, sight in enumerate(sights):
        yield SentenceRead(sight, tuple(claims[place]), tuple(rejected[place]))


def _place(starts: list[int], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)
