"""Say which party words stand for: a company or a leader for its state, a group for itself."""

from collections.abc import Iterable

from embargo_watch.model.candidate import Mention
from embargo_watch.model.claim import Capacity
from embargo_watch.reference.parties import parties

GOVERNMENT = frozenset(("capital", "government", "leader", "forces"))
"""Words that stand for those who rule a state, never for its soil."""


def resolve(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The ids that claims use for the mentions, each once, in the order of the text."""
    known = parties()
    ids = (known[m.party].stands_for or m.party for m in mentions if m.party in known)
    return tuple(dict.fromkeys(ids))


def capacity(mention: Mention, *, bound: bool) -> Capacity:
    """Whether the words stand for a state's government or its territory.

    "bound for Yemen" names a place; a capital, a leader or a ministry names a government; a
    bare country name tells neither.
    """
    if mention.word_class in GOVERNMENT:
        return "government"
    return "territory" if bound else "unclear"
