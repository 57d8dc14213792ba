"""The demo shows what the ledger is for at a glance."""

import pytest


@pytest.fixture(scope="module")
def demo(embargo, tmp_path_factory):
    """The demo's answer and its ledger."""
    ledger = tmp_path_factory.mktemp("demo") / "ledger"
    return embargo("demo", "--ledger", ledger), ledger


def test_it_prints_flows_with_voices_and_law(demo):
    """Supplier, recipient, item, dates, who asserts, who denies, origins, provisions."""
    answer, _ = demo
    words = " ".join(answer.out.split())

    assert answer.code == 0, answer.err
    for expected in ("asserts:", "denies:", "admits:", "independent origin", "engaged:"):
        assert expected in words
    assert "North Korea (PRK) →" in answer.out


def test_it_says_where_the_ledger_is_and_how_to_look_closer(demo):
    """Each command that it names works."""
    answer, ledger = demo

    assert str(ledger) in answer.err
    assert "embargo exchange PRK RUS" in answer.err


def test_the_commands_that_it_names_run(embargo, demo):
    """What is printed can be pasted."""
    answer, _ = demo
    named = [line.split() for line in answer.err.splitlines() if line.startswith("  embargo ")]

    assert len(named) >= 3
    for words in named:
        assert embargo(*words[1:]).code == 0, words


def test_it_never_removes_what_it_did_not_make(embargo, tmp_path, reports):
    """A folder with somebody's files is left alone."""
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    answer = embargo("demo", "--ledger", tmp_path)

    assert answer.code == 3
    assert (tmp_path / "thesis.txt").exists()


def test_a_table_fits_eighty_columns(embargo, demo):
    """No line of a table is wider than the screen."""
    _, ledger = demo
    answer = embargo("flows", "--ledger", ledger, COLUMNS="80")

    assert answer.out
    assert max(map(len, answer.out.splitlines())) <= 80
