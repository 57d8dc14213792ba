"""Measure our voices on PolNeAR: who is the source of what a verb of saying introduces.

Run ``python -m evals.external.polnear PATH``, where PATH is a part of PolNeAR (its folder test).
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from embargo_watch.extract.draft import Draft
from embargo_watch.extract.parser import parse
from embargo_watch.extract.sentence import GoodsWords, Sentence
from embargo_watch.extract.sentences import sentences
from embargo_watch.extract.voice import voices
from embargo_watch.model.candidate import Goods
from embargo_watch.reference.lexicon import lexicon
from embargo_watch.reference.matcher import matcher
from embargo_watch.scoring import Ratio
from evals.external.figures import line
from evals.external.phrases import phrases
from evals.external.polnear_data import Annotated, Attribution, Stretch, texts

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PRONOUNS = frozenset(
    ("he", "she", "it", "they", "who", "which", "that", "i", "we", "you", "one", "her", "his")
)
"""Sources that name nobody: our voices are names and nouns, for a ledger needs to know who."""


@dataclass(frozen=True, slots=True)
class Question:
    """One sentence with words that somebody vouches for: who?

    ``said`` is the token on which the words hang; offsets of ``doc`` are relative to ``base``.
    ``sources`` are the sources annotated for these words with a verb of saying, ``cues`` the
    tokens of those verbs, ``others`` the sources of the same words by other cues: not asked for.
    """

    doc: "Doc"
    base: int
    text: str
    said: int
    cues: tuple[int, ...]
    sources: tuple[tuple[Stretch, ...], ...]
    others: tuple[tuple[Stretch, ...], ...]


Reader = Callable[[Question], set[Stretch]]
"""From a question to the words (offsets in the text) of those who are taken for the sources."""


def main(arguments: Sequence[str]) -> int:
    """Print the figures of every reader over the folder named; 2 where none is named."""
    if len(arguments) != 1:
        print("usage: python -m evals.external.polnear PATH/test", file=sys.stderr)
        return 2
    annotated = list(texts(Path(arguments[0])))
    asked = [question for one in annotated for question in questions(one)]
    total = sum(len(one.attributions) for one in annotated)
    print(
        f"{len(annotated)} texts, {total} attributions; asked: the sources of {len(asked)} "
        "stretches of content in the sentence of their verb of saying"
    )
    for name, read in READERS.items():
        print(line(name, measured(asked, read)))
        print(line(f"{name}, no pronouns", measured(asked, read, named=True)))
    return 0


def measured(asked: Sequence[Question], read: Reader, *, named: bool = False) -> Ratio:
    """Source figures by head word; ``named`` leaves pronouns out on both sides."""
    hit = said = true = 0
    for question in asked:
        text = question.text
        sources = [s for s in question.sources if not (named and _is_pronoun(text, s))]
        found = [w for w in read(question) if not (named and _is_pronoun(text, (w,)))]
        found = [w for w in found if not any(_within(w, other) for other in question.others)]
        hit += sum(any(_within(words, source) for words in found) for source in sources)
        said += len({next((s for s in sources if _within(w, s)), (w,)) for w in found})
        true += len(sources)
    return Ratio(hit, said, true)


def _is_pronoun(text: str, source: tuple[Stretch, ...]) -> bool:
    return " ".join(text[start:end] for start, end in source).strip().lower() in PRONOUNS


def _within(words: Stretch, source: tuple[Stretch, ...]) -> bool:
    return any(start <= words[0] and words[1] <= end for start, end in source)


def questions(one: Annotated) -> Iterator[Question]:
    """What a text's annotations ask, sentence by sentence."""
    verbs = lexicon("en").cue("speech.verbs")
    cuts = sentences(one.text)
    docs = list(parse(one.text[start:end].replace("’", "'") for start, end in cuts))
    for (start, end), doc in zip(cuts, docs, strict=True):
        by_word: dict[int, list[tuple[Attribution, int]]] = {}
        other: dict[int, list[Attribution]] = {}
        for attribution in one.attributions:
            said = _head(doc, start, attribution.content)
            if said is None or not attribution.sources:
                continue
            cue = [t for t in doc if _covers(attribution.cue, start, t) and t.lower_ in verbs]
            if cue and all(start <= place < end for place, _ in attribution.cue):
                by_word.setdefault(said, []).append((attribution, cue[0].i))
            else:
                other.setdefault(said, []).append(attribution)
        for said, told in by_word.items():
            sources = tuple(dict.fromkeys(s for a, _ in told for s in a.sources))
            others = tuple(s for a in other.get(said, ()) for s in a.sources)
            cues = tuple(dict.fromkeys(cue for _, cue in told))
            yield Question(doc, start, one.text, said, cues, sources, others)


def _covers(stretches: Sequence[Stretch], base: int, token: "Token") -> bool:
    place = base + token.idx
    return any(start <= place < end for start, end in stretches)


def _head(doc: "Doc", base: int, content: Sequence[Stretch]) -> int | None:
    """The first word of the content that hangs on a word outside it."""
    inside = {t.i for t in doc if _covers(content, base, t)}
    tops = [i for i in inside if doc[i].head.i not in inside or doc[i].head.i == i]
    worded = [i for i in sorted(tops) if doc[i].pos_ not in ("PUNCT", "ADP", "SCONJ", "CCONJ")]
    return next(iter(worded), None)


def by_voices(question: Question) -> set[Stretch]:
    """The parties and persons that our reading takes to vouch for the words; no cue is given."""
    doc, base = question.doc, question.base
    end = base + len(doc.text)
    hits = [
        replace(hit, start=hit.start + base, end=hit.end + base)
        for hit in matcher().hits(question.text[base:end])
    ]
    sentence = Sentence(doc, question.text, base, hits, lexicon=lexicon("en"), title=False)
    goods = Goods(span=sentence.span(question.said, question.said), group="other")
    found = Draft(sentence, GoodsWords(goods, question.said, question.said))
    found.predicate = doc[question.said]
    heard = voices(found)
    parties = {(p.mention.span.start, p.mention.span.end) for p in heard.parties}
    return parties | {_place(token, base) for token in heard.unnamed}


def by_subject(question: Question) -> set[Stretch]:
    """The grammatical subject of each cue, which is given."""
    subjects = (
        child
        for cue in question.cues
        for child in question.doc[cue].children
        if child.dep_ in ("nsubj", "nsubjpass")
    )
    return {_place(token, question.base) for token in subjects}


def by_distance(question: Question) -> set[Stretch]:
    """The noun phrase nearest to each cue, which is given; pronouns are no phrases."""
    known = phrases(question.doc)
    nearest = (min(known, key=lambda p: abs(p.head - cue)) for cue in question.cues if known)
    return {_place(question.doc[phrase.head], question.base) for phrase in nearest}


def _place(token: "Token", base: int) -> Stretch:
    return base + token.idx, base + token.idx + len(token)


READERS: dict[str, Reader] = {
    "our voices": by_voices,
    "baseline: subject of the cue": by_subject,
    "baseline: nearest noun phrase": by_distance,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
