"""The benchmark of stages counts every stage once and loses no entry."""

import gzip
import json
import sys

import pytest

pytest.importorskip("spacy")

ENTRIES = [
    {"id": "a", "title": "Iran sent drones to Russia", "text": "Kyiv said so."},
    {"id": "b", "title": "It rained", "text": "All day."},
    {"id": "c", "title": "North Korea sold Syria rockets", "text": ""},
]


@pytest.fixture
def measured(tmp_path, monkeypatch, capsys):
    """Run the benchmark over a small stream and return its report and what it printed."""
    from benchmarks.stages import main

    folder = tmp_path / "corpora" / "feeds"
    folder.mkdir(parents=True)
    with gzip.open(folder / "s.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(entry) + "\n" for entry in ENTRIES)

    def run(*more):
        report = tmp_path / "report.json"
        given = ["stages", "--shared", str(tmp_path), "--stream", "s.jsonl.gz", "--report",
                 str(report), *more]  # fmt: skip
        monkeypatch.setattr(sys, "argv", given)
        code = main()
        told = json.loads(report.read_text(encoding="utf-8")) if report.exists() else {}
        return code, told, capsys.readouterr().out

    return run


def test_every_stage_has_its_share(measured):
    """The shares add up to one, and the entries go through all stages."""
    from benchmarks.stages import STAGES

    code, told, out = measured("--every", "1")

    assert code == 0
    assert (told["entries"], told["relevant"], told["claims"]) == (3, 2, 2)
    assert list(told["stages"]) == list(STAGES)
    assert sum(stage["share"] for stage in told["stages"].values()) == pytest.approx(1, abs=0.01)
    assert all(stage["seconds"] >= 0 for stage in told["stages"].values())
    assert "times faster" in out


def test_a_share_of_the_stream_is_taken(measured):
    """Every second entry of three is two."""
    assert measured("--every", "2")[1]["entries"] == 2


def test_an_absent_stream_is_no_failure(measured):
    """It says that nothing was measured."""
    code, told, out = measured("--stream", "none.jsonl.gz")

    assert (code, told) == (0, {})
    assert "nothing measured" in out


def test_the_parser_is_given_back():
    """What the benchmark puts in the parser's place does not stay."""
    from benchmarks.stages import Watch, _parsing_timed
    from embargo_watch.extract import english

    plain = english.parse
    with _parsing_timed(Watch()):
        assert english.parse is not plain
    assert english.parse is plain
