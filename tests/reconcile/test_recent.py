"""While a stream goes by, a copy is led to the first report, and memory is let go of."""

import datetime as dt

import pytest

from embargo_watch.reconcile import recent
from embargo_watch.reconcile.recent import Recent

STORY = (
    "The navy stopped a boat on Tuesday that carried two thousand rifles across the gulf, its "
    "spokesman told reporters, and brought the crew of four to a port for questions."
)
LONGER = f"{STORY} Local fishermen said that they had seen the boat leave at dawn."
OTHER = (
    "Ministers agreed on a budget for the coming year after a long night of talks in the capital, "
    "with more money for schools and less for roads."
)


@pytest.fixture
def watched(family):
    """An empty look-back."""
    return Recent(family)


def on(day, hour=12):
    """A moment of January 2023."""
    return dt.datetime(2023, 1, day, hour, tzinfo=dt.UTC)


def test_a_near_copy_is_led_to_the_first_report(watched, make_document):
    """So is a copy of the copy."""
    first = make_document(STORY, "2023-01-10")
    assert watched.head(first, on(10)) is None

    assert watched.head(make_document(LONGER, "2023-01-11", "Daily"), on(11)).id == first.id
    assert watched.head(make_document(f"{LONGER} More soon.", "2023-01-12"), on(12)).id == first.id


def test_another_story_is_none(watched, make_document):
    """Six words in common make no copy."""
    watched.head(make_document(STORY, "2023-01-10"), on(10))

    assert watched.head(make_document(OTHER, "2023-01-10"), on(10)) is None


def test_only_an_equal_text_is_a_copy_after_many_days(watched, make_document):
    """What is merely near is another report by then."""
    first = make_document(STORY, "2023-01-01")
    watched.head(first, on(1))

    assert watched.head(make_document(LONGER, "2023-01-20", "Daily"), on(20)) is None
    equal = watched.head(make_document(STORY, "2023-01-21", "Weekly"), on(21))
    assert equal.id == first.id
    assert equal.publisher == first.publisher


def test_old_documents_are_let_go(watched, make_document):
    """After the days in which copies come, nothing of them is held but their key."""
    watched.head(make_document(STORY, "2023-01-01"), on(1))
    watched.head(make_document(OTHER, "2023-01-20"), on(20))

    assert len(watched._held) == 1
    assert all(len(names) == 1 for names in watched._marked.values())


def test_keys_of_old_texts_are_bounded(watched, make_document, monkeypatch):
    """The oldest key goes first."""
    monkeypatch.setattr(recent, "MOST_TEXTS", 1)
    watched.head(make_document(STORY, "2023-01-01"), on(1))
    watched.head(make_document(OTHER, "2023-01-20"), on(20))

    assert watched.head(make_document(STORY, "2023-01-21", "Daily"), on(21)) is None
