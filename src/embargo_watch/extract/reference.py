"""Resolve pronouns to the party that they go back to, or leave them unresolved.

The rules are cautious: number and kind must agree; who does what the clause above says comes
first, then the subject of the sentence before; where two could be meant, nobody is.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from embargo_watch.extract.casing import plain_case
from embargo_watch.extract.grammar import INSIDE, SUBJECTS, parties_at, subject
from embargo_watch.extract.parser import parse
from embargo_watch.extract.sentence import PartyWords, Sentence
from embargo_watch.extract.sentences import sentences
from embargo_watch.model.candidate import Mention
from embargo_watch.reference.matcher import matcher
from embargo_watch.reference.parties import parties
from embargo_watch.reference.referring import Referring, referring

if TYPE_CHECKING:
    from spacy.tokens import Token

Kind = Literal["thing", "person", "several"]

VERBAL = ("VERB", "AUX")

REACH = 700
"""Code points before a sentence within which the two sentences before it are looked for."""

SENTENCES = 2
"""Sentences before a pronoun's own that are asked, the nearest first."""


def refer(sentence: Sentence, depth: int = 0) -> None:
    """Note in a sentence the parties that its pronouns stand for, with the words they rest on."""
    known = referring("en")
    for token in sentence.doc:
        kind = _kind(known, token)
        if kind is None or token.i in sentence.parties:
            continue
        meant = _within(sentence, known, token, kind) or _before(
            sentence, known, token, kind, depth
        )
        if meant:
            sentence.references[token.i] = tuple(_pronoun(sentence, token, p) for p in meant)


def _kind(known: Referring, token: "Token") -> Kind | None:
    if token.tag_ not in ("PRP", "PRP$") or token.dep_ == "nsubjpass":
        return None  # "it was sent": as often the goods
    if token.lower_ in known.thing:
        return "thing" if token.head.lower_ not in known.nobody else None
    if token.lower_ in known.person:
        return "person"
    return "several" if token.lower_ in known.several else None


def _pronoun(sentence: Sentence, token: "Token", meant: PartyWords) -> PartyWords:
    mention = Mention(
        span=sentence.span(token.i, token.i),
        party=meant.party,
        word_class="reference",
        chain=(meant.mention.span, *meant.mention.chain),
    )
    return PartyWords(mention, token.i, token.i)


def _within(sentence: Sentence, known: Referring, token: "Token", kind: Kind) -> list[PartyWords]:
    """Who does what a clause above says, who is not already part of the pronoun's own clause."""
    own = _clause(token)
    beside = set() if token.tag_ == "PRP$" else _arguments(sentence, own, token)
    for verb in _verbs_above(token, own):
        meant = [
            party
            for doer in subject(sentence, verb)
            if doer.i < token.i
            for party in parties_at(sentence, doer)
        ]
        if (
            meant
            and not {p.party for p in meant} & beside
            and _agrees(sentence, known, meant, kind)
        ):
            return meant
    return []


def _clause(token: "Token") -> "Token":
    """The verb whose clause a pronoun stands in."""
    return next((above for above in token.ancestors if above.pos_ in VERBAL), token.head)


def _verbs_above(token: "Token", own: "Token") -> "Iterator[Token]":
    """The verbs whose subject a pronoun may go back to, nearest first."""
    if token.tag_ == "PRP$":
        yield own
    yield from (above for above in own.ancestors if above.pos_ in VERBAL)
    yield from (child for child in own.children if child.dep_ == "advcl" and child.i < token.i)


def _arguments(sentence: Sentence, verb: "Token", token: "Token") -> set[str]:
    """The parties beside a pronoun in its own clause, none of which it stands for."""
    found = {
        p.party for t in subject(sentence, verb) if t.i != token.i for p in parties_at(sentence, t)
    }
    for child in verb.children:
        if child.i != token.i and child.dep_ in ("dobj", "dative"):
            found |= {p.party for p in parties_at(sentence, child)}
        if child.dep_ in ("prep", "dative"):
            found |= {
                p.party for t in child.children if t.i != token.i for p in parties_at(sentence, t)
            }
    return found


