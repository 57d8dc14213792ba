"""Keep everything that holds for SQLite alone in one place; other databases never come here.

WAL lets others read while one writes, and a process killed at any moment leaves whole
transactions behind; ``synchronous=NORMAL`` spares a disk flush a document and can lose the last
ones only where the power fails. The driver's own transactions are switched off, so that a
transaction begins where SQLAlchemy says and covers the tables' creation, too.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event

BUSY_SECONDS = 30.0
"""How long one process waits for another's transaction before it gives up."""
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA wal_autocheckpoint=8000",  # in pages: a flush to the disk every 32 MB, not every 4
    "PRAGMA cache_size=-65536",
    "PRAGMA temp_store=MEMORY",
)


def engine_for(file: Path, *, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """Return an engine for a database file, which need not exist yet; opens nothing."""
    engine = create_engine(
        URL.create("sqlite", database=str(file)), connect_args={"timeout": busy_seconds}
    )
    prepare(engine)
    return engine


def prepare(engine: Engine) -> None:
    """Have every connection of an SQLite engine keep the ledger's promises."""
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)


def _on_connect(connection: Any, _record: object) -> None:  # noqa: ANN401 - any DB-API driver
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _on_begin(connection: Any) -> None:  # noqa: ANN401 - SQLAlchemy gives no type here
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
