"""An id can be copied from a terminal of any width."""

import pytest

from embargo_watch.cli.judge import judge_command
from embargo_watch.cli.law import law_command
from embargo_watch.reference.regimes import regimes

ASKED = "--supplier IRN --recipient LBY --item arms --date 2013 --all"


@pytest.mark.parametrize("width", [30, 40, 50, 63, 64, 72, 80, 100, 140])
def test_no_width_breaks_the_id_of_a_provision(run, monkeypatch, width):
    """In a list, in what a judge says and in what changed; and no line is wider than it may be."""
    monkeypatch.setenv("COLUMNS", str(width))
    ids = {p.id for regime in regimes() if regime.id == "LIBYA" for p in regime.provisions}
    _, listed, _ = run(law_command, ["--regime", "libya"])
    _, judged, _ = run(judge_command, ASKED.split())
    _, changed, _ = run(law_command, ["diff", "2010-01-01", "2014-01-01", "--regime", "libya"])

    assert ids <= set(listed.split())
    assert ids <= set(judged.split())
    assert len(ids & set(changed.split())) > 3
    assert "LIBYA-EX-2009-13b" in changed
    for line in "\n".join((listed, judged, changed)).splitlines():
        assert len(line) <= max(width, 40)
