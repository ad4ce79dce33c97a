"""What verdicts aim at, events that belong together, and drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add three columns to the log, null in all that is there, and the table of drafts."""
    for column in ("target_type", "target_level"):
        op.add_column("events", sa.Column(column, sa.Text, nullable=True))
    op.add_column("events", sa.Column("batch", sa.Integer, nullable=True))
    op.create_index("events_by_batch", "events", ["batch"])
    op.create_table(
        "drafts",
        sa.Column("user", sa.Text, primary_key=True),
        sa.Column("item", sa.Text, primary_key=True),
        sa.Column("decision", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("saved_at", sa.Text, nullable=False),
    )
