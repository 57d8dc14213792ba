"""What `embargo law texts`, `show`, `audit` and `news` answer, with and without official texts."""

import json
import zipfile

import pytest

from embargo_watch.cli.law_texts import (
    audit_command,
    news_command,
    show_command,
    texts_command,
)
from embargo_watch.errors import UnusableInput

REGIME = """\
regime: RUR
name: Ruritania
layer: UN
territory: ""
parties: [RUS]
instruments:
  - {id: S/RES/3001 (2031), adopted: 2031-03-04}
provisions:
  - id: RUR-3001-1
    instrument: S/RES/3001 (2031)
    paragraph: "1"
    text: no arms to Ruritania
    kind: ban
    force: mandatory
    adopted: 2031-03-04
    from: 2031-03-04
    until_kind: open
    direction: to_target
    bound: all States
    target_type: state
    target: [RUS]
    target_text: Ruritania
    area: whole country
    items: [arms_all]
    confidence: V
    source: [S/RES/3001 (2031)]
""".replace('territory: ""\n', "")


@pytest.fixture
def law(tmp_path):
    """A folder with one invented regime beside the bundled ones."""
    folder = tmp_path / "law"
    folder.mkdir()
    (folder / "rur.yaml").write_text(REGIME)
    return str(folder)


@pytest.fixture
def copy(tmp_path, akoma):
    """A user's copy: the ban, and a renewal that our data do not know."""
    folder = tmp_path / "copy"
    folder.mkdir()
    ban = "Decides that all States shall prevent the sale of arms to Ruritania;"
    renewal = "Decides to renew the measures imposed by paragraph 1 of resolution 3001 (2031);"
    (folder / "a.xml").write_bytes(akoma(operative=((0, "1.", ban),)))
    (folder / "b.xml").write_bytes(
        akoma(symbol="S/RES/3002 (2032)", adopted="2032-01-01", operative=((0, "1.", renewal),))
    )
    return folder


@pytest.fixture
def index(tmp_path):
    """Where the index goes."""
    return ["--texts", str(tmp_path / "index")]


@pytest.fixture
def filled(run, copy, index):
    """The index with the copy in it."""
    run(texts_command, ["add", str(copy), *index])
    return index


def test_texts_are_added_once_and_counted(run, copy, index):
    """Counts come with the acknowledgement that the United Nations asks for."""
    code, out, _ = run(texts_command, ["add", str(copy), *index])
    again = run(texts_command, ["add", str(copy), *index])
    listed = run(texts_command, [*index, "--json"])

    assert code == 0
    assert out.startswith("added 2, unchanged 0, replaced 0, refused 0")
    assert "Source: United Nations" in out
    assert again[1].startswith("added 0, unchanged 2")
    assert json.loads(listed[1])["resolutions"] == 2


def test_a_refused_file_is_named_and_the_rest_is_added(run, copy, index):
    """One broken file costs nothing but itself, and exit code 1."""
    (copy / "c.xml").write_text("no resolution")
    code, out, err = run(texts_command, ["add", str(copy), *index])

    assert code == 1
    assert "added 2" in out
    assert "c.xml" in err


def test_show_quotes_the_paragraph_with_its_citation(run, filled, law):
    """Our words first, then the official ones."""
    _, out, _ = run(show_command, ["rur-3001-1", *filled, "--regimes", law])

    assert out.index("no arms to Ruritania") < out.index("S/RES/3001 (2031), paragraph 1")
    assert "shall prevent the sale of arms" in out
    assert "Source: United Nations" in out


def test_show_without_texts_says_how_to_add_them(run, index, law):
    """One line, and all of our own words."""
    _, out, _ = run(show_command, ["RUR-3001-1", *index, "--regimes", law])

    assert "no arms to Ruritania" in out
    assert "embargo law texts add PATH" in out


@pytest.mark.parametrize("asked", [["3001", "1"], ["S/RES/3001 (2031)"], ["3001"], ["3001 OP1"]])
def test_show_takes_a_paragraph_or_an_instrument(run, filled, law, asked):
    """Whoever knows the paragraph need not know our id."""
    _, out, _ = run(show_command, [*asked, *filled, "--regimes", law, "--json"])
    answer = json.loads(out)

    assert answer["provision"] == "RUR-3001-1"
    assert answer["official"][0]["citation"] == "S/RES/3001 (2031), paragraph 1"


def test_show_quotes_a_paragraph_outside_our_law(run, filled):
    """A paragraph that none of our provisions stands in is quoted alone."""
    _, out, _ = run(show_command, ["3002", "1", *filled])

    assert "no provision of the law data" in out
    assert "Decides to renew" in out


def test_show_tells_who_voted_for_it(run, index):
    """That Russia itself supported it is part of the story."""
    _, out, _ = run(show_command, ["DPRK-1718-8b", *index])

    assert "15-0-0: supported by CHN, FRA, GBR, RUS, USA" in out


