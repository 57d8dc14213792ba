"""Work out, for each mention of goods, who gives and who gets them, and from which words.

The goods stand in the middle: from their noun the rules climb to the nouns that carry it
("delivery of tanks", "$2 billion in aid") and to the verb above ("sent", "approved"), and every
place on the way that holds a party is evidence for a role. Evidence is weighed; co-occurrence
alone is none.
"""

from typing import TYPE_CHECKING

from embargo_watch.extract.carriers import (
    governor,
    is_for_other_goods,
    is_only_a_kind,
    noun_chain,
)
from embargo_watch.extract.draft import Draft
from embargo_watch.extract.grammar import frames_of
from embargo_watch.extract.groups import PAYMENT
from embargo_watch.extract.nouns import read_noun, read_right_after
from embargo_watch.extract.origins import read_origin
from embargo_watch.extract.sentence import GoodsWords, Sentence
from embargo_watch.extract.verbs import read_equipping, read_verb

if TYPE_CHECKING:
    from spacy.tokens import Token


def draft(sentence: Sentence, goods: GoodsWords) -> Draft:
    """Gather all evidence for one mention of goods."""
    found = Draft(sentence, goods)
    root = sentence.root_of(goods)
    if goods.predicate:
        _implied(found, root)
        return found
    found.chain = list(noun_chain(sentence, root))
    top = found.chain[-1]
    if is_only_a_kind(sentence, top, top.head):
        found.frames.add("kind")
    elif is_for_other_goods(sentence, top):
        _paid_for(found, top)
    else:
        _nouns(found, top)
        _governed(found, top)
    return found


def _implied(found: Draft, verb: "Token") -> None:
    """ "Iran arms the Houthis": the verb names the goods."""
    found.meet(verb, "train" if found.goods.goods.group == "technology" else "equip")
    found.chain = [verb]
    found.verb = verb
    read_equipping(found, verb)


def _nouns(found: Draft, top: "Token") -> None:
    for noun in found.chain:
        read_noun(found, noun)
        if _is_return(found.sentence, noun):
            found.frames.add("return")
    read_origin(found)
    read_right_after(found, top)


def _is_return(sentence: Sentence, noun: "Token") -> bool:
    """ "in return", "as payment"."""
    return (
        noun.lower_ in sentence.lexicon.exchange
        and noun.dep_ == "pobj"
        and noun.head.lower_ in sentence.words.in_return
    )


def _governed(found: Draft, top: "Token") -> None:
    lexicon = found.sentence.lexicon
    verb, attach = governor(top)
    if verb is None:
        return
    exchanged = lexicon.is_verb_of(verb.lower_, lexicon.exchange)
    if attach in lexicon.words.beneficiary and exchanged:
        found.frames.add("return")  # "trading weapons for food": the food goes the other way
        attach = "obj"
    found.verb = verb
    read_verb(found, verb, attach)
    _caught(found, verb)


def _caught(found: Draft, verb: "Token") -> None:
    """ "seized a dhow carrying rifles": what carries the goods was stopped, and they with it."""
    sentence = found.sentence
    if verb.dep_ not in ("acl", "relcl", "advcl") or frames_of(sentence, verb):
        return
    carrier = sentence.doc[max(0, verb.i - 1)] if verb.dep_ == "advcl" else verb.head
    above, attach = governor(carrier)
    stopped = above is not None and sentence.lexicon.opens(above.lower_, "seize")
    if above is not None and stopped and attach in ("obj", "subjpass"):
        found.frames.add("seize")
        found.meet(above, "seize")


def _paid_for(found: Draft, top: "Token") -> None:
    """ "food for weapons" is an exchange; "ammunition for howitzers" only tells the kind."""
    sentence = found.sentence
    other = top.head.head
    if (sentence.goods[other.i].goods.group in PAYMENT) == (found.goods.goods.group in PAYMENT):
        found.frames.add("kind")
        return
    carrier = list(noun_chain(sentence, other))[-1]
    verb, attach = governor(carrier)
    if verb is not None:
        found.frames.add("return")
        found.verb = verb
        read_verb(found, verb, attach)
