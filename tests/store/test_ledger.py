"""A ledger out of reach says which one, why, and what to do; a whole one stays whole."""

import signal
import sqlite3
import subprocess
import sys
import threading

import pytest

from embargo_watch.errors import LedgerTooNew, OutOfReach, UnusableInput
from embargo_watch.store import Ledger, sqlite
from embargo_watch.store.ledger import DATABASE
from embargo_watch.store.migrate import HEAD, migrate
from embargo_watch.store.schema import metadata


def test_a_ledger_is_created_and_found_again(tmp_path, synthetic):
    """What one process adds, the next one reads."""
    folder = tmp_path / "deep" / "ledger"
    with Ledger.open(folder) as ledger, ledger.writer() as writer:
        writer.add(synthetic.nth(0))
    with Ledger.open(folder, create=False) as ledger:
        assert ledger.view().counts().claims == 1
        assert ledger.vault == folder / "vault"


def test_the_migrations_end_in_the_schema(tmp_path):
    """The steps and the tables that the code speaks of are the same."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    engine = sqlite.engine_for(tmp_path / "x.sqlite")
    migrate(engine, "x", create=True)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        difference = compare_metadata(context, metadata)
    engine.dispose()
    folder = sqlite.__file__.replace("sqlite.py", "migrations")

    assert difference == []
    assert ScriptDirectory(folder).get_current_head() == HEAD


def test_a_missing_ledger_is_not_made_by_reading(tmp_path):
    """Looking into a ledger that is not there leaves no folder behind."""
    with pytest.raises(OutOfReach, match=r"no ledger at .*nowhere.*embargo add"):
        Ledger.open(tmp_path / "nowhere", create=False)

    assert not (tmp_path / "nowhere").exists()


def test_a_ledger_of_a_newer_version_is_left_alone(tmp_path):
    """The message names the ledger and says to update; nothing is changed."""
    Ledger.open(tmp_path).close()
    with sqlite3.connect(tmp_path / DATABASE) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(LedgerTooNew, match="newer version") as caught:
        Ledger.open(tmp_path)

    assert caught.value.exit_code == 3
    assert str(tmp_path) in str(caught.value)


def test_a_file_where_the_folder_should_be(tmp_path):
    """A file in the ledger's place is named as the trouble."""
    (tmp_path / "ledger").write_text("a letter")
    with pytest.raises(OutOfReach, match="ledger"):
        Ledger.open(tmp_path / "ledger")


def test_a_folder_below_a_file(tmp_path):
    """A path that leads through a file is out of reach, not our bug."""
    (tmp_path / "file").write_text("a letter")
    with pytest.raises(OutOfReach, match="Not a directory"):
        Ledger.open(tmp_path / "file" / "ledger")


def test_a_file_that_is_no_database(tmp_path):
    """Something else under the database's name is left as it is."""
    (tmp_path / DATABASE).write_text("this is no database, but long enough to look like one" * 50)
    with pytest.raises(OutOfReach, match="the file is no ledger"):
        Ledger.open(tmp_path)


def test_a_damaged_database(tmp_path, synthetic):
    """A ledger with bytes overwritten says that it is damaged."""
    with Ledger.open(tmp_path) as ledger, ledger.writer() as writer:
        for number in range(200):
            writer.add(synthetic.nth(number))
    path = tmp_path / DATABASE
    content = bytearray(path.read_bytes())
    content[4096:-1] = b"\xff" * (len(content) - 4097)
    path.write_bytes(content)
    with (
        pytest.raises(OutOfReach, match="damaged"),
        Ledger.open(tmp_path, create=False) as ledger,
    ):
        list(ledger.view().claims())


def test_a_full_disk_stops_the_run_and_keeps_what_was_added(tmp_path, synthetic, monkeypatch):
    """With no page left the writer says so; what went in before is whole and readable."""
    Ledger.open(tmp_path).close()
    limit = (*sqlite._PRAGMAS, "PRAGMA max_page_count=80")
    added, said = 0, ""
    with monkeypatch.context() as patch:
        patch.setattr(sqlite, "_PRAGMAS", limit)
        with Ledger.open(tmp_path) as ledger, ledger.writer() as writer:
            for number in range(100_000):
                try:
                    added += writer.add(synthetic.result(synthetic.document(number)))
                except OutOfReach as error:
                    said = str(error)
                    break
    assert "free some space" in said
    with Ledger.open(tmp_path) as ledger:
        assert 0 < added == ledger.view().counts().captures
        with ledger.writer() as writer:
            assert writer.add(synthetic.result(synthetic.document(added)))


