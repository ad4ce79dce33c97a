"""Settings of rules, with which of them a submission was checked, and what verdicts on pairs say by content."""

import sqlalchemy as sa
from alembic import op

from workbench.store.migrations import append_only

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the settings of rules, the stamp of the checks on each submission, and the judgements."""
    op.add_column("submissions", sa.Column("checked_with", sa.Text, nullable=True))
    op.create_table(
        "rule_settings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("off", sa.Boolean, nullable=False),
        sa.Column("severity", sa.Text, nullable=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("reason", "by", "at")),
    )
    append_only.protect("rule_settings", "id = NEW.id")
    op.create_table(
        "judgements",
        sa.Column("event", sa.Integer, sa.ForeignKey("events.event"), primary_key=True, autoincrement=False),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("name_a", "org_a", "name_b", "org_b", "relation")),
    )
    append_only.protect("judgements", "event = NEW.event AND position = NEW.position")
