"""Show one provision as a reader needs it: our words, who voted for it, then the official words."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from embargo_watch.cli import names, options, readable, screen
from embargo_watch.cli.law_lookup import asked_alone, chosen_by, unknown
from embargo_watch.cli.text_index import HOW_TO_ADD, found, texts_option
from embargo_watch.errors import UnusableInput
from embargo_watch.model.provision import Change, Provision, Regime, Vote

if TYPE_CHECKING:
    from embargo_watch.official import Quoted
    from embargo_watch.store.texts import Texts

_CONFIDENCE = {"V": "verified in a source", "P": "partly verified", "G": "general knowledge"}


@click.command("show")
@click.argument("provision", nargs=-1, required=True)
@texts_option
@options.regimes_option
@options.json_option
def show_command(
    provision: tuple[str, ...], folder: Path | None, own_law: Path | None, as_json: bool
) -> None:
    """One provision in our words, with its vote and changes, then the official words.

    PROVISION is an id (DPRK-1718-8b), a paragraph (2270 8, "S/RES/2270 (2016) 8"), a whole
    resolution (2270), or a draft that was not adopted (S/2023/638) in your copy of the texts.
    """
    from embargo_watch.reference.regimes import regimes

    asked = " ".join(provision)
    every = [(regime, each) for regime in regimes(own_law) for each in regime.provisions]
    chosen = chosen_by(every, asked)
    texts = found(folder)
    alone = asked_alone(texts, asked, chosen)
    if not chosen and not alone:
        raise UnusableInput(unknown(every, asked, texts))
    for regime, each in chosen:
        official = _official(texts, each)
        if as_json:
            _as_json(regime, each, official, own_law)
        else:
            for line in _lines(regime, each):
                _say(line)
            _say_official(official, texts is not None)
    if alone:
        _alone(alone, as_json)


def _say(text: str) -> None:
    """Print each line within the terminal's width, what is carried over beneath its beginning."""
    for line in text.split("\n"):
        words = line.lstrip()
        indent = len(line) - len(words)
        readable.lines(words, indent, indent + 2 if indent else 0)


def _official(texts: "Texts | None", provision: Provision) -> "tuple[Quoted, ...]":
    if texts is None:
        return ()
    from embargo_watch.official import quoted

    return quoted(texts, provision)


def _lines(regime: Regime, provision: Provision) -> Iterator[str]:
    yield f"{provision.id}: {provision.citation}"
    yield f"{regime.name} ({regime.layer}); {provision.kind}, {provision.force}"
    yield f"    {provision.text}"
    yield f"    {provision.direction.replace('_', ' ')}: {provision.target_text}"
    yield f"    in force {_dates(provision)}; adopted {provision.adopted}"
    yield from _vote(regime, provision.instrument)
    extras = (
        ("binds", provision.bound),
        ("exemptions", provision.exemptions),
        ("cap", provision.cap),
        ("inspection", provision.inspection),
        ("decides", provision.determination),
        ("contested", provision.contested),
        ("note", provision.note),
    )
    yield from (f"    {name}: {text}" for name, text in extras if text)
    for change in provision.changes:
        yield f"    {_change(change)}"
    yield f"    {_CONFIDENCE[provision.confidence]}: {'; '.join(provision.source)}"


def _dates(provision: Provision) -> str:
    if provision.until is None:
        return f"from {provision.since}, open"
    kind = provision.until_kind.replace("_", " ")
    word = "last renewal seen to" if kind == "horizon" else "until"
    return f"from {provision.since} {word} {provision.until}" + (
        "" if kind == "horizon" else f" ({kind})"
    )


def _vote(regime: Regime, symbol: str) -> Iterator[str]:
    vote = next((each.vote for each in regime.instruments if each.id == symbol), None)
    if vote is not None:
        yield f"    vote {_who(vote)}"


def _who(vote: Vote) -> str:
    """``14-0-1: supported by RUS, CHN …; abstained: IDN``, the five with a veto first."""
    told = f"{vote.yes}-{vote.no}-{vote.abstain}"
    sides = (
        ("supported by", vote.supported),
        ("opposed by", vote.opposed),
        ("abstained:", vote.abstained),
    )
    who = "; ".join(f"{name} {', '.join(_first(members))}" for name, members in sides if members)
    return f"{told}: {who}" if who else told


def _first(members: Sequence[str]) -> list[str]:
    permanent = ("RUS", "CHN", "USA", "GBR", "FRA")
    return sorted(members, key=lambda each: (each not in permanent, each))


def _change(change: Change) -> str:
    until = f" until {change.until}" if change.until and change.until != change.on else ""
    note = f": {change.note}" if change.note else ""
    return f"{change.on} {change.how}{until} by {change.instrument} {change.paragraph}{note}"


def _say_official(official: "Sequence[Quoted]", present: bool) -> None:
    from embargo_watch.official import ACKNOWLEDGEMENT

    if not present:
        _say(f"\n{HOW_TO_ADD}\n")
        return
    if not official:
        _say("\nYour copy of the official texts has none of these paragraphs.\n")
        return
    for each in official:
        _say(f"\n{each.citation}" + (" (changes it)" if each.role == "change" else ""))
        if each.above:
            _say(f"[{each.above}]")
        _say(each.words or "    this copy has no such paragraph")
    _say(f"\n{ACKNOWLEDGEMENT}\n")


def _as_json(
    regime: Regime, provision: Provision, official: "Sequence[Quoted]", own_law: Path | None
) -> None:
    from embargo_watch.export.json_lines import json_line
    from embargo_watch.export.law_json import provision_object
    from embargo_watch.official import ACKNOWLEDGEMENT
    from embargo_watch.reference.regimes import law_digest

    ours = provision_object(regime, provision, "", law_digest(own_law))
    words = {
        "official": [_quoted_object(each) for each in official],
        "acknowledgement": ACKNOWLEDGEMENT if official else None,
    }
    screen.write_line(json_line(ours | words))


def _quoted_object(each: "Quoted") -> dict[str, object]:
    from embargo_watch.export.law_json import vote_object

    return {
        "role": each.role,
        "symbol": each.symbol,
        "paragraph": each.path,
        "citation": each.citation,
        "text": each.words or None,
        "above": each.above or None,
        "vote": vote_object(each.vote),
    }


def _alone(quotes: "Sequence[Quoted]", as_json: bool) -> None:
    """Print a paragraph that no provision of ours stands in."""
    from embargo_watch.export.json_lines import json_line
    from embargo_watch.official import ACKNOWLEDGEMENT

    if as_json:
        official = [_quoted_object(each) for each in quotes]
        line = {"provision": None, "official": official, "acknowledgement": ACKNOWLEDGEMENT}
        screen.write_line(json_line(line))
        return
    vote = quotes[0].vote
    if vote and vote.failed:
        _say(f"{quotes[0].symbol}: a draft that was not adopted ({vote.failed}).")
    else:
        _say(f"{quotes[0].symbol}: no provision of the law data stands in this paragraph.")
    if vote:
        _say(f"    vote {names.when(vote.on.isoformat())}: {_who(vote)}")
    _say_official(quotes, True)
