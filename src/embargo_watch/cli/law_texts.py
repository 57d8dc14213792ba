"""Put the official words beside ours, so that anyone can check what the law data say."""

import click

from embargo_watch.cli import options
from embargo_watch.errors import UnusableInput


@click.group("texts", invoke_without_command=True)
@click.pass_context
def texts_command(context: click.Context) -> None:
    """The user's own copy of the official texts: what is there, add, fetch."""
    if context.invoked_subcommand is None:
        raise UnusableInput("`embargo law texts` is not built yet")


@click.command("show")
@click.argument("provision", nargs=-1, required=True)
@options.json_option
def show_command(provision: tuple[str, ...], as_json: bool) -> None:
    """One provision in our words, then in the official ones."""
    raise UnusableInput("`embargo law show` is not built yet")


@click.command("audit")
@options.json_option
def audit_command(as_json: bool) -> None:
    """Hold every provision against the official texts; exit code 1 on any difference."""
    raise UnusableInput("`embargo law audit` is not built yet")


@click.command("news")
@click.option("--since", metavar="DATE", default="", help="Only what was adopted from this day on.")
@options.json_option
def news_command(since: str, as_json: bool) -> None:
    """Resolutions that touch an embargo and that the law data do not cite yet."""
    raise UnusableInput("`embargo law news` is not built yet")
