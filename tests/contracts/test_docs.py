"""Documentation is an assertion: what exists is in it, and what it shows runs."""

import re
import shlex

import pytest
from click.testing import CliRunner

from embargo_watch.cli.main import COMMANDS, embargo


@pytest.fixture(scope="module")
def readme(root):
    """The README's text."""
    return (root / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(readme, command):
    """Nobody has to guess that a command exists."""
    assert f"`embargo {command}" in readme


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps(command):
    """Each command can be loaded and tells how it is used."""
    answer = CliRunner().invoke(embargo, [command, "--help"])

    assert answer.exit_code == 0, answer.output
    assert answer.output.startswith("Usage: ")


def test_commands_shown_in_the_readme_exist(readme):
    """Every `embargo …` of a code block is a command with options that it knows."""
    blocks = "\n".join(re.findall(r"```\n(.*?)```", readme, re.S))
    shown = [line for line in blocks.splitlines() if re.match(r"(\.venv/bin/)?embargo ", line)]
    for line in shown:
        _, name, *rest = shlex.split(line)
        options = [word for word in rest if word.startswith("--")]
        known = {opt for param in embargo.get_command(None, name).params for opt in param.opts}

        assert known >= set(options), line
    assert shown


def test_make_targets_of_the_readme_exist(root, readme):
    """`make demo` and its like are in the Makefile."""
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^make ([a-z]+)$", readme, re.M))

    assert targets
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.M), target


def test_links_of_the_documents_lead_somewhere(root):
    """Relative links in the documentation point at files that are there."""
    pages = [root / "README.md", root / "CONTRIBUTING.md", *(root / "docs").rglob("*.md")]
    links = [
        (page, link)
        for page in pages
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    ]

    assert links
    for page, link in links:
        assert (page.parent / link).exists(), f"{page.name}: {link}"
