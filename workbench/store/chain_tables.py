"""The table of the review chain's steps."""

from sqlalchemy import Column, Integer, Table, Text, UniqueConstraint

from workbench.store.tables import metadata

#: Append-only: triggers refuse every UPDATE and DELETE. Numbered from 1 without gaps, chained by hash.
moves = Table(
    "moves",
    metadata,
    Column("event", Integer, primary_key=True, autoincrement=False),
    *(Column(name, Text, nullable=False) for name in ("item", "step", "stage")),
    *(Column(name, Integer, nullable=False) for name in ("round", "upto")),
    *(Column(name, Text, nullable=False) for name in ("by", "at")),
    Column("revision", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("receiver", Text, nullable=True),
    *(Column(name, Text, nullable=False) for name in ("note", "previous_hash", "hash")),
    UniqueConstraint("item", "revision", name="one_move_a_revision"),
)
