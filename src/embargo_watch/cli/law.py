"""Let anyone see what is in force, paragraph by paragraph, with the source of each line."""

from typing import Any

import click

from embargo_watch.cli import names, options, screen
from embargo_watch.errors import UnusableInput
from embargo_watch.model.provision import Provision, Regime

_CONFIDENCE = {"V": "verified", "P": "partly verified", "G": "general knowledge"}


@click.command("law")
@click.option("--at", metavar="DATE", default="", help="Only what stands on this (EDTF) date.")
@click.option("--party", metavar="PARTY", default="", help="Only regimes that this party touches.")
@click.option("--regime", "regime_id", metavar="ID", default="", help="Only this regime: DPRK …")
@options.json_option
def law_command(at: str, party: str, regime_id: str, as_json: bool) -> None:
    """List the provisions, each with its paragraph, dates and source.

    With --at, what stands on that date: in force, contested, or unknown after the last renewal
    seen.
    """
    chosen = _chosen(party, regime_id)
    shown = [
        (regime, provision, stands)
        for regime in chosen
        for provision in regime.provisions
        for stands in [_standing(provision, at)]
        if stands != "not in force"
    ]
    if as_json:
        _as_json(shown)
    else:
        _as_table(shown, at)


def _chosen(party: str, regime_id: str) -> list[Regime]:
    from embargo_watch.reference.regimes import regimes

    known = regimes()
    if regime_id and regime_id.upper() not in {regime.id for regime in known}:
        ids = ", ".join(regime.id for regime in known)
        raise UnusableInput(f"--regime {regime_id!r} is none of {ids}")
    wanted = names.party_id(party) if party else ""
    return [
        regime
        for regime in known
        if (not regime_id or regime.id == regime_id.upper())
        and (not wanted or wanted in regime.parties)
    ]


def _standing(provision: Provision, at: str) -> str:
    from embargo_watch.judge.standing import standing

    return standing(provision, at) if at else ""


def _as_json(shown: list[tuple[Regime, Provision, str]]) -> None:
    from embargo_watch.export.json_lines import json_line
    from embargo_watch.reference.regimes import law_digest

    for regime, provision, stands in shown:
        screen.write_line(json_line(_object(regime, provision, stands) | {"law": law_digest()}))


def _object(regime: Regime, provision: Provision, stands: str) -> dict[str, Any]:
    same = (
        "instrument", "paragraph", "text", "kind", "force", "until_kind", "changed_by", "direction",
        "bound", "target_type", "target", "target_text", "area", "items", "services", "hs", "cap",
        "determination", "exemptions", "inspection", "contested", "confidence", "source", "note",
    )  # fmt: skip
    readings = [
        {"reading": each.reading, "held_by": each.held_by, "applies": each.applies}
        for each in provision.readings
    ]
    return {
        "provision": provision.id,
        "regime": regime.id,
        "layer": regime.layer,
        "adopted": provision.adopted.isoformat(),
        "from": provision.since.isoformat(),
        "until": provision.until.isoformat() if provision.until else None,
        "readings": readings,
        "standing": stands or None,
        **{name: getattr(provision, name) for name in same},
    }


def _as_table(shown: list[tuple[Regime, Provision, str]], at: str) -> None:
    for regime in dict.fromkeys(regime for regime, _, _ in shown):
        table = screen.table("Provision", "What it says", "Since", title=_title(regime))
        table.columns[0].ratio, table.columns[1].ratio, table.columns[2].ratio = 3, 6, 3
        for owner, provision, stands in shown:
            if owner is regime:
                table.add_row(_id_cell(provision), _text_cell(provision), _dates(provision, stands))
        screen.out().print(table)
    when = f" that stand on {at}" if at else ""
    count = len({regime.id for regime, _, _ in shown})
    click.echo(f"{len(shown)} provisions{when}, in {count} regime{'' if count == 1 else 's'}.")


def _title(regime: Regime) -> str:
    return f"{regime.name} ({regime.id}, {regime.layer}): {', '.join(regime.parties)}"


def _id_cell(provision: Provision) -> str:
    return f"{provision.id}\n{provision.citation}"


def _text_cell(provision: Provision) -> str:
    lines = [provision.text, f"{provision.direction.replace('_', ' ')}; {provision.kind}"]
    extras = (("cap", provision.cap), ("exemptions", provision.exemptions))
    lines += [f"{name}: {text}" for name, text in extras if text]
    for reading in provision.readings:
        lines.append(f"{', '.join(reading.held_by)}: {reading.reading}")
    lines.append(f"source ({_CONFIDENCE[provision.confidence]}): {'; '.join(provision.source)}")
    return "\n".join(lines)


def _dates(provision: Provision, stands: str) -> str:
    lines = [stands] if stands else []
    lines.append(f"from {provision.since}")
    if provision.until:
        word = "last renewal seen to" if provision.until_kind == "horizon" else "until"
        lines.append(f"{word} {provision.until}, {provision.until_kind.replace('_', ' ')}")
    return "\n".join(lines)
