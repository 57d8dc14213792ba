"""Bring a ledger's tables to this version's form, one numbered step after another.

A step, once released, is never changed. All steps run in one transaction: a ledger is of one
version or of another, never between.
"""

from sqlalchemy import Connection, Engine, inspect, text

from embargo_watch.errors import LedgerTooNew, OutOfReach

HEAD = "0002"
"""The newest step; steps are numbered so that a later one sorts behind."""

UNTOLD = ""
"""The step of a ledger whose tables are there and whose number is not."""


def migrate(engine: Engine, place: str, *, create: bool) -> bool:
    """Bring the tables to HEAD; returns False where there are none and ``create`` is off.

    Raises:
        LedgerTooNew: a newer version of the program wrote this ledger.
        OutOfReach: the ledger has lost the number of its step.
    """
    with engine.connect() as connection:
        found = version(connection)
    if found == HEAD:
        return True
    if found is None and not create:
        return False
    if found == UNTOLD:
        raise OutOfReach(
            f"the ledger {place} no longer says which version wrote it (its table alembic_version"
            " is empty): restore it from a copy, or name another ledger"
        )
    _refuse_newer(found, place)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        _upgrade(connection)
    return True


def version(connection: Connection) -> str | None:
    """Return the step that a database is at: None for no ledger, UNTOLD where it is lost."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found is not None else UNTOLD


def _refuse_newer(found: str | None, place: str) -> None:
    if found is not None and found > HEAD:
        raise LedgerTooNew(
            f"the ledger {place} was written by a newer version of this program"
            f" (its tables are at step {found}, this program knows {HEAD}):"
            " update the program, or name another ledger"
        )


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "embargo_watch.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
