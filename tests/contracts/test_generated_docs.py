"""The pages on regimes and rules say what the data and the rules say, today."""

import json

import pytest
import yaml
from click.testing import CliRunner

from embargo_watch.cli.law_docs import docs_command, pages, schema_command
from embargo_watch.cli.main import embargo
from embargo_watch.judge.rules import RULES
from embargo_watch.reference.regimes import regimes


@pytest.mark.parametrize("name", sorted(pages()))
def test_the_committed_page_matches_the_data(root, name):
    """If this fails: `make docs`, then look at the difference and commit it."""
    path = root / "docs" / name

    assert path.is_file(), f"{name} is missing: make docs"
    assert path.read_text(encoding="utf-8") == pages()[name]


def test_no_page_of_a_regime_that_is_no_more(root):
    """A regime that was renamed leaves no page behind."""
    held = {f"regimes/{path.name}" for path in (root / "docs" / "regimes").iterdir()}

    assert held <= set(pages())


def test_every_provision_has_its_heading_and_every_source():
    """Nothing of the data is left out of the page."""
    made = pages()
    text = "".join(made[name] for name in made if name.startswith("regimes/"))
    for regime in regimes():
        for provision in regime.provisions:
            assert f"### {provision.id}\n" in text
            assert "- source (" in text


def test_every_rule_is_published_in_its_order():
    """The docstring is the rule."""
    text = pages()["rules.md"]
    places = [text.index(f". {rule.__name__}\n") for rule in RULES]

    assert places == sorted(places)


def test_pages_go_into_a_folder_and_stale_ones_out(tmp_path):
    """Pages of regimes that are no more are removed, other files are left alone."""
    (tmp_path / "regimes").mkdir()
    (tmp_path / "regimes" / "atlantis.md").write_text("gone", encoding="utf-8")
    (tmp_path / "mine.md").write_text("kept", encoding="utf-8")
    CliRunner().invoke(docs_command, [str(tmp_path)], standalone_mode=False, catch_exceptions=False)

    assert not (tmp_path / "regimes" / "atlantis.md").exists()
    assert (tmp_path / "mine.md").exists()
    assert (tmp_path / "regimes" / "dprk.md").exists()


def test_the_schema_is_printed():
    """A user without the repository gets it from the program."""
    done = CliRunner().invoke(schema_command, [], standalone_mode=False, catch_exceptions=False)

    assert json.loads(done.stdout)["$defs"]["provision"]["required"]


@pytest.fixture
def example(root, tmp_path):
    """The folder that docs/own-regimes.md tells how to write."""
    page = (root / "docs" / "own-regimes.md").read_text(encoding="utf-8")
    start = page.index("```yaml\n") + len("```yaml\n")
    text = page[start : page.index("```", start)]
    (tmp_path / "example.yaml").write_text(text, encoding="utf-8")
    return tmp_path, yaml.safe_load(text), page


def test_the_example_of_the_page_works(example, monkeypatch):
    """A regime of one's own is listed, judged by, and told from the bundled ones."""
    folder, content, page = example
    monkeypatch.setenv("EMBARGO_REGIMES", str(folder))
    provision = content["provisions"][0]

    def run(*arguments):
        done = CliRunner().invoke(embargo, arguments, standalone_mode=False, catch_exceptions=False)
        return [json.loads(line) for line in done.stdout.splitlines()]

    listed = run("law", "--regime", content["regime"], "--json")
    assert [each["provision"] for each in listed] == [p["id"] for p in content["provisions"]]
    asked = ("judge", "--supplier", "ISL", "--recipient", provision["target"][0], "--item", "arms")
    (answer,) = run(*asked, "--date", "2025-06-01", "--json")
    verdicts = {each["provision"]: each["verdict"] for each in answer["findings"]}
    assert verdicts[provision["id"]] == "engaged"
    assert provision["id"] in page.replace(f"id: {provision['id']}", "")
