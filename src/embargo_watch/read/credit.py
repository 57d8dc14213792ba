"""Find whose words a text really is: forty papers that carry one agency are one source."""

import re
from collections.abc import Sequence
from functools import cache

from embargo_watch.read.furniture import Line
from embargo_watch.reference.publishers import credit_marks, publisher_named

_HEAD_CHARS = 400
_EDGE_LINES = 6
"""Credits stand in the first or last lines of a text."""
_MAX_CREDIT_CHARS = 80
_LABELLED = re.compile(
    r"^\W*(?:source|sources|credit|credits|via|agency|agencies|originally published (?:by|in|on)|"
    r"first published (?:by|in|on)|courtesy of|story by)"
    r"\s*(?:[:\-–—]|(?<=by)|(?<=in)|(?<=on))\s*(.+)$",
    re.I,
)
_REUTERS_STAFF = re.compile(r"^\(?(?:Additional )?[Rr]eporting by .+[Ee]diting by .+\)?$")
_LEADING = re.compile(r"^\W*(?:by|from|the|with inputs from|with)\s+", re.I)


def wire_credit(text: str) -> str:
    """The agency credited at the head of a text ("KYIV, Jan 4 (Reuters) -"), or ""."""
    head = text[:_HEAD_CHARS]
    if "(" not in head and "/" not in head:
        return ""
    match = _dateline_credit().search(head)
    return _agency(match.group(1) or match.group(2)) if match else ""


def credit_of(lines: Sequence[Line], text: str) -> str:
    """The name of the outlet that a text credits, or "".

    A labelled credit ("Source: …") wins over a dateline, a byline and an agency's mark alone.
    """
    edges = _edges(lines)
    for line in reversed(edges):
        named = _labelled(line.span.text)
        if named:
            return named
    credit = wire_credit(text)
    if credit:
        return credit
    for line in edges:
        credit = _marked(line.span.text)
        if credit:
            return credit
    return ""


def is_credit(line: Line) -> bool:
    """Whether a line holds nothing but a credit or a byline."""
    shown = line.span.text
    return bool(_labelled(shown) or _marked(shown) or re.match(r"by\s+[A-Z]", shown, re.I)) and (
        len(shown) <= _MAX_CREDIT_CHARS
    )


def _edges(lines: Sequence[Line]) -> list[Line]:
    if len(lines) <= 2 * _EDGE_LINES:
        return list(lines)
    return [*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]]


def _labelled(shown: str) -> str:
    match = _LABELLED.match(shown)
    if not match or len(shown) > _MAX_CREDIT_CHARS:
        return ""
    words = match.group(1).strip(" .\t|)]")
    known = publisher_named(words) or publisher_named(re.split(r"[,/|(]", words)[0])
    return known.name if known else words


def _marked(shown: str) -> str:
    """A line that is a mark alone, or closes with one: "AFP", "— TASS", "By X, Reuters"."""
    if _REUTERS_STAFF.match(shown):
        return "Reuters"
    bare = _LEADING.sub("", shown).strip(" .()[]-–—|/*\t")
    if bare in credit_marks():
        return credit_marks()[bare].name
    match = _closing_credit().search(shown)
    return _agency(match.group(1) or match.group(2) or match.group(3)) if match else ""


def _agency(mark: str) -> str:
    known = credit_marks().get(mark) or publisher_named(mark)
    return known.name if known else mark


@cache
def _marks() -> str:
    return "|".join(re.escape(mark) for mark in sorted(credit_marks(), key=len, reverse=True))


@cache
def _dateline_credit() -> re.Pattern[str]:
    marks = _marks()
    return re.compile(
        rf"\((?:The )?({marks})(?:/[\w ]+)?\)\s*(?:[-–—:]|$)|(?<=\s)/({marks})/", re.M
    )


@cache
def _closing_credit() -> re.Pattern[str]:
    marks = _marks()
    return re.compile(
        rf"(?:^By\s.{{2,60}}[,|–—-]\s*({marks})$)"
        rf"|(?:[.!?”\"]\s*[-–—(\[/]+\s*({marks})[)\]/]*$)"
        rf"|(?:^(?:The\s)?({marks})\s+contributed to this (?:report|story|article)\W*$)"
    )
