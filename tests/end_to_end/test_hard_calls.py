"""Calls that are odd rather than wrong end in a sentence and the right code, never in a bug."""

import json
import shutil
import sqlite3
import subprocess

import pytest

ENTRY = {
    "id": "one",
    "published": "2024-01-05",
    "title": "North Korea sent missiles to Russia",
    "text": "North Korea sent 100 ballistic missiles to Russia on 3 January, officials said.",
}
LINE = json.dumps(ENTRY) + "\n"


@pytest.fixture(scope="module")
def ledger(embargo, tmp_path_factory):
    """A ledger with one claim."""
    folder = tmp_path_factory.mktemp("hard")
    (folder / "feed.jsonl").write_text(LINE)
    assert embargo("add", folder / "feed.jsonl", "--ledger", folder / "ledger").code == 0
    return folder / "ledger"


@pytest.fixture
def own(ledger, tmp_path):
    """A copy of that ledger, to be damaged."""
    shutil.copytree(ledger, tmp_path / "own")
    return tmp_path / "own"


@pytest.mark.parametrize("until", ["9999", "9999-12", "9999-12-31", "9998"])
def test_the_last_year_of_all_is_a_bound_like_others(embargo, ledger, until):
    """Nothing comes after it, so nothing is left out."""
    answer = embargo("flows", "--until", until, "--ledger", ledger)

    assert (answer.code, "1 flow" in answer.err) == (0, True)


@pytest.mark.parametrize(
    "option", ["party", "supplier", "recipient", "item", "provision", "since", "until"]
)
@pytest.mark.parametrize("value", ["", "  "])
def test_an_empty_filter_is_no_filter(embargo, ledger, option, value):
    """A variable that a script forgot to fill does not list everything."""
    answer = embargo("claims", f"--{option}", value, "--ledger", ledger)

    assert answer.code == 2
    assert f"--{option} is empty" in answer.err


@pytest.mark.parametrize("listing", ["flows", "incidents", "claims"])
def test_a_provision_that_no_law_has(embargo, ledger, listing):
    """The name is refused, and the nearest are offered."""
    answer = embargo(listing, "--provision", "DPRK-1718-8", "--ledger", ledger)

    assert answer.code == 2
    assert "'DPRK-1718-8' is no provision" in answer.err
    assert "DPRK-1718-8b" in answer.err


def test_a_provision_that_is_law(embargo, ledger):
    """A provision of the law is listed, or has nothing to list."""
    from embargo_watch.reference.regimes import regimes

    some = [regime.provisions[0].id for regime in regimes()[:2]]
    for provision in ("DPRK-1718-8b", *some):
        assert embargo("flows", "--provision", provision, "--ledger", ledger).code == 0


@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_nobodys_bug(command, environment, ledger, closed):
    """Started without standard streams, the program does its work all the same."""
    call = " ".join([*command, "flows", "--ledger", str(ledger), closed])
    done = subprocess.run(["sh", "-c", call], env=environment, timeout=120, check=False)

    assert done.returncode == 0


def test_a_closed_stdin_holds_nothing(command, environment):
    """There is nothing to read, which is said and is no bug."""
    call = " ".join([*command, "read", "-", "<&-"])
    done = subprocess.run(
        ["sh", "-c", call],
        env=environment,
        timeout=120,
        check=False,
        capture_output=True,
    )

    assert done.returncode in (0, 1)
    assert b"Traceback" not in done.stderr


def test_a_ledger_that_forgot_its_version(embargo, own, tmp_path):
    """Neither "no ledger" nor a second set of tables: what is wrong is said."""
    with sqlite3.connect(own / "ledger.sqlite") as database:
        database.execute("DELETE FROM alembic_version")
    (tmp_path / "feed.jsonl").write_text(LINE)
    for call in (("flows",), ("add", tmp_path / "feed.jsonl")):
        answer = embargo(*call, "--ledger", own)

        assert answer.code == 3
        assert "alembic_version is empty" in answer.err.replace("\n", " ")


def test_a_record_without_its_bytes_says_so(embargo, own):
    """The record is shown, and that its archived copy is gone."""
    claim = json.loads(embargo("claims", "--json", "--ledger", own).out.splitlines()[0])
    whole = embargo("show", claim["claim_id"], "--ledger", own)
    shutil.rmtree(own / "vault")
    bare = embargo("show", claim["claim_id"], "--ledger", own)

    assert whole.code == 0
    assert bare.code == 3
    assert "North Korea" in bare.out
    assert "vault" in bare.err


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_a_feed_in_a_wide_encoding(embargo, tmp_path, encoding):
    """Every line of it is read, and nothing is left over."""
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    (tmp_path / "feed.jsonl").write_bytes(mark + (LINE * 3).encode(encoding))
    answer = embargo("read", "--json", tmp_path / "feed.jsonl")

    assert answer.code == 0, answer.err
    assert [json.loads(line)["title"] for line in answer.out.splitlines()] == [ENTRY["title"]] * 3


@pytest.mark.parametrize("content", ["", "\n \n\n"])
def test_an_empty_feed_is_named(embargo, tmp_path, content):
    """A feed without an entry is a sign of something gone wrong before."""
    (tmp_path / "feed.jsonl").write_text(content)
    answer = embargo("read", tmp_path / "feed.jsonl")

    assert answer.code == 1
    assert "feed.jsonl: it holds no entry" in answer.err
