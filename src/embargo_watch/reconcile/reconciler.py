"""Offer the whole stage as one value, so that the ledger can use it without knowing it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from embargo_watch.model.document import Document
from embargo_watch.model.ledger import Account, CopyLink, Entry, FlowKey
from embargo_watch.reconcile import copies, flows
from embargo_watch.reconcile.origins import Family
from embargo_watch.reconcile.voices import Setting


@dataclass(frozen=True, slots=True)
class Reconciler:
    """What ``Ledger.settle`` asks for; ``family`` gives a publisher's family, "" if unknown."""

    family: Family

    def marks(self, document: Document) -> tuple[str, ...]:
        """Return keys that every document worth comparing with this one shares."""
        return copies.marks(document)

    def text_key(self, document: Document) -> str:
        """Return a key that only documents with the same words share, "" if they are too few."""
        return copies.text_key(document)

    def compare(self, one: Document, other: Document) -> CopyLink | None:
        """Say whether one document repeats the other."""
        return copies.compare(one, other, self.family)

    def earliest(self, documents: Iterable[Document]) -> Document:
        """Return the document of a group of copies that the others are led to."""
        return min(documents, key=copies.earliest_first)

    def account(
        self, key: FlowKey, entries: Iterable[Entry], heads: Mapping[str, Document]
    ) -> Account:
        """Sum all claims of one flow."""
        return flows.account(key, entries, Setting(family=self.family, heads=heads))