def _agrees(sentence: Sentence, known: Referring, meant: list[PartyWords], kind: Kind) -> bool:
    """Whether a pronoun of this kind may stand for these parties."""
    if kind == "several":
        return len(meant) > 1 or _is_people(sentence, meant[0])
    if len(meant) > 1:
        return False
    return _is_person(sentence, known, meant[0]) == (kind == "person")


def _is_person(sentence: Sentence, known: Referring, words: PartyWords) -> bool:
    if words.mention.word_class == "leader" or words.mention.span.text.lower() in known.person:
        return True
    root = sentence.root_of(words)
    return root.dep_ in INSIDE and root.head.lower_ in known.people and root.head.i > words.last


def _is_people(sentence: Sentence, words: PartyWords) -> bool:
    """Whether one party's words may be "they": a group, or a noun in the plural."""
    known = parties().get(words.party)
    if known is not None and known.kind == "group":
        return True
    root = sentence.root_of(words)
    head = root.head if root.dep_ in INSIDE and root.head.i > words.last else root
    return head.tag_ == "NNS"


def _before(
    sentence: Sentence, known: Referring, token: "Token", kind: Kind, depth: int
) -> list[PartyWords]:
    """Whom the sentence before speaks of, where nothing in the pronoun's own is before it."""
    if (
        depth >= SENTENCES
        or token.dep_ not in (*SUBJECTS, "poss")
        or _named_before(sentence, token)
    ):
        return []
    last = _sentence_before(sentence)
    if last is None:
        return []
    refer(last, depth + 1)
    options = [
        meant for meant in _topics(last, speaks=_is_saying(sentence, token))
        if meant and _agrees(last, known, meant, kind)
    ]  # fmt: skip
    ids = {frozenset(p.party for p in meant) for meant in options}
    beside = set() if token.tag_ == "PRP$" else _arguments(sentence, _clause(token), token)
    if len(ids) != 1 or beside & {p.party for p in options[0]}:
        return []
    return options[0]


def _named_before(sentence: Sentence, token: "Token") -> bool:
    return any(words.last < token.i for words in sentence.all_parties())


def _is_saying(sentence: Sentence, token: "Token") -> bool:
    return token.head.lower_ in sentence.lexicon.cue("speech.verbs")


def _topics(sentence: Sentence, *, speaks: bool) -> Iterator[list[PartyWords]]:
    """Who does what the main clauses say; of a report, also what it reports.

    Whom a clause accuses or asks may answer in the next one, so that they count as well.
    """
    of_somebody = sentence.lexicon.cue("speech.of_somebody")
    speech = sentence.lexicon.cue("speech.verbs")
    for root in (token for token in sentence.doc if token.dep_ == "ROOT"):
        yield _doers(sentence, root)
        for child in root.children:
            if child.dep_ == "ccomp" and not speaks:
                yield _doers(sentence, child)
            elif child.dep_ == "dobj" and speech.get(root.lower_) in of_somebody:
                yield parties_at(sentence, child)


def _doers(sentence: Sentence, verb: "Token") -> list[PartyWords]:
    """The parties that are a verb's subject."""
    return [p for doer in subject(sentence, verb) for p in parties_at(sentence, doer)]


def _sentence_before(sentence: Sentence) -> Sentence | None:
    """The sentence that ends where this one begins, parsed; None at the start of a text."""
    start = max(0, sentence.base - REACH)
    cuts = sentences(sentence.text[start : sentence.base])
    if not cuts:
        return None
    first, last = cuts[-1][0] + start, cuts[-1][1] + start
    hits = [
        replace(hit, start=hit.start + first, end=hit.end + first)
        for hit in matcher().hits(sentence.text[first:last])
    ]
    text = plain_case(sentence.text[first:last].replace("’", "'"), hits, first)
    (doc,) = parse([text])
    return Sentence(doc, sentence.text, first, hits, lexicon=sentence.lexicon, title=False)
