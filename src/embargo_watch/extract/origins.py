"""Read who made or gave goods from the words joined to their names: "Iranian-made drones"."""

from embargo_watch.extract.draft import Draft
from embargo_watch.extract.sentence import PartyWords, Sentence

MAX_BETWEEN = 7
"""Tokens between an origin and its goods: "Iranian-made Shahed-136 kamikaze attack drones"."""


def read_origin(found: Draft) -> None:
    """ "US-supplied", "Iranian-made", "Yemen-bound" before the goods, by place."""
    for words in found.sentence.all_parties():
        suffix = words.suffix or _participle(found.sentence, words)
        if suffix and _stands_before(found, words):
            _add_origin(found, words, suffix)


def _stands_before(found: Draft, words: PartyWords) -> bool:
    """Whether only adjectives and nouns stand between a party and the goods, and at least one."""
    sentence = found.sentence
    between = range(words.last + 1, found.goods.first)
    return 0 < len(between) <= MAX_BETWEEN and not any(
        i in sentence.goods or sentence.doc[i].pos_ in ("ADP", "AUX", "PRON") for i in between
    )


def _add_origin(found: Draft, words: PartyWords, suffix: str) -> None:
    suffixes = found.sentence.lexicon.suffixes
    if suffix in suffixes["given"]:
        found.add("supplier", [words], 3.0, "origin-given")
        found.frames.add("origin")
    elif suffix in suffixes["made"]:
        technology = found.goods.goods.group == "technology"
        found.add("supplier", [words], 1.3 if technology else 0.6, "origin-made")
        found.frames.add("made")
    elif suffix in suffixes["bound"]:
        found.add("recipient", [words], 2.6, "bound-for")


def _participle(sentence: Sentence, words: PartyWords) -> str:
    """ "Iranian made drones": a demonym and a participle without a hyphen."""
    after = words.last + 1
    if words.mention.word_class != "demonym" or after >= len(sentence.doc):
        return ""
    form = sentence.doc[after].lower_
    suffixes = sentence.lexicon.suffixes
    return form if form in suffixes["made"] | suffixes["given"] else ""
