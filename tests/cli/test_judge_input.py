"""Whatever is asked of `embargo judge`: what cannot be used is told, and nothing lost unsaid."""

import io
import json

import pytest

from embargo_watch.cli import progress
from embargo_watch.cli.judge import judge_command
from embargo_watch.errors import UnusableInput

SEED = "--supplier PRK --recipient RUS --item missiles --designation KN-23 --date 2023-12-30"


def test_what_cannot_be_used_stands_in_the_answer_too(run):
    """A program that never looks at stderr learns that a name was not known, or an area."""
    asked = {"supplier": "xanadu government", "recipient": "RUS", "item": "arms", "date": "2023"}
    odd = {"area": "Xanadu", "quantity": "banana", "flag": "houthi", "colour": "red"}
    lines = "\n".join(
        json.dumps(each) for each in (asked, asked | odd, asked | {"supplier": "IRN"})
    )
    code, out, _ = run(judge_command, ["-", "--json"], stdin=lines)
    _, told, _ = run(judge_command, ["-", "--json", "--explain"], stdin=lines)
    first, second, third = (json.loads(line) for line in out.splitlines())
    unknown = 'supplier "xanadu government" is no known party; judged as a party of its own'

    assert code == 0
    assert first["warnings"] == [unknown]
    assert set(second["warnings"]) == {
        unknown, 'area "Xanadu" is no known state or area; left out',
        'quantity "banana" is no amount; left out', 'flag "houthi" is no state; left out',
        "field 'colour' is not used",
    }  # fmt: skip
    assert "warnings" not in third
    assert [json.loads(line).get("warnings") for line in told.splitlines()] == [
        first["warnings"], second["warnings"], None
    ]  # fmt: skip


@pytest.mark.parametrize("quantity", ["banana", "-5 tonnes", "- 5 t", "US$ -5m", "−3", "?", "５ t"])
def test_a_quantity_is_an_amount(run, quantity):
    """A slip is told, and not taken for an amount that nobody knows."""
    with pytest.raises(UnusableInput, match=r"quantity .* is no amount"):
        run(judge_command, [*SEED.split(), f"--quantity={quantity}"])


@pytest.mark.parametrize(
    "quantity", ["5 trucks", "dozens of drones", "two ships", "60-65 t", "a ton"]
)
def test_an_amount_may_be_vague(run, quantity):
    """What cannot be counted against a cap is an amount all the same."""
    code, _, _ = run(judge_command, [*SEED.split(), "--quantity", quantity])

    assert code == 0


@pytest.mark.parametrize(
    "flag",
    ["--supplier", "--recipient", "--item", "--designation", "--quantity", "--area", "--date",
     "--via", "--maker", "--broker", "--end-user", "--flag"],
)  # fmt: skip
def test_a_flag_without_a_value_is_refused(run, flag):
    """It would be lost without a word."""
    with pytest.raises(UnusableInput, match=f"{flag} is empty"):
        run(judge_command, [*SEED.split(), flag, " "])


@pytest.mark.parametrize("date", ["２０２３", "2023-12-30\n", " 2023"])
def test_a_date_is_written_in_plain_digits(run, date):
    """What only looks like a date is none, on the command line and in a file."""
    with pytest.raises(UnusableInput, match=r"--date .* is not an EDTF date"):
        run(judge_command, [*SEED.split(), "--date", date])
    line = json.dumps({"supplier": "PRK", "item": "arms", "date": "２０２３"})
    code, _, err = run(judge_command, ["-"], stdin=line)

    assert code == 1
    assert "is not an EDTF date" in err


def test_a_flag_of_a_ship_is_a_state(run):
    """A group has no flag."""
    with pytest.raises(UnusableInput, match="flag 'houthi' is no state"):
        run(judge_command, [*SEED.split(), "--flag", "Houthis"])


def test_a_file_for_a_person_is_two_lines_a_query(run):
    """Quick to write and to read; a line that cannot be used keeps its place."""
    line = '{"supplier": "PRK", "recipient": "RUS", "item": "missiles", "date": "2023-12-30"}'
    code, out, err = run(judge_command, ["-"], stdin=f"{line}\n{{\n{line}")
    _, explained, _ = run(judge_command, ["-", "--explain"], stdin=line)
    first, second, third, *_ = out.splitlines()

    assert code == 1
    assert first == "North Korea (PRK) → Russia (RUS): missiles, 2023-12-30"
    assert second.startswith("  Engaged: ")
    assert second.strip() in " ".join(explained.split())
    assert third == "(not judged)"
    assert out.splitlines()[3:] == [first, second]
    assert "line 2" in err
    assert "Provision" in explained


def test_a_line_without_end_is_passed_over(run, tmp_path):
    """No line takes more memory than a line may; the lines after it are answered."""
    line = b'{"supplier": "PRK", "recipient": "RUS", "item": "missiles", "date": "2023-12-30"}'
    long = b'{"supplier": "' + b"x" * (3 << 20) + b'"}'
    path = tmp_path / "queries.jsonl"
    path.write_bytes(b"\n".join((line, long, line, b"y" * (2 << 20))))
    code, out, err = run(judge_command, [str(path), "--json"])
    answers = [json.loads(each) for each in out.splitlines()]

    assert code == 1
    assert [bool(answer.get("error")) for answer in answers] == [False, True, False, True]
    assert "line 2: the line is longer than 1 MiB" in err
    assert answers[1]["query"] is None
    assert answers[0]["findings"] == answers[2]["findings"]


@pytest.mark.parametrize(("waits", "shown"), [(True, True), (False, False)])
def test_a_person_who_waits_for_a_file_sees_how_far_it_is(monkeypatch, waits, shown):
    """On stderr, while the answers go into a file; nothing where nobody looks."""
    seen, ticks = io.StringIO(), iter(range(10_000))
    monkeypatch.setattr(seen, "isatty", lambda: waits, raising=False)
    monkeypatch.setattr(progress.sys, "stderr", seen)
    monkeypatch.setattr(progress.sys, "stdout", io.StringIO())
    monkeypatch.setattr(progress.time, "monotonic", lambda: float(next(ticks)))

    assert list(progress.counted(range(200), "queries")) == list(range(200))
    assert ("128 queries, " in seen.getvalue()) is shown
    assert seen.getvalue().endswith("\r") is shown
