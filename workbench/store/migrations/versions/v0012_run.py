"""Which writing of pairs, clusters and findings across items stands: who wrote it need not read it again."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the column, blank until the corpus is matched the next time."""
    op.add_column("matched", sa.Column("run", sa.Text, nullable=False, server_default=""))
