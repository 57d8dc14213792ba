"""Ask a parsed sentence the questions that frames need: whose, by whom, to whom, under what verb.

The labels are those of the parser's own scheme (ClearNLP); this is the one module, with
the constructions beside it, that knows them.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from embargo_watch.extract.sentence import PartyWords, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
INSIDE = frozenset(("compound", "amod", "nmod", "poss", "appos", "npadvmod"))
"""Labels of what stands inside a noun phrase, before or beside its head."""
OBJECTS = frozenset(("dobj", "obj", "attr", "oprd"))
MAX_CLIMB = 8
"""Steps up the tree after which a relation is not taken for one."""


def conjuncts(token: "Token") -> list["Token"]:
    """The token and what is coordinated with it to its right."""
    found = [token]
    for step in found:
        found += [child for child in step.children if child.dep_ in ("conj", "appos")]
    return found


def is_passive(verb: "Token") -> bool:
    """Whether a verb form stands for "be done": with a passive subject or as a participle."""
    if any(child.dep_ in ("nsubjpass", "auxpass", "csubjpass") for child in verb.children):
        return True
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "amod", "advcl", "ROOT")
        and not any(child.dep_ in ("aux", "nsubj", "dobj") for child in verb.children)
    )


def prepositions(token: "Token", names: frozenset[str]) -> Iterator["Token"]:
    """The objects of the prepositions named, hanging on the token; coordination included."""
    for child in token.children:
        if child.dep_ in ("prep", "dative", "agent", "prt", "advmod") and child.lower_ in names:
            yield from _objects_of(child)
            for deeper in child.children:
                if deeper.dep_ == "prep":
                    yield from _objects_of(deeper)


def _objects_of(preposition: "Token") -> Iterator["Token"]:
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp"):
            yield from conjuncts(child)


def parties_at(sentence: Sentence, token: "Token", *, deep: bool = True) -> list[PartyWords]:
    """The parties that a noun phrase stands for: its head, or who the head belongs to.

    "the German government" is Germany; "Iranian drones" is nobody, for drones cannot act.
    """
    found: list[PartyWords] = []
    for head in conjuncts(token):
        for party in _parties_of_head(sentence, head, deep=deep):
            if all(known.party != party.party for known in found):
                found.append(party)
    return found


def _parties_of_head(sentence: Sentence, head: "Token", *, deep: bool) -> list[PartyWords]:
    if head.i in sentence.references:
        return list(sentence.references[head.i])
    party = _party_of_head(sentence, head, deep=deep)
    return [party] if party is not None else []


def _party_of_head(sentence: Sentence, head: "Token", *, deep: bool) -> PartyWords | None:
    known = sentence.parties.get(head.i)
    if known is not None:
        return None if known.suffix in sentence.lexicon.suffixes["given"] else known
    if not deep or (head.i in sentence.goods and head.lower_ not in _heads(sentence)):
        return None
    if not (head.pos_ == "PROPN" or head.lower_ in _heads(sentence)):
        return None
    if head.lower_ in sentence.lexicon.cue("not_a_party_heads"):
        return None
    return _owner_of(sentence, head)


def _owner_of(sentence: Sentence, head: "Token") -> PartyWords | None:
    """The party before a noun, within what stands before it, or after "of"."""
    before = [child for child in head.children if child.dep_ in INSIDE]
    within = [
        grandchild for child in before for grandchild in child.children if grandchild.dep_ in INSIDE
    ]
    after = prepositions(head, sentence.words.belonging)
    for token in (*before, *within, *after):
        if token.i in sentence.parties:
            return sentence.parties[token.i]
        if len(sentence.references.get(token.i, ())) == 1:
            return sentence.references[token.i][0]
    return None


def _heads(sentence: Sentence) -> frozenset[str]:
    return frozenset(sentence.lexicon.cue("party_heads"))


def subject(sentence: Sentence, verb: "Token", depth: int = 0) -> list["Token"]:
    """The tokens that do what the verb says: its own subject, or its controller's.

    An infinitive or participle takes the object of the verb above it where that names a party
    ("urged Berlin to send", "accused Tehran of supplying"), else that verb's subject.
    """
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    relative = [token for token in own if token.tag_ in ("WDT", "WP")]
    if own and not relative:
        return own
    if depth > MAX_CLIMB:
        return []
    if verb.dep_ == "relcl":
        return [verb.head] if relative else []
    if verb.dep_ == "conj":
        return subject(sentence, verb.head, depth + 1)
    return _controller(sentence, verb, depth)


def _controller(sentence: Sentence, verb: "Token", depth: int) -> list["Token"]:
    head = verb.head
    if verb.tag_ == "VBG":
        beside = _right_before(sentence, verb)
        if beside is not None:
            return [beside]
    if head.i == verb.i:
        return []
    if verb.dep_ == "pcomp":
        circumstance = head.lower_ in sentence.words.circumstance
        return _from_above(sentence, head.head, depth, object_first=not circumstance)
    if verb.dep_ in ("xcomp", "advcl", "ccomp", "acl", "dep", "relcl"):
        if verb.dep_ == "acl" and verb.tag_ == "VBG" and _can_act(sentence, head):
            return [head]
        return _from_above(sentence, head, depth, object_first=verb.dep_ != "advcl")
    return []


def _right_before(sentence: Sentence, verb: "Token") -> "Token | None":
    """ "Russia using Iranian drones", "Russian strikes overnight using …": who stands before."""
    if verb.i and verb.i - 1 in sentence.parties and not sentence.parties[verb.i - 1].suffix:
        return sentence.doc[verb.i - 1]
    if not sentence.lexicon.opens(verb.lower_, "use"):
        return None
    for index in range(verb.i - 1, max(-1, verb.i - 9), -1):
        token = sentence.doc[index]
        if sentence.lexicon.noun_opens(token.lower_, "attack"):
            owners = [c for c in token.children if c.i in sentence.parties and c.dep_ in INSIDE]
            return owners[0] if owners else None
    return None


def _from_above(
    sentence: Sentence, head: "Token", depth: int, *, object_first: bool
) -> list["Token"]:
    if head.pos_ in ("NOUN", "PROPN", "ADJ"):
        return _from_noun(sentence, head, depth)
    if object_first:
        for child in head.children:
            if child.dep_ in ("dobj", "dative", "nsubjpass") and _can_act(sentence, child):
                return [child]
            if child.dep_ == "dobj":
                for target in prepositions(child, sentence.words.aimed_at):
                    if parties_at(sentence, target):
                        return [target]
        for asked in prepositions(head, sentence.words.called_on):
            if parties_at(sentence, asked):
                return [asked]
    return subject(sentence, head, depth + 1)


def _can_act(sentence: Sentence, token: "Token") -> bool:
    """A party, or people without an id ("accuses the country of supplying")."""
    if parties_at(sentence, token):
        return True
    return token.lower_ in _heads(sentence) and token.i not in sentence.goods


def _from_noun(sentence: Sentence, noun: "Token", depth: int) -> list["Token"]:
    """ "Germany's plan to send", "a call on Berlin to send", "Berlin is ready to send"."""
    for child in noun.children:
        if child.dep_ in INSIDE and child.i in sentence.parties:
            return [child]
    asks = sentence.lexicon.noun_opens(noun.lower_, "ask")
    names = sentence.words.asked_by_noun if asks else sentence.words.doer_of_noun
    for asked in prepositions(noun, names):
        if parties_at(sentence, asked):
            return [asked]
    if noun.dep_ in OBJECTS or noun.dep_ in ("acomp", "pobj", "xcomp"):
        above = noun.head
        while above.dep_ == "prep":
            above = above.head
        if above.i != noun.i:
            aimed = noun.dep_ == "pobj" and above.pos_ == "VERB"
            return _from_above(sentence, above, depth + 1, object_first=aimed)
    if noun.dep_ == "ROOT":
        return [child for child in noun.children if child.dep_ in SUBJECTS]
    return []


def antecedent(sentence: Sentence, pronoun: "Token") -> list[PartyWords]:
    """Whom a pronoun in subject place stands for: who does what the clause above says.

    Else the nearest party before it that could act; only within the sentence.
    """
    for above in ancestors(pronoun.head):
        if above.pos_ in ("VERB", "AUX"):
            doers = [
                p
                for t in subject(sentence, above)
                if t.i != pronoun.i
                for p in parties_at(sentence, t)
            ]
            if doers:
                return doers
    before = [w for w in sentence.all_parties() if w.last < pronoun.i and not w.suffix]
    heads = [
        w for w in before if sentence.root_of(w).dep_ in ("nsubj", "nsubjpass", "ROOT", "dobj")
    ]
    return heads[-1:]


def ancestors(token: "Token") -> Iterator["Token"]:
    """The tokens above one, nearest first, no more than ``MAX_CLIMB`` of them.

    A clause joined by "and" or "but" with a subject of its own has nothing above it: "Tehran
    denied it, but Washington said …" lets nobody but Washington speak.
    """
    below = token
    for step, above in enumerate(token.ancestors):
        own = below.dep_ == "conj" and any(c.dep_ in SUBJECTS for c in below.children)
        if step >= MAX_CLIMB or (own and below.pos_ in ("VERB", "AUX")):
            return
        yield above
        below = above


def frames_of(sentence: Sentence, token: "Token") -> tuple[str, ...]:
    """The frames that a token opens, by its form and, for doubtful forms, its word class."""
    lexicon = sentence.lexicon
    form = token.lower_
    if token.pos_ in ("VERB", "AUX") or _acts_as_verb(token):
        return tuple(p.frame for p in lexicon.verbs.get(form, ()))
    if token.pos_ in ("NOUN", "PROPN", "ADJ"):
        return tuple(p.frame for p in lexicon.nouns.get(form, ()))
    return ()


def _acts_as_verb(token: "Token") -> bool:
    """ "Ukraine fires rockets": tagged as a noun, yet it has a subject."""
    return any(child.dep_ == "nsubj" for child in token.children)


def doers(sentence: Sentence, verb: "Token") -> list[PartyWords]:
    """Who does what a verb says: its agent where it is passive, else its subject."""
    if is_passive(verb):
        return [
            p for t in prepositions(verb, sentence.words.agent) for p in parties_at(sentence, t)
        ]
    found: list[PartyWords] = []
    for token in subject(sentence, verb):
        if token.pos_ == "PRON" and token.tag_ == "PRP" and token.i not in sentence.references:
            found += antecedent(sentence, token)
        elif token.i not in sentence.goods:
            found += parties_at(sentence, token)
    return found
