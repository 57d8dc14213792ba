"""The shared worked cases, all of them."""

import json

import pytest

OURS = (
    "T01", "T02", "T03", "T05", "T07", "T10", "T12", "T16", "T17", "T20", "T22", "T24",
)  # fmt: skip


@pytest.fixture(scope="module")
def cases(shared):
    """The worked cases by id."""
    path = shared / "law" / "truth_cases.json"
    if not path.is_file():
        pytest.skip("needs ../shared: law/truth_cases.json")
    return {case["id"]: case for case in json.loads(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("case_id", OURS)
def test_a_worked_case_comes_out_right(ask, united_nations, cases, case_id):
    """Listed ids get their verdict; where nothing is engaged, nothing is."""
    case = cases[case_id]
    found = ask(**case["query"])
    for verdict in ("engaged", "contested", "not_engaged"):
        for name in case[verdict]:
            held = found[name].verdict if name in found else "not_engaged"
            assert held in case.get("accept", {}).get(name, [verdict]), name
    if not case["engaged"]:
        assert not [n for n in united_nations & found.keys() if found[n].verdict == "engaged"]


def test_no_worked_case_is_left_out(cases):
    """A case that is added there is to be judged here."""
    assert sorted(cases) == sorted(OURS)


def test_in_both_contested_cases_it_is_told_who_of_the_chain_would_breach(ask, cases):
    """Iran by supplying and Russia by procuring: both are bound."""
    for case_id, provision in (("T02", "IRAN-2231-B4"), ("T22", "IRAN-SB-1747-5")):
        reasons = {r.rule: r.compared for r in ask(**cases[case_id]["query"])[provision].reasons}

        assert "IRN (the supplier and target itself)" in reasons["bound"]
        assert "RUS (recipient: must not procure)" in reasons["bound"]
