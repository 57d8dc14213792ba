"""Give the names of refusals words that a person understands without knowing the rules."""

from collections.abc import Mapping
from functools import cache
from typing import cast

from embargo_watch.reference.yaml_files import load


def why_let_by(name: str) -> str:
    """The words for a reason of triage; its bare name where there are none."""
    return _reasons()["let_by"].get(name, name)


def why_refused(name: str) -> str:
    """The words for a rule that refuses; its bare name where there are none."""
    return _reasons()["refused"].get(name, name)


@cache
def _reasons() -> Mapping[str, Mapping[str, str]]:
    return cast(Mapping[str, Mapping[str, str]], load("reasons.yaml"))
