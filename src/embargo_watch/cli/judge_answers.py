"""Answer queries for programs, a line each, or for a person, who wants the answer first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Protocol

import click

from embargo_watch.cli import names, readable, screen
from embargo_watch.export.json_lines import (
    finding_bytes,
    finding_object,
    json_line,
    judgement_line,
)
from embargo_watch.export.law_json import vote_of
from embargo_watch.judge import judge, written
from embargo_watch.judge.explain import Gap, Limit, gaps
from embargo_watch.judge.remarks import remarks
from embargo_watch.model.finding import Finding, Query
from embargo_watch.model.provision import Regime, Vote

_SHOWN = ("engaged", "contested", "unknown")
_MOST_NAMED = 4
"""Provisions named in the one-line answer; the table lists all."""

_COVERED = (
    "Looked at: the arms embargoes of the UN and those of the EU, the UK and the US that "
    "`embargo law` lists; other national law is not in the data."
)


class Verdict(Protocol):
    """What is counted of a finding."""

    @property
    def provision(self) -> str:
        """The provision's id."""

    @property
    def verdict(self) -> str:
        """What was found."""


class JsonAnswers:
    """One line a query: the query as asked, the law's digest, the findings."""

    def __init__(self, law: Sequence[Regime], digest: str, *, explain: bool) -> None:
        """Answer by a law; ``explain`` adds why nothing is engaged, which takes longer."""
        self._law = tuple(law)
        self._digest = digest
        self._explain = explain

    def answer(self, asked: Mapping[str, Any], query: Query, warnings: Sequence[str] = ()) -> None:
        """Write one answer; ``warnings`` say what of the query could not be used as written."""
        if not self._explain:
            found = written(query, self._law, finding_bytes)
            screen.write_line(judgement_line(asked, self._digest, found, warnings))
            return
        findings = judge(query, self._law)
        line = {
            "query": asked,
            "law": self._digest,
            "findings": [finding_object(each) for each in findings],
            "explanation": [_gap(each) for each in gaps(query, findings, self._law)],
            "remarks": [asdict(each) for each in remarks(query, findings, self._law)],
        }
        screen.write_line(json_line(line | ({"warnings": warnings} if warnings else {})))

    def refuse(self, asked: object, message: str) -> None:
        """Write the error in the place of an answer, and tell it."""
        screen.say(f"embargo: {message}")
        line = {"query": asked, "law": self._digest, "findings": [], "error": message}
        screen.write_line(json_line(line))


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "regime": gap.regime,
        "text": gap.text,
        "ended": [_limit(each) for each in gap.ended],
        "later": [_limit(each) for each in gap.later],
        "spared": gap.spared,
    }


def _limit(limit: Limit) -> dict[str, Any]:
    return {
        "provision": limit.provision,
        "citation": limit.citation,
        "day": limit.day.isoformat(),
        "held_by": limit.held_by,
        "denied_by": limit.denied_by,
    }


class PrintedAnswers:
    """The answer in a line, why nothing is engaged, then a row a provision with its reasons."""

    def __init__(self, law: Sequence[Regime], *, everything: bool) -> None:
        """Answer by a law; ``everything`` lists what is not engaged, too."""
        self._law = tuple(law)
        self._everything = everything
        self._begun = False
        self._votes = {
            provision.id: vote_of(regime, provision.instrument)
            for regime in self._law
            for provision in regime.provisions
        }

    def answer(self, asked: Mapping[str, Any], query: Query, warnings: Sequence[str] = ()) -> None:
        """Print one answer."""
        found = judge(query, self._law)
        if self._begun:
            click.echo()
        self._begun = True
        readable.lines(as_understood(query), 0, 2)
        readable.lines(summary(found), 0, 2)
        for gap in gaps(query, found, self._law):
            readable.lines(gap.text, 0, 2)
        for remark in remarks(query, found, self._law):
            readable.lines(remark.text, 0, 2)
        if not any(each.verdict in _SHOWN for each in found):
            readable.lines(_COVERED, 0, 2)
        self._table(query, found)

    def refuse(self, asked: object, message: str) -> None:
        """Tell the error."""
        screen.say(f"embargo: {message}")

    def _table(self, query: Query, found: Sequence[Finding]) -> None:
        rest = [each for each in found if each.verdict not in _SHOWN]
        near = rest if self._everything else [e for e in rest if _last_rule(e) == "in_force"]
        ordered = [each for verdict in _SHOWN for each in found if each.verdict == verdict]
        listed = [*ordered, *near]
        if listed:
            self._rows(query, listed)
            readable.lines(f"The paragraph itself: embargo law show {listed[0].provision}", 0, 2)
        if len(near) < len(rest):
            left = len(rest) - len(near)
            told = f"{left} more are not engaged, for other goods, parties or directions"
            readable.lines(f"{told}; --all lists them.", 0, 2)

    def _rows(self, query: Query, listed: Sequence[Finding]) -> None:
        table = screen.table("Provision", "Verdict", "Why")
        table.columns[0].ratio, table.columns[1].ratio, table.columns[2].ratio = 3, 2, 7
        for finding in listed:
            cell = _provision_cell(finding, self._votes.get(finding.provision), _named(query))
            table.add_row(cell, _verdict_cell(finding), _why_cell(finding))
        screen.show(table)


