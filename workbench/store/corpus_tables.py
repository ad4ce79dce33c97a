"""The tables of what matching found, as the code uses them today."""

from sqlalchemy import Column, Float, Index, Integer, Table, Text

from workbench.store.tables import metadata

pairs = Table(
    "pairs",
    metadata,
    Column("pair", Text, primary_key=True),
    *(Column(name, Text, nullable=False) for name in ("a", "b", "relation")),
    Column("score", Float, nullable=False),
    Column("level", Text, nullable=False),
    Column("reasons", Text, nullable=False),
    Index("pairs_by_a", "a"),
    Index("pairs_by_b", "b"),
)

#: One row: what stands for the tables of words that pairs and clusters were found with, and for the writing of them.
matched = Table(
    "matched", metadata, Column("words", Text, primary_key=True), Column("run", Text, nullable=False, server_default="")
)

clusters = Table(
    "clusters",
    metadata,
    Column("cluster", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("item", Text, nullable=False),
    Column("lead", Text),
)
