"""The tables of words that the corpus was matched with."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the note, blank until the corpus is matched the next time."""
    op.create_table("matched", sa.Column("words", sa.Text, primary_key=True))
