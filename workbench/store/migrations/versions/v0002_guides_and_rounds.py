"""Guides, the account of every cell, and the links between rounds."""

import sqlalchemy as sa
from alembic import op

from workbench.store.migrations import append_only

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the tables, and let a unit send many files of guides."""
    _let_guides_share_a_round()
    _guides()
    _read_uses()
    _rounds()
    op.add_column("findings", _number("material", nullable=True))


def _text(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _number(name: str, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _submission(primary_key: bool = False) -> sa.Column[int]:
    return sa.Column("submission", sa.Integer, sa.ForeignKey("submissions.id"), nullable=False, primary_key=primary_key)


def _let_guides_share_a_round() -> None:
    """Only catalogues come once a round."""
    if op.get_bind().dialect.name == "sqlite":
        _rebuild_submissions()
    else:
        op.drop_constraint("one_submission_a_round", "submissions", type_="unique")
    catalogues = sa.text("kind <> '办事指南'")
    op.create_index(
        "one_catalogue_a_round",
        "submissions",
        ["unit", "kind", "round"],
        unique=True,
        sqlite_where=catalogues,
        postgresql_where=catalogues,
    )


def _rebuild_submissions() -> None:
    """SQLite cannot drop a constraint: the table is built anew, the rows that point to it wait for the end."""
    op.execute("PRAGMA defer_foreign_keys=ON")
    op.execute("CREATE TEMPORARY TABLE kept AS SELECT * FROM submissions")
    op.drop_table("submissions")
    op.create_table(
        "submissions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.Text, nullable=False, unique=True),
        *(_text(name) for name in ("file", "unit", "kind")),
        _number("round"),
        _text("received_at"),
        _number("rows"),
        sa.Column("current", sa.Boolean, nullable=False),
    )
    op.execute("INSERT INTO submissions SELECT * FROM kept")
    op.execute("DROP TABLE kept")


def _guides() -> None:
    op.create_table(
        "guides",
        _submission(primary_key=True),
        sa.Column("item", sa.Text, primary_key=True),
        *(_text(name) for name in ("unit", "kind")),
        _number("round"),
        _text("region"),
        _number("position"),
        *(_text(name) for name in ("file", "sheet", "cell", "cells", "labels")),
        *(_text(name, nullable=True) for name in ("matter", "tie", "guide_org", "guide_catalogue", "guide_region")),
        _text("elements"),
        *(_text(name, nullable=True) for name in ("materials", "steps", "topics_natural", "topics_legal", "remarks")),
        sa.Column("current", sa.Boolean, nullable=False),
        _text("checked_with", nullable=True),
        sa.UniqueConstraint("item", "round", name="one_guide_a_round"),
    )
    op.create_index("guides_by_unit", "guides", ["unit"])


def _read_uses() -> None:
    op.create_table(
        "read_uses",
        _submission(primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        *(_text(name) for name in ("sheet", "cells")),
        _number("count"),
        *(_text(name) for name in ("use", "name", "reason")),
    )


def _rounds() -> None:
    op.create_table(
        "row_changes",
        _submission(primary_key=True),
        sa.Column("item", sa.Text, primary_key=True),
        *(_text(name) for name in ("state", "fields")),
        _text("link", nullable=True),
    )
    op.create_table(
        "relinks",
        sa.Column("id", sa.Integer, primary_key=True),
        _submission(),
        _text("item"),
        _text("target", nullable=True),
        *(_text(name) for name in ("by", "at", "reason")),
        _text("given", nullable=True),
    )
    op.create_index("relinks_by_item", "relinks", ["item"])
    append_only.protect("relinks", "id = NEW.id")
