"""Keep the promise of an alert's JSON line; fields may be added, never renamed or dropped."""

from embargo_watch.export.json_lines import Object, json_line
from embargo_watch.model.alert import Alert
from embargo_watch.model.ledger import FlowKey


def alert_line(alert: Alert) -> bytes:
    """Return the alert as one line of UTF-8, newline included."""
    return json_line(alert_object(alert))


def alert_object(alert: Alert) -> Object:
    """Return an alert as DESIGN.md section 4 shows it; an unnamed side of a flow is null."""
    return {
        "id": alert.id,
        "at": alert.at.isoformat(),
        "rule": alert.rule,
        "flow": _flow(alert.flow) if alert.flow else None,
        "entry": alert.entry or None,
        "claims": alert.claims,
        "provisions": alert.provisions,
        "beyond": alert.beyond,
        "flows": [_flow(flow) for flow in alert.flows],
        "reason": alert.reason,
        "compared": dict(alert.compared),
        "also": alert.also,
        "sentences": [
            {"document": s.document, "start": s.start, "end": s.end, "text": s.text}
            for s in alert.sentences
        ],
    }


def _flow(flow: FlowKey) -> Object:
    return {
        "supplier": flow.supplier or None,
        "recipient": flow.recipient or None,
        "item": flow.item,
    }
