"""The standing watch's settings are whole, name things that exist, and refuse slips."""

import pytest

from embargo_watch.errors import InvalidReference
from embargo_watch.reference.items import item_groups
from embargo_watch.reference.parties import parties
from embargo_watch.reference.watch import WATCH_FILE, parse_standing, standing
from embargo_watch.reference.yaml_files import load


def test_lists_name_groups_and_parties_that_exist():
    """A slip in a list would switch a doubt off without a word."""
    groups = item_groups().keys()
    held = standing()

    assert held.arms | held.ordinary | held.vague <= groups
    assert held.ordinary <= held.arms
    for pair in held.foes:
        assert pair <= parties().keys()
        assert len(pair) == 2
    assert held.nobody <= parties().keys()


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("strange", 1, "strange"),
        ("interdiction_days", "seven", "interdiction_days"),
        ("corroborated", [1], "corroborated"),
        ("sure", {"construction": 0.7}, "weighed"),
        ("charges", [], "charges"),
    ],
)
def test_slips_are_refused_by_name(field, value, named):
    """The message names the file and the field."""
    content = dict(load(WATCH_FILE)) | {field: value}

    with pytest.raises(InvalidReference, match=rf"standing\.yaml.*{named}"):
        parse_standing(content)