def test_a_database_that_cannot_be_written(tmp_path, synthetic, monkeypatch):
    """A read-only database can be read; adding to it says what is wrong."""
    with Ledger.open(tmp_path) as ledger, ledger.writer() as writer:
        writer.add(synthetic.nth(0))
    monkeypatch.setattr(sqlite, "_PRAGMAS", ("PRAGMA query_only=ON",))
    with Ledger.open(tmp_path) as ledger, ledger.writer() as writer:
        assert ledger.view().counts().claims == 1
        with pytest.raises(OutOfReach, match="cannot be written"):
            writer.add(synthetic.nth(4))


def test_a_ledger_held_by_another(tmp_path, synthetic, monkeypatch):
    """Whoever finds the ledger locked for too long is told to wait and try again."""
    Ledger.open(tmp_path).close()
    monkeypatch.setattr(sqlite.engine_for, "__kwdefaults__", {"busy_seconds": 0.05})
    holder = sqlite3.connect(tmp_path / DATABASE, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with (
        Ledger.open(tmp_path) as ledger,
        ledger.writer() as writer,
        pytest.raises(OutOfReach, match="another program holds it"),
    ):
        writer.add(synthetic.nth(0))
    holder.close()


def test_a_reader_is_not_in_the_way_of_a_writer(ledger, synthetic):
    """While one reads a listing, another adds; the reader sees the ledger as it began."""
    with ledger.writer() as writer:
        for number in range(0, 2000, 4):
            writer.add(synthetic.nth(number))
        before = ledger.view().counts().claims
        reading = ledger.view().claims()
        next(reading)
        other = threading.Thread(target=_add_more, args=(ledger, synthetic))
        other.start()
        other.join()
        rest = sum(1 for _ in reading)

    assert rest == before - 1
    assert ledger.view().counts().claims > before


def _add_more(ledger, synthetic):
    with ledger.writer() as writer:
        for number in range(2000, 2100, 4):
            writer.add(synthetic.nth(number))


def test_killed_and_run_again_is_the_same_ledger(tmp_path, synthetic, reconciler, listed):
    """SIGKILL at any moment leaves whole documents; a second run completes them, byte for byte."""
    count = 400
    with Ledger.open(tmp_path / "straight") as straight:
        with straight.writer() as writer:
            for number in range(count):
                writer.add(synthetic.nth(number))
        straight.settle(reconciler)
        expected = listed(straight)
    folder = tmp_path / "killed"
    for dots in (1, 37, 113):
        _killed_after(dots, [sys.executable, synthetic.__file__, str(folder), str(count)])
        with Ledger.open(folder, create=False) as killed:
            whole = list(killed.view().claims())
            assert all(len(entry.findings) == 1 for entry in whole)
            killed.settle(reconciler)
    command = [sys.executable, synthetic.__file__, str(folder), str(count)]
    subprocess.run(command, check=True, capture_output=True)
    with Ledger.open(folder) as resumed:
        resumed.settle(reconciler)

        assert listed(resumed) == expected
        assert resumed.view().counts().captures < count


def test_two_runs_at_once_make_one_ledger(tmp_path, synthetic, listed):
    """Two processes that create and fill the same ledger take turns and add nothing twice."""
    command = [sys.executable, synthetic.__file__, str(tmp_path / "both"), "200"]
    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]
    ended = [process.wait() for process in both]
    with Ledger.open(tmp_path / "one") as one, one.writer() as writer:
        for number in range(200):
            writer.add(synthetic.nth(number))
        expected = listed(one)
    with Ledger.open(tmp_path / "both", create=False) as shared:
        assert listed(shared) == expected
    assert ended == [0, 0]


def _killed_after(dots, command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    process.stdout.read(dots)
    process.send_signal(signal.SIGKILL)
    process.stdout.close()
    process.wait()


def test_a_database_url_in_place_of_the_file(tmp_path, synthetic):
    """The tables go where the URL says; the folder keeps the vault."""
    url = f"sqlite:///{tmp_path / 'other.sqlite'}"
    with Ledger.open(tmp_path / "home", database=url) as ledger, ledger.writer() as writer:
        writer.add(synthetic.nth(0))
        counts = ledger.view().counts()

    assert counts.claims == 1
    assert not (tmp_path / "home" / DATABASE).exists()


@pytest.mark.parametrize("url", ["nonsense", "oddbase://host/name"])
def test_a_database_url_that_is_none(tmp_path, url):
    """What is no database URL is unusable input, told without a traceback."""
    with pytest.raises(UnusableInput, match="cannot be used as a database URL"):
        Ledger.open(tmp_path, database=url)


def test_a_password_is_not_shown(tmp_path):
    """Messages name the database without the login's secret."""
    with pytest.raises(UnusableInput) as caught:
        Ledger.open(tmp_path, database="oddbase://me:secret@host/name")

    assert "secret" not in str(caught.value)
    assert "oddbase://me@host/name" in str(caught.value)
