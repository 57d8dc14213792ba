"""Know the order in which a user's copy of the official texts is taken, read, kept and quoted."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from embargo_watch.capture import official
from embargo_watch.errors import SkipDocument, UnusableInput
from embargo_watch.judge.citations import our_citations
from embargo_watch.model.capture import Failure
from embargo_watch.model.ids import blob_digest
from embargo_watch.model.provision import Provision, Vote
from embargo_watch.model.resolution import Resolution, resolution_number
from embargo_watch.read.resolutions import read_resolution
from embargo_watch.store.texts import Texts

Role = Literal["provision", "change", "asked"]
ACKNOWLEDGEMENT = (
    "Source: United Nations, Department for General Assembly and Conference Management;"
    " unofficial copies"
)
"""What the United Nations asks to stand wherever its copies are used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of each file: counts by ``added``, ``unchanged``, ``replaced``; the refused.

    ``replaced`` names each text whose words are now others, as ``symbol (file)``.
    """

    counts: Mapping[str, int]
    refused: tuple[Failure, ...]
    replaced: tuple[str, ...] = ()


def add_texts(texts: Texts, target: str) -> Added:
    """Index every official text in a folder, a zip or a file.

    Raises:
        UnusableInput: the target does not exist, or holds no XML.
        OutOfReach: the index cannot be written.
    """
    read: list[tuple[Resolution, str]] = []
    refused = []
    for taken in official.files(target):
        if isinstance(taken, Failure):
            refused.append(taken)
            continue
        source, content = taken
        try:
            read.append((read_resolution(content, source), blob_digest(content)))
        except SkipDocument as error:
            refused.append(Failure(source=source, entry=source, reason=str(error)))
    if not read and not refused:
        raise UnusableInput(f"{target}: it holds no official text (a file that ends in .xml)")
    outcomes = texts.add(read)
    replaced = tuple(
        f"{text.symbol} ({text.source})"
        for (text, _), outcome in zip(read, outcomes, strict=True)
        if outcome == "replaced"
    )
    return Added(counts=_counted(outcomes), refused=tuple(refused), replaced=replaced)


def fetch_texts(texts: Texts, url: str) -> Added:
    """Get the public archive and index it; nothing is indexed unless all of it came.

    Raises:
        OutOfReach: there is no network, or the server does not give it, or the index is closed.
        UnusableInput: what came holds no official text.
    """
    with tempfile.TemporaryDirectory(prefix="embargo-texts-") as folder:
        archive = Path(folder) / "texts.zip"
        with archive.open("wb") as stream:
            official.fetch(url, stream)
        return add_texts(texts, str(archive))


def _counted(outcomes: Iterable[str]) -> Mapping[str, int]:
    counts = Counter(outcomes)
    return {name: counts[name] for name in ("added", "unchanged", "replaced")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A paragraph verbatim: whose it is (``provision``, ``change``), its citation, its words.

    ``above`` is what stands before it in the paragraph that it is part of; ``words`` is "" where
    the copy at hand has no such paragraph.
    """

    role: Role
    symbol: str
    path: str
    words: str
    above: str = ""
    vote: Vote | None = None

    @property
    def citation(self) -> str:
        """The paragraph as a lawyer cites it."""
        if not self.path:
            return self.symbol
        spelled = self.path if self.path.startswith("Annex") else f"paragraph {self.path}"
        return f"{self.symbol}, {spelled}"


def quoted(texts: Texts, provision: Provision) -> tuple[Quoted, ...]:
    """The official words of a provision's own paragraphs and of those that changed it."""
    found = list(_quotes(texts, "provision", provision.instrument, provision.paragraph))
    for change in provision.changes:
        found += _quotes(texts, "change", change.instrument, change.paragraph)
    return tuple(dict.fromkeys(found))


def quoted_paragraph(texts: Texts, name: str, paragraph: str) -> tuple[Quoted, ...]:
    """The official words of a paragraph by its text's number or symbol; all of it for "".

    Nothing where the copy at hand has no such text, or the text no such paragraph.
    """
    text = texts.get(name)
    if text is None:
        return ()
    paths = paragraph_numbers(text)
    if paragraph:
        cited = our_citations(paragraph, text.number or 1)
        paths = tuple(each.path for each in cited if each.number == (text.number or 1))
    found = (_quote("asked", text, path) for path in paths)
    return tuple(each for each in found if each.words)


def paragraph_numbers(text: Resolution) -> tuple[str, ...]:
    """The numbers of a text's operative paragraphs, in order."""
    tops = dict.fromkeys(p.number for p in text.paragraphs if p.place == "operative")
    return tuple(filter(None, tops))


def _quotes(texts: Texts, role: Role, symbol: str, paragraph: str) -> Iterator[Quoted]:
    for cited in our_citations(paragraph, resolution_number(symbol)):
        text = texts.get(str(cited.number)) if cited.number else None
        if text is not None:
            yield _quote(role, text, cited.path)


def _quote(role: Role, text: Resolution, path: str) -> Quoted:
    return Quoted(role=role, symbol=text.symbol, path=path, words=text.words(path), vote=text.vote)
