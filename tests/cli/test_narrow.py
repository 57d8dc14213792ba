"""An id can be copied from a terminal of any width."""

import datetime as dt

import pytest

from embargo_watch.cli import screen
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


@pytest.fixture(scope="module")
def every_id():
    """The id of each provision of the data."""
    return [provision.id for regime in regimes() for provision in regime.provisions]


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_no_id_and_no_day_of_the_data_is_broken(monkeypatch, capsys, every_id, width):
    """Whatever stands beside them; words a person does not copy give way."""
    monkeypatch.setenv("COLUMNS", str(width))
    first = dt.date(2000, 1, 1)
    days = [str(first + dt.timedelta(days=number)) for number in range(len(every_id))]
    for one in every_id:
        table = screen.table("Day", "Provision", "What changed", "By")
        for column, ratio in zip(table.columns, (3, 4, 8, 4), strict=True):
            column.ratio = ratio
        table.add_row(days[0], one, "began: " + "w" * 90, "S/RES/2699 (2023), Annex B para 4")
        screen.show(table)
        shown = capsys.readouterr().out
        assert {one, days[0], "S/RES/2699"} <= set(shown.split())
        assert max(map(len, shown.splitlines())) <= width


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_the_whole_law_keeps_its_ids_and_days(run, monkeypatch, every_id, width):
    """In the list of every provision and in what changed through all the years."""
    monkeypatch.setenv("COLUMNS", str(width))
    words = {
        word
        for layer in ("un", "eu", "uk", "us")
        for word in run(law_command, ["--layer", layer])[1].split()
    }
    _, changed, _ = run(law_command, ["diff", "2023-10-01", "2024-03-01"])

    assert set(every_id) <= words
    assert {"2023-10-02", "2023-10-18", "HTI-2653-11-benefit"} <= set(changed.split())
    assert max(map(len, changed.splitlines())) <= width


@pytest.mark.parametrize("width", [50, 60, 80, 120])
def test_a_provision_is_shown_within_the_terminal(run, monkeypatch, tmp_path, width):
    """Our words, the vote and the changes are folded beneath their beginning."""
    monkeypatch.setenv("COLUMNS", str(width))
    texts = str(tmp_path / "none")
    _, out, _ = run(law_command, ["show", "UK-SAMLA-unchecked", "--texts", texts])
    _, voted, _ = run(law_command, ["show", "HTI-2699-14", "--texts", texts])

    assert max(map(len, (out + voted).splitlines())) <= width
    assert out.startswith("UK-SAMLA-unchecked: ")
    assert "    vote 13-0-2: " in voted
