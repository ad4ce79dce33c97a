"""The tables of second reviews and of remarks, as the code uses them today."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from workbench.store.tables import metadata


def _text(name: str) -> "Column[str]":
    return Column(name, Text, nullable=False)


#: Append-only: which of a group's verdicts were drawn for a second, blind review, and how.
second_samples = Table(
    "second_samples",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("group", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("of", Integer, nullable=False),
    *(_text(name) for name in ("seed", "by", "at")),
)

#: Append-only: ``first`` is the event that ``reviewer`` is not to see until the second verdict is there.
second_tasks = Table(
    "second_tasks",
    metadata,
    Column("sample", Integer, ForeignKey("second_samples.id"), primary_key=True, autoincrement=False),
    Column("item", Text, primary_key=True),
    _text("unit"),
    Column("first", Integer, ForeignKey("events.event"), nullable=False),
    _text("reviewer"),
    Index("second_tasks_by_reviewer", "reviewer", "item"),
)

#: Append-only: one a task, for whoever could change it has seen the first. ``decision`` is JSON.
second_verdicts = Table(
    "second_verdicts",
    metadata,
    Column("sample", Integer, ForeignKey("second_samples.id"), primary_key=True, autoincrement=False),
    Column("item", Text, primary_key=True),
    *(_text(name) for name in ("decision", "by", "at")),
)

#: Append-only: what reviewers say to each other about an item.
comments = Table(
    "comments",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    *(_text(name) for name in ("item", "by", "role")),
    Column("group", Integer),
    *(_text(name) for name in ("at", "text")),
    Index("comments_by_item", "item"),
)
