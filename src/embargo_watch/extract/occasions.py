"""Give a deed the date that the sentence gives to it, and to nothing else in the sentence.

"Said on Tuesday" dates the words, "approved on Friday" the decision and "a visit in July" the
visit. What a date hangs on decides: the deed itself, a verb that only says that it took place
or went on, or, for attacks and seizures, the clause that tells of them.
"""

import re
from typing import TYPE_CHECKING

from embargo_watch.extract.dates import Dated, dates
from embargo_watch.extract.draft import Draft
from embargo_watch.extract.grammar import frames_of
from embargo_watch.extract.sentence import Sentence
from embargo_watch.model.claim import Kind
from embargo_watch.reference.dating import dating
from embargo_watch.reference.times import times

if TYPE_CHECKING:
    from spacy.tokens import Token

SUPPLY = frozenset(("give", "get", "equip", "arrive", "make", "train"))
STRIKES = frozenset(("use", "attack", "down", "seize"))
RULING = frozenset(("decide", "ask", "deal"))
WITHIN_NOUNS = frozenset(("prep", "pobj", "appos", "compound", "nmod", "conj", "dobj", "nsubj"))
BELONGING = frozenset(("compound", "amod", "nmod", "nummod", "poss"))
DAY = len("2024-01-02")
CARRIED = 4
"""Steps from the verb of a ship's or plane's relative clause up to the transfer."""


def occasions(
    found: Draft, published: str, *, ahead: bool, kind: Kind, used: bool = False
) -> list[Dated]:
    """The dates that the sentence gives to the event itself, one for each occasion.

    ``ahead`` says that the event is still to come; ``used`` says of a transfer that the sentence
    tells of a use, whose date is not the transfer's. Several days are several occasions; of
    several vaguer dates the first counts.
    """
    sentence, text = found.sentence, found.sentence.text
    end = sentence.base + sentence.doc[-1].idx + len(sentence.doc[-1])
    anchor = _anchor(found, kind)
    if kind == "transfer" and _only_strikes(sentence, anchor):
        return []
    past = {d.span: d for d in dates(text, sentence.base, end, published, ahead=False)}
    known = []
    for dated in dates(text, sentence.base, end, published, ahead=ahead):
        host = _host(found, dated)
        if used and (host is None or not SUPPLY & set(frames_of(sentence, host))):
            continue
        if _is_of(found, anchor, host, kind) and _may_be(found, dated, published):
            known.append(past.get(dated.span, dated) if _is_past(host) else dated)
    days = [dated for dated in known if len(dated.edtf) == DAY]
    return list({d.edtf: d for d in (days if len(days) > 1 else known[:1])}.values())


def _is_past(host: "Token | None") -> bool:
    """Whether the verb that a date hangs on tells of the past, whatever else is still to come."""
    return host is not None and host.tag_ == "VBD"


def _only_strikes(sentence: Sentence, anchor: "Token") -> bool:
    frames = set(frames_of(sentence, anchor))
    return bool(frames & STRIKES) and not frames & SUPPLY


def _anchor(found: Draft, kind: Kind) -> "Token":
    """The word for the deed: of a use the word for using, though another tells of the supply."""
    told = [token for token in (found.predicate, found.verb) if token is not None]
    if kind != "transfer":
        strikes = [t for t in told if STRIKES & set(frames_of(found.sentence, t))]
        told = strikes or [t for t in told if not SUPPLY & set(frames_of(found.sentence, t))]
    return told[0] if told else found.sentence.root_of(found.goods)


def _is_of(found: Draft, anchor: "Token", host: "Token | None", kind: Kind) -> bool:
    """Whether what a date hangs on is the deed, or only says that it took place."""
    sentence = found.sentence
    if host is None or host == anchor or host in found.chain:
        return True
    frames = set(frames_of(sentence, host))
    if host.pos_ not in ("VERB", "AUX"):
        return kind != "transfer" and bool(frames & STRIKES) and not _is_other(host)
    if _tells(sentence, host) and not (kind != "transfer" and frames & STRIKES):
        return False
    if kind == "transfer":
        return _leads_up(found, anchor, host) or _carried_by(anchor, host)
    return not frames & SUPPLY and (_same_clause(anchor, host) or _same_clause(host, anchor))


