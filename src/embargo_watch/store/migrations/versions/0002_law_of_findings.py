"""Note by which law each claim was judged; of what an older version judged it is not known."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the digest of the law to the claims, empty for those that are there."""
    law = sa.Column("law", sa.String(length=64), nullable=False, server_default="")
    op.add_column("claims", law)
