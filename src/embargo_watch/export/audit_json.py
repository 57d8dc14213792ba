"""Keep the promise of the JSON of `law audit`, `law news` and `law texts`.

Fields may be added, never renamed or dropped.
"""

from collections import Counter

from embargo_watch.export.json_lines import Object
from embargo_watch.model.audit import AuditLine, AuditReport, NewsItem


def audit_line_object(line: AuditLine) -> Object:
    """Return one comparison; ``provision`` is null where an instrument was checked."""
    return {
        "regime": line.regime,
        "provision": line.provision or None,
        "check": line.check,
        "citation": line.citation,
        "outcome": line.outcome,
        "expected": line.expected,
        "found": line.found,
        "reason": line.reason,
    }


def audit_summary_object(report: AuditReport) -> Object:
    """Return the last line of ``law audit --json``: counts by outcome and by check."""
    checks: dict[str, Counter[str]] = {}
    for line in report.lines:
        checks.setdefault(line.check, Counter())[line.outcome] += 1
    return {
        "summary": {
            "provisions": report.provisions,
            "comparisons": len(report.lines),
            "differences": len(report.of("difference")),
            "unchecked": len(report.of("unchecked")),
            "checks": {check: dict(counts) for check, counts in checks.items()},
        }
    }


def news_object(item: NewsItem) -> Object:
    """Return a resolution that our data do not cite, with its paragraphs verbatim."""
    return {
        "symbol": item.symbol,
        "adopted": item.adopted.isoformat(),
        "title": item.title,
        "concerns": item.concerns,
        "set_aside": item.set_aside or None,
        "paragraphs": [
            {
                "paragraph": each.path,
                "kinds": each.kinds,
                "concerns": each.concerns,
                "text": each.text,
            }
            for each in item.paragraphs
        ],
    }
