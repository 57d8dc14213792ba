"""Grading: what is drawn is drawn again by the same seed, and agreement is counted rightly."""

import json

from evals.precision import sample, verdicts


def test_agreement_is_counted_over_the_claims_that_both_have_judged():
    """Half right to each, agreed on half: no better than chance."""
    first = {("a", 0): True, ("a", 1): True, ("b", 0): False, ("b", 1): False, ("c", 0): True}
    second = {("a", 0): True, ("a", 1): False, ("b", 0): True, ("b", 1): False}

    assert verdicts.figures(first, second) == {
        "claims": 4, "right to the first": 0.5, "right to the second": 0.5,
        "right to both": 0.25, "agreed": 0.5, "kappa": 0.0,
    }  # fmt: skip


def test_the_same_seed_draws_the_same_entries(tmp_path, monkeypatch):
    """Only entries with a claim are drawn; each is written once with its text and its claims."""
    claims, stream = tmp_path / "claims.jsonl", tmp_path / "stream.jsonl"
    entries = [{"id": str(n), "published": "2023-01-01", "title": f"t{n}"} for n in range(30)]
    stream.write_text("".join(json.dumps(entry) + "\n" for entry in [*entries, entries[3]]))
    told = [
        {"id": e["id"], "claims": [{"kind": "use"}] if int(e["id"]) % 2 else []} for e in entries
    ]
    claims.write_text("".join(json.dumps(line) + "\n" for line in told))
    drawn = []
    for name in ("first.jsonl", "again.jsonl"):
        out = tmp_path / name
        monkeypatch.setattr(
            "sys.argv", ["sample", *map(str, (claims, stream, out)), "--entries", "8"]
        )
        sample.main()
        drawn.append(out.read_text())

    ids = [json.loads(line)["id"] for line in drawn[0].splitlines()]
    assert drawn[0] == drawn[1]
    assert len(ids) == len(set(ids)) == 8
    assert all(int(one) % 2 for one in ids)
