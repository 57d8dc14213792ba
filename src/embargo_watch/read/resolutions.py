"""Read the United Nations' machine-readable resolutions, so that our law can be held against them.

Akoma Ntoso for the United Nations, as its documents department publishes it.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element
from xml.parsers.expat import ExpatError

from embargo_watch.errors import SkipDocument
from embargo_watch.model.provision import Vote
from embargo_watch.model.resolution import Paragraph, Resolution
from embargo_watch.read import resolution_paths
from embargo_watch.read.resolution_blocks import Block, HostileXml, blocks, parse, words
from embargo_watch.reference.law_words import member

MAX_BYTES = 16 << 20
"""The largest official text (with all its annexes) has under 2 MB."""
_SYMBOL = re.compile(r"S/(?:RES/(\d+) ?\((\d{4})\)|(\d{4})/\d+)")
_COUNTS = re.compile(r"Adopted (\d+)-(\d+)-(\d+)")
_MEETING = re.compile(r"(\d+)(?:st|nd|rd|th) meeting")
_TITLE = re.compile(r"\[(?:on )?(.+)\]$")
_WRITTEN = re.compile(r"(\d{1,2})\s([A-Z][a-z]+)\s(\d{4})")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_ADOPTED = "adopted"


def read_resolution(content: bytes, source: str) -> Resolution:
    """Read one resolution, or one draft that was not adopted.

    Args:
        content: the bytes of the XML file, in any encoding that it declares.
        source: the file's name, for messages and for the record.

    Raises:
        SkipDocument: it is broken, hostile or no resolution; names the file.
    """
    if len(content) > MAX_BYTES:
        raise SkipDocument(f"{source}: it has more than {MAX_BYTES >> 20} MB, as no resolution has")
    try:
        root = parse(content)
    except (ExpatError, HostileXml, ValueError, LookupError) as error:
        raise SkipDocument(f"{source}: it is no XML that can be read ({error})") from error
    statement = root.find("statement")
    if root.tag != "akomaNtoso" or statement is None:
        raise SkipDocument(f"{source}: it is no Akoma Ntoso text of a resolution")
    return _resolution(statement, source)


def _resolution(statement: Element, source: str) -> Resolution:
    symbol, number, year = _symbol(statement, source)
    outcome = _outcome(statement)
    adopted = _day(statement, outcome, source)
    paragraphs = tuple(_paragraphs(statement))
    if not any(each.place == "operative" for each in paragraphs):
        raise SkipDocument(f"{source}: {symbol} has no operative paragraph")
    said = outcome.get("by", "")
    meeting = _MEETING.search(said)
    return Resolution(
        symbol=symbol,
        number=number,
        year=year,
        adopted=adopted,
        title=_title(statement),
        meeting=meeting.group() if meeting else "",
        vote=_vote(statement, outcome, adopted, symbol),
        paragraphs=paragraphs,
        annexes=tuple(dict.fromkeys(p.annex for p in paragraphs if p.place == "annex")),
        chapter_seven=outcome.get("refersTo") == "Chapter VII",
        source=source,
    )


def _symbol(statement: Element, source: str) -> tuple[str, int, int]:
    for number in statement.iter("docNumber"):
        found = _SYMBOL.fullmatch(words(number))
        if found and found.group(1):
            symbol = f"S/RES/{found.group(1)} ({found.group(2)})"
            return symbol, int(found.group(1)), int(found.group(2))
        if found:
            return found.group(), 0, int(found.group(3))
    raise SkipDocument(f"{source}: it bears no symbol of the Security Council (S/RES/…)")


def _outcome(statement: Element) -> Element:
    """The step of the record that says how the vote ended; an empty one where none does."""
    for step in statement.iter("step"):
        if not step.get("outcome", "").startswith("draft"):
            return step
    return Element("step")


def _day(statement: Element, outcome: Element, source: str) -> dt.date:
    """The day of adoption that most of the file agrees on.

    Attributes are often copied from another file, so the words on the cover count threefold.
    """
    told: Counter[dt.date] = Counter()
    _count(told, outcome.get("date", ""))
    _count(told, next((d.get("date", "") for d in statement.iter("FRBRdate")), ""))
    for day in statement.iter("docDate"):
        _count(told, day.get("date", ""))
        written = _WRITTEN.fullmatch(words(day))
        if written and day.get("refersTo") == "#adoptionDate" and written[2] in _MONTHS:
            month = _MONTHS.index(written[2]) + 1
            _count(told, f"{written[3]}-{month:02}-{int(written[1]):02}", 3)
    if not told:
        raise SkipDocument(f"{source}: it does not say when it was adopted")
    return max(told, key=lambda day: (told[day], day))


def _count(told: Counter[dt.date], text: str, weight: int = 1) -> None:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return
    if day.year > 1:  # 0001-01-01 stands for an empty field
        told[day] += weight


def _title(statement: Element) -> str:
    """What the text is about, in the documents department's words."""
    for keyword in statement.iter("keyword"):
        if keyword.get("refersTo") == "title":
            said = " ".join(keyword.get("showAs", "").split())
            named = _TITLE.search(said)
            return named.group(1) if named else said
    return ""


def _vote(statement: Element, outcome: Element, on: dt.date, symbol: str) -> Vote:
    """The vote as recorded; where the record contradicts itself, the words before the lists."""
    said = outcome.get("by", "")
    who: dict[str, tuple[str, ...]] = {}
    counted: dict[str, int] = {}
    for count in statement.iter("count"):
        side, number = count.get("refersTo", ""), count.get("value", "")
        who[side] = tuple(sorted({member(words(each)) for each in count.iter("organization")}))
        counted[side] = len(who[side]) or (int(number) if number.isdigit() else 0)
    if told := _COUNTS.search(said):
        numbers = map(int, told.groups())
        counted = dict(zip(("inFavour", "against", "abstaining"), numbers, strict=True))
    failed = "" if outcome.get("outcome", _ADOPTED) == _ADOPTED else said or "not adopted"
    return Vote(
        on=on,
        yes=counted.get("inFavour", 0),
        no=counted.get("against", 0),
        abstain=counted.get("abstaining", 0),
        supported=who.get("inFavour", ()),
        opposed=who.get("against", ()),
        abstained=who.get("abstaining", ()),
        failed=failed,
        source=f"{symbol}, voting record of the official XML text",
    )


def _paragraphs(statement: Element) -> Iterator[Paragraph]:
    preamble = statement.find("preamble")
    lines = [] if preamble is None else [words(each) for each in preamble if each.tag != "formula"]
    body = statement.find("mainBody")
    found = [] if body is None else list(blocks(body))
    main, late = resolution_paths.split_annex(found)
    lines, main = resolution_paths.out_of_preamble(list(filter(None, lines)), main)
    for place, text in enumerate(lines, start=1):
        yield Paragraph(number=str(place), path=f"preamble {place}", text=text, place="preamble")
    yield from resolution_paths.operative(resolution_paths.numbered(main))
    attached: list[Block] = []
    for attachment in statement.iterfind("attachments/attachment/doc/mainBody"):
        attached += blocks(attachment)
    yield from resolution_paths.annexes([*late, *attached])
