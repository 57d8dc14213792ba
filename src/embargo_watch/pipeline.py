"""Know the order of the stages, so that no stage has to know another.

capture -> read -> triage -> extract -> resolve -> judge, then printed or stored. The stages are
imported where they are first needed, since a short command should not wait for a parser.
Everything takes batches: a parser is quick over many sentences and slow over one.
"""

import datetime as dt
import functools
import itertools
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from embargo_watch.errors import SkipDocument, UnusableInput
from embargo_watch.model.capture import Capture, Failure
from embargo_watch.model.ledger import CaptureRef, DocumentResult
from embargo_watch.model.tally import Tally
from embargo_watch.pool import spread

if TYPE_CHECKING:
    from embargo_watch.capture import Vault
    from embargo_watch.store import Ledger
    from embargo_watch.store.writer import Writer

Item: TypeAlias = Capture | Failure
Lines: TypeAlias = tuple[bytes, Tally, list[str]]
"""A batch's JSON lines, its counts, and the reasons of its failures."""
R = TypeVar("R")

BATCH_DOCUMENTS = 1024
BATCH_BYTES = 2 << 20
"""A batch is full at either bound: enough candidate sentences for the parser to be quick over."""

ADDED_DOCUMENTS = 128
ADDED_BYTES = 256 << 10
"""What goes into the ledger is kept sooner: an interruption costs no more than this."""

ALONE_BYTES = 2 << 20
"""Input up to this size is read in this process: two workers take longer to start than to read."""


def results(
    items: Iterable[Item], *, processes: int, own_law: Path | None = None, kept: bool = False
) -> Iterator[tuple[Sequence[Item], list[DocumentResult]]]:
    """Yield each batch of captures with what the stages made of it, in order.

    ``own_law`` is a folder of the user's own regimes, here and below. ``kept`` makes the batches
    small, for a caller that keeps each of them when it comes.
    """
    bounds = (ADDED_DOCUMENTS, ADDED_BYTES) if kept else (BATCH_DOCUMENTS, BATCH_BYTES)
    batches = _batches(items, *bounds)
    return _run(functools.partial(understand, own_law=own_law), batches, processes)


def json_lines(
    items: Iterable[Item], *, text: bool, processes: int, own_law: Path | None = None
) -> Iterator[tuple[Sequence[Item], Lines]]:
    """Yield each batch with its JSON lines, in order; ``text`` adds each document's text.

    The lines are written where the documents were read: carrying bytes between processes costs
    a tenth of carrying records.
    """
    return _run(functools.partial(_as_lines, text, own_law), _batches(items), processes)


def worked(
    work: Callable[[Sequence[Item]], R], items: Iterable[Item], processes: int
) -> Iterator[tuple[Sequence[Item], R]]:
    """Yield each batch with what ``work`` (importable by name) made of it, in order."""
    return _run(work, _batches(items), processes)


def understand(batch: Sequence[Item], own_law: Path | None = None) -> list[DocumentResult]:
    """Take a batch of captures through every stage, and lose none of them on the way.

    A document that cannot be read, or that one of our own mistakes stumbles over, comes back
    with its ``failure``; the others go on.
    """
    from embargo_watch.extract.triage import stretches

    made = sift(batch)
    understood = iter(_extract([result for result in made if result.relevant], own_law))
    stretches.cache_clear()
    return [next(understood) if result.relevant else result for result in made]


def sift(batch: Sequence[Item]) -> list[DocumentResult]:
    """Read a batch and let triage decide what goes on; nothing is parsed."""
    return [_read(item) for item in batch]


def _run(
    work: Callable[[Sequence[Item]], R], batches: Iterator[Sequence[Item]], processes: int
) -> Iterator[tuple[Sequence[Item], R]]:
    """Work in this process while the input is short, else in a pool."""
    held: list[Sequence[Item]] = []
    size = 0
    while processes > 1 and size <= ALONE_BYTES:
        batch = next(batches, None)
        if batch is None:
            break
        held.append(batch)
        size += sum(_size(item) for item in batch)
    every = itertools.chain(held, batches)
    if size > ALONE_BYTES:
        yield from spread(work, every, processes)
    else:
        for batch in every:
            yield batch, work(batch)


def _batches(
    items: Iterable[Item], documents: int = 0, size_bytes: int = 0
) -> Iterator[Sequence[Item]]:
    """Cut the items into batches that are full at either bound, the usual ones where 0."""
    documents, size_bytes = documents or BATCH_DOCUMENTS, size_bytes or BATCH_BYTES
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += _size(item)
        if len(batch) >= documents or size >= size_bytes:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(item: Item) -> int:
    return len(item.content) if isinstance(item, Capture) else 0


def _as_lines(text: bool, own_law: Path | None, batch: Sequence[Item]) -> Lines:
    from embargo_watch.export.json_lines import document_line

    made = understand(batch, own_law)
    lines = b"".join(document_line(result, text=text) for result in made)
    return lines, Tally.of(made), [result.failure for result in made if result.failure]


