"""Be quick to start and plain when something goes wrong: `embargo` and its last line of defence.

Each sub-command lives in a module of its own, imported only when it is called.
"""

import errno
import os
import sys
import traceback
from pathlib import Path
from typing import Any

import click

from embargo_watch import __version__
from embargo_watch.cli.lazy import LazyGroup
from embargo_watch.errors import EmbargoError, OurBug, OutOfReach

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "The bundled reports into a fresh ledger, printed."),
    "read": ("read", "Claims of each document; keeps nothing."),
    "explain": ("explain", "How each sentence was read, and why not."),
    "add": ("add", "Claims of each document, into the ledger."),
    "flows": ("ledger", "Who is said to have sent what to whom."),
    "incidents": ("ledger", "Dated occasions: a consignment, a use, an interdiction."),
    "claims": ("ledger", "Every claim, with its sentence."),
    "exchange": ("ledger", "What went both ways between two parties."),
    "show": ("show", "One record, down to the sentence and the capture."),
    "judge": ("judge", "A transfer held against the law of its day."),
    "law": ("law", "What is in force, paragraph by paragraph."),
    "caps": ("caps", "The ledger's totals against the caps on oil and coal."),
    "rejudge": ("rejudge", "The ledger held against the law as it is now."),
    "replay": ("replay", "A past stream in its own order: what the watch would have told."),
    "eval": ("eval", "Accuracy against annotated entries."),
}
"""Each command's module in this package and its line in the help."""

INTERRUPTED = 130
BUGS = "the project's issue tracker"


class ReaderGone(Exception):
    """Whoever read our output has read enough, as `head` does; nothing is wrong."""


class Embargo(LazyGroup):
    """All commands, and a quiet end where the reader of their output has gone."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; click would end a closed pipe with an error of its own."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise ReaderGone from error


@click.group(
    cls=Embargo,
    table=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: embargo demo",
)
@click.version_option(__version__, prog_name="embargo")
def embargo() -> None:
    """An open watch on arms embargoes.

    Who is said to have sent what to whom, when, who says so and who denies it, and which
    provision in force on that day it would breach.
    """


def main() -> None:
    """Run the command line and end with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; every error becomes one sentence on stderr and an exit code.

    0 done, 1 done with documents that failed, 2 unusable arguments or input, 3 the ledger or
    the system out of reach, 70 our own bug, 130 interrupted.
    """
    _open_streams()
    try:
        code = _answer(arguments)
        sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt):
        return _say("interrupted; what was done so far stands", INTERRUPTED)
    except (ReaderGone, BrokenPipeError):
        _forget_stdout()
        return 0
    except EmbargoError as error:
        return _bug(error) if isinstance(error, OurBug) else _say(str(error), error.exit_code)
    except OSError as error:
        return _system(error)
    except MemoryError:
        return _say("the memory of this machine does not suffice", OutOfReach.exit_code)
    # The last line of defence: whatever else gets here is our own mistake, and says so.
    except Exception as error:  # noqa: BLE001
        return _bug(error)
    return code


def _open_streams() -> None:
    """Give a program that was started without a standard stream an empty one."""
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - open to the end
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115


def _answer(arguments: list[str]) -> int:
    try:
        answer: Any = embargo.main(arguments, prog_name="embargo", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return answer if isinstance(answer, int) else 0


def _say(message: str, code: int) -> int:
    from embargo_watch.cli.screen import say

    say(f"embargo: {message}")
    return code


def _system(error: OSError) -> int:
    """Say what the system refused; a full disk gets its own advice."""
    where = f"{error.filename}: " if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        message = f"{where}no space left on the disk; free some and run the same command again"
    else:
        message = f"{where}{error.strerror or error}"
    return _say(message, OutOfReach.exit_code)


def _bug(error: BaseException) -> int:
    from embargo_watch.cli.screen import say

    say("".join(traceback.format_exception(error)).rstrip())
    return _say(
        f"this is our bug, not yours. Please report the lines above, with the input if it may be "
        f"shown, in {BUGS} (embargo-watch {__version__}).",
        OurBug.exit_code,
    )


def _forget_stdout() -> None:
    """Let nothing more be written to a pipe whose reader has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
