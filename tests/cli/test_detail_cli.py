"""Planes, companies, harm and way of a claim, as `embargo explain` and `show` print them."""

import pytest

from embargo_watch.cli.add import add_command
from embargo_watch.cli.explain import explain_command
from embargo_watch.cli.ledger import claims_command
from embargo_watch.cli.show import show_command

REPORT = """North Korea sent missiles to Syria aboard the Il-76 EP-PUS from Sunan to Latakia.
"""


@pytest.fixture
def report(tmp_path):
    """A text that names a plane and a way."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_explain_names_the_words_of_each_slot(run, report):
    """Every slot stands with its words."""
    _, out, _ = run(explain_command, [str(report)])
    told = " ".join(out.split())

    assert "aircraft “Il-76”, registration “EP-PUS”" in told
    assert "route “Sunan” “Latakia”" in told


def test_show_prints_values_and_marks_their_words(run, report, tmp_path):
    """The ledger keeps them, and the sentence shows where they stand."""
    ledger = ["--ledger", str(tmp_path / "ledger")]
    run(add_command, [str(report), *ledger])
    _, listed, _ = run(claims_command, [*ledger, "--json"])
    claim = next(line for line in listed.splitlines() if '"item":"missiles"' in line)
    name = claim.split('"claim_id":"')[1].split('"')[0]
    _, out, _ = run(show_command, [name, *ledger])
    told = " ".join(out.split())

    assert "aircraft Il-76 EP-PUS (mark of Iran (IRN))" in told
    assert "route from Sunan to Latakia" in told
    assert "[aircraft: Il-76]" in told
    assert "[registration: EP-PUS]" in told
