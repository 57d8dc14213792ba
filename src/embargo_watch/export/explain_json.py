"""Write how a document was read as JSON, for programs that compare readings."""

from embargo_watch.export.json_lines import Object, claim_object
from embargo_watch.model.claim import Rejected
from embargo_watch.model.explanation import Explanation, SentenceRead
from embargo_watch.model.spans import Span
from embargo_watch.reference.reasons import why_let_by, why_refused


def explanation_object(told: Explanation) -> Object:
    """Return one line of ``explain --json``; offsets are those of ``read --json``."""
    result, document = told.result, told.result.document
    return {
        "id": document.entry if document else result.capture.entry,
        "document": document.id if document else None,
        "title": document.title if document else "",
        "refused": result.refused or None,
        "error": result.failure or None,
        "sentences": [_sentence(sentence, told) for sentence in told.sentences],
    }


def _sentence(read: SentenceRead, told: Explanation) -> Object:
    sight = read.sight
    findings = told.result.findings
    return {
        **_span(sight.span),
        "title": sight.title,
        "let_by": {"rule": sight.let_by, "why": why_let_by(sight.let_by)} if sight.let_by else None,
        "parties": [
            {**_span(one.span), "party": one.party, "word_class": one.word_class}
            for one in sight.parties
        ],
        "goods": [
            {**_span(one.span), "item": one.group, "designation": one.designation}
            for one in sight.goods
        ],
        "predicates": [
            {**_span(one.span), "base": one.base, "frames": one.frames} for one in sight.predicates
        ],
        "claims": [claim_object(claim, findings.get(claim.id, ())) for claim in read.claims],
        "rejected": [_rejected(one, sight.span) for one in read.rejected],
    }


def _span(span: Span) -> Object:
    return {"start": span.start, "end": span.end, "text": span.text}


def _rejected(one: Rejected, sentence: Span) -> Object:
    words = sentence.text[one.start - sentence.start : one.end - sentence.start]
    told: Object = {"start": one.start, "end": one.end, "text": words, "rule": one.rule}
    told["why"] = why_refused(one.rule)
    if one.score is not None:
        told["score"] = round(one.score, 4)
    return told
