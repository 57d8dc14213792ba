"""Whatever goes wrong ends in one sentence and the right exit code."""

import errno

import click
import pytest

from embargo_watch.cli import main as cli
from embargo_watch.errors import LedgerTooNew, OurBug, OutOfReach, UnusableInput


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UnusableInput("list.xlsx: not a kind that is read"), 2),
        (OutOfReach("there is no ledger at here"), 3),
        (LedgerTooNew("a newer version wrote it"), 3),
        (OSError(errno.ENOSPC, "No space left on device"), 3),
        (PermissionError(errno.EACCES, "Permission denied", "vault"), 3),
        (MemoryError(), 3),
        (KeyboardInterrupt(), 130),
        (click.UsageError("no such option"), 2),
    ],
)
def test_an_error_is_a_sentence_and_a_code(monkeypatch, capsys, error, code):
    """No traceback for anything that is not our own mistake."""
    monkeypatch.setattr(cli.embargo, "main", _raising(error))

    assert cli.run([]) == code
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("error", [OurBug("a span moved"), ValueError("surprise")])
def test_our_own_bug_says_so_and_how_to_report_it(monkeypatch, capsys, error):
    """The traceback is for the report; the last line tells whose fault it is."""
    monkeypatch.setattr(cli.embargo, "main", _raising(error))
    code = cli.run([])
    said = capsys.readouterr().err

    assert code == OurBug.exit_code
    assert "Traceback" in said
    assert "our bug" in said.splitlines()[-1]


def test_a_full_disk_gets_its_own_advice(monkeypatch, capsys):
    """What to do is part of the message."""
    monkeypatch.setattr(cli.embargo, "main", _raising(OSError(errno.ENOSPC, "No space left")))
    cli.run([])

    assert "free some and run the same command again" in capsys.readouterr().err


def test_the_exit_code_of_a_command_is_kept(monkeypatch):
    """1 for documents that failed comes through."""
    monkeypatch.setattr(cli.embargo, "main", lambda *_, **__: 1)

    assert cli.run([]) == 1


def _raising(error):
    def main(*_, **__):
        raise error

    return main
