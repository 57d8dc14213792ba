"""Flatten Akoma Ntoso into marked blocks of words, whatever way a drafter nested them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

_SPACE = re.compile(r"\s+")
_HEADINGS = ("heading", "subheading", "crossHeading")
_FOOTNOTE = "authorialNote"
_MARK_IN_TEXT = re.compile(r"[“\"]?(\((?:[a-z]{1,2}|[ivx]{1,5})\)|\d{1,3}\.)\s+(?=\S)")
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([^"'>]{1,60})["']""")
_UNICODE = frozenset({"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii"})
_LATIN = frozenset({"iso-8859-1", "latin-1", "latin1", "windows-1252", "cp1252"})
MAX_DEPTH = 200
"""Deepest nesting of elements that is read: real texts stay under 60."""


class HostileXml(ValueError):
    """It declares a document type or a strange encoding, or nests without end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Words with the mark that stands before them (``8``, ``(a)`` or "") and their depth."""

    mark: str
    text: str
    depth: int
    heading: bool = False


def parse(content: bytes) -> Element:
    """Parse XML without namespaces and without a document type, so that no entity can expand.

    Raises:
        HostileXml: there is a document type, an encoding that no official text has, or elements
            are nested beyond MAX_DEPTH.
        xml.parsers.expat.ExpatError: the XML is broken.
    """
    builder = TreeBuilder()
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise HostileXml(f"its elements are nested more than {MAX_DEPTH} deep")
        builder.start(name.rpartition(":")[2], attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(name.rpartition(":")[2])

    def refuse(*_: object) -> None:
        raise HostileXml("it declares a document type, which an official text never does")

    parser = expat.ParserCreate(_encoding(content))
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(content, True)
    return builder.close()


def _encoding(content: bytes) -> str | None:
    """What the bytes are in, None for what they declare: a false word would garble every name.

    Bytes that are whole UTF-8 beyond ASCII are that, whatever Latin alphabet is declared.
    """
    declared = _DECLARED.match(content.removeprefix(b"\xef\xbb\xbf"))
    name = declared[1].decode("ascii", "replace").lower() if declared else ""
    if name and name not in _UNICODE | _LATIN:
        raise HostileXml(f"it is declared in {name}, which is not read: official texts are UTF-8")
    if name not in _LATIN:
        return None
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "UTF-8"


def words(element: Element) -> str:
    """The words of an element on one line, footnotes left out."""
    return _SPACE.sub(" ", "".join(_pieces(element))).strip()


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag != _FOOTNOTE:
            yield from _pieces(child)
        if child.tag in ("p", "td", "tr"):
            yield " "
        yield child.tail or ""


def blocks(body: Element, depth: int = 0) -> Iterator[Block]:
    """Every paragraph, point and heading below an element, in the order of the text."""
    mark = ""
    for child in body:
        if child.tag == "num":
            mark = words(child)
        elif child.tag in _HEADINGS:
            yield Block(mark="", text=words(child), depth=depth, heading=True)
        elif child.tag in ("paragraph", "section"):
            yield from blocks(child, depth)
        elif child.tag == "list":
            yield from _list(child, mark, depth)
            mark = ""
        elif child.tag in ("point", "sublist"):
            yield from blocks(child, depth + 1)
        elif text := words(child):
            yield _block(mark, text, depth)
            mark = ""


def _list(element: Element, mark: str, depth: int) -> Iterator[Block]:
    intro = element.find("intro")
    yield _block(mark, "" if intro is None else words(intro), depth)
    for child in element:
        if child.tag == "wrapUp":
            yield Block(mark="", text=words(child), depth=depth)
        elif child.tag != "intro":
            yield from blocks(child, depth + 1)


def _block(mark: str, text: str, depth: int) -> Block:
    """A block; a mark that a drafter typed instead of tagging is taken out of the words."""
    if not mark and (typed := _MARK_IN_TEXT.match(text)):
        mark, text = typed.group(1), text[typed.end() :]
    return Block(mark=mark.strip().rstrip("."), text=text, depth=depth)
