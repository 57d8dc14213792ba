"""Hold one parsed sentence with its known words, so that rules speak of roles, not offsets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from embargo_watch.model.candidate import Goods, Mention
from embargo_watch.model.spans import Span
from embargo_watch.reference.lexicon import Lexicon
from embargo_watch.reference.matcher import ItemHit, PartyHit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOMINAL = frozenset(("NOUN", "PROPN", "NUM", "ADJ", "SYM"))
INSIDE_A_NOUN = frozenset(("compound", "amod", "nmod", "nummod", "quantmod", "poss", "advmod"))


@dataclass(frozen=True, slots=True)
class PartyWords:
    """A mention of a party with the tokens it covers; ``suffix`` is the word after a hyphen."""

    mention: Mention
    first: int
    last: int
    suffix: str = ""

    @property
    def party(self) -> str:
        """The id that the words stand for."""
        return self.mention.party

    @property
    def adjectival(self) -> bool:
        """Whether the words are a demonym or a short form used as one (``US``)."""
        return self.mention.word_class == "demonym" or self.mention.span.text.isupper()


@dataclass(frozen=True, slots=True)
class GoodsWords:
    """A mention of goods with the tokens it covers."""

    goods: Goods
    first: int
    last: int
    weak: bool = False
    predicate: bool = False
    """Whether the goods are only implied by a verb (``Iran arms the Houthis``)."""


class Sentence:
    """A parsed stretch of a document: its tokens, and what is known of them.

    ``base`` is the offset of the stretch in the document's text; token offsets are relative to
    the stretch, spans to the document.
    """

    __slots__ = (
        "base", "doc", "goods", "lexicon", "parties", "references", "text", "title", "words",
    )  # fmt: skip

    def __init__(
        self, doc: "Doc", text: str, base: int, hits: Sequence[PartyHit | ItemHit], *,
        lexicon: Lexicon, title: bool,
    ) -> None:  # fmt: skip
        self.doc = doc
        self.text = text
        self.base = base
        self.lexicon = lexicon
        self.words = lexicon.words
        self.title = title
        self.parties: dict[int, PartyWords] = {}
        self.references: dict[int, tuple[PartyWords, ...]] = {}
        """The parties that a pronoun stands for, by its token (``reference.refer`` fills it)."""
        self.goods: dict[int, GoodsWords] = {}
        for hit in hits:
            self._place(hit)

    def span(self, start: int, end: int) -> Span:
        """The span of the tokens ``start`` to ``end`` (both included)."""
        first, last = self.doc[start], self.doc[end]
        begin = self.base + first.idx
        stop = self.base + last.idx + len(last)
        return Span.of(self.text, begin, stop)

    def root_of(self, words: PartyWords | GoodsWords) -> "Token":
        """The token of the words on which the others hang."""
        inside = range(words.first, words.last + 1)
        for index in inside:
            if self.doc[index].head.i not in inside or self.doc[index].head.i == index:
                return self.doc[index]
        return self.doc[words.last]

    def all_goods(self) -> Iterator[GoodsWords]:
        """Each mention of goods once, from left to right."""
        seen: set[int] = set()
        for words in self.goods.values():
            if words.first not in seen:
                seen.add(words.first)
                yield words

    def all_parties(self) -> Iterator[PartyWords]:
        """Each mention of a party once, from left to right."""
        seen: set[int] = set()
        for words in self.parties.values():
            if words.first not in seen:
                seen.add(words.first)
                yield words

    def _place(self, hit: PartyHit | ItemHit) -> None:
        start, end = hit.start - self.base, hit.end - self.base
        tokens = self.doc.char_span(start, end, alignment_mode="expand")
        if tokens is None or not len(tokens):
            return
        span = Span.of(self.text, hit.start, hit.end)
        first, last = tokens[0].i, tokens[-1].i
        if isinstance(hit, ItemHit):
            if tokens.root.pos_ in ("VERB", "AUX", "ADP") or self._no_goods(hit, span):
                return
            goods = Goods(span=span, group=hit.group, designation=hit.designation)
            known = GoodsWords(goods, first, last, hit.weak)
            self.goods.update(dict.fromkeys(range(first, last + 1), known))
            return
        prefix, suffix = self._joined(hit)
        if prefix in self.lexicon.suffixes["no_party_before"]:
            return
        if suffix in self.lexicon.suffixes["no_party"]:
            return
        mention = Mention(span=span, party=hit.party, word_class=hit.word.word_class)
        words = PartyWords(mention, first, last, suffix)
        self.parties.update(dict.fromkeys(range(first, last + 1), words))

    def _no_goods(self, hit: ItemHit, span: Span) -> bool:
        """Whether weak words are a sum or a predicate rather than goods ("delivery of tanks")."""
        return hit.weak and (hit.group == "money" or span.text.lower() in self.lexicon.nouns)

    def _joined(self, hit: PartyHit) -> tuple[str, str]:
        """The words joined to the hit by a hyphen, before and after it, in lower case."""
        before, after = "", ""
        if hit.start and self.text[hit.start - 1] in "-‑–":
            before = _word_before(self.text, hit.start - 1)
        if hit.end < len(self.text) and self.text[hit.end] in "-‑":
            after = _word_after(self.text, hit.end + 1)
        return before.lower(), after.lower()


def _word_before(text: str, end: int) -> str:
    start = end
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    return text[start:end]


def _word_after(text: str, start: int) -> str:
    end = start
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[start:end]
