"""The moment of an entry is its own, in whichever usual form it is written."""

import datetime as dt
import json

import pytest

from embargo_watch.read.moment import moment


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("2023-10-13T12:00:00+00:00", "2023-10-13T12:00:00"),
        ("2023-10-13 12:00:00.307481+00:00", "2023-10-13T12:00:00.307481"),
        ("2023-10-13T14:00:00+02:00", "2023-10-13T12:00:00"),
        ("2023-10-13T12:00:00", "2023-10-13T12:00:00"),
        ("2023-10-13", "2023-10-13T00:00:00"),
        ("Fri, 13 Oct 2023 08:00:00 -0400", "2023-10-13T12:00:00"),
    ],
)
def test_usual_forms(stamp, expected):
    """A zone is heeded, a missing one is UTC, a day is its first moment."""
    expected_moment = dt.datetime.fromisoformat(f"{expected}+00:00")

    assert moment(json.dumps({"published": stamp}).encode()) == expected_moment


@pytest.mark.parametrize(
    "content",
    [
        b'{"published": "some day"}', b'{"published": 1697198400}', b'{"published": null}', b"{}",
        b"[]", b"not json", b"", b'{"published": "0001-01-01T00:00:00+05:00"}',
    ],
)  # fmt: skip
def test_entries_without_a_moment(content):
    """Nothing is guessed."""
    assert moment(content) is None
