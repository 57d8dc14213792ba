"""What the tests of the extract stage share: reading a sentence down to its claims by rules."""

from collections.abc import Callable

import pytest

from embargo_watch.extract.english import EnglishExtractor
from embargo_watch.model.claim import Claim
from embargo_watch.model.document import Document
from embargo_watch.resolve import validate


@pytest.fixture(scope="session")
def document_of() -> Callable[..., Document]:
    """Make a document of a text, published on 10 January 2024 unless told otherwise."""

    def made(text: str, *, title: str = "", published: str = "2024-01-10") -> Document:
        whole = f"{title}\n{text}" if title else text
        return Document(
            blob=whole, entry="test", source="test", text=whole, title=title,
            published=published, language="en",
        )  # fmt: skip

    return made


@pytest.fixture(scope="session")
def claims_in(document_of: Callable[..., Document]) -> Callable[..., tuple[Claim, ...]]:
    """Read the claims of a text."""

    def read(text: str, **given: str) -> tuple[Claim, ...]:
        document = document_of(text, **given)
        (found,) = EnglishExtractor(weighs=False).extract([document])
        claims, _ = validate(document, found.candidates, "test")
        return claims

    return read


@pytest.fixture(scope="session")
def told(claims_in: Callable[..., tuple[Claim, ...]]) -> Callable[..., set[str]]:
    """Read a text into lines such as ``transfer PRK>RUS missiles asserted``."""

    def lines(text: str, **given: str) -> set[str]:
        return {
            f"{c.kind} {'+'.join(c.supplier)}>{'+'.join(c.recipient)} {c.item} {c.status}"
            for c in claims_in(text, **given)
        }

    return lines
