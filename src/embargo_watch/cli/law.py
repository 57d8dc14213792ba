"""Let anyone see what is in force, paragraph by paragraph, with the source of each line."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import get_args

import click

from embargo_watch.cli import law_listing, names, options, readable, screen
from embargo_watch.cli.lazy import LazyGroup
from embargo_watch.errors import UnusableInput
from embargo_watch.model.provision import ProvisionKind, Regime

COMMANDS: dict[str, tuple[str, str]] = {
    "diff": ("law_diff", "What began, ended or was changed between two days."),
    "show": ("law_texts", "One provision, in our words and in the official ones."),
    "texts": ("law_texts", "Your copy of the official texts: what is there, add, fetch."),
    "audit": ("law_texts", "Every provision held against the official texts."),
    "news": ("law_texts", "Resolutions that the law data have not taken in."),
    "docs": ("law_docs", "The regimes and the rules as pages."),
    "schema": ("law_docs", "The JSON Schema of a regime's file."),
}
LAYERS = ("UN", "EU", "UK", "US")


@click.group(
    "law",
    cls=LazyGroup,
    table=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--at",
    metavar="DATE",
    default="",
    callback=options.a_date,
    help="Only what stands on this (EDTF) date.",
)
@options.party_option
@options.regime_option
@click.option("--layer", type=click.Choice(LAYERS, case_sensitive=False), help="Whose law.")
@click.option("--kind", type=click.Choice(get_args(ProvisionKind)), help="Only such provisions.")
@options.regimes_option
@options.json_option
@click.pass_context
def law_command(context: click.Context, /, *, as_json: bool, **asked: str | Path | None) -> None:
    """List the provisions, each with its paragraph, dates and source.

    Without an option: every regime, counted and dated. With --at, what stands on that date: in
    force, contested, or unknown after the last renewal seen; the end counts it, and the UN arms
    embargoes by name.
    """
    if context.invoked_subcommand is not None:
        _refuse_filters(context)
        return
    told = {name: value for name, value in asked.items() if isinstance(value, str)}
    own_law = asked["own_law"]
    assert own_law is None or isinstance(own_law, Path)
    options.check_law(own_law)
    chosen = choose(own_law, told.get("party", ""), told.get("regime_id", ""), told.get("layer"))
    at = told.get("at", "")
    shown = _standing(chosen, at, told.get("kind"))
    whole = not any(value for name, value in told.items() if name != "at")
    closing = list(law_listing.closing(shown, at, _embargoes(chosen, at), whole=whole))
    if as_json:
        _as_json(shown, own_law)
        tell: Callable[[str], object] = screen.say
        closing = [line for line in closing if not line.startswith("--at")]
    elif any(told.values()):
        law_listing.paragraphs(shown)
        tell = _write
    else:
        law_listing.overview(chosen)
        tell = _write
    for line in closing:
        tell(line)


def _write(sentence: str) -> None:
    readable.lines(sentence, 0, 2)


def _refuse_filters(context: click.Context) -> None:
    """A filter before a sub-command would be lost without a word."""
    for name in ("at", "party", "regime_id", "layer", "kind", "as_json"):
        if context.params[name]:
            flag = {"regime_id": "regime", "as_json": "json"}.get(name, name)
            raise UnusableInput(
                f"--{flag} goes behind `{context.invoked_subcommand}`, if it has it"
            )


def choose(own_law: Path | None, party: str, regime_id: str, layer: str | None) -> list[Regime]:
    """The regimes that the filters leave, in the law's order.

    Raises:
        UnusableInput: no party or regime goes by the name; the message says which do.
    """
    from embargo_watch.reference.regimes import regimes

    known = regimes(own_law)
    wanted_id = regime_id.upper()
    if wanted_id and wanted_id not in {regime.id for regime in known}:
        ids = ", ".join(regime.id for regime in known)
        raise UnusableInput(f"--regime {regime_id!r} is none of {ids}")
    wanted = names.party_id(party) if party else ""
    return [
        regime
        for regime in known
        if (not wanted_id or regime.id == wanted_id)
        and (not wanted or wanted in regime.parties)
        and (not layer or regime.layer == layer)
    ]


def _standing(chosen: Sequence[Regime], at: str, kind: str | None) -> list[law_listing.Line]:
    from embargo_watch.judge.standing import standing

    lines = (
        law_listing.Line(regime, provision, standing(provision, at) if at else "")
        for regime in chosen
        for provision in regime.provisions
        if kind in (None, provision.kind)
    )
    return [line for line in lines if line.stands != "not in force"]


def _embargoes(chosen: Sequence[Regime], at: str) -> tuple[law_listing.Embargo, ...] | None:
    """The UN arms embargoes of a day; None where no one day was asked for."""
    from embargo_watch.judge.counts import arms_embargoes, arms_standing

    try:
        day = dt.date.fromisoformat(at)
    except ValueError:
        return None
    return tuple(
        law_listing.Embargo(regime, *arms_standing(regime, day))
        for regime in arms_embargoes(chosen, day)
    )


def _as_json(shown: Sequence[law_listing.Line], own_law: Path | None) -> None:
    from embargo_watch.export.json_lines import json_line
    from embargo_watch.export.law_json import provision_object
    from embargo_watch.reference.regimes import law_digest

    law = law_digest(own_law)
    screen.write_lines(
        json_line(provision_object(line.regime, line.provision, line.stands, law)) for line in shown
    )
