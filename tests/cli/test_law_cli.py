"""What `embargo law` and `embargo law diff` show, to people and to programs."""

import json
import os
import subprocess
import sys

import pytest

from embargo_watch.cli.law import law_command
from embargo_watch.errors import UnusableInput


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


def test_law_keeps_the_contract(run):
    """The field names are a promise; every provision has all of them."""
    _, out, err = run(law_command, ["--json"])
    listed = [json.loads(line) for line in out.splitlines()]

    for each in listed:
        assert each.keys() >= {
            "provision", "regime", "regime_name", "layer", "territory", "parties", "instrument",
            "paragraph", "text", "kind", "force", "adopted", "from", "until", "until_kind",
            "changed_by", "direction", "bound", "binds", "nexus", "target_type", "target",
            "target_text", "area", "areas", "items", "items_since", "services", "requires", "hs",
            "cap", "caps", "cap_items", "listed", "changes", "vote", "grace", "route", "relaxes",
            "determination", "exemptions", "inspection", "contested", "readings", "confidence",
            "source", "note", "standing", "law",
        }  # fmt: skip
    assert f"{len(listed)} provisions" in err
    votes = {each["provision"]: each["vote"] for each in listed}
    assert (votes["DPRK-1718-8b"]["yes"], votes["DPRK-1718-8b"]["no"]) == (15, 0)


def test_a_newcomer_sees_the_regimes_first(run):
    """Without an option: a row a regime, with its dates, and how to see more."""
    _, out, _ = run(law_command, [])

    assert "United Nations (UN)" in out
    assert "SOUTH" in out or "SSD" in out
    assert "--at DATE" in out
    assert len(out.splitlines()) < 160


def test_a_day_is_counted_for_a_reporter(run):
    """SIPRI counts 13 UN arms embargoes in 2012, and they are named."""
    _, out, _ = run(law_command, ["--at", "2012-06-30"])
    told = " ".join(out[out.rindex("13 UN arms embargoes on 2012-06-30: ") :].split())

    assert "provisions stand on 2012-06-30, in" in out
    assert told.count(",") == 12
    assert "Lebanon" in told


def test_the_count_needs_one_day(run):
    """Of a year, some embargoes may have come or gone."""
    _, out, _ = run(law_command, ["--at", "2012"])

    assert "UN arms embargoes" not in out


@pytest.mark.parametrize("party", ["Houthis", "houthi", "the Houthis"])
def test_parties_go_by_name(run, party):
    """A reporter types what the story says."""
    _, out, _ = run(law_command, ["--party", party, "--json"])

    assert {json.loads(line)["regime"] for line in out.splitlines()} >= {"YEMEN"}


def test_demonyms_name_a_party(run):
    """Iranian is Iran."""
    _, out, _ = run(law_command, ["--party", "Iranian", "--json"])

    assert {json.loads(line)["regime"] for line in out.splitlines()} >= {"IRAN"}


@pytest.mark.parametrize(
    ("option", "field", "value"), [("--layer", "layer", "EU"), ("--kind", "kind", "exemption")]
)
def test_filters_narrow_what_is_listed(run, option, field, value):
    """Only whose law was asked for, only what kind."""
    _, out, _ = run(law_command, [option, value, "--json"])

    assert {json.loads(line)[field] for line in out.splitlines()} == {value}


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize(
    "arguments",
    [[], ["--at", "2023-12-30"], ["--party", "PRK"], ["diff", "2016-01-01", "2018-01-01"]],
    ids=" ".join,
)
def test_nothing_is_wider_than_the_terminal(run, monkeypatch, width, arguments):
    """Tables fold their cells; only the closing sentences are left to the terminal."""
    monkeypatch.setenv("COLUMNS", str(width))
    _, out, _ = run(law_command, arguments)
    table = [line for line in out.splitlines() if line.startswith(" ")]

    assert table
    assert max(map(len, table)) <= width
    assert "\x1b" not in out


def test_a_difference_names_the_paragraph_that_made_it(run):
    """The Houthis as a group, by resolution 2624 of 28 February 2022, with its vote."""
    arguments = ["diff", "2022-02-27", "2022-02-28", "--party", "Houthis"]
    _, out, _ = run(law_command, [*arguments, "--json"])
    found = {each["provision"]: each for each in map(json.loads, out.splitlines())}
    _, table, _ = run(law_command, arguments)

    began = found["YEMEN-2624-1"]
    assert (began["on"], began["how"], began["instrument"]) == (
        "2022-02-28", "began", "S/RES/2624 (2022)",
    )  # fmt: skip
    assert began["vote"]["abstain"] == 4
    assert "vote 11-0-4" in table


