"""The shared worked cases that concern the bundled regimes."""

import json

import pytest

OURS = ("T01", "T02", "T03", "T05", "T07", "T10", "T12", "T22")


@pytest.fixture(scope="module")
def cases(shared):
    """The worked cases by id."""
    path = shared / "law" / "truth_cases.json"
    if not path.is_file():
        pytest.skip("needs ../shared: law/truth_cases.json")
    return {case["id"]: case for case in json.loads(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("case_id", OURS)
def test_a_worked_case_comes_out_right(ask, cases, case_id):
    """Listed ids get their verdict; where nothing is engaged, nothing is."""
    case = cases[case_id]
    found = ask(**case["query"])
    for verdict in ("engaged", "contested", "not_engaged"):
        for name in case[verdict]:
            held = found[name].verdict if name in found else "not_engaged"
            assert held in case.get("accept", {}).get(name, [verdict]), name
    if not case["engaged"]:
        assert not [each for each in found.values() if each.verdict == "engaged"]