def _host(found: Draft, dated: Dated) -> "Token | None":
    """What a date hangs on: a verb, or a noun for something that happens; None for nothing."""
    base, doc = found.sentence.base, found.sentence.doc
    tokens = doc.char_span(dated.span.start - base, dated.span.end - base, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return doc[0]
    inside = range(tokens[0].i, tokens[-1].i + 1)
    below = tokens.root
    for above in tokens.root.ancestors:
        joined = below.dep_ in BELONGING and below.i in inside and above.i not in inside
        noun = above.pos_ in ("NOUN", "PROPN")
        if above.pos_ in ("VERB", "AUX"):
            return above
        if noun and joined and above.lower_ not in dating("en").time_nouns:
            return above
        if noun and (_is_other(above) or _is_deed(found, above)):
            return above
        below = above
    return None


def _is_other(token: "Token") -> bool:
    return token.lower_ in dating("en").other_occasions


def _is_deed(found: Draft, noun: "Token") -> bool:
    if noun.i in found.sentence.goods and noun != found.predicate:
        return False
    return bool(set(frames_of(found.sentence, noun)) & (SUPPLY | STRIKES))


def _tells(sentence: Sentence, verb: "Token") -> bool:
    """Whether a verb says or decides something: its date is that of the words."""
    form = verb.lower_
    if form in dating("en").aspect or form in dating("en").happening:
        return False
    lexicon = sentence.lexicon
    if form in lexicon.cue("speech.verbs") or form in lexicon.cue("prospective.verbs"):
        return True
    frames = set(frames_of(sentence, verb))
    return bool(frames & RULING) and not frames & (SUPPLY | STRIKES)


def _leads_up(found: Draft, anchor: "Token", host: "Token") -> bool:
    """Whether a verb above a supply only says that it took place, began or was seen."""
    words, node = dating("en"), anchor
    allowed: frozenset[str] = words.aspect
    for _ in range(len(found.sentence.doc)):
        head = node.head
        if head == node or (node != anchor and _tells(found.sentence, node)):
            return False
        if node.dep_ in ("acl", "relcl", "amod") and head.pos_ in ("NOUN", "PROPN"):
            if head.i not in found.sentence.goods:
                return False
            allowed = words.handling
        elif node.pos_ in ("NOUN", "PROPN"):
            allowed = allowed if node != anchor and allowed is words.handling else words.happening
            if node.dep_ not in (*WITHIN_NOUNS, "nsubjpass", "attr"):
                return False
        elif node.dep_ not in ("xcomp", "pcomp", "prep", "conj", "ccomp", "advcl"):
            return False
        elif node.dep_ in ("conj", "advcl") or (node.dep_ == "ccomp" and head == host):
            allowed = allowed | words.handling
        if head == host:
            return host.lower_ in allowed
        node = head
    return False


def _carried_by(anchor: "Token", host: "Token") -> bool:
    """ "On a ship that docked in December": the date of what carried the goods is theirs."""
    node = host
    if host.lower_ not in dating("en").handling or host.dep_ not in ("relcl", "acl"):
        return False
    for _ in range(CARRIED):
        node = node.head
        if node == anchor:
            return True
        if node.dep_ not in ("pobj", "prep"):
            return False
    return False


def _same_clause(below: "Token", above: "Token") -> bool:
    """Whether one word lies below another with nobody's words between them."""
    node = below
    while node != above:
        head = node.head
        if head == node or (node.dep_ == "ccomp" and head.dep_ != "relcl"):
            return False
        node = head
    return True


def _may_be(found: Draft, dated: Dated, published: str) -> bool:
    """Of a promise or a ruling only the date of its fulfilment counts: "promised tanks by June"."""
    predicate = found.predicate
    if predicate is None or not _is_promise(found, predicate):
        return True
    text = found.sentence.text
    before = re.findall(r"\w+", text[max(0, dated.span.start - 24) : dated.span.start].lower())
    first = dated.span.text.lower().split()[0]
    due = dating("en").fulfilment
    told = bool(before and before[-1] in due) or first in (*times("en").following, *due)
    return told and dated.edtf > published


def _is_promise(found: Draft, predicate: "Token") -> bool:
    lexicon = found.sentence.lexicon
    if predicate.pos_ == "VERB":
        known = lexicon.verbs.get(predicate.lower_, ())
        promise = bool(known) and all(
            p.frame in RULING or p.base in lexicon.prospective for p in known
        )
        return promise and predicate.tag_ != "VB"
    above = next((t for t in predicate.ancestors if t.pos_ == "VERB"), None)
    return above is not None and _tells(found.sentence, above)
