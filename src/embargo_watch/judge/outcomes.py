"""Keep a finding with marks where like transfers differ, to be filled in for each of them.

What is written of it is cut at its marks once, so that filling it in is a join and no search.
"""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace

from embargo_watch.judge.marks import FIRST, LAST, RECIPIENT, SUPPLIER
from embargo_watch.judge.rules import Case
from embargo_watch.judge.ruling import Opening, finding
from embargo_watch.judge.timing import Stretch, around
from embargo_watch.model.finding import Finding, Query

Dump = Callable[[Finding], bytes]
"""Writes one finding."""
Values = tuple[bytes, bytes, bytes, bytes]
"""What stands in a query for each of the marks, in the order of ``_MARKS``."""
_MARKS = tuple(mark.encode() for mark in (FIRST, LAST, SUPPLIER, RECIPIENT))
_ANY_MARK = re.compile(b"(%b)" % b"|".join(_MARKS))
_KEPT = 64
"""Dates of which a slot keeps what it said."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in a query where a judgement of its kind has marks."""

    first: str
    last: str
    supplier: str
    recipient: str

    @classmethod
    def of(cls, query: Query, whole: Stretch) -> "Filling":
        """The days and parties of one query."""
        first, last = whole.first.isoformat(), whole.last.isoformat()
        return cls(first, last, query.supplier, query.recipient)

    def text(self, text: str) -> str:
        """The text with every mark filled in."""
        if text.isascii():
            return text
        text = text.replace(FIRST, self.first).replace(LAST, self.last)
        return text.replace(SUPPLIER, self.supplier).replace(RECIPIENT, self.recipient)

    def values(self) -> Values:
        """The same for what is written already."""
        # A side that no UTF-8 can carry is no state, and so has no mark to be put in.
        supplier, recipient = (
            side.encode(errors="replace") for side in (self.supplier, self.recipient)
        )
        return self.first.encode(), self.last.encode(), supplier, recipient


class Template:
    """Bytes cut at their marks."""

    __slots__ = ("_marks", "_pieces", "blob")

    def __init__(self, blob: bytes) -> None:
        """Cut once; every second piece is a mark."""
        self.blob = blob
        self._pieces = [] if blob.isascii() else _ANY_MARK.split(blob)
        marks = enumerate(self._pieces[1::2])
        self._marks = tuple((2 * at + 1, _MARKS.index(mark)) for at, mark in marks)

    def filled(self, values: Values) -> bytes:
        """The bytes of one query."""
        if not self._marks:
            return self.blob
        pieces = self._pieces.copy()
        for at, mark in self._marks:
            pieces[at] = values[mark]
        return b"".join(pieces)


class Outcome:
    """A finding with marks, and how each way of writing writes it."""

    __slots__ = ("_is_plain", "_templates", "found")

    def __init__(self, found: Finding) -> None:
        """Keep a finding."""
        self.found = found
        self._is_plain = "".join([each.compared for each in found.reasons]).isascii()
        self._templates: dict[Dump, Template] = {}

    def template(self, dump: Dump) -> Template:
        """The finding as written, cut at its marks."""
        held = self._templates.get(dump)
        if held is None:
            held = self._templates[dump] = Template(dump(self.found))
        return held

    def filled(self, filling: Filling) -> Finding:
        """The finding of one query."""
        return self.found if self._is_plain else _filled(self.found, filling)


def _filled(found: Finding, filling: Filling) -> Finding:
    reasons = tuple(
        reason
        if reason.compared.isascii()
        else replace(reason, compared=filling.text(reason.compared))
        for reason in found.reasons
    )
    return replace(found, reasons=reasons)


Key = int | tuple[int, int, int]
"""Where a date lies among the changes of the law; dates with one key share their findings."""


class Dates:
    """The days on which a provision changes, and what it says of dates at which it has no force."""

    __slots__ = ("_fine", "cuts", "lapsed")

    def __init__(self, cuts: tuple[dt.date, ...]) -> None:
        """Keep the first days of new law."""
        self.cuts = cuts
        self._fine = around(cuts)
        self.lapsed: dict[Key, Outcome] = {}

    def key(self, whole: Stretch) -> Key:
        """The key of a date."""
        first, last = whole.first, whole.last
        begin = bisect_right(self._fine, first)
        if first == last:
            return begin
        open_ends = 1 + (first == dt.date.min) + 2 * (last == dt.date.max)
        return (begin, bisect_right(self._fine, last), open_ends)


class Slot:
    """One provision whose finding depends on the date."""

    __slots__ = ("_case", "_dates", "_opening", "_outcomes", "_shared")

    def __init__(self, case: Case, dates: Dates, opening: Opening, *, is_stated: bool) -> None:
        """Keep a case with what is known of it; ``is_stated``: its own date is told."""
        self._case = case
        self._dates = dates
        self._opening = opening
        self._outcomes: dict[Key, Outcome] = {}
        # What lapsed is refused for its dates alone, in the same words for all goods and parties.
        alike = is_stated and opening.only_dates_left and not case.provision.readings
        self._shared = dates.lapsed if alike else None

    def outcome(self, whole: Stretch) -> Outcome:
        """The finding for a date; all dates between the same changes of the law share it."""
        key = self._dates.key(whole)
        held = self._outcomes.get(key)
        if held is None and self._shared is not None:
            held = self._shared.get(key)
        return self._judged(key, whole) if held is None else held

    def _judged(self, key: Key, whole: Stretch) -> Outcome:
        outcome = Outcome(finding(self._case, self._dates.cuts, whole, self._opening))
        found, kept = outcome.found, self._outcomes
        lapsed = found.verdict == "not_engaged" and found.reasons[-1].rule == "in_force"
        if lapsed and self._shared is not None:
            kept = self._shared
        if len(kept) >= _KEPT:
            kept.clear()
        kept[key] = outcome
        return outcome
