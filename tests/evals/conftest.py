"""Run a command as the program does, with its errors coming through."""

import pytest
from click.testing import CliRunner


@pytest.fixture
def run():
    """Run a command and return its exit code, stdout and stderr; our errors come through."""

    def ran(command, arguments, stdin=None):
        result = CliRunner().invoke(
            command, arguments, input=stdin, standalone_mode=False, catch_exceptions=False
        )
        return result.return_value, result.stdout, result.stderr

    return ran
