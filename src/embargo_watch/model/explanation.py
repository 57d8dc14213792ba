"""Say how a document was read, sentence by sentence, so that a person can check each step."""

from dataclasses import dataclass

from embargo_watch.model.candidate import Goods, Mention
from embargo_watch.model.claim import Claim, Rejected
from embargo_watch.model.ledger import DocumentResult
from embargo_watch.model.spans import Span


@dataclass(frozen=True, slots=True)
class PredicateWord:
    """A word that may say that something moved: its base form and the frames it may open."""

    span: Span
    base: str
    frames: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What is seen in one sentence before anything is read out of it.

    ``let_by`` names the reason for which the sentence is never parsed, "" where it is.
    """

    span: Span
    title: bool = False
    parties: tuple[Mention, ...] = ()
    goods: tuple[Goods, ...] = ()
    predicates: tuple[PredicateWord, ...] = ()
    let_by: str = ""


@dataclass(frozen=True, slots=True)
class SentenceRead:
    """One sentence with what was claimed and what was refused in it."""

    sight: Sight
    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One input with all sentences of its document; none where there is no document."""

    result: DocumentResult
    sentences: tuple[SentenceRead, ...]
