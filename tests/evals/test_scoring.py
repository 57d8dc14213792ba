"""Our figures are those of the shared scorer, to the digit."""

import json
import random
import re
import subprocess
import sys

import pytest

from embargo_watch.scoring import Ratio, flows, pairs, score


def _claim(supplier, recipient, item="missiles", status="asserted", **more):
    return {
        "kind": "transfer", "supplier": supplier, "recipient": recipient,
        "item": item, "status": status, **more,
    }  # fmt: skip


def test_a_claim_counts_once_for_each_pair():
    """Two suppliers and one recipient are two pairs; an unnamed side is a dash."""
    claim = _claim(["PRK", "IRN"], ["RUS"])

    assert pairs(claim) == {("PRK", "RUS"), ("IRN", "RUS")}
    assert pairs(_claim([], ["RUS"])) == {("-", "RUS")}


def test_nobody_supplies_itself():
    """A deal with both parties on both sides gives both directions and no more."""
    assert pairs(_claim(["PRK", "RUS"], ["PRK", "RUS"])) == {("PRK", "RUS"), ("RUS", "PRK")}


def test_a_claim_told_twice_counts_once():
    """The entry's flows are a set."""
    assert flows([_claim(["PRK"], ["RUS"]), _claim(["PRK"], ["RUS"], status="denied")]) == {
        ("PRK", "RUS", "missiles")
    }


def test_an_entry_that_was_not_read_counts_as_empty():
    """Missing entries cost recall, strangers are ignored."""
    found = score({"a": [_claim(["PRK"], ["RUS"])]}, {"b": [_claim(["IRN"], ["RUS"])]})

    assert found.facts["flow"] == Ratio(0, 0, 1)
    assert found.facts["flow"].f1 == 0.0


def test_figures_are_those_of_the_shared_scorer(shared, tmp_path):
    """A mutilated copy of the training gold scores the same here and there."""
    scorer = shared / "gold" / "score.py"
    train = shared / "gold" / "train.jsonl"
    if not scorer.exists():
        pytest.skip("needs ../shared: gold/score.py")
    gold = [json.loads(line) for line in train.read_text(encoding="utf-8").splitlines()]
    chance = random.Random(7)
    found = [{"id": entry["id"], "claims": _mutilated(entry["claims"], chance)} for entry in gold]
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("\n".join(map(json.dumps, found)), encoding="utf-8")
    told = subprocess.run(
        [sys.executable, scorer, train, predicted], capture_output=True, text=True, check=True
    ).stdout
    ours = score(
        {entry["id"]: entry["claims"] for entry in gold},
        {entry["id"]: entry["claims"] for entry in found},
    )

    for name, ratio in ours.facts.items():
        figures = re.search(rf"^{name} +P (\S+) +R (\S+) +F1 (\S+)$", told, re.M).groups()
        assert figures == tuple(f"{x:.3f}" for x in (ratio.precision, ratio.recall, ratio.f1))
    assert f"right on {ours.status.hit} of {ours.status.true} shared flows" in told
    assert f"P {ours.speakers.precision:.3f}  R {ours.speakers.recall:.3f}  (parties" in told
    assert f"dates     {ours.dates.hit} of {ours.dates.true} found" in told


def _mutilated(claims, chance):
    kept = [dict(claim) for claim in claims if chance.random() < 0.8]
    for claim in kept:
        if chance.random() < 0.2:
            claim["item"] = "arms"
        if chance.random() < 0.2:
            claim["status"] = "suspected"
        if chance.random() < 0.2:
            claim["speakers"] = ["USA"]
        if chance.random() < 0.1:
            claim["date"] = "2023"
    return kept
