"""Whatever a line of queries holds, it is judged or refused in words."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embargo_watch.cli.judge import judge_command
from embargo_watch.cli.queries import FIELDS, query_of
from embargo_watch.errors import UnusableInput
from embargo_watch.model.finding import Query

WORDS = st.sampled_from(
    ["PRK", "Iran", "houthi", "Darfur", "ARE@2023-05", "2023-05", "arms", "government", "@", ""]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["party", "date", "x"]), inner, max_size=3)
    ),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), VALUES, max_size=6))
@settings(max_examples=200, deadline=None)
def test_any_fields_make_a_query_or_an_unusable_input(asked):
    """No other error, and every query has a side and an item."""
    warnings = []
    try:
        query = query_of(asked, warnings.append)
    except UnusableInput:
        return

    assert isinstance(query, Query)
    assert query.item
    assert all(isinstance(warning, str) for warning in warnings)


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe", b"{", b"null", b'"arms"', b"[" * 5000,
        b'{"supplier": "\\ud800", "item": "arms"}',
        b'{"supplier": "PRK", "item": "arms", "date": "2023-13"}', b"\xef\xbb\xbf{}", b"\x00",
        b'{"supplier": NaN}', b'{"supplier": "PRK", "item": {"a": 1}}',
    ],
    ids=range(11),
)  # fmt: skip
def test_any_line_keeps_its_place(run, line):
    """A line that cannot be used gets an error object, and the next one is answered."""
    good = b'{"supplier": "PRK", "item": "arms", "date": "2020-01-01"}'
    code, out, err = run(judge_command, ["-", "--json"], stdin=line + b"\n" + good)
    first, second = map(json.loads, out.splitlines())

    assert code == 1 or not first.get("error")
    assert bool(first.get("error")) == ("line 1" in err and code == 1)
    assert second["findings"]


def test_a_byte_order_mark_is_forgiven(run):
    """Some editors write one."""
    line = b'\xef\xbb\xbf{"supplier": "PRK", "item": "arms", "date": "2020-01-01"}'
    code, out, _ = run(judge_command, ["-", "--json"], stdin=line)

    assert code == 0
    assert json.loads(out)["findings"]
