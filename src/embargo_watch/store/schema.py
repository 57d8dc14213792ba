"""Lay down the ledger's tables once, for every database that SQLAlchemy Core speaks to.

Columns hold what is searched or sorted by; ``body`` holds the whole record as JSON text. Days are
ISO 8601 text, so that they sort; "" is an unnamed side, NULL an unknown day. No clock goes into
any table but ``captures.at``, which is when the bytes were received.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_CLUSTERED: dict[str, Any] = {"sqlite_with_rowid": False}
"""Rows kept in the order of their key: a page less to write for every document in SQLite."""


def _part_of(column: str) -> ForeignKey:
    return ForeignKey(column, ondelete="CASCADE")


meta = Table(
    "meta",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

blobs = Table(
    "blobs",
    metadata,
    Column("blob", String(64), primary_key=True),
    Column("location", Text, nullable=False),
    **_CLUSTERED,
)

captures = Table(
    "captures",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("blob", String(64), ForeignKey("blobs.blob"), nullable=False),
    Column("source", Text, nullable=False),
    Column("entry", Text, nullable=False),
    Column("media_type", String(128), nullable=False),
    Column("at", String(40)),
    Column("outcome", String(8), nullable=False),  # read, refused or failed
    UniqueConstraint("blob", "source"),
    **_CLUSTERED,
)

documents = Table(
    "documents",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("blob", String(64), ForeignKey("blobs.blob"), nullable=False),
    Column("entry", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("credit", Text, nullable=False),
    Column("language", String(16), nullable=False),
    Column("published", String(64), nullable=False),
    Column("published_basis", String(16), nullable=False),
    Column("published_first", String(10)),
    Column("url", Text, nullable=False),
    Column("relevant", Boolean(create_constraint=False), nullable=False),
    Column("text", Text),  # only where triage passed the document on
    Column("body", Text),  # reasons for the date and page furniture, where there are any
)

unread = Table(
    "unread",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("outcome", String(8), nullable=False),  # refused or failed
    Column("blob", String(64), nullable=False),
    Column("source", Text, nullable=False),
    Column("entry", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("document", String(32), ForeignKey("documents.id")),
    Index(None, "blob", "source"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("document", String(32), ForeignKey("documents.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("status", String(16), nullable=False),
    Column("item", String(32), nullable=False),
    Column("designation", Text, nullable=False),
    Column("date", String(64), nullable=False),
    Column("place", Text, nullable=False),
    Column("first_day", String(10)),  # of the claim's own date, else of its publication
    Column("last_day", String(10)),
    Column("start", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("law", String(64), nullable=False, server_default=""),  # digest its findings rest on
    Index(None, "document"),
    Index(None, "first_day", "document", "start"),
)

claim_parties = Table(
    "claim_parties",
    metadata,
    Column("claim", String(32), _part_of("claims.id"), primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("party", String(128), primary_key=True),
    Index(None, "party", "role"),
)

claim_flows = Table(
    "claim_flows",
    metadata,
    Column("flow", String(32), primary_key=True),
    Column("claim", String(32), _part_of("claims.id"), primary_key=True),
    Column("supplier", String(128), nullable=False),
    Column("recipient", String(128), nullable=False),
    Column("item", String(32), nullable=False),
    Index(None, "claim"),
)

findings = Table(
    "findings",
    metadata,
    Column("claim", String(32), _part_of("claims.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("provision", String(64), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("body", Text, nullable=False),
    Index(None, "provision", "verdict"),
)

rejected = Table(
    "rejected",
    metadata,
    Column("document", String(32), _part_of("documents.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("rule", String(128), nullable=False),
    Index(None, "rule"),
)

unsettled = Table(
    "unsettled",
    metadata,
    Column("kind", String(8), primary_key=True),  # document or flow
    Column("id", String(32), primary_key=True),
)

copy_marks = Table(
    "copy_marks",
    metadata,
    Column("mark", String(32), primary_key=True),
    Column("document", String(32), _part_of("documents.id"), primary_key=True),
)

copies = Table(
    "copies",
    metadata,
    Column("document", String(32), _part_of("documents.id"), primary_key=True),
    Column("original", String(32), ForeignKey("documents.id"), nullable=False),
    Column("basis", String(16), nullable=False),
    Column("evidence", Text, nullable=False),
)

copy_groups = Table(
    "copy_groups",
    metadata,
    Column("document", String(32), _part_of("documents.id"), primary_key=True),
    Column("head", String(32), ForeignKey("documents.id"), nullable=False),
    Index(None, "head"),
)

flows = Table(
    "flows",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("supplier", String(128), nullable=False),
    Column("recipient", String(128), nullable=False),
    Column("item", String(32), nullable=False),
    Column("first_day", String(10)),
    Column("last_day", String(10)),
    Column("body", Text, nullable=False),
    Index(None, "supplier", "recipient"),
    Index(None, "recipient"),
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("flow", String(32), _part_of("flows.id"), nullable=False),
    Column("first_day", String(10)),
    Column("last_day", String(10)),
    Column("body", Text, nullable=False),
    Index(None, "flow"),
)

incident_names = Table(
    "incident_names",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("incident", String(32), _part_of("incidents.id"), nullable=False),
    Index(None, "incident"),
)
