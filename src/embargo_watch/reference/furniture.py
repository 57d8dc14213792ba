"""Give the read stage the words by which a page's furniture is told from its story."""

from dataclasses import dataclass
from functools import cache

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.fields import mapping_of, strings
from embargo_watch.reference.yaml_files import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Lines, openings and endings of furniture, all in lower case; see the data file's header."""

    lines: frozenset[str]
    openings: tuple[str, ...]
    endings: tuple[str, ...]
    list_heads: frozenset[str]
    comment_heads: frozenset[str]
    max_words: int


@cache
def furniture(language: str) -> Furniture:
    """The words of ``lexicon/<language>/furniture.yaml``; raises InvalidReference for a fault."""
    file = f"lexicon/{language}/furniture.yaml"
    record = mapping_of(load(file), file, "the file")
    max_words = record.get("max_words")
    if not isinstance(max_words, int):
        raise InvalidReference(f"data/{file}: max_words: a number is expected, not {max_words!r}")
    return Furniture(
        lines=frozenset(strings(record, "lines", file, "lines")),
        openings=strings(record, "openings", file, "openings"),
        endings=strings(record, "endings", file, "endings"),
        list_heads=frozenset(strings(record, "list_heads", file, "list_heads")),
        comment_heads=frozenset(strings(record, "comment_heads", file, "comment_heads")),
        max_words=max_words,
    )
