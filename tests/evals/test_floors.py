"""What was reached is not lost: every set of annotated entries is held against its floors."""

import json

import pytest

from embargo_watch import evaluate
from embargo_watch.errors import UnusableInput
from embargo_watch.scoring import Ratio, Score, score


@pytest.fixture(scope="module")
def floors(root):
    """The floors by set."""
    return evaluate.read_floors(root / "evals" / "floors.json")


@pytest.mark.parametrize("name", evaluate.SETS)
def test_no_figure_falls_below_its_floor(shared, floors, name):
    """The reading of each set is at least as good as it was."""
    path = shared / "gold" / f"{name}.jsonl"
    if not path.exists():
        pytest.skip(f"needs ../shared: gold/{name}.jsonl")
    kept = floors.get(name)
    if kept is None:
        pytest.skip(f"evals/floors.json holds no floors for {name} yet")
    if evaluate.digest(path) != kept["digest"]:
        pytest.skip(f"gold/{name}.jsonl has changed since its floors were set: lift them anew")
    gold, captures = evaluate.load(path)
    result = score(gold, evaluate.predict(captures, processes=2))

    assert evaluate.below(result, kept["floors"]) == []


def _score(hit, said, true):
    ratio = Ratio(hit, said, true)
    facts = dict.fromkeys(evaluate.FLOORED, ratio)
    return Score(
        entries=1, gold_claims=true, claims=said, facts=facts,
        status=ratio, speakers=ratio, dates=ratio,
    )  # fmt: skip


def test_floors_are_lifted_and_never_lowered(tmp_path):
    """A better reading lifts them; a worse one is refused and changes nothing."""
    gold = tmp_path / "dev.jsonl"
    gold.write_text('{"id": "a", "claims": []}\n', encoding="utf-8")
    low = evaluate.lifted(_score(5, 10, 10), gold, None)
    high = evaluate.lifted(_score(8, 10, 10), gold, low)

    assert low["floors"]["flow"] == 0.5
    assert high["floors"]["flow"] == 0.8
    with pytest.raises(UnusableInput, match="never lowered"):
        evaluate.lifted(_score(7, 10, 10), gold, high)


def test_annotations_are_not_shown_to_the_reader(tmp_path):
    """The stages get the entry without its claims and notes."""
    path = tmp_path / "dev.jsonl"
    entry = {"id": "a", "title": "T", "text": "x", "claims": [{"item": "uav"}], "note": "n"}
    path.write_text(json.dumps(entry) + "\n", encoding="utf-8")
    gold, (capture,) = evaluate.load(path)

    assert gold == {"a": [{"item": "uav"}]}
    assert json.loads(capture.content) == {"id": "a", "title": "T", "text": "x"}


def test_a_line_that_is_no_entry_is_named(tmp_path):
    """File and line are in the message."""
    path = tmp_path / "dev.jsonl"
    path.write_text('{"id": "a"}\n[1, 2]\n', encoding="utf-8")

    with pytest.raises(UnusableInput, match=r"dev\.jsonl:2"):
        evaluate.load(path)