def _read(item: Item) -> DocumentResult:
    """Read one capture and let triage decide whether it goes on."""
    from embargo_watch.extract.triage import stretches
    from embargo_watch.read import is_read, read

    if isinstance(item, Failure):
        return DocumentResult.failed(item.source, item.entry, item.reason)
    ref = CaptureRef.of(item)
    try:
        document = read(item)
        refused = "" if is_read(document) else f"language: {document.language}"
        return DocumentResult(
            capture=ref,
            document=document,
            refused=refused,
            relevant=not refused and bool(stretches(document)),
        )
    except SkipDocument as error:
        return DocumentResult(capture=ref, failure=str(error))
    # A mistake of ours over one document must not cost the other half million.
    except Exception as error:  # noqa: BLE001
        return DocumentResult(capture=ref, failure=_bug(item.source, error))


def _extract(relevant: list[DocumentResult], own_law: Path | None) -> list[DocumentResult]:
    """Parse together; where that stumbles, by halves, so that one document fails and no other."""
    if not relevant:
        return []
    try:
        return _claims(relevant, own_law)
    # The document at fault is found by halving: one in a thousand costs ten more parses, not each.
    except Exception as error:  # noqa: BLE001
        if len(relevant) == 1:
            only = relevant[0]
            return [replace(only, failure=_bug(only.capture.source, error))]
        middle = len(relevant) // 2
        return _extract(relevant[:middle], own_law) + _extract(relevant[middle:], own_law)


def _claims(relevant: list[DocumentResult], own_law: Path | None) -> list[DocumentResult]:
    from embargo_watch.extract.english import EnglishExtractor
    from embargo_watch.judge.queries import findings
    from embargo_watch.reference.regimes import law_digest, regimes
    from embargo_watch.resolve import validate

    extractor = EnglishExtractor()
    law, digest = regimes(own_law), law_digest(own_law)
    documents = [result.document for result in relevant if result.document is not None]
    made = []
    for result, document, found in zip(
        relevant, documents, extractor.extract(documents), strict=True
    ):
        claims, refused = validate(document, found.candidates, extractor.name)
        rejected = sorted((*found.rejected, *refused), key=lambda one: (one.start, one.end))
        dated = (document.published, document.published_basis)
        judged = {claim.id: findings(claim, *dated, law) for claim in claims}
        told = replace(result, claims=claims, rejected=tuple(rejected))
        made.append(replace(told, findings=judged, law=digest))
    return made


def _bug(source: str, error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    return (
        f"{source}: this is our bug, please report it: {type(error).__name__}: {error} "
        f"({Path(place.filename).name}, {place.name})"
    )


def add(
    items: Iterable[Item], ledger: "Ledger", *, processes: int, own_law: Path | None = None
) -> Iterator[tuple[Tally, int, list[str]]]:
    """Take captures into the ledger and yield a batch's counts, how many were known, failures.

    What the ledger holds already is not read again. Every document is one transaction, and its
    bytes are on the disk before it; whoever is killed goes on where the ledger ends.
    """
    from embargo_watch.capture import Vault

    known: list[int] = []
    with Vault(ledger.vault) as vault, ledger.writer() as writer:
        fresh = _unknown(items, writer, known)
        for batch, made in results(fresh, processes=processes, own_law=own_law, kept=True):
            placed = [
                _placed(item, result, vault) for item, result in zip(batch, made, strict=True)
            ]
            vault.sync()
            for result in placed:
                writer.add(result)
            reasons = [result.failure for result in placed if result.failure]
            yield Tally.of(placed), _drained(known), reasons
    yield Tally(), _drained(known), []


def settle(ledger: "Ledger") -> None:
    """Bring copies, flows and incidents up to date with what was added."""
    from embargo_watch.reconcile.reconciler import Reconciler

    ledger.settle(Reconciler(family_of))


def family_of(name: str) -> str:
    """Who stands behind a publisher's name as printed; "" where it is not known."""
    from embargo_watch.reference import publishers

    return publishers.family_of(name)


def _unknown(items: Iterable[Item], writer: "Writer", known: list[int]) -> Iterator[Item]:
    """Pass on what the ledger does not hold; the number of the others goes into ``known``."""
    for batch in _batches(items):
        keys = [(item.blob, item.source) for item in batch if isinstance(item, Capture)]
        held = writer.known(keys)
        known.append(sum(key in held for key in keys))
        for item in batch:
            if isinstance(item, Failure) or (item.blob, item.source) not in held:
                yield item


def _drained(numbers: list[int]) -> int:
    total = sum(numbers)
    numbers.clear()
    return total


def _placed(item: Item, result: DocumentResult, vault: "Vault") -> DocumentResult:
    """Keep the bytes in the vault and note where."""
    if isinstance(item, Failure):
        return result
    return replace(result, capture=replace(result.capture, location=vault.put(item.content)))


def take(target: str, *, stamped: bool) -> Iterator[Item]:
    """Yield the captures of a path or of ``-``; ``stamped`` with the time of this call.

    Raises UnusableInput where the target does not exist.
    """
    from embargo_watch.capture import captures

    if target.startswith(("http://", "https://")):
        raise UnusableInput(f"{target}: pages are not fetched yet; save it and give the file")
    at = dt.datetime.now(dt.UTC) if stamped else None
    return captures(target, at=at, stdin=sys.stdin.buffer)
