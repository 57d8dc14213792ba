"""Open the ledger, a folder or the tables at a URL, and hand out who writes and who reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from embargo_watch.errors import OutOfReach, UnusableInput
from embargo_watch.store.migrate import migrate
from embargo_watch.store.settle import Settled, Sums, settle
from embargo_watch.store.sqlite import engine_for, prepare
from embargo_watch.store.trouble import reaching
from embargo_watch.store.view import View
from embargo_watch.store.writer import Writer

DATABASE = "ledger.sqlite"
VAULT = "vault"


class Ledger:
    """An open ledger: ``folder`` with its database and, beside it, the vault's files."""

    def __init__(self, folder: Path, engine: Engine, place: str) -> None:
        """Use ``Ledger.open`` instead: it sees to the tables."""
        self.folder = folder
        self.place = place
        self._engine = engine

    @classmethod
    def open(cls, folder: Path | str, *, database: str = "", create: bool = True) -> "Ledger":
        """Open the ledger in a folder, its tables in ``database`` (a URL) where one is given.

        Both are created where they are missing, unless ``create`` is off.

        Raises:
            LedgerTooNew: a newer version of the program wrote it.
            OutOfReach: it is missing, or it cannot be read or written; the message names it.
            UnusableInput: ``database`` is no database URL, or its driver is not installed.
        """
        home = Path(folder)
        place = _hidden(database) if database else str(home)
        with reaching(place):
            if create:
                home.mkdir(parents=True, exist_ok=True)
            file = home / DATABASE
            if not database and not create and not file.is_file():
                raise _missing(place)
            engine = _engine_at(database) if database else engine_for(file)
            try:
                if not migrate(engine, place, create=create):
                    raise _missing(place)
            except BaseException:
                engine.dispose()
                raise
        return cls(home, engine, place)

    @property
    def vault(self) -> Path:
        """The folder in which the vault keeps the bytes of this ledger's captures."""
        return self.folder / VAULT

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """Hand out a writer; several may be open in several processes, and take turns."""
        with reaching(self.place):
            connection = self._engine.connect().execution_options(writing=True)
        with Writer(connection, self.place) as writer:
            yield writer

    def view(self) -> View:
        """Hand out the reading side."""
        return View(self._engine, self.place)

    def settle(self, sums: Sums) -> Settled:
        """Bring copies, flows and incidents up to date with what was added since the last time.

        Killed in between, it takes up where it stopped. In the end the accounts are the same,
        whatever the order in which documents came.
        """
        with reaching(self.place):
            return settle(self._engine, sums)


def _missing(place: str) -> OutOfReach:
    return OutOfReach(
        f"there is no ledger at {place}: add something to it with `embargo add` first"
    )


def _engine_at(database: str) -> Engine:
    try:
        engine = create_engine(database)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise UnusableInput(
            f"{_hidden(database)!r} cannot be used as a database URL ({error}):"
            " give one such as postgresql+psycopg://user@host/name"
        ) from error
    if engine.dialect.name == "sqlite":
        prepare(engine)
    return engine


def _hidden(database: str) -> str:
    """Return a database URL without its password."""
    before, at, after = database.rpartition("@")
    scheme, slashes, login = before.partition("://")
    return f"{scheme}{slashes}{login.partition(':')[0]}{at}{after}" if at else database
