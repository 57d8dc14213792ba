"""Know the order in which a user's copy of the official texts is taken, read and kept."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from embargo_watch.capture import official
from embargo_watch.errors import SkipDocument
from embargo_watch.model.capture import Failure
from embargo_watch.model.ids import blob_digest
from embargo_watch.model.resolution import Resolution
from embargo_watch.read.resolutions import read_resolution
from embargo_watch.store.texts import Texts

ACKNOWLEDGEMENT = (
    "Source: United Nations, Department for General Assembly and Conference Management;"
    " unofficial copies"
)
"""What the United Nations asks to stand wherever its copies are used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of each file: counts by ``added``, ``unchanged``, ``replaced``; the refused."""

    counts: Mapping[str, int]
    refused: tuple[Failure, ...]


def add_texts(texts: Texts, target: str) -> Added:
    """Index every official text in a folder, a zip or a file.

    Raises:
        UnusableInput: the target does not exist.
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
    return Added(counts=_counted(texts.add(read)), refused=tuple(refused))


def fetch_texts(texts: Texts, url: str) -> Added:
    """Get the public archive and index it; nothing is indexed unless all of it came.

    Raises:
        OutOfReach: there is no network, or the server does not give it, or the index is closed.
    """
    with tempfile.TemporaryDirectory(prefix="embargo-texts-") as folder:
        archive = Path(folder) / "texts.zip"
        with archive.open("wb") as stream:
            official.fetch(url, stream)
        return add_texts(texts, str(archive))


def _counted(outcomes: Iterable[str]) -> Mapping[str, int]:
    counts = Counter(outcomes)
    return {name: counts[name] for name in ("added", "unchanged", "replaced")}
