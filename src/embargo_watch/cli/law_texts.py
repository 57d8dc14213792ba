"""Put the official words beside ours, so that anyone can check what the law data say."""

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from embargo_watch.cli import options, screen
from embargo_watch.cli.law_show import show_command
from embargo_watch.cli.text_index import opened, texts_folder, texts_option

if TYPE_CHECKING:
    from embargo_watch.model.audit import AuditLine, AuditReport, NewsItem
    from embargo_watch.official import Added

__all__ = ["audit_command", "news_command", "show_command", "texts_command"]

_SHOWN = 300


@click.group("texts", invoke_without_command=True)
@texts_option
@options.json_option
@click.pass_context
def texts_command(context: click.Context, folder: Path | None, as_json: bool) -> None:
    """List what your copy of the official texts holds.

    The package brings none along: `add` indexes a copy that you have, `fetch` gets the public one.
    """
    context.obj = folder
    if context.invoked_subcommand is not None:
        return
    from embargo_watch.export.json_lines import json_line
    from embargo_watch.official import ACKNOWLEDGEMENT

    with opened(folder) as texts:
        stock = texts.stock()
    if as_json:
        years = {"first": stock.first, "last": stock.last}
        counts = {"resolutions": stock.resolutions, "drafts": stock.drafts, **years}
        place = {"folder": str(texts.folder), "acknowledgement": ACKNOWLEDGEMENT}
        screen.write_line(json_line(counts | place))
        return
    click.echo(
        f"{screen.many(stock.resolutions, 'resolution')} of {stock.first} to {stock.last} and"
        f" {screen.many(stock.drafts, 'draft')} not adopted, in {texts.folder}"
    )
    click.echo(ACKNOWLEDGEMENT)


@texts_command.command("add")
@click.argument("path")
@texts_option
@click.pass_context
def add_command(context: click.Context, path: str, folder: Path | None) -> int:
    """Index a copy of the official texts: a folder, a zip or one file of XML (Akoma Ntoso).

    Adding the same again changes nothing. What is no resolution is refused and named.
    """
    from embargo_watch.official import add_texts
    from embargo_watch.store.texts import Texts

    texts = Texts.open(texts_folder(folder or context.obj), create=True)
    assert texts is not None
    with texts:
        return _told(add_texts(texts, path), texts.folder)


@texts_command.command("fetch")
@click.option("--url", metavar="URL", default="", help="Another archive than the public one.")
@texts_option
@click.pass_context
def fetch_command(context: click.Context, url: str, folder: Path | None) -> int:
    """Get the United Nations' public repository of resolutions and index it."""
    from embargo_watch.capture.official import REPOSITORY
    from embargo_watch.official import fetch_texts
    from embargo_watch.store.texts import Texts

    texts = Texts.open(texts_folder(folder or context.obj), create=True)
    assert texts is not None
    with texts:
        return _told(fetch_texts(texts, url or REPOSITORY), texts.folder)


def _told(added: "Added", folder: Path) -> int:
    """Say what became of the files; 1 where some were refused."""
    from embargo_watch.official import ACKNOWLEDGEMENT

    for failure in added.refused:
        screen.say(f"embargo: refused: {failure.reason}")
    for name in added.replaced:
        screen.say(f"embargo: replaced, for its words were others: {name}")
    counts = ", ".join(f"{name} {count:,}" for name, count in added.counts.items())
    click.echo(f"{counts}, refused {len(added.refused):,} ({folder})")
    click.echo(ACKNOWLEDGEMENT)
    return 1 if added.refused else 0


@click.command("audit")
@texts_option
@options.regimes_option
@options.json_option
def audit_command(folder: Path | None, own_law: Path | None, as_json: bool) -> int:
    """Hold every provision and every change against the official texts.

    Prints every difference and ends with exit code 1 where there is one. Nothing is changed: a
    person decides whether the data or the check is wrong.
    """
    from embargo_watch.judge.audit import audit
    from embargo_watch.reference.regimes import regimes

    law = regimes(own_law)
    with opened(folder) as texts:
        report = audit(law, texts.all())
    if as_json:
        _audit_json(report)
    else:
        _audit_lines(report)
    return 1 if report.of("difference") else 0


def _audit_json(report: "AuditReport") -> None:
    from embargo_watch.export.audit_json import audit_line_object, audit_summary_object
    from embargo_watch.export.json_lines import json_line

    screen.write_lines(json_line(audit_line_object(line)) for line in report.lines)
    screen.write_line(json_line(audit_summary_object(report)))


def _audit_lines(report: "AuditReport") -> None:
    differences, unchecked = report.of("difference"), report.of("unchecked")
    for line in differences:
        click.echo(_difference(line))
    reasons = Counter(line.reason for line in unchecked)
    for reason, count in reasons.most_common():
        click.echo(f"not checked, {count}: {reason}")
    click.echo(
        f"{screen.many(report.provisions, 'provision')} held against the official texts in"
        f" {screen.many(len(report.lines), 'comparison')}:"
        f" {screen.many(len(differences), 'differs', 'differ')},"
        f" {len(unchecked)} could not be checked."
    )


def _difference(line: "AuditLine") -> str:
    whose = line.provision or line.regime
    return (
        f"{whose}: {line.check}: {line.citation}\n"
        f"    expected {line.expected[:_SHOWN]}\n"
        f"    found    {line.found[:_SHOWN]}"
    )


@click.command("news")
@click.option(
    "--since",
    metavar="DATE",
    default="",
    callback=options.filled,
    help="Only what was adopted from this day on.",
)
@click.option("--all", "everything", is_flag=True, help="Those read and set aside, too.")
@texts_option
@options.regimes_option
@options.json_option
def news_command(
    since: str, everything: bool, folder: Path | None, own_law: Path | None, as_json: bool
) -> None:
    """List adopted resolutions that touch an embargo and that the law data cite nowhere.

    Each with the paragraphs, what they seem to do, and the provisions that they seem to concern,
    for a person to decide: nothing changes the law data by itself. What a person read and found
    to change no embargo is left out, but with --all.
    """
    from embargo_watch.judge.news import news
    from embargo_watch.reference.regimes import regimes

    first = options.a_day(since, "--since ") if since else dt.date.min
    law = regimes(own_law)
    with opened(folder) as texts:
        found = [item for item in news(law, texts.all()) if item.adopted >= first]
    aside = [] if everything else [item for item in found if item.set_aside]
    found = [item for item in found if item not in aside]
    if as_json:
        from embargo_watch.export.audit_json import news_object
        from embargo_watch.export.json_lines import json_line

        screen.write_lines(json_line(news_object(item)) for item in found)
        return
    for item in found:
        _news_lines(item)
    touch = "touches" if len(found) == 1 else "touch"
    told = screen.many(len(found), "resolution")
    click.echo(f"{told} that the law data do not cite {touch} an embargo.")
    if aside:
        more = screen.many(len(aside), "more was", "more were")
        click.echo(f"{more} read and set aside; --all lists all with the reasons.")


def _news_lines(item: "NewsItem") -> None:
    click.echo(f"{item.symbol}, {item.adopted}: {item.title}".rstrip(": "))
    if item.set_aside:
        click.echo(f"    set aside: {item.set_aside}")
    for each in item.paragraphs:
        concerns = f" concerning {', '.join(each.concerns)}" if each.concerns else ""
        click.echo(f"    {each.path}: {', '.join(each.kinds)}{concerns}")
        words = " ".join(each.text.split())
        click.echo(f"       {words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}")
