"""The first tables: submissions with their matters and findings, pairs, events, accounts, exports."""

import sqlalchemy as sa
from alembic import op

from workbench.store.migrations import append_only

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Build everything."""
    _submissions()
    _findings()
    _pairs()
    _events()
    append_only.protect("events")
    _accounts_and_exports()


def _text(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _number(name: str, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _submission(primary_key: bool = False) -> sa.Column[int]:
    return sa.Column("submission", sa.Integer, sa.ForeignKey("submissions.id"), nullable=False, primary_key=primary_key)


def _submissions() -> None:
    op.create_table(
        "submissions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.Text, nullable=False, unique=True),
        *(_text(name) for name in ("file", "unit", "kind")),
        _number("round"),
        _text("received_at"),
        _number("rows"),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.UniqueConstraint("unit", "kind", "round", name="one_submission_a_round"),
    )
    op.create_table("contents", _submission(primary_key=True), sa.Column("content", sa.LargeBinary, nullable=False))
    row = (
        "row_org", "row_catalogue", "row_region", "seq", "item_name", "sub_item_name", "item_type", "legal_basis",
        "levels_and_departments", "implementing_agency", "remarks", "sub_items", "nature",
    )  # fmt: skip
    op.create_table(
        "matters",
        _submission(primary_key=True),
        sa.Column("item", sa.Text, primary_key=True),
        _text("unit"),
        _text("kind"),
        _number("round"),
        _text("region"),
        _number("position"),
        *(_text(name) for name in ("file", "sheet", "cell", "cells")),
        *(_text(name, nullable=True) for name in row),
    )
    op.create_index("matters_by_item", "matters", ["item"])


def _findings() -> None:
    op.create_table(
        "findings",
        sa.Column("id", sa.Integer, primary_key=True),
        _submission(),
        _text("item", nullable=True),
        *(_text(name) for name in ("origin", "rule", "clause", "severity", "certainty", "message", "field", "excerpt")),
        _number("span_start", nullable=True),
        _number("span_end", nullable=True),
        _text("suggested_verdict"),
        _text("correction", nullable=True),
        *(_number(name, nullable=True) for name in ("at", "other", "citation")),
    )
    op.create_index("findings_by_item", "findings", ["item", "submission"])
    op.create_index("findings_by_submission", "findings", ["submission", "origin"])
    op.create_table(
        "not_checked",
        _submission(primary_key=True),
        sa.Column("item", sa.Text, primary_key=True),
        _text("rules"),
    )
    op.create_table(
        "problems",
        sa.Column("id", sa.Integer, primary_key=True),
        _submission(),
        *(_text(name) for name in ("message", "file", "sheet", "cell")),
        sa.Column("fatal", sa.Boolean, nullable=False),
        sa.Column("note", sa.Boolean, nullable=False),
    )
    op.create_index("problems_by_submission", "problems", ["submission"])


def _pairs() -> None:
    op.create_table(
        "pairs",
        sa.Column("pair", sa.Text, primary_key=True),
        *(_text(name) for name in ("a", "b", "relation")),
        sa.Column("score", sa.Float, nullable=False),
        *(_text(name) for name in ("level", "reasons")),
    )
    op.create_index("pairs_by_a", "pairs", ["a"])
    op.create_index("pairs_by_b", "pairs", ["b"])
    op.create_table(
        "clusters",
        sa.Column("cluster", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        _text("item"),
        _text("lead", nullable=True),
    )


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("event", sa.Integer, primary_key=True, autoincrement=False),
        _text("item"),
        _text("verdict", nullable=True),
        *(_text(name) for name in ("opinion", "by", "at", "stage")),
        _number("revision"),
        _text("answers"),
        _text("lead_unit", nullable=True),
        _number("undoes", nullable=True),
        _text("source", nullable=True),
        *(_text(name) for name in ("previous_hash", "hash")),
        sa.UniqueConstraint("item", "revision", name="one_event_a_revision"),
    )


def _accounts_and_exports() -> None:
    op.create_table(
        "accounts",
        sa.Column("user", sa.Text, primary_key=True),
        *(_text(name) for name in ("password_hash", "changed_at")),
    )
    op.create_table("exports", _submission(primary_key=True), _number("touched"), _number("exported"))
