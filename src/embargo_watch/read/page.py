"""Read the story out of a page, however large, deep or broken its markup is.

Three ways, by what a page allows (figures in docs/decisions): trafilatura reads best; resiliparse
reads pages too large for it; a page nested too deeply for either is stripped of its tags.
"""

import html
import logging
import re

from embargo_watch.model.capture import Capture
from embargo_watch.model.document import Document
from embargo_watch.read.dates import day_in_address, day_of, published
from embargo_watch.read.encoding import Unreadable, decoded
from embargo_watch.read.entry import publisher_of_address
from embargo_watch.read.hidden import without_hidden
from embargo_watch.read.language import language_of
from embargo_watch.read.page_facts import PageFacts, facts_of
from embargo_watch.read.text import story_in
from embargo_watch.reference.publishers import publisher_named

MAX_DEPTH = 200
"""Elements within elements: libxml2 gives up at 256, and real pages stay under 60."""
MAX_PARSED_CHARS = 4 << 20
"""Larger pages are read by resiliparse: ten times faster and a third of the memory."""
_LEAST_CHARS = 200
"""A shorter text may be a teaser taken for the story: the second reader is asked too."""
_NESTING = re.compile(
    r"<(/?)(?!(?:p|li|dt|dd|tr|td|th|tbody|thead|tfoot|option|optgroup|br|hr|img|input|meta|link|col"
    r"|area|base|embed|source|track|wbr|param|html|body|path)\b)[a-z][\w:-]{0,30}[^<>]{0,4000}?(/?)>",
    re.I,
)
"""A tag that opens or closes an element; those that need no closing do not count."""
_UNSEEN = re.compile(
    r"<!--|<(?P<name>script|style|noscript|template|svg|iframe|head|textarea|select)\b", re.I
)
_BLOCK = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|blockquote|header|footer)\b[^>]{0,4000}>",
    re.I,
)
_TAG = re.compile(r"<[!/?a-z][^>]{0,4000}>", re.I)
_ANY_WORD = re.compile(r"\w")


def read_page(capture: Capture) -> Document:
    """Read a page: its title, a blank line and its main text.

    Raises:
        Unreadable: the bytes are no text, or the page holds none.
    """
    page = decoded(capture.content, markup=True)
    facts = facts_of(page)
    body = main_text(page)
    if not _ANY_WORD.search(body):
        raise Unreadable("the page holds no text (it may need a browser to fill it)")
    text = _titled(facts.title, body)
    story = story_in(text)
    url = capture.given.get("url", "") or facts.url
    date = published(
        given=capture.given.get("published", ""),
        metadata=facts.date if day_of(facts.date) else _found_date(page, url),
        url=url,
        dateline=story.dateline,
        text=story.plain,
    )
    return Document(
        blob=capture.blob,
        entry=capture.entry,
        source=capture.source,
        text=text,
        title=facts.title or story.title,
        publisher=_publisher(facts, url),
        credit=story.credit,
        language=language_of(story.plain.strip()),
        published=date.edtf,
        published_basis=date.basis,
        published_reasons=date.reasons,
        url=url,
        furniture=story.furniture,
    )


def main_text(page: str) -> str:
    """The story of a page without menus, scripts and hidden parts; "" where there is none."""
    page = without_hidden(page)
    if _is_deep(page):
        return _stripped(page)
    text = _by_trafilatura(page) if len(page) <= MAX_PARSED_CHARS else ""
    if len(text) < _LEAST_CHARS:
        other = _by_resiliparse(page)
        text = other if len(other) > 2 * len(text) else text
    return text or _stripped(page)


def _titled(title: str, body: str) -> str:
    if not title or body[: len(title) + 20].lstrip().casefold().startswith(title.casefold()):
        return body
    return f"{title}\n\n{body}"


def _publisher(facts: PageFacts, url: str) -> str:
    named = publisher_named(facts.publisher) if facts.publisher else None
    return named.name if named else facts.publisher or publisher_of_address(url)


def _found_date(page: str, url: str) -> str:
    """The date in markup that only htmldate knows; not asked where the address tells."""
    if day_in_address(url) or len(page) > MAX_PARSED_CHARS or _is_deep(page):
        return ""
    import htmldate

    found = htmldate.find_date(page, extensive_search=False, original_date=True)
    return str(found or "")


def _by_trafilatura(page: str) -> str:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return trafilatura.extract(page, fast=True, include_comments=False) or ""


def _by_resiliparse(page: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    text = extract_plain_text(
        page, main_content=True, preserve_formatting=True, alt_texts=False, list_bullets=False
    )
    return str(text).strip()


def _is_deep(page: str) -> bool:
    """Whether elements nest beyond what parsers bear; a tag that is never closed counts."""
    depth = 0
    for closing, itself in _NESTING.findall(page):
        if closing:
            depth = max(0, depth - 1)
        elif not itself:
            depth += 1
            if depth > MAX_DEPTH:
                return True
    return False


def _stripped(page: str) -> str:
    """The text between the tags, in lines by its blocks."""
    seen = _TAG.sub(" ", _BLOCK.sub("\n", _seen(page)))
    lines = (" ".join(line.split()) for line in html.unescape(seen).splitlines())
    return "\n".join(line for line in lines if line)


def _seen(page: str) -> str:
    """The markup without comments, scripts and the like, in one pass; unclosed ones stay."""
    low = page.lower()
    parts = []
    at = 0
    unclosed: set[str] = set()
    for match in _UNSEEN.finditer(page):
        name = (match["name"] or "").lower()
        if match.start() < at or name in unclosed:
            continue
        closing = f"</{name}" if name else "-->"
        end = low.find(closing, match.end())
        if end < 0:
            unclosed.add(name)
            continue
        parts.append(page[at : match.start()])
        at = end if name else end + len(closing)
    return " ".join([*parts, page[at:]])
