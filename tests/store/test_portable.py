"""Other databases take the same tables and statements; SQLite's own words stay in one module."""

import re
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import DatabaseError
from sqlalchemy.schema import CreateIndex, CreateTable

from embargo_watch import store
from embargo_watch.errors import OurBug, OutOfReach
from embargo_watch.store.schema import metadata
from embargo_watch.store.trouble import reaching

MODULES = sorted(Path(store.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_postgresql_takes_every_table(table):
    """Tables, indexes and inserts can be written for PostgreSQL."""
    dialect = postgresql.dialect()
    said = [
        str(CreateTable(table).compile(dialect=dialect)),
        str(insert(table).compile(dialect=dialect)),
    ]
    said += [str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes]

    assert all(table.name in statement for statement in said)
    assert "ROWID" not in "".join(said)


def test_only_one_module_speaks_sqlite():
    """No pragma, no SQLite clause and no driver of it anywhere else."""
    own = re.compile(r"PRAGMA|import sqlite3|INSERT OR|ON CONFLICT|dialects.sqlite")
    found = {path.name for path in MODULES if own.search(path.read_text())}

    assert found == {"sqlite.py"}


class IntegrityError(Exception):
    """What a driver calls a broken constraint."""


def test_a_broken_constraint_is_our_bug():
    """A statement that no database takes is not told as a ledger out of reach."""
    with pytest.raises(OurBug, match="duplicate key"), reaching("L"):
        raise DatabaseError("INSERT", None, IntegrityError("duplicate key"))


@pytest.mark.parametrize("said", ["database or disk is full", "disk I/O error", "what on earth"])
def test_trouble_names_the_ledger_and_what_to_do(said):
    """Whatever the database says, the message names the ledger and ends in advice."""
    with (
        pytest.raises(OutOfReach, match=rf"the ledger L is out of reach \({said}\): \w+") as caught,
        reaching("L"),
    ):
        raise DatabaseError("INSERT", None, Exception(said))

    assert caught.value.exit_code == 3