def _named(query: Query) -> tuple[str, ...]:
    """Everybody whom the query names, each once."""
    stops = (stop.party for stop in query.via)
    named = (query.supplier, *stops, query.recipient, query.end_user, query.maker, query.broker)
    return tuple(dict.fromkeys(party for party in named if party))


def as_understood(query: Query) -> str:
    """The query as it was understood, with names."""
    goods = " ".join(filter(None, (query.item.replace("_", " "), query.designation)))
    way = [query.supplier, *(stop.party for stop in query.via), query.recipient]
    way += [query.end_user] if query.end_user else []
    told = f"{' → '.join(names.party(each) for each in way)}: {goods}"
    parts = (
        ("", query.quantity),
        ("delivered in ", query.area and names.place(query.area)),
        ("made by ", query.maker and names.party(query.maker)),
        ("arranged by ", query.broker and names.party(query.broker)),
        ("under the flag of ", query.flag and names.party(query.flag)),
        ("", query.date or "no date"),
    )
    return ", ".join((told, *(f"{word}{value}" for word, value in parts if value)))


def summary(found: Sequence[Verdict]) -> str:
    """``Engaged: 2 provisions (…); contested: 1 (…).``: the answer in a line."""
    if not found:
        return "No regime that the program knows touches these parties."
    looked = screen.many(len({each.provision for each in found}), "provision")
    parts = list(_counted(found))
    if not parts:
        return f"Nothing is engaged, contested or unknown: {looked} looked at."
    told = "; ".join(parts)
    return f"{told[0].upper()}{told[1:]}. {looked} looked at."


def _counted(found: Sequence[Verdict]) -> Iterator[str]:
    """Each verdict with its provisions; the legs of a chain are not counted apart."""
    seen: set[str] = set()
    for verdict in _SHOWN:
        ids = list(dict.fromkeys(each.provision for each in found if each.verdict == verdict))
        ids = [name for name in ids if name not in seen]
        seen.update(ids)
        if ids:
            named = ", ".join(ids[:_MOST_NAMED]) + (", …" if len(ids) > _MOST_NAMED else "")
            number = str(len(ids)) if seen - set(ids) else screen.many(len(ids), "provision")
            yield f"{verdict}: {number} ({named})"


def _last_rule(finding: Finding) -> str:
    return finding.reasons[-1].rule if finding.reasons else ""


def _provision_cell(finding: Finding, vote: Vote | None, parties: Sequence[str]) -> str:
    """The id, the paragraph, and how the parties named voted on it: part of the story."""
    lines = [finding.provision, names.paragraph(finding)]
    if vote is not None and finding.verdict in _SHOWN:
        for did, who in (
            ("voted for it", vote.supported),
            ("voted against it", vote.opposed),
            ("abstained on it", vote.abstained),
        ):
            held = [party for party in parties if party in who]
            lines += [f"{', '.join(held)} {did}"] if held else []
    return "\n".join(lines)


def _verdict_cell(finding: Finding) -> str:
    verdict = finding.verdict.replace("_", " ")
    return f"{verdict}\n{finding.breach.replace('_', ' ')}".strip()


def _why_cell(finding: Finding) -> str:
    reasons = finding.reasons if finding.verdict in _SHOWN else finding.reasons[-1:]
    lines = [f"{reason.rule.replace('_', ' ')}: {reason.compared}" for reason in reasons]
    for reading in finding.readings:
        held_by = ", ".join(reading.held_by)
        lines.append(f"{reading.verdict.replace('_', ' ')} for {held_by}: {reading.reading}")
    return "\n".join(lines)
