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
SEEN = 24
"""Code points before a date in which the word stands that makes it a term."""
CARRIED = 4
"""Steps from the verb of a ship's or plane's relative clause up to the transfer."""


def occasions(
    found: Draft, published: str, *, ahead: bool, kind: Kind, used: bool = False
) -> list[Dated]:
    """The dates that the sentence gives to the event itself, one for each occasion.

    ``ahead`` says that the event is still to come; ``used`` says of a transfer that the sentence
    tells of a use, whose date is not the transfer's. Several days are several occasions; of
    several vaguer dates the first after the goods counts.
    """
    sentence, text = found.sentence, found.sentence.text
    end = sentence.base + sentence.doc[-1].idx + len(sentence.doc[-1])
    anchor = _anchor(found, kind)
    if kind == "transfer" and _only_strikes(sentence, anchor):
        return []
    past = {d.span: d for d in dates(text, sentence.base, end, published, ahead=False)}
    known = []
    for dated in dates(text, sentence.base, end, published, ahead=ahead):
        host = _rehung(found, _host(found, dated), dated)
        if used and (host is None or not SUPPLY & set(frames_of(sentence, host))):
            continue
        if host is not None and _is_told(found, anchor, host, dated):
            continue
        of = _is_of(found, anchor, host, kind) or _is_planned(found, anchor, host, dated)
        if of and _may_be(found, dated, published):
            known.append(past.get(dated.span, dated) if _is_past(host) else dated)
    days = [dated for dated in known if len(dated.edtf) == DAY]
    return list({d.edtf: d for d in days}.values()) if len(days) > 1 else _nearest(found, known)


def _rehung(found: Draft, host: "Token | None", dated: Dated) -> "Token | None":
    """ "Fired missiles supplied by Iran on 2 May": the day is that of the firing told in full.

    Who supplied them is said in passing, to tell the missiles from others; a month or a year
    after it may well be that of the supply.
    """
    if host is None or (host.dep_, host.tag_) != ("acl", "VBN") or len(dated.edtf) != DAY:
        return host
    sentence = found.sentence
    if host.head.i not in sentence.goods or STRIKES & set(frames_of(sentence, host)):
        return host
    above = (t for t in host.ancestors if t.pos_ == "VERB" and t.i < host.i)
    return next((t for t in above if STRIKES & set(frames_of(sentence, t))), host)


def _nearest(found: Draft, known: list[Dated]) -> list[Dated]:
    """ "Missiles in October and drones in May": the first date after the goods, else the first."""
    end = found.goods.goods.span.end
    return ([dated for dated in known if dated.span.start >= end] or known)[:1]


def _is_told(found: Draft, anchor: "Token", host: "Token", dated: Dated) -> bool:
    """ "Pledged to send arms on Thursday": a bare day after an infinitive is that of the words."""
    above = anchor.head
    if host != anchor or anchor.tag_ != "VB" or anchor.dep_ != "xcomp" or above.tag_ != "VBD":
        return False
    return len(dated.edtf) == DAY and not _forward(found, dated) and _tells(found.sentence, above)


def _is_planned(found: Draft, anchor: "Token", host: "Token | None", dated: Dated) -> bool:
    """ "Plans to send jets in the next few days": what lies ahead is not the day of the plan."""
    planned = anchor.dep_ == "xcomp" and anchor.head == host
    return planned and _forward(found, dated)


def _forward(found: Draft, dated: Dated) -> bool:
    """Whether the words themselves look ahead: "by June", "next month", "within days"."""
    text, words = found.sentence.text, {*times("en").following, *dating("en").fulfilment}
    before = re.findall(r"\w+", text[max(0, dated.span.start - SEEN) : dated.span.start].lower())
    return bool(words & {*before[-1:], *dated.span.text.lower().split()})


def _is_past(host: "Token | None") -> bool:
    """Whether the verb that a date hangs on tells of the past, whatever else is still to come."""
    if host is None or host.tag_ == "VBD":
        return host is not None
    helpers = [c for c in host.children if c.dep_ in ("aux", "auxpass")]
    return (host.tag_ == "VBN" and not helpers) or any(c.tag_ == "VBD" for c in helpers)


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
    if frames & SUPPLY:
        return False
    return _same_clause(sentence, anchor, host) or _same_clause(sentence, host, anchor)


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
    node = anchor
    allowed: frozenset[str] | None = dating("en").aspect
    while node != host and node.head != node:
        if node != anchor and _tells(found.sentence, node):
            return False
        allowed = _may_date(found, anchor, node, allowed or frozenset())
        if allowed is None:
            return False
        node = node.head
    return node == host and bool(allowed) and host.lower_ in (allowed or ())


def _may_date(
    found: Draft, anchor: "Token", node: "Token", known: frozenset[str]
) -> frozenset[str] | None:
    """The verbs that may date the supply, one step further up; None where none may."""
    words, noun = dating("en"), node.pos_ in ("NOUN", "PROPN")
    if node.dep_ in ("acl", "relcl", "amod") and node.head.pos_ in ("NOUN", "PROPN"):
        return words.handling if node.head.i in found.sentence.goods else None
    if noun and node.dep_ not in (*WITHIN_NOUNS, "nsubjpass", "attr"):
        return None
    if noun:
        return known if node != anchor and known is words.handling else words.happening
    if node.dep_ in ("conj", "advcl", "ccomp"):
        return known | words.handling if node == anchor else None
    return known if node.dep_ in ("xcomp", "pcomp", "prep") else None


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


def _same_clause(sentence: Sentence, below: "Token", above: "Token") -> bool:
    """Whether one word lies below another with nobody's words or orders between them."""
    node = below
    while node != above:
        head = node.head
        if head == node or (node.dep_ == "ccomp" and head.dep_ != "relcl"):
            return False
        between = node not in (below, above) and node.pos_ == "VERB"
        if between and node.dep_ != "relcl" and _tells(sentence, node):
            return False
        node = head
    return True


def _may_be(found: Draft, dated: Dated, published: str) -> bool:
    """Of a promise or a ruling only the date of its fulfilment counts: "promised tanks by June"."""
    predicate = found.predicate
    if predicate is None or not _is_promise(found, predicate):
        return True
    return _forward(found, dated) and dated.edtf > published


def _is_promise(found: Draft, predicate: "Token") -> bool:
    lexicon = found.sentence.lexicon
    if any(noun != predicate and _is_other(noun) for noun in found.chain):
        return True  # "secured new weapons pledges this week"
    if predicate.pos_ == "VERB":
        known = lexicon.verbs.get(predicate.lower_, ())
        promise = bool(known) and all(
            p.frame in RULING or p.base in lexicon.prospective for p in known
        )
        return promise and predicate.tag_ != "VB"
    above = next((t for t in predicate.ancestors if t.pos_ == "VERB"), None)
    return above is not None and _tells(found.sentence, above)
