"""Every name of a refusal has its words."""

import re
from typing import get_args

import pytest

from embargo_watch.extract.assemble import Refusal
from embargo_watch.extract.seen import LetBy
from embargo_watch.reference.reasons import why_let_by, why_refused


@pytest.mark.parametrize("name", get_args(LetBy))
def test_a_reason_of_triage_is_told_in_words(name):
    """No bare name reaches a person."""
    assert why_let_by(name) != name


@pytest.mark.parametrize("name", get_args(Refusal))
def test_a_refusal_by_the_parse_is_told_in_words(name):
    """What ``assemble`` refuses."""
    assert why_refused(name) != name


def test_every_other_refusal_is_told_in_words(root):
    """What the rest of extraction and the validator refuse, by the names in their code."""
    source = root / "src" / "embargo_watch"
    gate = (source / "resolve" / "validate.py").read_text(encoding="utf-8")
    names = set(re.findall(r'return "([a-z]+-[a-z-]+)"', gate))
    for file in (source / "extract").glob("*.py"):
        text = file.read_text(encoding="utf-8")
        names |= set(re.findall(r'Rejected\([^)]*rule="([a-z-]+)"', text))
        names |= set(re.findall(r'\("([a-z-]+)", _is_', text))

    assert {"no-item", "law-not-deed", "half-told"} <= names
    assert not [name for name in names if why_refused(name) == name]


def test_an_unknown_name_is_shown_as_it_is():
    """A reader of another make has names of its own."""
    assert why_refused("some-other-rule") == "some-other-rule"