def test_an_unknown_id_is_refused_with_near_ones(run, index):
    """A slip of the pen is answered with what may have been meant."""
    with pytest.raises(UnusableInput, match="DPRK-1718-8b"):
        run(show_command, ["DPRK-1718-8bb", *index])


@pytest.mark.parametrize("command", [audit_command, news_command, texts_command])
def test_without_texts_there_is_nothing_to_hold_against(run, index, command):
    """Exit code 2, with how to add texts."""
    with pytest.raises(UnusableInput, match="embargo law texts add"):
        run(command, index)


def test_audit_ends_with_one_where_something_differs(run, filled, law):
    """Our invented regime has no vote on record, and the audit says so."""
    code, out, _ = run(audit_command, [*filled, "--regimes", law])

    assert code == 1
    assert "RUR: vote: S/RES/3001 (2031)" in out
    assert out.rstrip().endswith("could not be checked.")


def test_audit_as_json_ends_with_its_summary(run, filled, law):
    """A line a comparison, then the counts."""
    _, out, _ = run(audit_command, [*filled, "--regimes", law, "--json"])
    lines = [json.loads(line) for line in out.splitlines()]

    assert set(lines[0]) == {
        "regime", "provision", "check", "citation", "outcome", "expected", "found", "reason"
    }  # fmt: skip
    assert lines[-1]["summary"]["comparisons"] == len(lines) - 1
    assert lines[-1]["summary"]["provisions"] == 1


def test_news_point_to_the_provision(run, filled, law):
    """The renewal that our data lack is named with what it concerns."""
    _, out, _ = run(news_command, [*filled, "--regimes", law])
    _, lines, _ = run(news_command, [*filled, "--regimes", law, "--json"])
    _, later, _ = run(news_command, [*filled, "--regimes", law, "--since", "2033-01-01"])

    assert "S/RES/3002 (2032)" in out
    assert json.loads(lines)["concerns"] == ["RUR-3001-1"]
    assert later.startswith("0 resolutions")


def test_news_since_wants_a_day(run, filled):
    """A month is no day."""
    with pytest.raises(UnusableInput, match="--since"):
        run(news_command, [*filled, "--since", "2024-13"])


def test_a_folder_or_zip_without_any_text_is_no_copy(run, tmp_path, index):
    """Neither "added 0" nor a good end."""
    empty, packed = tmp_path / "empty", tmp_path / "empty.zip"
    empty.mkdir()
    (empty / "readme.md").write_text("no")
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("readme.md", "no")
    for path in (empty, packed):
        with pytest.raises(UnusableInput, match=rf"{path.name}: it holds no official text"):
            run(texts_command, [*index, "add", str(path)])


def test_a_text_that_is_replaced_is_named(run, copy, index, akoma):
    """Another text of the same symbol takes its place, and not without a word."""
    run(texts_command, [*index, "add", str(copy)])
    (copy / "a.xml").write_bytes(akoma(operative=((0, "1.", "Decides otherwise;"),)))
    _, out, err = run(texts_command, [*index, "add", str(copy)])

    assert "added 0, unchanged 1, replaced 1" in out
    assert err.splitlines() == [
        "embargo: replaced, for its words were others: S/RES/3001 (2031) (a.xml)"
    ]


@pytest.mark.parametrize(
    ("asked", "told"),
    [("3001 99", "of 3001 there are 1"), ("3001 1(zzz", "of 3001 there are 1"),
     ("3001 1(q)", "of 3001 there are 1"), ("3002 7", "of 3002 there are 1"),
     ("S/2031/5 9", "of S/2031/5 there are 1, 2"), ("S/2031/6", "no provision or paragraph")],
)  # fmt: skip
def test_a_paragraph_that_is_not_there_names_the_nearest(run, copy, index, law, akoma, asked, told):
    """Neither another paragraph nor an empty one in its stead."""
    _add_draft(run, copy, index, akoma)
    with pytest.raises(UnusableInput, match=told):
        run(show_command, [*asked.split(" ", 1), *index, "--regimes", law])


def test_a_draft_is_shown_from_the_texts(run, copy, index, akoma):
    """By its symbol, with the vote that failed; without texts, how to come by them."""
    with pytest.raises(UnusableInput, match="is a draft, and there are no official texts"):
        run(show_command, ["S/2031/5", *index])
    _add_draft(run, copy, index, akoma)
    _, out, _ = run(show_command, ["s/2031/5", *index])
    _, second, _ = run(show_command, ["S/2031/5 2", *index])

    assert "S/2031/5: a draft that was not adopted" in out
    assert "Decides on a thing;" in out
    assert "Decides on another." in second
    assert "Decides on a thing;" not in second


def _add_draft(run, copy, index, akoma):
    lines = ((0, "1.", "Decides on a thing;"), (0, "2.", "Decides on another."))
    draft = akoma(symbol="S/2031/5", operative=lines, outcome="rejected", said="Not adopted, 2-1-0")
    (copy / "draft.xml").write_bytes(draft)
    run(texts_command, [*index, "add", str(copy)])
