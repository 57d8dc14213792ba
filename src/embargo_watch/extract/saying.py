"""Know words of saying, and who performs them: "said", "the claim of", "imposed sanctions"."""

from typing import TYPE_CHECKING

from embargo_watch.extract.grammar import INSIDE, SUBJECTS, is_passive, prepositions, subject
from embargo_watch.extract.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = ("VERB", "AUX")


def is_saying(sentence: Sentence, word: "Token", *, own: bool) -> bool:
    """Whether a word is a verb of saying that somebody really performs."""
    base = sentence.lexicon.cue("speech.verbs").get(word.lower_)
    if not base or (own and base not in sentence.lexicon.cue("speech.acts")):
        return False
    if word.pos_ not in VERBAL and not any(c.dep_ in SUBJECTS for c in word.children):
        return False
    return not _is_ahead(sentence, word)


def _is_ahead(sentence: Sentence, verb: "Token") -> bool:
    """ "is set to announce", "may ask", "may begin offering": nobody has said it yet."""
    cue = sentence.lexicon.cue
    if any(c.dep_ == "aux" and c.lower_ in cue("modals.prospective") for c in verb.children):
        return True
    if verb.dep_ != "xcomp":
        return False
    above = verb.head
    if above.pos_ == "ADJ" or above.lower_ in cue("prospective.verbs"):
        return True
    return above.lower_ in cue("prospective.adjectives") or _is_ahead(sentence, above)


def sayers(sentence: Sentence, verb: "Token") -> "list[Token]":
    """Who performs a verb of saying: its subject, or its agent where it is passive."""
    if is_passive(verb) or _lacks_object(sentence, verb):
        return list(prepositions(verb, sentence.words.speaker))
    return subject(sentence, verb)


def _lacks_object(sentence: Sentence, verb: "Token") -> bool:
    """ "Russia accused of sending", "Iran believed to": a headline leaves "is" out."""
    if verb.tag_ not in ("VBN", "VBD") or any(c.dep_ == "dobj" for c in verb.children):
        return False
    base = sentence.lexicon.cue("speech.verbs").get(verb.lower_, "")
    if base in sentence.lexicon.cue("speech.of_somebody"):
        return not any(c.dep_ in ("dative", "ccomp") for c in verb.children)
    held = base in sentence.lexicon.cue("suspected.passive_only")
    return held and any(c.dep_ == "xcomp" for c in verb.children)


def is_word_of_saying(sentence: Sentence, word: "Token") -> bool:
    """Whether a noun (or a headline's verb that the parser takes for one) is of saying."""
    if word.pos_ not in ("NOUN", "PROPN"):
        return False
    cue = sentence.lexicon.cue
    return word.lower_ in cue("speech.nouns") or word.lower_ in cue("speech.verbs")


def issues(sentence: Sentence, verb: "Token") -> bool:
    """ "places sanctions on Iran for sending": the claim hangs on the verb, not on its object."""
    cue = sentence.lexicon.cue
    if verb.lower_ not in cue("speech.issuing.verbs") or _is_ahead(sentence, verb):
        return False
    return any(c.dep_ == "dobj" and c.lower_ in cue("speech.nouns") for c in verb.children)


def opening(sentence: Sentence, verb: "Token") -> "list[Token]":
    """ "snaps back at US claims it might send": a noun of saying right before its clause."""
    if verb.dep_ not in ("ccomp", "relcl", "acl", "advcl"):
        return []
    index = verb.left_edge.i - 1
    before = sentence.doc[index] if index > 0 else None
    if before is None or before.i == verb.head.i or not is_word_of_saying(sentence, before):
        return []
    return [c for c in before.children if c.dep_ in INSIDE and _owns(sentence, c, before)]


def owners(sentence: Sentence, noun: "Token") -> "list[Token]":
    """Whose words a noun of saying names: "Kyiv's request", "a claim by Kyiv", "made by"."""
    before = [c for c in noun.children if c.dep_ in INSIDE and _owns(sentence, c, noun)]
    if before:
        return before
    if noun.i and noun.i not in sentence.parties and noun.i - 1 in sentence.parties:
        return [sentence.doc[noun.i - 1]]
    after = list(prepositions(noun, sentence.words.giver_or_agent))
    if not after and noun.lower_ in sentence.lexicon.cue("speech.own_nouns"):
        after = [t for t in prepositions(noun, sentence.words.belonging) if t.i in sentence.parties]
    if after or noun.dep_ not in ("dobj", "nsubjpass"):
        return after
    if noun.head.lower_ in sentence.lexicon.cue("speech.issuing.verbs"):
        return sayers(sentence, noun.head)
    return []


def _owns(sentence: Sentence, owner: "Token", noun: "Token") -> bool:
    """Whether a party stands before a noun with nothing but adjectives and nouns between."""
    between = sentence.doc[owner.i + 1 : noun.i]
    return (
        owner.i in sentence.parties
        and owner.i < noun.i
        and all(t.pos_ in ("ADJ", "NOUN", "PROPN", "PART") or t.tag_ == "VBN" for t in between)
    )


def is_parenthesis(sentence: Sentence, verb: "Token") -> bool:
    """Whether a verb of saying is put in without an object of its own."""
    cue = sentence.lexicon.cue
    base = cue("speech.verbs").get(verb.lower_)
    if not base or verb.pos_ != "VERB":
        return False
    labels = {child.dep_ for child in verb.children}
    if labels & {"ccomp", "xcomp"} or ("dobj" in labels and base not in cue("speech.of_somebody")):
        return False
    if verb.dep_ == "advcl":
        return any(c.dep_ == "mark" and c.lower_ in cue("speech.as") for c in verb.children)
    return verb.dep_ == "parataxis" or all(c.dep_ != "cc" for c in verb.head.children)
