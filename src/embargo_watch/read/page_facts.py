"""Take from a page's markup what it says of itself: title, date, publisher, address, language.

Searched by pattern and not by parsing: this must work on pages that no parser survives, and the
handful of tags concerned are never nested.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import orjson

_SEARCHED_CHARS = 2 << 20
"""Facts stand in the head; two million characters hold every head and most bodies."""
_META = re.compile(r"<meta\s[^>]{1,4000}>", re.I)
_LINK = re.compile(r"<link\s[^>]{1,2000}>", re.I)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TITLE = re.compile(r"<title[^>]{0,200}>(.{0,2000}?)</title>", re.I | re.S)
_HEADING = re.compile(r"<h1[^>]{0,500}>(.{0,2000}?)</h1>", re.I | re.S)
_DATA = re.compile(
    r"<script[^>]{0,200}?application/ld\+json[^>]{0,200}>(.{2,200000}?)</script>", re.I | re.S
)
_TIME = re.compile(r"<time\s[^>]{1,500}>", re.I)
_TAG = re.compile(r"<[^>]{0,2000}>")
_SCRIPT = re.compile(r"<(script|style)\b[^>]{0,200}>.{0,2000}?(?:</\1\s*>|$)", re.I | re.S)
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "publication_date", "published_time", "dc.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date",
    "article.published", "cxenseparse:recs:publishtime", "citation_date", "originalpublicationdate",
    "datecreated", "timestamp", "release_date", "og:published_time", "rnews:datepublished",
)  # fmt: skip
_SITE_NAMES = ("og:site_name", "application-name", "dc.publisher", "cre", "citation_journal_title")
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "title", "headline")
_ARTICLE = re.compile(r"article|posting|report|webpage|liveblog", re.I)
_SEPARATOR = re.compile(r"\s[|–—·:-]\s")
_MAX_DATA_DEPTH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What a page says of itself; every field "" where it does not say."""

    title: str
    date: str
    publisher: str
    url: str


def facts_of(page: str) -> PageFacts:
    """Read a page's metadata; linear in its length."""
    page = page[:_SEARCHED_CHARS]
    metas = _metas(page)
    data = list(_data(page))
    publisher = _first(metas, _SITE_NAMES) or _publisher(data)
    publisher = _SEPARATOR.split(publisher)[0].lstrip("@")
    return PageFacts(
        title=_without_site(_title(page, metas, data), publisher),
        date=_first_of(data, "datePublished")
        or _first(metas, _DATE_NAMES)
        or _first_of(data, "dateCreated")
        or _time(page),
        publisher=publisher,
        url=_canonical(page) or metas.get("og:url", ""),
    )


def _without_site(title: str, site: str) -> str:
    """A headline without the outlet's name that pages hang onto it."""
    parts = _SEPARATOR.split(title)
    if site and len(parts) > 1 and parts[-1].casefold() == site.casefold():
        return title[: title.rindex(parts[-1])].rstrip(" |–—·:-")
    return title


def _title(page: str, metas: Mapping[str, str], data: list[Mapping[str, object]]) -> str:
    heading = _HEADING.search(page)
    title = _TITLE.search(page)
    return (
        _first(metas, _TITLE_NAMES)
        or _words(_first_of(data, "headline"))
        or (_words(heading.group(1)) if heading else "")
        or (_words(title.group(1)) if title else "")
    )


def _metas(page: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in _META.findall(page):
        attributes = _attributes(tag)
        content = _words(attributes.get("content", ""))
        for key in ("property", "name", "itemprop"):
            if key in attributes and content:
                found.setdefault(attributes[key].lower(), content)
    return found


def _attributes(tag: str) -> dict[str, str]:
    return {
        name.lower(): html.unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(tag)
    }


def _canonical(page: str) -> str:
    for tag in _LINK.findall(page):
        attributes = _attributes(tag)
        if attributes.get("rel", "").lower() == "canonical":
            href = attributes.get("href", "")
            return href if href.startswith(("http://", "https://")) else ""
    return ""


def _time(page: str) -> str:
    """The page's one ``<time>``, or the one marked as its publication."""
    stamps: dict[str, None] = {}
    for tag in _TIME.findall(page):
        attributes = _attributes(tag)
        stamp = attributes.get("datetime", "")
        marked = "pubdate" in tag.lower() or "publi" in attributes.get("class", "").lower()
        if stamp and (marked or attributes.get("itemprop", "") == "datePublished"):
            return stamp
        if stamp:
            stamps.setdefault(stamp[:10])
    return next(iter(stamps)) if len(stamps) == 1 else ""


def _data(page: str) -> Iterator[Mapping[str, object]]:
    """Every object of the page's JSON-LD, articles first."""
    found: list[Mapping[str, object]] = []
    for raw in _DATA.findall(page):
        try:
            found += _objects(orjson.loads(raw.strip()), 0)
        except orjson.JSONDecodeError:
            continue
    yield from sorted(found, key=lambda item: not _ARTICLE.search(str(item.get("@type", ""))))


def _objects(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _MAX_DATA_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph", []), depth + 1)
        yield from _objects(value.get("mainEntity", []), depth + 1)


def _publisher(data: list[Mapping[str, object]]) -> str:
    for item in data:
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name and not name.startswith("http"):
            return _words(name)
    return ""


def _first_of(data: list[Mapping[str, object]], field: str) -> str:
    values = (item.get(field) for item in data)
    return next((value for value in values if isinstance(value, str) and value), "")


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if metas.get(name)), "")


def _words(markup: str) -> str:
    """The words of a little markup, without the scripts that somebody put into it."""
    seen = _TAG.sub(" ", _SCRIPT.sub(" ", markup))
    return " ".join(html.unescape(seen).split())
