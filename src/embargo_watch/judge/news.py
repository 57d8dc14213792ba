"""Point a person to resolutions that the law data have not taken in; never change the law alone.

Better one resolution too many than one too few: what is listed is read by a person, what is not
listed is read by nobody.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from embargo_watch.judge.citations import PLAIN, Cited, Library, named, our_citations, references
from embargo_watch.model.audit import NewsItem, NewsKind, NewsParagraph
from embargo_watch.model.provision import Provision, Regime
from embargo_watch.model.resolution import Resolution, resolution_number, resolutions_named
from embargo_watch.reference.law_words import NewsWords, news_words

_FARTHEST = 3
"""How many references a chain may have from a paragraph to one of our provisions."""


def news(regimes: Iterable[Regime], resolutions: Iterable[Resolution]) -> tuple[NewsItem, ...]:
    """Adopted resolutions that our data cite nowhere and that touch an embargo, by day.

    What one of them sets or renews counts as known for those that come after it, so that a chain
    of renewals is followed to its end; a ban that is news itself is named by its paragraph.
    """
    held = tuple(regimes)
    seen = _cited(held)
    search = _Search(Library(resolutions), _Known.of(held), news_words())
    found = []
    for text in sorted(search.library.texts, key=lambda text: (text.adopted, text.number)):
        if text.symbol in seen:
            continue
        item = search.item(text)
        if item.paragraphs:
            found.append(item)
    return tuple(found)


def _cited(regimes: tuple[Regime, ...]) -> frozenset[str]:
    """The resolutions that our data name as instrument, change or source."""
    seen: set[str] = set()
    for regime in regimes:
        seen |= {instrument.id for instrument in regime.instruments}
        for provision in regime.provisions:
            seen.add(provision.instrument)
            seen |= {change.instrument for change in provision.changes}
            sources = (*provision.source, *(each.source for each in provision.listed))
            seen.update(resolutions_named(" ".join(sources)))
    return frozenset(seen)


@dataclass
class _Known:
    """Which provisions a paragraph or a whole resolution stands for."""

    paragraphs: dict[int, dict[str, list[str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, regimes: tuple[Regime, ...]) -> "_Known":
        """Our provisions by their own paragraphs and by those that changed them."""
        known = cls()
        for regime in regimes:
            for provision in regime.provisions:
                known._take(provision)
        return known

    def _take(self, provision: Provision) -> None:
        places = [(provision.instrument, provision.paragraph)]
        places += [(each.instrument, each.paragraph) for each in provision.changes]
        for symbol, paragraph in places:
            if number := resolution_number(symbol):
                for cited in our_citations(paragraph, number):
                    self.add(cited, (provision.id,))

    def add(self, cited: Cited, provisions: Iterable[str]) -> None:
        """Let a paragraph stand for provisions."""
        for name in provisions:
            self.paragraphs.setdefault(cited.number, {}).setdefault(cited.path, []).append(name)

    def at(self, cited: Cited) -> list[str]:
        """The provisions of a paragraph, of its parts and of what it is part of."""
        own = self.paragraphs.get(cited.number, {})
        return [name for path in own if _same(path, cited.path) for name in own[path]]

    def of_resolution(self, number: int) -> list[str]:
        """The provisions of all paragraphs of a resolution."""
        return [name for names in self.paragraphs.get(number, {}).values() for name in names]


def _same(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}(") or other.startswith(f"{one}(")


@dataclass
class _Search:
    library: Library
    known: _Known
    words: NewsWords

    def item(self, text: Resolution) -> NewsItem:
        """The paragraphs of one resolution that touch an embargo; from then on they are known."""
        found = tuple(self._paragraphs(text))
        for paragraph in found:
            itself = (f"{text.symbol} {paragraph.path}",)
            self.known.add(Cited(text.number, paragraph.path), paragraph.concerns or itself)
        return NewsItem(
            symbol=text.symbol,
            adopted=text.adopted,
            title=text.title,
            paragraphs=found,
            set_aside=self.words.set_aside.get(text.symbol, ""),
        )

    def _paragraphs(self, text: Resolution) -> Iterator[NewsParagraph]:
        for path in _numbers(text):
            cited = Cited(text.number, path)
            said = text.words(path).translate(PLAIN)
            plain = " ".join(said.split())
            if not self._decides(plain):
                continue
            line = self.words.others.sub(" ", plain)
            by_name = self.words.measures.search(line)
            if not by_name and not self.words.objects.search(line):
                continue
            kinds = self._kinds(line)
            if not kinds:
                continue
            concerns = self._concerns(line, cited)
            if concerns or by_name:
                yield NewsParagraph(path=path, kinds=kinds, text=said, concerns=concerns)

    def _decides(self, line: str) -> bool:
        return not self.words.asks.match(line) or bool(self.words.decides.search(line))

    def _kinds(self, line: str) -> tuple[NewsKind, ...]:
        kinds: Mapping[NewsKind, object] = self.words.kinds
        return tuple(kind for kind in kinds if self.words.kinds[kind].search(line))

    def _concerns(self, line: str, cited: Cited) -> tuple[str, ...]:
        """The provisions that a paragraph leads to, the nearest references first."""
        found: list[str] = []
        seen: set[Cited] = {cited}
        front = list(references(line, cited))
        for _ in range(_FARTHEST):
            hits = [name for each in front for name in self.known.at(each)]
            found += hits
            seen.update(front)
            front = [] if hits else list(self._further(front, seen))
        if not found and not references(line, cited):
            found = [name for n in sorted(named(line)) for name in self.known.of_resolution(n)]
        return tuple(dict.fromkeys(found))

    def _further(self, front: Iterable[Cited], seen: set[Cited]) -> Iterator[Cited]:
        for each in front:
            for other in references(self.library.words(each), each):
                if other not in seen:
                    yield other


def _numbers(text: Resolution) -> tuple[str, ...]:
    """The numbers of the operative paragraphs, in order."""
    numbers = (each.number for each in text.paragraphs if each.place == "operative")
    return tuple(dict.fromkeys(number for number in numbers if number))
