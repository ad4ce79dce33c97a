"""What units answer in the next round, and up to which event the round before was decided."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add two tables; of the submissions that are there, the time tells which events came before them."""
    op.create_table(
        "round_starts",
        _submission(),
        sa.Column("event", sa.Integer, nullable=False),
    )
    op.create_table(
        "handlings",
        _submission(),
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("item", "part")),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.execute(
        "INSERT INTO round_starts SELECT s.id, COALESCE(MAX(e.event), 0)"
        " FROM submissions s LEFT JOIN events e ON e.at <= s.received_at GROUP BY s.id"
    )


def _submission() -> "sa.Column[int]":
    return sa.Column("submission", sa.Integer, sa.ForeignKey("submissions.id"), primary_key=True, autoincrement=False)
