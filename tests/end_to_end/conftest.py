"""Run the real command in a process of its own, as a user would."""

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def environment(tmp_path_factory):
    """The environment of a user with a fresh home, 100 columns and no ledger yet."""
    home = tmp_path_factory.mktemp("home")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("EMBARGO_")}
    return kept | {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "COLUMNS": "100"}


@pytest.fixture(scope="session")
def command():
    """How the command line is started."""
    return [sys.executable, "-m", "embargo_watch"]


@pytest.fixture(scope="session")
def embargo(command, environment):
    """Run `embargo ARGUMENTS` with bytes on its standard input."""

    def run(*arguments, stdin=b"", **more):
        done = subprocess.run(
            [*command, *map(str, arguments)],
            input=stdin,
            capture_output=True,
            env=environment | more,
            timeout=120,
            check=False,
        )
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def reports(root):
    """The bundled reports."""
    return root / "src" / "embargo_watch" / "demo" / "reports"
