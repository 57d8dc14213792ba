"""Claims and documents are made from words and dates alone; ``family`` knows five publishers."""

import pytest

from embargo_watch.model.claim import Claim
from embargo_watch.model.document import Document
from embargo_watch.model.ids import blob_digest
from embargo_watch.model.ledger import Entry
from embargo_watch.model.spans import Span

FAMILIES = {
    "Reuters": "Reuters",
    "AFP": "AFP",
    "Daily": "Daily Group",
    "Weekly": "Daily Group",
    "Globe": "Globe",
}


@pytest.fixture(scope="session")
def family():
    """The family of a publisher, "" for one that nobody knows."""
    return lambda name: FAMILIES.get(name, "")


@pytest.fixture(scope="session")
def make_document():
    """A function that makes a document out of a text, a date and a publisher."""

    def make(text, published="2023-01-10", publisher="Globe", **fields):
        name = f"{text} {published} {publisher} {fields}"
        return Document(
            blob=blob_digest(name.encode()),
            entry="e",
            source="s",
            text=text,
            published=published,
            publisher=publisher,
            **fields,
        )

    return make


@pytest.fixture(scope="session")
def make_entry(make_document):
    """A function that makes a claim from PRK to RUS in a document of its own."""

    def make(number=0, document=None, findings=(), **slots):
        told = {}
        for name in ("published", "publisher", "credit"):
            if name in slots:
                told[name] = slots.pop(name)
        of = document or make_document(f"number{number} " * 9, **told)
        words = Span.of(of.text, 0, 7)
        known = {
            "kind": "transfer",
            "status": "asserted",
            "item": "missiles",
            "supplier": ("PRK",),
            "recipient": ("RUS",),
        }
        claim = Claim(document=of.id, quote=words, spans={"item": (words,)}, **(known | slots))
        return Entry(claim=claim, document=of, findings=findings)

    return make
