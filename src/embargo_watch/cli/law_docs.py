"""Print what the law data say as pages and as a schema, for whoever writes or reviews them."""

from pathlib import Path

import click

from embargo_watch.cli import options, screen


@click.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of a regime's file, for an editor that checks while one writes."""
    click.echo(schema_text(), nl=False)


def schema_text() -> str:
    """The schema as the committed file has it."""
    import json

    from embargo_watch.reference.schema import regime_schema

    return json.dumps(regime_schema(), indent=2, ensure_ascii=False) + "\n"


@click.command("docs")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@options.regimes_option
def docs_command(folder: Path, own_law: Path | None) -> None:
    """Write the regimes and the rules as pages into DIR: regimes.md, regimes/, rules.md.

    The schema goes beside them, as regime.schema.json. A page of a regime that is no more is
    removed, and nothing else.
    """
    options.check_law(own_law)
    made = pages(own_law)
    for stale in sorted(folder.glob("regimes/*.md")):
        if f"regimes/{stale.name}" not in made:
            stale.unlink()
    for name, text in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    screen.say(f"{screen.many(len(made), 'page')} written to {folder}")


def pages(own_law: Path | None = None) -> dict[str, str]:
    """Every generated page by its path within the folder of documentation."""
    from embargo_watch.export import law_pages
    from embargo_watch.judge.rules import RULES
    from embargo_watch.reference.regimes import regimes
    from embargo_watch.reference.scopes import scopes

    law = regimes(own_law)
    rules = [(rule.__name__, rule.__doc__ or "") for rule in RULES]
    found = {law_pages.page_name(regime): law_pages.regime_page(regime) for regime in law}
    return {
        "regimes.md": law_pages.index_page(law),
        **found,
        "rules.md": law_pages.rules_page(rules, scopes()),
        "regime.schema.json": schema_text(),
    }
