"""Say when a document was published, how that is known, and no more than is known.

The order of trust: what the sender gave, the document's own metadata, its address, its dateline,
and only then what the text lets one reason. Years of days named inside the text ("30 December")
are not settled here: they are read later against ``Document.published``.
"""

import datetime as dt
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from embargo_watch.model.dates import DateRange

_YEARS = range(1990, 2100)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ADDRESS_DAY = re.compile(
    r"[/=_-](?P<y>(?:19|20)\d\d)(?P<s>[/_-])(?P<m>\d{1,2}|[a-z]{3,9})(?P=s)(?P<d>\d{1,2})(?!\d)",
    re.I,
)
_ADDRESS_DIGITS = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)")
_ADDRESS_MONTH = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>[01]?\d|[a-z]{3})/", re.I)
_REASONED_CHARS = 100_000
"""How far an undated text is reasoned over: a long article; a book's chapters date themselves."""
_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date: EDTF ("" for unknown), one of PUBLISHED_BASES, and the steps to it."""

    edtf: str
    basis: str
    reasons: tuple[str, ...]


def published(
    *, given: str = "", metadata: str = "", url: str = "", dateline: str = "", text: str = ""
) -> Published:
    """Return the publication date of a document from the first of its sources that has one.

    Args:
        given: EDTF or any usual form, from whoever handed the document in.
        metadata: the date string of a feed, page or letter.
        url: the document's address.
        dateline: the words of a date at the head or foot of the text.
        text: the text without page furniture, asked last.
    """
    day = _edtf_of(given) or day_of(given)
    if day:
        return Published(day, "given", (f"It was given with the document: {given}.",))
    day = day_of(metadata)
    if day:
        return Published(day, "metadata", (f"The document's metadata say {metadata}.",))
    day = day_in_address(url)
    if day:
        return Published(day, "url", (f"Its address names the date: {url}.",))
    return _from_words(dateline, text)


def day_of(stamp: str) -> str:
    """The EDTF day of a time stamp, in the stamp's own zone; "" where it holds none."""
    stamp = stamp.strip()
    iso = _ISO.match(stamp)
    if iso:
        return _day(*iso.groups())
    if not stamp:
        return ""
    try:
        return _day(*parsedate_to_datetime(stamp).date().isoformat().split("-"))
    except (ValueError, TypeError, IndexError):
        return _day_in_words(stamp)


def day_in_address(url: str) -> str:
    """The EDTF day (or month) that a page's address names; "" where it names none."""
    path = url.partition("://")[2].partition("/")[2]
    path = "/" + path.partition("?")[0]
    for form in (_ADDRESS_DAY, _ADDRESS_DIGITS):
        for match in form.finditer(path):
            day = _day(match["y"], _month(match["m"]), match["d"])
            if day:
                return day
    coarse = _ADDRESS_MONTH.search(path)
    month = _month(coarse["m"]) if coarse else ""
    if coarse and _day(coarse["y"], month, "1"):
        return f"{coarse['y']}-{int(month):02d}"
    return ""


def _from_words(dateline: str, text: str) -> Published:
    from embargo_watch.read.day_words import named_dates
    from embargo_watch.read.undated import bounds

    named = next((date for date in named_dates(dateline) if date.day), None)
    full = named.full() if named else None
    if full:
        return Published(full.edtf, "dateline", (f"The dateline says “{dateline.strip()}”.",))
    if not text:
        return Published("", "unknown", ("There is nothing to date it by.",))
    found = bounds(text[:_REASONED_CHARS], named)
    if not found.edtf:
        return Published("", "unknown", found.reasons)
    from_dateline = named is not None and DateRange.parse(found.edtf).is_day
    return Published(found.edtf, "dateline" if from_dateline else "text", found.reasons)


def _day_in_words(words: str) -> str:
    from embargo_watch.read.day_words import named_dates

    found = (date.full() for date in named_dates(words))
    return next((days.edtf for days in found if days and days.is_day), "")


def _edtf_of(text: str) -> str:
    try:
        return DateRange.parse(text).edtf if text else ""
    except ValueError:
        return ""


def _month(text: str) -> str:
    if text.isdigit():
        return text
    short = text[:3].lower()
    return str(_MONTHS.index(short) + 1) if short in _MONTHS else ""


def _day(year: str, month: str, day: str) -> str:
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return found.isoformat() if found.year in _YEARS else ""
