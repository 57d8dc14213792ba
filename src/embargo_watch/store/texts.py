"""Keep a user's own copy of the official texts where it can be asked for by symbol or by reference.

The package bundles no official text; what is indexed here is what the user brought.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Engine,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    inspect,
    or_,
    select,
)

from embargo_watch.errors import LedgerTooNew
from embargo_watch.model.provision import Vote
from embargo_watch.model.resolution import Paragraph, Resolution, resolutions_named
from embargo_watch.store.sqlite import engine_for
from embargo_watch.store.trouble import reaching

DATABASE = "texts.sqlite"
_WHAT = "index of official texts"
FORM = 1
"""The form of the tables; a text that this version reads otherwise is written anew."""
Outcome = Literal["added", "unchanged", "replaced"]

_metadata = MetaData()
_meta = Table("meta", _metadata, Column("form", Integer, primary_key=True))
_texts = Table(
    "texts",
    _metadata,
    Column("symbol", String(32), primary_key=True),
    Column("number", Integer, nullable=False),  # 0 for a draft
    Column("adopted", String(10), nullable=False),
    Column("is_adopted", Boolean(create_constraint=False), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("source", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_texts_number", "number"),
)
_references = Table(
    "text_references",
    _metadata,
    Column("named", String(32), primary_key=True),
    Column("symbol", String(32), primary_key=True),
    Column("path", String(64), primary_key=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What an index holds: resolutions, drafts not adopted, and the years of the resolutions."""

    resolutions: int
    drafts: int
    first: int | None
    last: int | None


class Texts:
    """An open index of official texts in a folder of the user's."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        """Use ``Texts.open`` instead: it sees to the tables."""
        self.folder = folder
        self._engine = engine
        self._place = str(folder)

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> "Texts | None":
        """Open the index in a folder; None where there is none and ``create`` is off.

        Raises:
            LedgerTooNew: a newer version of the program wrote it.
            OutOfReach: the folder or its file cannot be read or written.
        """
        with reaching(str(folder), _WHAT):
            if create:
                folder.mkdir(parents=True, exist_ok=True)
            elif not (folder / DATABASE).is_file():
                return None
            opened = cls(folder, engine_for(folder / DATABASE))
            opened._prepare()
        return opened

    def _prepare(self) -> None:
        with self._writing() as connection:
            if not inspect(connection).has_table("meta"):
                _metadata.create_all(connection)
                connection.execute(insert(_meta).values(form=FORM))
            form = connection.execute(select(func.max(_meta.c.form))).scalar() or 0
        if form > FORM:
            raise LedgerTooNew(
                f"the index of official texts {self.folder} was written by a newer version of this"
                " program: update the program, or name another folder with --texts"
            )

    def __enter__(self) -> "Texts":
        return self

    def __exit__(self, *_: object) -> None:
        self._engine.dispose()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        connection = self._engine.connect().execution_options(writing=True)
        with reaching(self._place, _WHAT), connection, connection.begin():
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with reaching(self._place, _WHAT), self._engine.connect() as connection:
            yield connection

    def add(self, texts: Iterable[tuple[Resolution, str]]) -> list[Outcome]:
        """Keep resolutions, each with the SHA-256 of its file, in one transaction.

        The same text again, from whatever file, is ``unchanged``; another one of the same symbol
        takes its place.
        """
        with self._writing() as connection:
            return [_put(connection, text, digest) for text, digest in texts]

    def get(self, name: str) -> Resolution | None:
        """One text by its symbol (``S/RES/1718 (2006)``, ``S/2023/638``) or number (``1718``)."""
        wanted = _texts.c.symbol == name
        if name.isdigit() and int(name):
            wanted = or_(wanted, _texts.c.number == int(name))
        with self._reading() as connection:
            found = connection.execute(select(_texts.c.body, _texts.c.source).where(wanted)).first()
        return _record(found) if found else None

    def all(self) -> tuple[Resolution, ...]:
        """Every text, drafts included, in the order of adoption."""
        order = (_texts.c.adopted, _texts.c.number, _texts.c.symbol)
        chosen = select(_texts.c.body, _texts.c.source).order_by(*order)
        with self._reading() as connection:
            return tuple(_record(row) for row in connection.execute(chosen))

    def naming(self, symbol: str) -> tuple[tuple[str, str], ...]:
        """(symbol, path) of every paragraph that names a resolution, in order of symbol."""
        chosen = select(_references.c.symbol, _references.c.path).where(
            _references.c.named == symbol
        )
        with self._reading() as connection:
            return tuple(sorted((row[0], row[1]) for row in connection.execute(chosen)))

    def stock(self) -> Stock:
        """How many there are, and of which years."""
        counted = select(
            _texts.c.is_adopted,
            func.count(),
            func.min(_texts.c.adopted),
            func.max(_texts.c.adopted),
        ).group_by(_texts.c.is_adopted)
        with self._reading() as connection:
            rows = {bool(row[0]): row for row in connection.execute(counted)}
        made, drafts = rows.get(True), rows.get(False)
        return Stock(
            resolutions=made[1] if made else 0,
            drafts=drafts[1] if drafts else 0,
            first=int(made[2][:4]) if made else None,
            last=int(made[3][:4]) if made else None,
        )


def _put(connection: Connection, text: Resolution, digest: str) -> Outcome:
    bare = asdict(replace(text, source=""))
    body = json.dumps(bare, ensure_ascii=False, default=dt.date.isoformat)
    known = connection.execute(select(_texts.c.body).where(_texts.c.symbol == text.symbol)).scalar()
    if known == body:
        return "unchanged"
    connection.execute(delete(_texts).where(_texts.c.symbol == text.symbol))
    connection.execute(delete(_references).where(_references.c.symbol == text.symbol))
    connection.execute(
        insert(_texts).values(
            symbol=text.symbol,
            number=text.number,
            adopted=text.adopted.isoformat(),
            is_adopted=text.is_adopted,
            digest=digest,
            source=text.source,
            body=body,
        )
    )
    named = {(name, p.path) for p in text.paragraphs for name in resolutions_named(p.text)}
    if named:
        rows = [{"named": name, "symbol": text.symbol, "path": path} for name, path in named]
        connection.execute(insert(_references), rows)
    return "replaced" if known else "added"


def _record(row: Sequence[Any]) -> Resolution:
    body, source = json.loads(row[0]), row[1]
    vote = body["vote"]
    sides = {name: tuple(vote[name]) for name in ("supported", "opposed", "abstained")}
    return Resolution(
        **body
        | {
            "adopted": dt.date.fromisoformat(body["adopted"]),
            "vote": Vote(**vote | sides | {"on": dt.date.fromisoformat(vote["on"])}),
            "paragraphs": tuple(Paragraph(**each) for each in body["paragraphs"]),
            "annexes": tuple(body["annexes"]),
            "source": source,
        }
    )
