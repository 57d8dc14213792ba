"""The table of rules is what is published: every rule has its text and its source."""

import pytest

from embargo_watch.judge.rules import RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_publishes_its_text_and_source(rule):
    """A rule without a docstring, or one that names no source, does not ship."""
    text = (rule.__doc__ or "").strip()

    assert text
    assert "Source:" in text


def test_rules_have_distinct_names():
    """A reason names its rule, so no two rules share a name."""
    names = [rule.__name__ for rule in RULES]

    assert len(set(names)) == len(names)


def test_no_rule_names_a_country():
    """What is special about a country is data: the rules' code holds no party id of a regime."""
    import inspect

    from embargo_watch.judge import engine, rules, sides
    from embargo_watch.reference.regimes import regimes

    parties = {party for regime in regimes() for party in regime.parties}
    for module in (engine, rules, sides):
        source = inspect.getsource(module)
        assert not [party for party in parties if f'"{party}"' in source]
