"""Show a claim in its whole sentence, since a quote alone may be three words long."""

import re

from embargo_watch.model.alert import Sentence
from embargo_watch.model.document import Document
from embargo_watch.model.spans import Span

_END = re.compile(r"\n|[.!?][\"'”’)]*(?=\s+[\"'“‘(]?[A-Z0-9])")
"""A line break, or a stop before something that can begin a sentence."""
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St|No|vs))\.$")
_FARTHEST = 600
"""Code points beyond the quote, on either side, in which a sentence's end is looked for."""


def sentence_of(document: Document, quote: Span) -> Sentence:
    """Return the sentence, or the sentences, that hold the quote; never less than the quote."""
    text = document.text
    first = max(0, quote.start - _FARTHEST)
    before = [match for match in _END.finditer(text, first, quote.start) if _ends(text, match)]
    start = before[-1].end() if before else first
    last = min(len(text), quote.end + _FARTHEST)
    after = (match for match in _END.finditer(text, quote.end, last) if _ends(text, match))
    stop = next(after, None)
    end = last if stop is None else stop.start() if stop.group() == "\n" else stop.end()
    while start < quote.start and text[start].isspace():
        start += 1
    while end > quote.end and text[end - 1].isspace():
        end -= 1
    return Sentence(document=document.id, start=start, end=end, text=text[start:end])


def _ends(text: str, match: re.Match[str]) -> bool:
    head = text[max(0, match.start() - 5) : match.start() + 1]
    return match.group() == "\n" or not _ABBREVIATED.search(head)
