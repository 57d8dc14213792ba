"""What `embargo judge` and `embargo law` answer, to people and to programs."""

import json

import pytest
from click.testing import CliRunner

from embargo_watch.cli.judge import judge_command
from embargo_watch.cli.law import law_command
from embargo_watch.errors import UnusableInput

SEED = "--supplier PRK --recipient RUS --item missiles --designation KN-23 --date 2023-12-30"


@pytest.fixture
def run():
    """Run a command and return its exit code, stdout and stderr; our errors come through."""

    def ran(command, arguments, stdin=None):
        result = CliRunner().invoke(
            command, arguments, input=stdin, standalone_mode=False, catch_exceptions=False
        )
        return result.return_value, result.stdout, result.stderr

    return ran


def test_one_query_as_json_keeps_the_contract(run):
    """The field names are a promise."""
    code, out, _ = run(judge_command, [*SEED.split(), "--json"])
    answer = json.loads(out)

    assert code == 0
    assert set(answer) >= {"query", "law", "findings"}
    assert answer["query"]["supplier"] == "PRK"
    by_id = {finding["provision"]: finding for finding in answer["findings"]}
    finding = by_id["DPRK-1718-8b"]
    assert set(finding) >= {
        "provision", "instrument", "paragraph", "verdict", "breach", "basis", "readings", "reasons"
    }  # fmt: skip
    assert (finding["verdict"], finding["basis"], finding["paragraph"]) == (
        "engaged",
        "stated",
        "8(b)",
    )
    assert set(finding["reasons"][0]) == {"rule", "compared", "source"}


def test_a_file_is_answered_in_its_order_with_bad_lines_in_their_place(run, tmp_path):
    """A line that cannot be used gets an error object; the rest is done; the end is 1."""
    lines = [
        '{"supplier": "IRN", "recipient": "houthi", "item": "missiles", "date": "2024-01-11"}',
        "{bad",
        '{"supplier": "PRK", "recipient": "RUS", "item": "missiles", "date": "sometime"}',
        '{"supplier": "PRK", "recipient": "RUS", "item": "rockets", "date": "2024"}',
        "[1, 2]",
        '{"supplier": "TUR", "recipient": "LBY", "item": "uav", "date": "2019-05-18"}',
    ]
    path = tmp_path / "queries.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    code, out, err = run(judge_command, [str(path), "--json"])
    answers = [json.loads(line) for line in out.splitlines()]

    assert code == 1
    assert len(answers) == len(lines)
    assert [bool(answer.get("error")) for answer in answers] == [0, 1, 1, 1, 1, 0]
    assert "'sometime'" in answers[2]["error"]
    assert "line 3" in answers[2]["error"]
    assert "'rockets'" in answers[3]["error"]
    assert answers[5]["query"]["recipient"] == "LBY"
    assert "line 2" in err


def test_queries_from_stdin(run):
    """`-` is stdin."""
    line = '{"supplier": "PRK", "recipient": "CHN", "item": "fuel", "designation": "coal", '
    line += '"area": "", "date": "2018-06-01"}\n'
    code, out, _ = run(judge_command, ["-", "--json"], stdin=line)
    verdicts = {f["provision"]: f["verdict"] for f in json.loads(out)["findings"]}

    assert code == 0
    assert verdicts["DPRK-2371-8"] == "engaged"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ("--supplier PRQ --item arms", "'PRQ'"),
        ("--supplier PRK --item rockets", "'rockets'"),
        ("--supplier PRK --item arms --date 2023-02-30", "'2023-02-30'"),
        ("--item arms", "needs a supplier"),
        ("nowhere.jsonl", "nowhere.jsonl"),
        ("queries.jsonl --supplier PRK", "do not go together"),
    ],
)
def test_unusable_flags_are_named_with_their_value(run, arguments, named):
    """Exit code 2 and the value that cannot be used."""
    with pytest.raises(UnusableInput, match=named) as caught:
        run(judge_command, arguments.split())
    assert caught.value.exit_code == 2


