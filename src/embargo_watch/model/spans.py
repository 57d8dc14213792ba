"""Point at words in a document so that every value can be checked against them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text.

    ``start`` and ``end`` are half-open offsets in Unicode code points of the document's text,
    and ``text`` is exactly ``document.text[start:end]``.
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """Cut ``text[start:end]`` out of a document's text."""
        return cls(start, end, text[start:end])

    def contains(self, other: "Span") -> bool:
        """Whether the other span lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end
