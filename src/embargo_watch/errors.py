"""Errors split by what follows from them, so that a caller need not know their causes.

EmbargoError
├── SkipDocument        this document is skipped, named and counted; the batch goes on (exit 1)
├── UnusableInput       nothing can be done with these arguments or this input (exit 2)
│   └── InvalidReference a data file is wrong; names file, entry and field (exit 2)
├── OutOfReach          the ledger or a service cannot be reached or written (exit 3)
│   └── LedgerTooNew    the ledger was written by a newer version (exit 3)
└── OurBug              a promise between our own stages was broken
"""


class EmbargoError(Exception):
    """The root of all errors that this package raises on purpose; the message is for a person."""

    exit_code = 2


class SkipDocument(EmbargoError):
    """One document cannot be read; the message names it and says what to do about it."""

    exit_code = 1


class UnusableInput(EmbargoError):
    """The arguments or the whole input cannot be used."""

    exit_code = 2


class InvalidReference(UnusableInput):
    """A data file breaks its schema; the message names the file, the entry and the field."""


class OutOfReach(EmbargoError):
    """The ledger or a service is out of reach: missing, locked, read-only, full."""

    exit_code = 3


class LedgerTooNew(OutOfReach):
    """The ledger was written by a newer version of the program."""


class OurBug(EmbargoError):
    """A stage broke its promise to another; please report it."""

    exit_code = 70
