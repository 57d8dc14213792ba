"""`embargo caps`: the ledger's totals against the caps, for people and for programs."""

import json

import pytest
from click.testing import CliRunner

from embargo_watch.cli.main import embargo, run

REPORTS = [
    (
        "Diesel for North Korea",
        "Russia supplied 300,000 barrels of diesel to North Korea on 5 May 2023, Seoul said.",
        "2023-05-10",
    ),
    (
        "More diesel for North Korea",
        "Russia supplied 250,000 barrels of diesel to North Korea on 9 August 2023, Seoul said.",
        "2023-08-12",
    ),
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    """A ledger of two deliveries that are above the cap of 2023 only together."""
    folder = tmp_path_factory.mktemp("caps")
    lines = [
        json.dumps({"id": str(n), "title": title, "text": text, "published": day})
        for n, (title, text, day) in enumerate(REPORTS)
    ]
    source = folder / "reports.jsonl"
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    place = folder / "ledger"
    answer = CliRunner().invoke(embargo, ["add", str(source), "--ledger", str(place)])
    assert answer.exit_code == 0, answer.output
    return place


def test_totals_are_json_lines(ledger):
    """Each delivery is below the cap, and both together exceed it."""
    answer = CliRunner().invoke(embargo, ["caps", "--ledger", str(ledger), "--json"])
    lines = [json.loads(line) for line in answer.stdout.splitlines()]

    assert answer.exit_code == 0, answer.output
    (total,) = [each for each in lines if each["provision"] == "DPRK-2397-5"]
    assert (total["since"], total["until"]) == ("2023-01-01", "2024-01-01")
    assert (total["low"], total["high"], total["verdict"]) == (550_000, 550_000, "exceeded")
    assert len(total["counted"]) == 2
    assert all(each["claims"] for each in total["counted"])


def test_totals_are_a_table(ledger):
    """A person reads the period, the verdict and the sum."""
    answer = CliRunner().invoke(embargo, ["caps", "--ledger", str(ledger)])

    assert answer.exit_code == 0, answer.output
    assert "2023-01-01 to 2023-12-31" in answer.stdout
    assert "exceeded: 550,000" in answer.stdout


def test_a_ledger_that_is_not_there_is_out_of_reach(tmp_path):
    """Exit code 3, as for every other question to the ledger."""
    assert run(["caps", "--ledger", str(tmp_path / "none")]) == 3
