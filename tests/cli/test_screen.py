"""The closing line and the tables say everything, at any width."""

from collections import Counter

import pytest

from embargo_watch.cli import screen, tables
from embargo_watch.cli.progress import expected_bytes
from embargo_watch.model.ledger import Flow, Voice
from embargo_watch.model.tally import Tally

FLOW = Flow(
    id="flow-0123456789abcdef",
    supplier="PRK",
    recipient="RUS",
    item="missiles",
    first="2023-12-30",
    last="2024-01-02",
    voices=(
        Voice(origin="USA", stance="asserts", first_said="2024-01-04", claims=("c",), copies=2),
        Voice(origin="RUS", stance="denies", first_said="2024-01-17", claims=("d",)),
    ),
    independent=1,
    claims=("c", "d"),
    incidents=(),
    designations=("KN-23",),
    engaged=("DPRK-1718-8b", "DPRK-1874-9"),
    unknown=("A", "B", "C"),
)


def test_the_closing_line_counts_everything():
    """Read, relevant, claims, refused by reason, failed: nothing is lost without a number."""
    tally = Tally(
        read=12, relevant=7, claims=9, failed=1,
        refused=Counter({"language: fr": 2}), rejected=Counter({"no-party": 3, "no-item": 4}),
    )  # fmt: skip

    assert screen.closing(tally, 0.5) == (
        "read 12; relevant 7; claims 9; not read 2 language: fr; "
        "candidates refused 4 no-item, 3 no-party; failed 1 (0.5 s)"
    )
    assert tally.documents == 15


def test_tallies_add_up():
    """The sum of two batches is the count of both."""
    one = Tally(read=1, claims=2, rejected=Counter({"no-party": 1}))
    both = one + one

    assert (both.read, both.claims, dict(both.rejected)) == (2, 4, {"no-party": 2})


@pytest.mark.parametrize("columns", [50, 80, 120])
def test_a_table_fits_the_screen_and_has_no_colour(monkeypatch, capsys, columns):
    """Whatever the width, every fact is there and no line is wider."""
    monkeypatch.setenv("COLUMNS", str(columns))
    tables.flows([FLOW])
    printed = capsys.readouterr().out
    words = " ".join(printed.split())

    assert max(map(len, printed.splitlines())) <= columns
    assert "\x1b" not in printed
    for fact in ("(PRK)", "missiles,", "KN-23", "2023-12-30", "asserts:", "denies:", "engaged:"):
        assert fact in words


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2023-12-30", "2024-01-02", "2023-12-30 to 2024-01-02"),
        ("2024-01-02", "2024-01-02", "2024-01-02"),
        ("2024-01-02/2024-01-30", "2025-05", "2024-01-02 to 2025-05-31"),
        ("", "", "undated"),
        ("../2024-01", "../2024-01", ".. to 2024-01-31"),
    ],
)
def test_days_are_shown_from_the_first_possible_to_the_last(first, last, shown):
    """Bounds are shown as bounds."""
    assert tables.span_of_days(first, last) == shown


def test_the_bar_knows_how_much_there_is(tmp_path):
    """Folders are summed and gzip is asked for its own size; what cannot be told is None."""
    import gzip

    (tmp_path / "a.txt").write_bytes(b"x" * 10)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b"y" * 1000))

    assert expected_bytes(str(tmp_path)) == 1010
    assert expected_bytes("-") is None
    (tmp_path / "c.zip").write_bytes(b"no archive")
    assert expected_bytes(str(tmp_path)) is None


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 claims"), (1, "1 claim"), (2, "2 claims"), (2310, "2,310 claims")]
)
def test_a_count_agrees_with_its_noun(count, told):
    """One of a thing is no plural."""
    assert screen.many(count, "claim") == told
    assert screen.many(count, "entry", "entries").endswith("y") == (count == 1)
