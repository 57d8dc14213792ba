"""Find out which documents repeat one another, so that a wire story counts once.

Each question is answered from the two documents alone, so that any order of asking gives the
same groups: ``text_key`` (whose words are all the same), ``marks`` (which documents are worth
comparing), ``compare`` (does one repeat the other, and what shows it) and ``groups`` (who repeats
whom in the end).
"""

import datetime as dt
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations, product

from embargo_watch.model.dates import DateRange
from embargo_watch.model.document import Document
from embargo_watch.model.ledger import CopyLink
from embargo_watch.model.spans import Span
from embargo_watch.reconcile.origins import Family

SHINGLE = 3
"""Words in a shingle: short, for much of a stream is headlines with one sentence."""
WINDOW = 6
"""One mark is taken from every run of so many shingles: a shared run of eight words is found."""
MOST_MARKS = 64
"""Marks kept of one document, the smallest: two long texts keep the same ones."""
FEWEST_WORDS = 6
"""Words below which even equal texts say nothing: anyone may head a story "US aid to Ukraine"."""
NEAR = 0.6
"""Share of the shorter text's shingles in the longer one from which on it is a near copy."""
REWRITTEN, IN_ORDER = 0.35, 0.75
"""A lower share counts where so much of the shorter text's words stand in the same order."""
CREDITED = 0.25
"""The share that is enough where both texts name the same agency."""
DAYS_APART = 10
"""Days between two publications beyond which only an equal text is a copy."""
FINGERPRINTS = 256
"""Fingerprints kept at hand: a new document is held against many, and many against it."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What comparing needs of a document: its words, its shingles, and a key of its whole text."""

    words: tuple[str, ...]
    shingles: frozenset[int]
    key: str

    @classmethod
    def of(cls, document: Document) -> "Fingerprint":
        """Read a document's story, page furniture left out, in lower case without accents."""
        return _fingerprint(document.text, document.furniture)


@lru_cache(maxsize=FINGERPRINTS)
def _fingerprint(text: str, furniture: tuple[Span, ...]) -> Fingerprint:
    words = tuple(_WORD.findall(_plain(_story(text, furniture))))
    key = blake2b(" ".join(words).encode(), digest_size=16).hexdigest()
    return Fingerprint(words, frozenset(_shingles(words)), key)


def text_key(document: Document) -> str:
    """Return a key that only documents with the same words share, "" where they are too few."""
    known = Fingerprint.of(document)
    return known.key if len(known.words) >= FEWEST_WORDS else ""


def marks(document: Document) -> tuple[str, ...]:
    """Return keys such that documents which share none of them need no comparing.

    They are chosen by winnowing: the smallest hash of each window of shingles.
    """
    words = Fingerprint.of(document).words
    if len(words) < FEWEST_WORDS:
        return ()
    hashes = _shingles(words)
    windows = range(max(1, len(hashes) - WINDOW + 1))
    chosen = {min(hashes[start : start + WINDOW]) for start in windows}
    return tuple(f"{mark:016x}" for mark in sorted(chosen)[:MOST_MARKS])


def compare(one: Document, other: Document, family: Family) -> CopyLink | None:
    """Say whether one document repeats the other; the later published one is the copy."""
    left, right = Fingerprint.of(one), Fingerprint.of(other)
    shorter, longer = sorted((left, right), key=lambda f: (len(f.words), f.words))
    if one.id == other.id or len(shorter.words) < FEWEST_WORDS:
        return None
    if left.key == right.key:
        return _link(one, other, "same text", f"all {len(left.words)} words are the same")
    if not _close(one, other):
        return None
    share = len(shorter.shingles & longer.shingles) / len(shorter.shingles)
    evidence = f"{share:.0%} of the shorter text's {SHINGLE}-word runs stand in the longer one"
    if share >= NEAR:
        return _link(one, other, "near copy", evidence)
    agency = _shared_agency(one, other, family)
    if agency and share >= CREDITED:
        return _link(one, other, "credit line", f"both name {agency}; {evidence}")
    if share >= REWRITTEN and (kept := _in_order(shorter, longer)) >= IN_ORDER:
        order = f"{kept:.0%} of its words in the same order"
        return _link(one, other, "near copy", f"{evidence}, {order}")
    return None