def test_a_state_stands_for_its_government_unless_told_otherwise(run):
    """Supply to the Government of Yemen is free; goods bound for Yemen may be for the Houthis."""
    query = [
        "--supplier",
        "IRN",
        "--recipient",
        "YEM",
        "--item",
        "arms",
        "--date",
        "2023-06-01",
        "--json",
    ]
    _, plain, _ = run(judge_command, query)
    _, territory, _ = run(judge_command, [*query, "--recipient-as", "territory"])

    def verdict(out):
        return {f["provision"]: f["verdict"] for f in json.loads(out)["findings"]}["YEMEN-2624-1"]

    assert verdict(plain) == "not_engaged"
    assert verdict(territory) == "unknown"


def test_a_person_gets_a_table_without_colour(run):
    """Names, verdicts and reasons; no escape codes in a pipe, no line wider than 100 columns."""
    _, out, _ = run(judge_command, SEED.split())

    assert "North Korea (PRK) → Russia (RUS)" in out
    assert "DPRK-1718-8b" in out
    assert "\x1b" not in out
    assert max(len(line) for line in out.splitlines()) <= 100


def test_the_gap_between_2023_and_2025_is_explained(run):
    """What ended, when and why stands in the answer, and what came later."""
    query = "--supplier IRN --recipient RUS --item missiles --designation Fath-360"
    _, out, _ = run(judge_command, [*query.split(), "--date", "2024-09-01"])
    told = " ".join(out.split())

    assert "2023-10-18" in told
    assert "2025-09-28" in told
    assert "0 engaged, contested or unknown" in told


def test_parties_under_no_regime_are_told_so(run):
    """No table, one sentence."""
    _, out, _ = run(judge_command, ["--supplier", "DEU", "--recipient", "UKR", "--item", "armour"])

    assert "No regime" in out


def test_law_at_a_date_as_json(run):
    """Only what stands that day, each with its paragraph and source."""
    _, out, _ = run(law_command, ["--at", "2012-06-30", "--party", "LBY", "--json"])
    listed = [json.loads(line) for line in out.splitlines()]

    assert {each["provision"] for each in listed} == {
        "LIBYA-1970-9", "LIBYA-1970-10", "LIBYA-EX-2009", "LIBYA-EX-2009-13b",
        "LIBYA-1973-13",
    }  # fmt: skip
    assert all(each["paragraph"] and each["source"] for each in listed)
    assert {each["standing"] for each in listed} == {"in force"}


def test_law_shows_contested_provisions_as_such(run):
    """On 1 December 2025 the returned provisions on Iran are contested."""
    _, out, _ = run(law_command, ["--at", "2025-12-01", "--regime", "iran", "--json"])
    standing = {line["provision"]: line["standing"] for line in map(json.loads, out.splitlines())}

    assert set(standing.values()) == {"contested"}
    assert "IRAN-SB-1747-5" in standing


def test_law_as_a_table(run):
    """A title a regime, a row a provision, a closing count."""
    _, out, _ = run(law_command, ["--regime", "YEMEN"])

    assert "YEMEN-2216-14" in out
    assert "3 provisions, in 1 regime." in out
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [("--at never", "'never'"), ("--party Ruritania", "'Ruritania'"), ("--regime MOON", "'MOON'")],
)
def test_law_names_what_it_cannot_use(run, arguments, named):
    """The value and what would do."""
    with pytest.raises(UnusableInput, match=named):
        run(law_command, arguments.split())


def test_a_field_that_is_not_used_is_told(run):
    """A misspelt field would change the answer without a word."""
    line = '{"supplier": "PRK", "recipent": "RUS", "item": "arms", "date": "2020"}\n'
    code, out, err = run(judge_command, ["-", "--json"], stdin=line)

    assert code == 0
    assert json.loads(out)["findings"]
    assert "'recipent'" in err
