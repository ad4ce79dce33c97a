"""What an account that does not see the whole log must know of it, to append to it (PostgreSQL)."""

from alembic import op

revision = "0010"
down_revision = "0009"

#: Runs with the rights of the tables' owner: number and hash of the newest record, and no more.
_NEWEST = """
CREATE OR REPLACE FUNCTION newest_{name}() RETURNS TABLE (event integer, hash text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ SELECT event, hash FROM {table} ORDER BY event DESC LIMIT 1 $$
"""


def upgrade() -> None:
    """Add one function a log; SQLite has no accounts, and needs none."""
    if op.get_bind().dialect.name == "postgresql":
        for name, table in (("event", "events"), ("move", "moves")):
            op.get_bind().exec_driver_sql(_NEWEST.format(name=name, table=table))
