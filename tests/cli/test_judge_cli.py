"""What `embargo judge` answers, to people and to programs."""

import json

import pytest

from embargo_watch.cli.judge import judge_command
from embargo_watch.cli.queries import query_of
from embargo_watch.errors import UnusableInput
from embargo_watch.model.finding import Stop

SEED = "--supplier PRK --recipient RUS --item missiles --designation KN-23 --date 2023-12-30"


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

    assert "had ended on 18 October 2023" in told
    assert "only from 28 September 2025" in told
    assert "Nothing is engaged, contested or unknown" in told
    assert told.index("had ended") < told.index("Provision Verdict Why")
    assert "embargo law show IRAN-" in told


def test_parties_under_no_regime_are_told_so(run):
    """No table, one sentence."""
    _, out, _ = run(judge_command, ["--supplier", "DEU", "--recipient", "UKR", "--item", "armour"])

    assert "No regime" in out


def test_the_answer_comes_first(run):
    """A line with the query as understood, a line with the counts, then the table."""
    _, out, _ = run(judge_command, SEED.split())
    first, second, *_ = out.splitlines()

    assert first == "North Korea (PRK) → Russia (RUS): missiles KN-23, 2023-12-30"
    assert second.startswith("Engaged: ")
    assert "DPRK-1718-8b" in second


def test_who_supported_what_is_part_of_the_story(run):
    """Russia voted for the resolutions that its purchase would breach."""
    _, out, _ = run(judge_command, SEED.split())

    assert "RUS voted for it" in out
    assert "PRK voted" not in out


def test_explanations_are_data_too(run):
    """One query explains itself; for a file `--explain` asks for it."""
    query = "--supplier IRN --recipient RUS --item missiles --date 2024-09-01 --json"
    _, out, _ = run(judge_command, query.split())
    (gap,) = [each for each in json.loads(out)["explanation"] if each["regime"] == "IRAN"]
    line = '{"supplier": "IRN", "recipient": "RUS", "item": "missiles", "date": "2024-09-01"}'
    _, plain, _ = run(judge_command, ["-", "--json"], stdin=line)
    _, told, _ = run(judge_command, ["-", "--json", "--explain"], stdin=line)

    assert "18 October 2023" in gap["text"]
    assert gap["ended"][0].keys() == {"provision", "citation", "day", "held_by", "denied_by"}
    assert "explanation" not in json.loads(plain)
    assert json.loads(told)["explanation"] == json.loads(out)["explanation"]
    assert json.loads(told)["findings"] == json.loads(plain)["findings"]


CHAIN = [
    {"via": ["OMN", {"party": "ARE", "date": "2023-05"}]},
    {"via": ["Oman", "United Arab Emirates@2023-05"]},
    {"via": ["OMN", "ARE @ 2023-05"]},
]


@pytest.mark.parametrize("via", CHAIN, ids=str)
def test_a_chain_may_be_written_in_several_ways(via):
    """Ids or names, `PARTY@DATE` or an object: the same stops."""
    asked = {"supplier": "IRN", "recipient": "houthi", "item": "arms", "date": "2023-06"} | via

    assert query_of(asked).via == (Stop(party="OMN"), Stop(party="ARE", date="2023-05"))


def test_flags_and_fields_say_the_same(run):
    """Every flag has its field."""
    flags = "--supplier Iranian --recipient Houthis --item arms --date 2023-06 --maker PRK "
    flags += "--broker ARE --end-user YEM --flag PAN --via OMN@2023-05 --via Djibouti --area Yemen "
    _, out, _ = run(judge_command, [*flags.split(), "--quantity", "5 tonnes", "--json"])
    answer = json.loads(out)
    line = json.dumps(answer["query"])
    _, again, _ = run(judge_command, ["-", "--json"], stdin=line)

    assert answer["query"]["via"] == ["OMN@2023-05", "Djibouti"]
    assert json.loads(again)["findings"] == answer["findings"]
    assert {finding["date"] for finding in answer["findings"]} >= {"2023-06"}


def test_unknown_places_and_groups_cost_a_warning_and_not_the_line(run):
    """Judged with what is known; the warning names file, line and words, once."""
    line = '{"supplier": "IRN", "recipient": "Front for Xanadu", "item": "arms", '
    line += '"area": "Xanadu", "via": ["the Xanadu Boys"], "date": "2023"}\n'
    code, out, err = run(judge_command, ["-", "--json"], stdin=line * 3)
    answers = [json.loads(each) for each in out.splitlines()]

    assert code == 0
    assert len(answers) == 3
    assert not any("error" in answer for answer in answers)
    assert answers[0]["findings"]
    assert err.count('"Xanadu"') == 1
    assert '-: line 1: recipient "Front for Xanadu"' in err
    assert '"the Xanadu Boys"' in err


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('{"supplier": "PRQ", "item": "arms"}', "'PRQ'"),
        ('{"supplier": "PRK", "item": "arms", "via": [{"who": "CHN"}]}', "'who'"),
        ('{"supplier": "PRK", "item": "arms", "via": ["CHN@someday"]}', "'someday'"),
        ('{"supplier": "PRK", "item": "arms", "via": ["@2023"]}', "names no party"),
        ('{"supplier": "PRK", "item": "arms", "via": [7]}', "not 7"),
        ('{"supplier": 5, "item": "arms"}', "not 5"),
    ],
)
def test_a_line_that_cannot_be_used_says_why(run, line, named):
    """Its place holds the error, and the end is 1."""
    code, out, _ = run(judge_command, ["-", "--json"], stdin=line)

    assert code == 1
    assert named in json.loads(out)["error"]


@pytest.mark.parametrize("flag", ["--area Xanadu", "--via Xanadu", "--broker Xanadu"])
def test_a_flag_that_names_nothing_known_is_an_error(run, flag):
    """On the command line somebody is there to correct it."""
    with pytest.raises(UnusableInput, match="Xanadu"):
        run(judge_command, ["--supplier", "IRN", "--item", "arms", *flag.split()])


def test_an_area_is_told_by_its_name(run):
    """Darfur is not all of Sudan."""
    query = "--supplier ARE --recipient SDN --recipient-as territory --item arms --date 2024-01-01"
    _, darfur, _ = run(judge_command, [*query.split(), "--area", "Darfur"])
    _, outside, _ = run(judge_command, [*query.split(), "--area", "Port Sudan"])

    assert "delivered in Darfur (darfur)" in darfur
    assert "SDN-1591-7" in darfur.splitlines()[1]
    assert "Engaged: " not in outside


def test_a_field_that_is_not_used_is_told(run):
    """What the judge passes over did not decide, and a person should know."""
    line = '{"supplier": "PRK", "reporter": "RUS", "item": "arms", "date": "2020"}\n'
    code, out, err = run(judge_command, ["-", "--json"], stdin=line)

    assert code == 0
    assert json.loads(out)["findings"]
    assert "'reporter'" in err
