"""Lay the law out so that a newcomer sees the embargoes first, and an analyst each paragraph."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from embargo_watch.cli import names, screen
from embargo_watch.model.provision import Change, Provision, Regime, Vote

_CONFIDENCE = {"V": "verified", "P": "partly verified", "G": "general knowledge"}
_MOST_PARTIES = 6
_MOST_CHANGES = 3
_TARGETS = {
    "government": "the government alone",
    "group": "the groups named",
    "listed_persons": "those on the list",
    "non_governmental": "whoever is not the government",
    "belligerents": "the parties to the conflict",
    "all_but_government": "everybody but the government",
}
_LAYERS = {
    "UN": "United Nations",
    "EU": "European Union",
    "UK": "United Kingdom",
    "US": "United States",
}
_SURE = {
    "in force": "in force",
    "contested": "contested",
    "unknown": "past the last renewal seen",
}
_ORDER = ("in force", "contested", "unknown")


class Line(NamedTuple):
    """A provision to be listed, and how it stands on the day asked ("" where none was)."""

    regime: Regime
    provision: Provision
    stands: str


class Embargo(NamedTuple):
    """An arms embargo of a day, how it stands, and the end of the last renewal seen."""

    regime: Regime
    stands: str
    seen_to: dt.date | None


def overview(listed: Sequence[Regime]) -> None:
    """Print a table a lawgiver, a row a regime: from when until when, and the last change."""
    for layer, name in _LAYERS.items():
        ours = [regime for regime in listed if regime.layer == layer]
        if not ours:
            continue
        table = screen.table("Regime", "From", "Until", "Last changed", title=f"{name} ({layer})")
        table.show_lines = False
        for column, ratio in zip(table.columns, (9, None, 5, 7), strict=True):
            column.ratio = ratio
        table.columns[1].no_wrap = True
        for regime in ours:
            last = max((c for p in regime.provisions for c in p.changes), key=_on, default=None)
            table.add_row(
                f"{regime.name}\n{regime.id}: {screen.many(len(regime.provisions), 'provision')}",
                min(provision.since for provision in regime.provisions).isoformat(),
                _end(regime),
                f"{last.on} {last.how}\nby {cited(last)}" if last else "",
            )
        screen.show(table)


def _on(change: Change) -> str:
    return change.on.isoformat()


def _end(regime: Regime) -> str:
    """Open where any ban is; else the last end, and whether it is one."""
    bans = [each for each in regime.provisions if each.kind == "ban"] or list(regime.provisions)
    if any(each.until is None for each in bans):
        return "open"
    last = max(bans, key=lambda each: str(each.until))
    if last.until_kind == "horizon":
        return f"{last.until}\nlast renewal seen"
    return f"{last.until}\n{last.until_kind.replace('_', ' ')}"


def paragraphs(shown: Sequence[Line]) -> None:
    """Print a table a regime, a row a provision."""
    for regime in dict.fromkeys(line.regime for line in shown):
        table = screen.table("Provision", "What it says", "Dates", title=_title(regime))
        table.columns[0].ratio, table.columns[1].ratio, table.columns[2].ratio = 3, 6, 3
        for line in shown:
            if line.regime is regime:
                table.add_row(_id_cell(line), _text_cell(line.provision), _dates(line))
        screen.show(table)


def closing(
    shown: Sequence[Line], at: str, embargoes: Sequence[Embargo] | None, *, whole: bool = True
) -> Iterator[str]:
    """The sentences that a reporter can use: what stands, in how many regimes, which embargoes.

    Where what is shown is not the ``whole`` law, the embargoes are those of the regimes shown.
    """
    held = len({line.regime.id for line in shown})
    stand = "" if not at else f" {'stands' if len(shown) == 1 else 'stand'} on {names.when(at)}"
    counts = Counter(line.stands for line in shown if line.stands)
    kinds = ", ".join(f"{counts[name]} {name}" for name in _ORDER if counts[name])
    split = f": {kinds}" if len(counts) > 1 else ""
    yield f"{screen.many(len(shown), 'provision')}{stand}, in {screen.many(held, 'regime')}{split}."
    if not at and shown:
        yield "--at DATE shows what stands on a day, --party or --regime whose."
    if embargoes is None:
        return
    if not whole:
        ids = {line.regime.id for line in shown}
        embargoes = [each for each in embargoes if each.regime.id in ids]
    named = f": {', '.join(_embargo(each) for each in embargoes)}" if embargoes else ""
    count = screen.many(len(embargoes), "UN arms embargo", "UN arms embargoes")
    split = _doubts(embargoes) if whole or len(embargoes) > 1 else ""
    if whole:
        yield f"{count} on {at}{split}{named}."
    elif held:
        yield f"{_of_these(held, len(embargoes))} on {at}{split}{named}."


def _of_these(regimes: int, embargoes: int) -> str:
    """How many of the regimes shown are arms embargoes of the United Nations."""
    if regimes == 1:
        return f"This regime is {'a' if embargoes else 'no'} UN arms embargo"
    if not embargoes:
        return f"None of these {regimes} regimes is a UN arms embargo"
    are = "is a UN arms embargo" if embargoes == 1 else "are UN arms embargoes"
    return f"Of these {regimes} regimes {embargoes} {are}"


def _embargo(each: Embargo) -> str:
    if each.stands == "contested":
        return f"{each.regime.name} (contested)"
    if each.seen_to is not None and each.stands == "unknown":
        return f"{each.regime.name} (last renewal seen to {each.seen_to})"
    return each.regime.name


def _doubts(embargoes: Sequence[Embargo]) -> str:
    """How many stand for sure and how many do not; nothing where all do."""
    counts = Counter(each.stands for each in embargoes)
    if counts["in force"] == len(embargoes):
        return ""
    told = [
        f"{counts[stands]} {word}"
        for stands, word in _SURE.items()
        if counts[stands] or stands == "in force"
    ]
    return f", of them {' and '.join(filter(None, (', '.join(told[:-1]), told[-1])))}"


def _title(regime: Regime) -> str:
    parties = list(regime.parties[:_MOST_PARTIES])
    more = len(regime.parties) - len(parties)
    parties += [f"and {more} more"] if more else []
    return f"{regime.name} ({regime.id}, {regime.layer}): {', '.join(parties)}"


def _id_cell(line: Line) -> str:
    vote = next(
        (i.vote for i in line.regime.instruments if i.id == line.provision.instrument), None
    )
    told = vote_told(vote)
    return f"{line.provision.id}\n{line.provision.citation}" + (f"\n{told}" if told else "")


def vote_told(vote: Vote | None) -> str:
    """``vote 14-0-1, abstaining: IDN``: for, against, abstaining; "" where none is known."""
    if vote is None:
        return ""
    told = f"vote {vote.yes}-{vote.no}-{vote.abstain}"
    told += f", against: {', '.join(vote.opposed)}" if vote.opposed else ""
    return told + (f", abstaining: {', '.join(vote.abstained)}" if vote.abstained else "")


def _text_cell(provision: Provision) -> str:
    lines = [provision.text, _reach(provision)]
    listed = ", ".join(f"{each.party} from {each.since}" for each in provision.listed)
    caps = "; ".join(each.text for each in provision.caps)
    extras = (
        ("areas", ", ".join(provision.areas)),
        ("listed", listed),
        ("cap", provision.cap or caps),
        ("exemptions", provision.exemptions),
        ("decides", provision.determination),
    )
    lines += [f"{name}: {text}" for name, text in extras if text]
    for reading in provision.readings:
        lines.append(f"{', '.join(reading.held_by)}: {reading.reading}")
    lines.append(f"source ({_CONFIDENCE[provision.confidence]}): {'; '.join(provision.source)}")
    return "\n".join(lines)


def _reach(provision: Provision) -> str:
    """Which way, what kind, whom it means, who is bound."""
    target = _TARGETS.get(provision.target_type, "")
    parts = [
        provision.direction.replace("_", " "),
        provision.kind,
        f"{target}: {provision.target_text}" if target else provision.target_text,
        f"binds {', '.join(provision.binds)}" if provision.binds else "",
        f"by {', '.join(provision.nexus)}" if provision.nexus else "",
    ]
    return "; ".join(part for part in parts if part)


def _dates(line: Line) -> str:
    provision = line.provision
    lines = [line.stands] if line.stands else []
    lines.append(f"from {provision.since}")
    if provision.until:
        word = "last renewal seen to" if provision.until_kind == "horizon" else "until"
        kind = "" if provision.until_kind == "horizon" else f", {provision.until_kind}"
        lines.append(f"{word} {provision.until}{kind.replace('_', ' ')}")
    changes = provision.changes
    if len(changes) > _MOST_CHANGES:
        lines.append(f"{screen.many(len(changes) - _MOST_CHANGES, 'earlier change')}, then")
    lines += [f"{change.on} {change.how}: {cited(change)}" for change in changes[-_MOST_CHANGES:]]
    return "\n".join(lines)


def cited(change: Change) -> str:
    """Instrument and paragraph of a change, without the series."""
    return f"{change.instrument.removeprefix('S/RES/')} {change.paragraph}"
