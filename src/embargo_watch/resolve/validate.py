"""Turn candidates into claims, or refuse them by name: the one gate that all extractors share.

A claim exists only with a transfer predicate, at least one party and an item; a party never
stands on both sides of a directed claim (codebook, "Settled questions").
"""

from collections.abc import Iterable, Mapping

from embargo_watch.model.candidate import Candidate, Mention
from embargo_watch.model.claim import AllegedBreach, Capacity, Claim, Joint, Rejected
from embargo_watch.model.document import Document
from embargo_watch.model.spans import Span
from embargo_watch.resolve.parties import capacity, resolve


def validate(
    document: Document, candidates: Iterable[Candidate], extractor: str
) -> tuple[tuple[Claim, ...], tuple[Rejected, ...]]:
    """Settle every candidate of a document; each ends as a claim or as a rejected candidate."""
    claims: dict[str, Claim] = {}
    rejected: list[Rejected] = []
    for candidate in candidates:
        refusal = _refusal(document, candidate)
        if refusal:
            span = candidate.quote
            rejected.append(
                Rejected(start=span.start, end=span.end, rule=refusal, score=candidate.score)
            )
            continue
        claim = _claim(document, candidate, extractor)
        claims.setdefault(claim.id, claim)
    return tuple(claims.values()), tuple(rejected)


def _refusal(document: Document, candidate: Candidate) -> str:
    if candidate.goods is None:
        return "no-item"
    supplier, recipient = resolve(candidate.supplier), resolve(candidate.recipient)
    if not supplier and not recipient:
        return "no-party"
    if supplier == recipient and len(supplier) == 1:
        return "both-sides"
    spans = [candidate.quote, candidate.predicate, candidate.goods.span]
    spans += [m.span for m in (*candidate.supplier, *candidate.recipient, *candidate.speakers)]
    if any(document.text[span.start : span.end] != span.text for span in spans):
        return "words-not-in-text"
    if any(furniture.overlaps(span) for furniture in document.furniture for span in spans):
        return "page-furniture"
    return ""


def _claim(document: Document, candidate: Candidate, extractor: str) -> Claim:
    goods = candidate.goods
    assert goods is not None
    speakers = resolve(candidate.speakers)
    words = [m.span for m in candidate.speakers] + list(candidate.unnamed_speakers)
    return Claim(
        document=document.id,
        kind=candidate.kind,
        status=candidate.status,
        item=goods.group,
        quote=candidate.quote,
        supplier=resolve(candidate.supplier),
        recipient=resolve(candidate.recipient),
        supplier_as=_as(candidate.supplier, bound=False),
        recipient_as=_as(candidate.recipient, bound=candidate.rule == "bound-for"),
        via=resolve(candidate.via),
        maker=resolve(candidate.maker),
        item_text=goods.span.text,
        designation=goods.designation,
        quantity=candidate.quantity,
        speakers=tuple(dict.fromkeys((*speakers, *resolve(candidate.signatories)))),
        speakers_text=tuple(dict.fromkeys(span.text for span in words)),
        joint=_joint(candidate, speakers),
        alleged_breach=_breach(candidate, speakers),
        in_return_for=_words(candidate.others, "in_return_for"),
        date=candidate.date,
        date_text=_words(candidate.others, "date"),
        place=_words(candidate.others, "place"),
        against=resolve(candidate.against),
        aircraft=candidate.aircraft,
        companies=candidate.companies,
        casualties=candidate.casualties,
        route=candidate.route,
        spans=_spans(candidate),
        extractor=extractor,
        rule=candidate.rule,
        score=candidate.score,
    )


def _as(mentions: tuple[Mention, ...], *, bound: bool) -> Capacity:
    kinds = {capacity(mention, bound=bound) for mention in mentions}
    return kinds.pop() if len(kinds) == 1 else "unclear"


def _joint(candidate: Candidate, speakers: tuple[str, ...]) -> Joint | None:
    several = candidate.together and len(speakers) > 1
    if not several and not candidate.signatories and not candidate.stated_number:
        return None
    signatories = resolve(candidate.signatories)
    authors = tuple(party for party in speakers if party not in signatories)
    return Joint(authors=authors, signatories=signatories, stated_number=candidate.stated_number)


def _breach(candidate: Candidate, speakers: tuple[str, ...]) -> tuple[AllegedBreach, ...]:
    return tuple(
        AllegedBreach(instrument=span.text, by=speakers)
        for span in candidate.others.get("alleged_breach", ())
    )


def _words(others: Mapping[str, tuple[Span, ...]], slot: str) -> str:
    spans = others.get(slot, ())
    return spans[0].text if spans else ""


def _spans(candidate: Candidate) -> dict[str, tuple[Span, ...]]:
    named = {
        "supplier": tuple(m.span for m in candidate.supplier),
        "recipient": tuple(m.span for m in candidate.recipient),
        "item": (candidate.goods.span,) if candidate.goods else (),
        "predicate": (candidate.predicate,),
        "speakers": (*(m.span for m in candidate.speakers), *candidate.unnamed_speakers),
        "signatories": tuple(m.span for m in candidate.signatories),
        "via": tuple(m.span for m in candidate.via),
        "maker": tuple(m.span for m in candidate.maker),
        "against": tuple(m.span for m in candidate.against),
        **candidate.others,
    }
    return {slot: spans for slot, spans in named.items() if spans}
