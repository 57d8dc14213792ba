"""Lay the first ledger's tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create every table of the first ledger, parents before their children."""
    _captures()
    _documents()
    _claims()
    _slots()
    _verdicts()
    _copies()
    _flows()
    _incidents()


def _captures() -> None:
    """Create what was received."""
    op.create_table(
        "meta",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    op.create_table(
        "blobs",
        sa.Column("blob", sa.String(length=64), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("blob", name=op.f("pk_blobs")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "captures",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("blob", sa.String(length=64), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("media_type", sa.String(length=128), nullable=False),
        sa.Column("at", sa.String(length=40), nullable=True),
        sa.Column("outcome", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["blob"], ["blobs.blob"], name=op.f("fk_captures_blob")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_captures")),
        sa.UniqueConstraint("blob", "source", name=op.f("uq_captures_blob_source")),
        sqlite_with_rowid=False,
    )


def _documents() -> None:
    """Create what was read."""
    op.create_table(
        "documents",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("blob", sa.String(length=64), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("credit", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("published", sa.String(length=64), nullable=False),
        sa.Column("published_basis", sa.String(length=16), nullable=False),
        sa.Column("published_first", sa.String(length=10), nullable=True),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("relevant", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["blob"], ["blobs.blob"], name=op.f("fk_documents_blob")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_table(
        "unread",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("outcome", sa.String(length=8), nullable=False),
        sa.Column("blob", sa.String(length=64), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("document", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_unread_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unread")),
    )
    op.create_index(op.f("ix_unread_blob_source"), "unread", ["blob", "source"], unique=False)


def _claims() -> None:
    """Create what documents say."""
    op.create_table(
        "claims",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("item", sa.String(length=32), nullable=False),
        sa.Column("designation", sa.Text(), nullable=False),
        sa.Column("date", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("first_day", sa.String(length=10), nullable=True),
        sa.Column("last_day", sa.String(length=10), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_claims_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_document"), "claims", ["document"], unique=False)
    op.create_index(
        op.f("ix_claims_first_day_document_start"),
        "claims",
        ["first_day", "document", "start"],
        unique=False,
    )


def _slots() -> None:
    """Create what claims are found by."""
    op.create_table(
        "claim_parties",
        sa.Column("claim", sa.String(length=32), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("party", sa.String(length=128), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim"], ["claims.id"], name=op.f("fk_claim_parties_claim"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("claim", "role", "party", name=op.f("pk_claim_parties")),
    )
    op.create_index(
        op.f("ix_claim_parties_party_role"), "claim_parties", ["party", "role"], unique=False
    )
    op.create_table(
        "claim_flows",
        sa.Column("flow", sa.String(length=32), nullable=False),
        sa.Column("claim", sa.String(length=32), nullable=False),
        sa.Column("supplier", sa.String(length=128), nullable=False),
        sa.Column("recipient", sa.String(length=128), nullable=False),
        sa.Column("item", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim"], ["claims.id"], name=op.f("fk_claim_flows_claim"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("flow", "claim", name=op.f("pk_claim_flows")),
    )
    op.create_index(op.f("ix_claim_flows_claim"), "claim_flows", ["claim"], unique=False)


def _verdicts() -> None:
    """Create what was judged and what was refused."""
    op.create_table(
        "findings",
        sa.Column("claim", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("provision", sa.String(length=64), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim"], ["claims.id"], name=op.f("fk_findings_claim"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("claim", "position", name=op.f("pk_findings")),
    )
    op.create_index(
        op.f("ix_findings_provision_verdict"), "findings", ["provision", "verdict"], unique=False
    )
    op.create_table(
        "rejected",
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(length=128), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.id"], name=op.f("fk_rejected_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "position", name=op.f("pk_rejected")),
    )
    op.create_index(op.f("ix_rejected_rule"), "rejected", ["rule"], unique=False)
    op.create_table(
        "unsettled",
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", name=op.f("pk_unsettled")),
    )


def _copies() -> None:
    """Create who repeats whom."""
    op.create_table(
        "copy_marks",
        sa.Column("mark", sa.String(length=32), nullable=False),
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.id"], name=op.f("fk_copy_marks_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("mark", "document", name=op.f("pk_copy_marks")),
    )
    op.create_table(
        "copies",
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("original", sa.String(length=32), nullable=False),
        sa.Column("basis", sa.String(length=16), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.id"], name=op.f("fk_copies_document"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["original"], ["documents.id"], name=op.f("fk_copies_original")),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_copies")),
    )
    op.create_table(
        "copy_groups",
        sa.Column("document", sa.String(length=32), nullable=False),
        sa.Column("head", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.id"], name=op.f("fk_copy_groups_document"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["head"], ["documents.id"], name=op.f("fk_copy_groups_head")),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_copy_groups")),
    )
    op.create_index(op.f("ix_copy_groups_head"), "copy_groups", ["head"], unique=False)


def _flows() -> None:
    """Create what claims add up to."""
    op.create_table(
        "flows",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("supplier", sa.String(length=128), nullable=False),
        sa.Column("recipient", sa.String(length=128), nullable=False),
        sa.Column("item", sa.String(length=32), nullable=False),
        sa.Column("first_day", sa.String(length=10), nullable=True),
        sa.Column("last_day", sa.String(length=10), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_flows")),
    )
    op.create_index(op.f("ix_flows_recipient"), "flows", ["recipient"], unique=False)
    op.create_index(
        op.f("ix_flows_supplier_recipient"), "flows", ["supplier", "recipient"], unique=False
    )


def _incidents() -> None:
    """Create what happened on one occasion."""
    op.create_table(
        "incidents",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("flow", sa.String(length=32), nullable=False),
        sa.Column("first_day", sa.String(length=10), nullable=True),
        sa.Column("last_day", sa.String(length=10), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["flow"], ["flows.id"], name=op.f("fk_incidents_flow"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
    )
    op.create_index(op.f("ix_incidents_flow"), "incidents", ["flow"], unique=False)
    op.create_table(
        "incident_names",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("incident", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["incident"],
            ["incidents.id"],
            name=op.f("fk_incident_names_incident"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_incident_names")),
    )
    op.create_index(
        op.f("ix_incident_names_incident"), "incident_names", ["incident"], unique=False
    )
