"""Show what claims add up to as JSON: the accounts beside the lines of ``json_lines``.

An unnamed side of a flow is null here, as in an alert, where the records hold "".
"""

from collections.abc import Iterable

from embargo_watch.export.json_lines import Object
from embargo_watch.model.ledger import CopyLink, Counts, Exchange, Flow, Grade, Incident, Voice


def flow_object(flow: Flow) -> Object:
    """Return a flow with its voices, counted and named, and the provisions it touches."""
    return {
        "flow_id": flow.id,
        "supplier": flow.supplier or None,
        "recipient": flow.recipient or None,
        "item": flow.item,
        "first": flow.first,
        "last": flow.last,
        "independent": flow.independent,
        "voices": [voice_object(voice) for voice in flow.voices],
        "designations": flow.designations,
        "quantities": _quantities(flow.quantities),
        "engaged": flow.engaged,
        "contested": flow.contested,
        "unknown": flow.unknown,
        "in_return_for": [{"text": text, "claim": claim} for text, claim in flow.in_return_for],
        "incidents": flow.incidents,
        "claims": flow.claims,
    }


def voice_object(voice: Voice) -> Object:
    """Return one origin's stance with the claims that carry it and both of its grades."""
    return {
        "origin": voice.origin,
        "stance": voice.stance,
        "first_said": voice.first_said,
        "claims": voice.claims,
        "copies": voice.copies,
        "signatories": voice.signatories,
        "reliability": grade_object(voice.reliability),
        "credibility": grade_object(voice.credibility),
    }


def grade_object(grade: Grade) -> Object:
    """Return a letter or number of the Admiralty scale with the rules that gave it."""
    reasons = [{"rule": one.rule, "compared": one.compared} for one in grade.reasons]
    return {"grade": grade.grade, "reasons": reasons}


def _quantities(quantities: Iterable[tuple[str, str]]) -> list[Object]:
    return [{"text": text, "origin": origin} for text, origin in quantities]


def incident_object(incident: Incident) -> Object:
    """Return one dated occasion with everyone who tells of it."""
    return {
        "incident_id": incident.id,
        "flow": incident.flow,
        "kind": incident.kind,
        "supplier": incident.supplier or None,
        "recipient": incident.recipient or None,
        "item": incident.item,
        "date": incident.date,
        "place": incident.place,
        "voices": [voice_object(voice) for voice in incident.voices],
        "quantities": _quantities(incident.quantities),
        "claims": incident.claims,
    }


def exchange_object(exchange: Exchange) -> Object:
    """Return the flows between two parties, each direction by date."""
    return {
        "parties": (exchange.one, exchange.other),
        "there": [flow_object(flow) for flow in exchange.there],
        "back": [flow_object(flow) for flow in exchange.back],
    }


def copy_object(link: CopyLink) -> Object:
    """Return that one document repeats another, with what shows it."""
    return {
        "document": link.document,
        "original": link.original,
        "basis": link.basis,
        "evidence": link.evidence,
    }


def counts_object(counts: Counts) -> Object:
    """Return what a ledger holds, in numbers."""
    return {
        "captures": counts.captures,
        "read": counts.read,
        "relevant": counts.relevant,
        "claims": counts.claims,
        "flows": counts.flows,
        "incidents": counts.incidents,
        "failed": counts.failed,
        "refused": dict(counts.refused),
        "rejected": dict(counts.rejected),
    }
