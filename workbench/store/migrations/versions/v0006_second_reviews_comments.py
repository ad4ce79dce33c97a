"""Second, blind reviews of a sample, and what reviewers say to each other."""

import sqlalchemy as sa
from alembic import op

from workbench.store.migrations import append_only

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add four tables that are only ever added to."""
    op.create_table(
        "second_samples",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("group", "size", "of")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("seed", "by", "at")),
    )
    op.create_table(
        "second_tasks",
        _sample(),
        sa.Column("item", sa.Text, primary_key=True),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("first", sa.Integer, sa.ForeignKey("events.event"), nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
    )
    op.create_index("second_tasks_by_reviewer", "second_tasks", ["reviewer", "item"])
    op.create_table(
        "second_verdicts",
        _sample(),
        sa.Column("item", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("decision", "by", "at")),
    )
    op.create_table(
        "comments",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("item", "by", "role")),
        sa.Column("group", sa.Integer, nullable=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("at", "text")),
    )
    op.create_index("comments_by_item", "comments", ["item"])
    for table in ("second_samples", "comments"):
        append_only.protect(table, "id = NEW.id")
    for table in ("second_tasks", "second_verdicts"):
        append_only.protect(table, "sample = NEW.sample AND item = NEW.item")


def _sample() -> "sa.Column[int]":
    to = sa.ForeignKey("second_samples.id")
    return sa.Column("sample", sa.Integer, to, primary_key=True, autoincrement=False)
