"""Which rows and guides are marked as secret."""

import sqlalchemy as sa
from alembic import op

from workbench.records import secret_matter_mark

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the mark, and read it from the remarks that are there."""
    for name in ("matters", "guides"):
        op.add_column(name, sa.Column("secret", sa.Boolean, nullable=False, server_default=sa.false()))
        _mark(name)


def _mark(name: str) -> None:
    table = sa.table(name, *map(sa.column, ("submission", "item", "remarks")), sa.column("secret", sa.Boolean))
    connection = op.get_bind()
    for row in connection.execute(sa.select(table)).all():
        if secret_matter_mark(row.remarks or ""):
            mine = (table.c.submission == row.submission) & (table.c.item == row.item)
            connection.execute(sa.update(table).where(mine).values(secret=True))
