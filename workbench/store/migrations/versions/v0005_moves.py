"""The steps of the review chain."""

import sqlalchemy as sa
from alembic import op

from workbench.store.migrations import append_only

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the log of steps, append-only like that of verdicts."""
    op.create_table(
        "moves",
        sa.Column("event", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("item", "step", "stage")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("round", "upto")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("by", "at")),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("receiver", sa.Text, nullable=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("note", "previous_hash", "hash")),
        sa.UniqueConstraint("item", "revision", name="one_move_a_revision"),
    )
    append_only.protect("moves")
