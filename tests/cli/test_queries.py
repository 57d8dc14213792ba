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


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("suplier", "supplier"), ("recepient", "recipient"), ("itme", "item"), ("dates", "date"),
        ("end-user", "end_user"), ("Supplier", "supplier"), ("suplier_as", "supplier_as"),
        ("designaton", "designation"),
    ],
)  # fmt: skip
def test_a_misspelt_field_refuses_its_line(run, slip, meant):
    """Else the answer would be one to another question; the next line is answered."""
    good = {"supplier": "PRK", "recipient": "RUS", "item": "arms", "date": "2023-12-30"}
    lines = "\n".join(json.dumps(each) for each in ({**good, slip: "RUS"}, good))
    code, out, err = run(judge_command, ["-", "--json"], stdin=lines)
    first, second = map(json.loads, out.splitlines())

    assert code == 1
    assert f'field "{slip}"' in first["error"]
    assert f"is {meant} meant?" in first["error"]
    assert "line 1" in err
    assert second["findings"]


@pytest.mark.parametrize("name", ["id", "note", "supplier_text", "supplier_id", "source", "kind"])
def test_another_field_is_only_told(run, name):
    """What a program keeps beside its query is no slip."""
    asked = {"supplier": "PRK", "item": "arms", "date": "2023-12-30", name: "x"}
    code, out, err = run(judge_command, ["-", "--json"], stdin=json.dumps(asked))

    assert code == 0
    assert json.loads(out)["findings"]
    assert f"field {name!r} is not used" in err


@pytest.mark.parametrize(
    "via", [{}, {"date": "2023"}, "RUS@", "@2023", 0, False, [""], [{}], ["RUS @ "],
            {"party": "RUS", "date": 0}],
)  # fmt: skip
def test_a_stop_names_its_party_and_its_day(via):
    """What is there but says nothing is a slip."""
    with pytest.raises(UnusableInput, match="via"):
        query_of({"supplier": "PRK", "item": "arms", "via": via})


@pytest.mark.parametrize("via", [None, [], "", {"party": "RUS", "date": None}, ["RUS"]])
def test_nothing_given_is_absent(via):
    """Null fields are as if they were not there, misspelt ones too."""
    asked = {"supplier": "PRK", "item": "arms", "recipient": None, "suplier": None, "via": via}
    query = query_of(asked)

    assert query.recipient == Query(item="arms").recipient
    assert [stop.date for stop in query.via] in ([], [""])
