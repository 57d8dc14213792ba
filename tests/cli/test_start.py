"""Help comes at once: nothing heavy is imported before a command needs it."""

import subprocess
import sys

HEAVY = ("spacy", "trafilatura", "sqlalchemy", "alembic", "rich", "babel", "pycountry", "yaml")


def test_help_imports_nothing_heavy():
    """`embargo --help` takes a third of a second because of what it leaves alone."""
    script = (
        "import sys; from embargo_watch.cli.main import run; code = run(['--help']); "
        "print(code, *sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    code, *modules = done.stderr.split()

    assert code == "0"
    assert "click" in modules
    assert not set(HEAVY) & set(modules)
