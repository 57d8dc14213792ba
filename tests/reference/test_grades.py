"""The Admiralty scale as data: whole, and a mistake in it is named."""

import copy
import re

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
