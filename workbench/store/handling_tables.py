"""The tables of what a unit answers in the next round, as the code uses them today."""

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from workbench.store.tables import metadata

#: Per submission: the last event there was when it came in; what was decided until then was on the round before.
round_starts = Table(
    "round_starts",
    metadata,
    Column("submission", Integer, ForeignKey("submissions.id"), primary_key=True, autoincrement=False),
    Column("event", Integer, nullable=False),
)

#: What a unit wrote as 处理情况 beside an item, or beside a ``part`` of a guide.
handlings = Table(
    "handlings",
    metadata,
    Column("submission", Integer, ForeignKey("submissions.id"), primary_key=True, autoincrement=False),
    Column("item", Text, primary_key=True),
    Column("part", Text, primary_key=True),
    Column("text", Text, nullable=False),
)
