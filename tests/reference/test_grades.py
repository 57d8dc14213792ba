"""The Admiralty scale as data: whole, and a mistake in it is named."""

import copy
import re
from pathlib import Path

import pytest

from embargo_watch.errors import InvalidReference
from embargo_watch.reference import grades
from embargo_watch.reference.parties import parties
from embargo_watch.reference.yaml_files import load


def test_the_scale_is_whole():
    """Each letter and number has a meaning; nobody is called unreliable by rule."""
    scale = grades.scale()
    given = {rule.grade for rule in (*scale.reliability, *scale.limits)}

    assert "".join(scale.meanings) == "ABCDEF123456"
    assert given == set("ABCDF")
    assert {rule.grade for rule in scale.credibility} == set("123456")
    assert scale.inquirers <= parties().keys()
    assert all(rule.words for rule in (*scale.reliability, *scale.limits, *scale.credibility))


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda c: c["limits"][0].update(grade="G"), "side: grade: 'G' is none of"),
        (lambda c: c["credibility"][0].update(grade="A"), "disputed: grade"),
        (lambda c: c["credibility"][0].pop("words"), "disputed: rule, grade and words"),
        (lambda c: c["limits"].append(dict(c["limits"][0])), "side: rule, grade and words"),
        (lambda c: c["meanings"].pop("A"), "meanings"),
        (lambda c: c["bodies_of_inquiry"].update(words="("), "bodies_of_inquiry: words"),
        (lambda c: c.pop("limits"), "a list is expected"),
    ],
)
def test_a_mistake_is_named(monkeypatch, change, named):
    """The file and the rule are in the message."""
    content = copy.deepcopy(load("grades.yaml"))
    change(content)
    monkeypatch.setattr(grades, "load", lambda name: content)

    with pytest.raises(InvalidReference, match=f"grades.yaml: .*{re.escape(named)}"):
        grades.scale.__wrapped__()


def test_the_decision_page_tells_each_rule_with_its_grade():
    """Whoever reads docs/decisions/0013-grades.md reads what the data say."""
    page = (Path(__file__).parents[2] / "docs/decisions/0013-grades.md").read_text("utf-8")
    scale = grades.scale()
    told = [*scale.reliability, *scale.limits, *scale.credibility]

    assert [rule.name for rule in told if f"`{rule.name}`" not in page] == []
    assert [rule.name for rule in told if _grade_told(page, rule.name) != rule.grade] == []


def _grade_told(page, name):
    """The first grade in brackets after a rule's name, in the paragraph that lists it."""
    return re.search(rf"`{name}`.*?\(([A-F1-6])\b", page, re.S)[1]
