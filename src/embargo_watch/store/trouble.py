"""Turn what a database says when it is out of reach into what a person can do about it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, DBAPIError

from embargo_watch.errors import EmbargoError, OurBug, OutOfReach

_ADVICE = (
    ("full", "the disk is full: free some space and run the same command again"),
    ("locked", "another program holds it: wait until that one is done and try again"),
    ("busy", "another program holds it: wait until that one is done and try again"),
    ("readonly", "it cannot be written: check the permissions of the folder and its files"),
    ("read-only", "it cannot be written: check the permissions of the folder and its files"),
    ("unable to open", "its folder cannot be used: check that it exists and can be written"),
    ("not a database", "the file is no {what}: move it away, or name another one"),
    ("malformed", "the file is damaged: restore it from a copy, or start another {what}"),
    ("disk i/o", "the disk does not answer: check the disk and its free space"),
)
_OUR_BUGS = frozenset(("IntegrityError", "ProgrammingError", "InterfaceError", "DataError"))
"""What every driver calls a statement that we should not have sent (PEP 249)."""
_OTHERWISE = "check that it is there, that it can be written and that nothing else holds it"


@contextmanager
def reaching(place: str, what: str = "ledger") -> Iterator[None]:
    """Run the body; raise OutOfReach, naming ``what`` at ``place``, where its database fails.

    A statement that no database would take raises OurBug instead.
    """
    try:
        yield
    except OSError as error:
        raise OutOfReach(f"the {what} {place} cannot be used: {error.strerror or error}") from error
    except DatabaseError as error:
        raise _explained(place, what, error) from error


def _explained(place: str, what: str, error: DBAPIError) -> EmbargoError:
    said = str(error.orig) if error.orig else str(error)
    if type(error.orig).__name__ in _OUR_BUGS:
        return OurBug(f"the {what} {place} was given what it cannot hold: {said}")
    advice = next((do for sign, do in _ADVICE if sign in said.casefold()), _OTHERWISE)
    return OutOfReach(f"the {what} {place} is out of reach ({said}): {advice.format(what=what)}")