def links(documents: Iterable[Document], family: Family) -> tuple[CopyLink, ...]:
    """Compare the documents that share a mark; the result depends on no order.

    Equal texts share all marks, so that they are found once a text; each of them is compared
    with the earliest alone, for more would only say the same again.
    """
    known = {document.id: document for document in documents}
    told: dict[str, list[Document]] = defaultdict(list)
    for document in sorted(known.values(), key=earliest_first):
        if key := text_key(document):
            told[key].append(document)
    holders: dict[str, list[str]] = defaultdict(list)
    for key in sorted(told):
        for mark in marks(told[key][0]):
            holders[mark].append(key)
    near = {pair for keys in holders.values() for pair in combinations(keys, 2)}
    same = [(equal[0], other) for equal in told.values() for other in equal[1:]]
    apart = [pair for one, other in sorted(near) for pair in product(told[one], told[other])]
    found = (compare(one, other, family) for one, other in (*same, *apart))
    return tuple(sorted(filter(None, found), key=lambda link: (link.document, link.original)))


def groups(documents: Mapping[str, Document], found: Iterable[CopyLink]) -> dict[str, Document]:
    """Lead each document that has copies to the earliest of its group; the others are left out."""
    leader = {name: name for link in found for name in (link.document, link.original)}
    for link in found:
        one, other = _root(leader, link.document), _root(leader, link.original)
        first, second = sorted((one, other), key=lambda name: earliest_first(documents[name]))
        leader[second] = first
    return {name: documents[_root(leader, name)] for name in leader}


def earliest_first(document: Document) -> tuple[str, str]:
    """Sort documents by publication, those without a date last, then by id."""
    published = _published(document)
    first = published.first or published.last if published else None
    return (first.isoformat() if first else "9999", document.id)


def _root(leader: Mapping[str, str], name: str) -> str:
    while leader[name] != name:
        name = leader[name]
    return name


def _link(one: Document, other: Document, basis: str, evidence: str) -> CopyLink:
    original, copy = sorted((one, other), key=earliest_first)
    return CopyLink(document=copy.id, original=original.id, basis=basis, evidence=evidence)


def _story(text: str, furniture: Iterable[Span]) -> str:
    kept, at = [], 0
    for span in sorted(furniture):
        if span.start >= at:
            kept.append(text[at : span.start])
        at = max(at, span.end)
    return "\n".join((*kept, text[at:]))


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def _shingles(words: Sequence[str]) -> list[int]:
    runs = range(max(1, len(words) - SHINGLE + 1))
    return [_hash(" ".join(words[start : start + SHINGLE])) for start in runs]


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def _in_order(shorter: Fingerprint, longer: Fingerprint) -> float:
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(shorter.words, longer.words) / len(shorter.words)


def _shared_agency(one: Document, other: Document, family: Family) -> str:
    names = [{family(name) for name in (d.credit, d.publisher) if name} for d in (one, other)]
    credited = {family(d.credit) for d in (one, other) if d.credit}
    return min((names[0] & names[1] & credited) - {""}, default="")


def _close(one: Document, other: Document) -> bool:
    left, right = _published(one), _published(other)
    if left is None or right is None:
        return True
    return _widened(left).overlaps(right)


def _widened(published: DateRange) -> DateRange:
    margin = dt.timedelta(days=DAYS_APART)
    first = max(published.first, dt.date.min + margin) - margin if published.first else None
    last = min(published.last, dt.date.max - margin) + margin if published.last else None
    return DateRange.between(first, last)


def _published(document: Document) -> DateRange | None:
    return DateRange.parse(document.published) if document.published else None
