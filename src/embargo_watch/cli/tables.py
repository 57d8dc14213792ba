"""Lay the ledger's accounts out as tables that stay readable at 80 columns."""

from collections.abc import Iterable, Iterator, Sequence

from embargo_watch.cli import names, screen
from embargo_watch.model.dates import DateRange
from embargo_watch.model.ledger import STANCES, Exchange, Flow, Incident, Voice

_MOST_OPEN = 2
"""Provisions named where the answer is unknown; `show` names them all."""
_MOST_VOICES = 6
"""Voices named in one cell; the rest are counted, and `show` names them all."""


def flows(listed: Sequence[Flow], *, title: str = "") -> None:
    """Print flows: who to whom and what, who says so and who denies it, and the law."""
    table = screen.table("Flow", "Who says so", "Provisions", title=title)
    for flow in listed:
        table.add_row(
            _flow_cell(flow), _voices_cell(flow.voices, flow.independent), _law_cell(flow)
        )
    screen.show(table)


def _flow_cell(flow: Flow) -> str:
    lines = [
        f"{names.party(flow.supplier)} → {names.party(flow.recipient)}",
        ", ".join((flow.item.replace("_", " "), *flow.designations)),
        span_of_days(flow.first, flow.last),
        flow.id,
    ]
    if flow.quantities:
        lines.insert(2, "; ".join(dict.fromkeys(words for words, _ in flow.quantities)))
    if flow.in_return_for:
        lines.insert(-1, f"in return: {'; '.join(dict.fromkeys(w for w, _ in flow.in_return_for))}")
    return "\n".join(lines)


def span_of_days(first: str, last: str) -> str:
    """``2023-08-26 to 2024-05-20``: from the first possible day to the last, one day as it is."""
    if not first and not last:
        return "undated"
    begin = DateRange.parse(first or last).first
    end = DateRange.parse(last or first).last
    return str(begin) if begin == end else f"{begin or '..'} to {end or '..'}"


def _voices_cell(voices: Sequence[Voice], independent: int) -> str:
    lines = list(stances(voices))
    lines.append(screen.many(independent, "independent origin"))
    return "\n".join(lines)


def stances(voices: Iterable[Voice]) -> Iterator[str]:
    """A line a stance: ``denies: Russia (RUS), North Korea (PRK)``; copies are counted."""
    held: dict[str, list[Voice]] = {}
    for voice in voices:
        held.setdefault(voice.stance, []).append(voice)
    for stance in STANCES:
        said = held.get(stance, [])
        if said:
            shown = [_voice(voice) for voice in said[:_MOST_VOICES]]
            more = len(said) - _MOST_VOICES
            yield f"{stance}: {', '.join(shown)}" + (f" and {more} more" if more > 0 else "")


def _voice(voice: Voice) -> str:
    copies = f" [{voice.copies} copied it]" if voice.copies else ""
    return names.origin(voice.origin) + copies


def _law_cell(flow: Flow) -> str:
    lines = []
    if flow.engaged:
        lines.append(f"engaged: {', '.join(flow.engaged)}")
    if flow.contested:
        lines.append(f"contested: {', '.join(flow.contested)}")
    if flow.unknown:
        named = ", ".join(flow.unknown[:_MOST_OPEN])
        more = len(flow.unknown) - _MOST_OPEN
        lines.append(f"unknown: {named}" + (f" and {more} more" if more > 0 else ""))
    return "\n".join(lines) or "none of those known"


def incidents(listed: Sequence[Incident]) -> None:
    """Print incidents: when and where, what, and who tells of it."""
    table = screen.table("When and where", "What", "Who tells of it")
    for incident in listed:
        when = "\n".join(part for part in (names.when(incident.date), incident.place) if part)
        goods = [incident.item.replace("_", " ")]
        goods += dict.fromkeys(words for words, _ in incident.quantities)
        route = f"{names.party(incident.supplier)} → {names.party(incident.recipient)}"
        what = f"{incident.kind}\n{route}\n{', '.join(goods)}\n{incident.id}"
        table.add_row(when, what, "\n".join(stances(incident.voices)))
    screen.show(table)


def exchange(both: Exchange) -> None:
    """Print what went each way between two parties, a line a flow."""
    for supplier, recipient, listed in (
        (both.one, both.other, both.there),
        (both.other, both.one, both.back),
    ):
        title = f"{names.party(supplier)} → {names.party(recipient)}"
        table = screen.table("What", "When told of", "Origins", "Provisions engaged", title=title)
        for flow in listed:
            goods = ", ".join((flow.item.replace("_", " "), *flow.designations))
            days = span_of_days(flow.first, flow.last)
            table.add_row(goods, days, _counted(flow), ", ".join(flow.engaged) or "none")
        if not listed:
            table.add_row("nothing in the ledger", "", "", "")
        screen.show(table)


def _counted(flow: Flow) -> str:
    """How many origins stand in which way: ``asserts 3, denies 1``."""
    counts = {stance: sum(v.stance == stance for v in flow.voices) for stance in STANCES}
    return ", ".join(f"{stance} {number}" for stance, number in counts.items() if number)