def test_two_days_of_the_same_law_differ_in_nothing(run):
    """One sentence, no table."""
    _, out, _ = run(law_command, ["diff", "2020-01-01", "2020-01-01"])

    assert out.startswith("After 2020-01-01, up to and on 2020-01-01: no regime changed")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ("diff 2023 2024-01-01", "'2023'"),
        ("diff 2024-01-01 2023-01-01", "before"),
        ("diff 2024-01-01 2024-02-01 --party Ruritania", "'Ruritania'"),
        ("--at 2024-01-01 diff 2024-01-01 2024-02-01", "--at goes behind"),
    ],
)
def test_diff_names_what_it_cannot_use(run, arguments, named):
    """The value and what would do."""
    with pytest.raises(UnusableInput, match=named):
        run(law_command, arguments.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["law"],
        ["law", "--json"],
        ["law", "--at", "2012-06-30"],
        ["law", "diff", "2000-01-01", "2020-01-01"],
        ["judge", "--supplier", "PRK", "--recipient", "RUS", "--item", "arms", "--all"],
    ],
    ids=" ".join,
)
def test_a_closed_pipe_ends_quietly(arguments):
    """`| head -1` has read enough: no traceback, and no failure, as with other tools."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "embargo_watch", *arguments],
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)

    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stderr


def test_help_of_the_law_imports_no_law(monkeypatch):
    """The list of its commands comes at once."""
    script = (
        "import sys; from embargo_watch.cli.main import run; run(['law', '--help']);"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert "audit" in done.stdout
    heavy = {"yaml", "rich", "sqlalchemy", "embargo_watch.cli.law_texts"}
    assert not heavy & set(done.stderr.split())


def test_the_count_says_how_sure_each_embargo_is(run):
    """Past the last renewal seen, or contested, an embargo is not counted without a mark."""
    _, out, _ = run(law_command, ["--at", "2040-01-01"])
    told = " ".join(out[out.index("UN arms embargoes") :].split())
    _, again, err = run(law_command, ["--at", "2040-01-01", "--json"])

    assert "contested and" in told
    assert " past the last renewal seen: " in told
    assert "Iran (contested)" in told
    assert "(last renewal seen to 20" in told
    assert "Somalia," in told
    assert told in " ".join(err.split())
    assert "UN arms embargoes" not in again


def test_a_count_without_doubts_stays_simple(run):
    """Where all stand for sure, nothing more is said."""
    _, out, _ = run(law_command, ["--at", "2012-06-30"])

    assert "13 UN arms embargoes on 2012-06-30: Côte d'Ivoire, Dem" in " ".join(out.split())


@pytest.mark.parametrize("flag", ["--at", "--party", "--regime"])
@pytest.mark.parametrize("value", ["", " ", "\n"])
def test_a_flag_without_a_value_is_refused(run, flag, value):
    """It would be lost, and everything listed instead."""
    with pytest.raises(UnusableInput, match=f"{flag} is empty"):
        run(law_command, [flag, value])


@pytest.mark.parametrize("value", ["２０１２", "2012\n", "2012-06-30 ", "٢٠١٢"])
def test_a_date_is_written_in_plain_digits(run, value):
    """What only looks like a date's signs is none, whatever else is asked for."""
    with pytest.raises(UnusableInput, match=r"--at .* is not an EDTF date"):
        run(law_command, ["--at", value, "--kind", "lifting"])
    with pytest.raises(UnusableInput, match="is no day such as"):
        run(law_command, ["diff", value, "2020-01-01"])


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("--party Iranian --at 2023-12-30", "None of these 2 regimes is a UN arms embargo on"),
        ("--layer US --at 2023-12-30", "This regime is no UN arms embargo on 2023-12-30."),
        ("--regime libya --at 2012-06-30", "This regime is a UN arms embargo on 2012-06-30: Lib"),
        ("--regime iran --at 2025-12-01", "embargo on 2025-12-01: Iran (contested)."),
        ("--layer UN --at 2012-06-30", " regimes 13 are UN arms embargoes on 2012-06-30: "),
        ("--party Iran --at 2025-12-01", "Of these 2 regimes 1 is a UN arms embargo on 2025-12"),
    ],
)
def test_with_a_filter_the_embargoes_are_those_shown(run, asked, told):
    """A part of the law must not read as if the world had no embargo that day."""
    _, out, _ = run(law_command, asked.split())
    said = " ".join(out.split())

    assert told in said
    assert "0 UN arms" not in said


def test_a_kind_leaves_out_the_embargoes_without_it(run):
    """What is counted are the regimes shown, and none where nothing is."""
    _, out, _ = run(law_command, ["--kind", "duty", "--regime", "libya", "--at", "2012-06-30"])

    assert "0 provisions stand on 2012-06-30, in 0 regimes." in out
    assert "UN arms embargo" not in out
