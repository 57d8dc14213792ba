"""Find the earlier document that a new one repeats while a stream goes by, in bounded memory.

What ``copies`` answers for a ledger is asked here of the last days alone: beyond them only an
equal text is a copy, and of texts long past a short key is kept.
"""

import datetime as dt
from collections import Counter, OrderedDict, deque
from dataclasses import dataclass, field, replace

from embargo_watch.model.document import Document
from embargo_watch.reconcile.copies import DAYS_APART, compare, marks, text_key
from embargo_watch.reconcile.origins import Family

CROWD = 64
"""Documents compared with a new one, those that share most of its marks."""
MOST_HELD = 32
"""Documents kept under one mark: what more of them share is a phrase of the trade."""
MOST_TEXTS = 1 << 16
"""Texts whose equals are known, whenever they come."""
_KEPT = dt.timedelta(days=DAYS_APART + 1)


@dataclass(frozen=True, slots=True)
class _Held:
    at: dt.datetime
    document: Document
    marks: tuple[str, ...]
    head: Document


@dataclass(slots=True)
class Recent:
    """The documents of the last days; ``family`` gives a publisher's family, "" if unknown."""

    family: Family
    _held: dict[str, _Held] = field(default_factory=dict)
    _order: deque[str] = field(default_factory=deque)
    _marked: dict[str, list[str]] = field(default_factory=dict)
    _texts: OrderedDict[str, Document] = field(default_factory=OrderedDict)

    def head(self, document: Document, at: dt.datetime) -> Document | None:
        """Return the first document of those that this one repeats, and keep this one in mind.

        ``at`` is no earlier than in the call before. The document returned may lack its text.
        """
        self._forget(at)
        key, own = text_key(document), marks(document)
        head = self._texts.get(key) if key else None
        head = head or self._near(document, own)
        if key:
            self._texts.setdefault(key, replace(head or document, text="", furniture=()))
            if len(self._texts) > MOST_TEXTS:
                self._texts.popitem(last=False)
        if document.id not in self._held:
            self._keep(_Held(at, document, own, head or document))
        return head

    def _near(self, document: Document, own: tuple[str, ...]) -> Document | None:
        shared = Counter(name for mark in own for name in self._marked.get(mark, ()))
        asked = sorted(shared, key=lambda name: (-shared[name], name))[:CROWD]
        found = [
            self._held[name]
            for name in asked
            if compare(document, self._held[name].document, self.family)
        ]
        first = min(found, key=lambda held: (held.at, held.document.id), default=None)
        return first.head if first else None

    def _keep(self, held: _Held) -> None:
        self._held[held.document.id] = held
        self._order.append(held.document.id)
        for mark in held.marks:
            holders = self._marked.setdefault(mark, [])
            if len(holders) < MOST_HELD:
                holders.append(held.document.id)

    def _forget(self, at: dt.datetime) -> None:
        while self._order and self._held[self._order[0]].at < at - _KEPT:
            name = self._order.popleft()
            for mark in self._held.pop(name).marks:
                left = [other for other in self._marked.get(mark, ()) if other != name]
                if left:
                    self._marked[mark] = left
                else:
                    self._marked.pop(mark, None)
