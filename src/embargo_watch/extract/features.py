"""Describe, for one mention of goods, how each party nearby stands to it, in named features.

The features say where the words stand and what the grammar found, never which party it is: what
is learned from them holds for parties that no one has written about yet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from embargo_watch.extract.draft import Draft
from embargo_watch.extract.sentence import PartyWords
from embargo_watch.extract.voice import voices
from embargo_watch.model.candidate import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

FRAMES = frozenset(
    ("give", "get", "ask", "decide", "equip", "deal", "use", "arrive", "make", "down", "seize",
     "train")
)  # fmt: skip
DISTANCES = (1, 2, 3, 5, 8, 13)
"""Upper ends of the buckets that distances in tokens fall into."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A party as the whole document names it: its first mention, how often, and if in the title."""

    mention: Mention
    count: int
    in_title: bool


@dataclass(frozen=True, slots=True)
class Option:
    """A party that might hold a role, by its words in the sentence or elsewhere."""

    party: str
    words: PartyWords | None
    mention: Mention
    features: tuple[str, ...]


def options(found: Draft, elsewhere: Mapping[str, Elsewhere]) -> list[Option]:
    """Every party that might give or get the goods of a draft, each with its features."""
    mentions: dict[str, list[PartyWords]] = {}
    for words in found.sentence.all_parties():
        mentions.setdefault(words.party, []).append(words)
    first = next(iter(mentions), "")
    speakers = {words.party for words in voices(found).parties}
    result = [
        _in_sentence(
            found,
            known,
            elsewhere.get(party),
            marks=(["first-in-sentence"] if party == first else [])
            + ([f"speaks:{frame_name(found)}", "speaks"] if party in speakers else []),
        )
        for party, known in mentions.items()
        if not all(_attacked(found, words) for words in known)
    ]
    for party, other in elsewhere.items():
        if party not in mentions:
            names = ("elsewhere", *_of_document(found, other))
            result.append(Option(party, None, other.mention, names))
    return result


def _attacked(found: Draft, words: PartyWords) -> bool:
    """Whether the party is what an attack hits: it is given nothing ("hit Kyiv with drones")."""
    root = found.sentence.root_of(words)
    if root.dep_ not in ("dobj", "nsubjpass"):
        return False
    known = found.sentence.lexicon.verbs.get(root.head.lower_, ())
    return any(predicate.frame == "attack" for predicate in known)


def _in_sentence(
    found: Draft, known: list[PartyWords], other: Elsewhere | None, *, marks: list[str]
) -> Option:
    names = {*_of_document(found, other), *marks}
    for words in known:
        names |= set(_of_place(found, words)) | set(_of_evidence(found, words))
    best = max(known, key=lambda w: (_weight(found, w), -abs(w.first - found.goods.first)))
    return Option(best.party, best, best.mention, tuple(sorted(names)))


def _weight(found: Draft, words: PartyWords) -> float:
    return max((e.weight for e in found.evidence if words in e.parties), default=0.0)


def _of_document(found: Draft, other: Elsewhere | None) -> list[str]:
    names = ["bias"]
    if other is None:
        return names
    names += [
        "in-title" if other.in_title else "not-in-title",
        f"count:{min(other.count, 4)}",
        f"class-elsewhere:{other.mention.word_class}",
    ]
    for role in ("supplier", "recipient"):
        if not any(e.role == role for e in found.evidence):
            names.append(f"no-{role}-evidence")
            if other.in_title:
                names.append(f"no-{role}-evidence&in-title")
    return names


def _of_place(found: Draft, words: PartyWords) -> list[str]:
    sentence = found.sentence
    root = sentence.root_of(words)
    anchor = found.predicate or sentence.root_of(found.goods)
    side = "before" if words.last < anchor.i else "after"
    goods_side = "before" if words.last < found.goods.first else "after"
    frame = frame_name(found)
    names = [
        f"side:{side}", f"goods-side:{goods_side}", f"dep:{root.dep_}", f"dep:{root.dep_}:{side}",
        f"class:{words.mention.word_class}", f"frame:{frame}:{side}",
        f"frame:{frame}:{side}:{goods_side}",
        f"distance:{_bucket(words.first - anchor.i)}:{side}",
        f"goods-distance:{_bucket(words.first - found.goods.first)}:{goods_side}",
    ]  # fmt: skip
    names += [f"base:{base}:{side}:{goods_side}" for base in sorted(_bases(found))]
    before, after = _word(sentence.doc, words.first - 1), _word(sentence.doc, words.last + 1)
    if before in sentence.words.neighbours:
        names += [f"after:{before}", f"after:{before}:{goods_side}"]
    if after in sentence.words.neighbours | sentence.words.follows_speaker:
        names.append(f"followed-by:{after}")
    if words.suffix:
        names.append("has-suffix")
    if root.head.i == words.last + 1:
        names.append(f"modifies:{root.head.pos_}:{goods_side}")
    return names


def _of_evidence(found: Draft, words: PartyWords) -> list[str]:
    names = []
    for evidence in found.evidence:
        if words in evidence.parties:
            names += [f"evidence:{evidence.role}", f"evidence:{evidence.role}:{evidence.rule}"]
            best = max(e.weight for e in found.evidence if e.role == evidence.role)
            if evidence.weight == best:
                names.append(f"best:{evidence.role}")
    return names


def claim_features(found: Draft, rule: str) -> list[str]:
    """What speaks for or against a transfer at all, whoever has part in it.

    ``rule`` is the construction that the rules settled on, or the name of their refusal.
    """
    frame = frame_name(found)
    goods = found.goods
    names = [
        "bias", f"frame:{frame}", f"group:{goods.goods.group}", f"rule:{rule}",
        f"goods-dep:{found.sentence.root_of(goods).dep_}", f"chain:{min(len(found.chain), 4)}",
        "weak" if goods.weak else "strong", "title" if found.sentence.title else "body",
        f"predicate:{found.predicate.pos_ if found.predicate is not None else 'none'}",
        f"group-frame:{goods.goods.group}:{frame}",
        "designation" if goods.goods.designation else "no-designation",
    ]  # fmt: skip
    marks = ("kind", "whose", "origin", "made", "return", "bound", "seized")
    names += [f"mark:{mark}" for mark in marks if mark in found.frames]
    names += [f"base:{base}" for base in _bases(found)]
    for role in ("supplier", "recipient", "user"):
        best = max((e.weight for e in found.evidence if e.role == role), default=0.0)
        names.append(f"evidence:{role}:{round(best * 2) / 2}")
    return names


def _bases(found: Draft) -> set[str]:
    if found.predicate is None:
        return set()
    lexicon = found.sentence.lexicon
    form = found.predicate.lower_
    return {p.base for p in (*lexicon.verbs.get(form, ()), *lexicon.nouns.get(form, ()))}


def frame_name(found: Draft) -> str:
    """The frames that the goods stand in, as one name."""
    return "+".join(sorted(found.frames & FRAMES)) or "none"


def _word(doc: "Doc", index: int) -> str:
    return doc[index].lower_ if 0 <= index < len(doc) else ""


def _bucket(distance: int) -> str:
    for limit in DISTANCES:
        if abs(distance) <= limit:
            return str(limit)
    return "far"
