"""The tables as the code uses them today; the migrations build them, and a test compares the two."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

metadata = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _maybe_text(name: str) -> Column[str]:
    return Column(name, Text, nullable=True)


def _submission(primary_key: bool = False) -> Column[int]:
    return Column("submission", Integer, ForeignKey("submissions.id"), nullable=False, primary_key=primary_key)


#: One workbook a row, whatever it holds. ``kind`` is its catalogue's, or 办事指南 where it holds guides alone.
#: ``checked_with`` stands for the lists and settings that the checks had.
#: ``current`` marks the newest round of a unit's catalogue; of files with guides alone those that have a current guide.
submissions = Table(
    "submissions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", Text, nullable=False, unique=True),
    _text("file"),
    _text("unit"),
    _text("kind"),
    Column("round", Integer, nullable=False),
    _text("received_at"),
    Column("rows", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    _maybe_text("checked_with"),
    Index(
        "one_catalogue_a_round",
        "unit",
        "kind",
        "round",
        unique=True,
        sqlite_where=text("kind <> '办事指南'"),
        postgresql_where=text("kind <> '办事指南'"),
    ),
)

#: The submitted bytes, apart from the table that lists are read from.
contents = Table("contents", metadata, _submission(primary_key=True), Column("content", LargeBinary, nullable=False))

#: A catalogue row. The texts are exactly the workbook's; null is unknown, the empty string is blank. ``secret``: 涉密.
matters = Table(
    "matters",
    metadata,
    _submission(primary_key=True),
    Column("item", Text, primary_key=True),
    _text("unit"),
    _text("kind"),
    Column("round", Integer, nullable=False),
    _text("region"),
    Column("position", Integer, nullable=False),
    *(_text(name) for name in ("file", "sheet", "cell", "cells")),
    *(_maybe_text(name) for name in ("row_org", "row_catalogue", "row_region", "seq", "item_name", "sub_item_name")),
    *(_maybe_text(name) for name in ("item_type", "legal_basis", "levels_and_departments", "implementing_agency")),
    *(_maybe_text(name) for name in ("remarks", "sub_items", "nature")),
    Column("secret", Boolean, nullable=False, server_default=false()),
    Index("matters_by_item", "item"),
)

#: A guide. ``current`` marks the newest round of this guide: a later file takes the place of the guides that it has.
#: ``labels`` are those of the form, ``checked_with`` a digest of the catalogue row that its checks had beside it.
guides = Table(
    "guides",
    metadata,
    _submission(primary_key=True),
    Column("item", Text, primary_key=True),
    _text("unit"),
    _text("kind"),
    Column("round", Integer, nullable=False),
    _text("region"),
    Column("position", Integer, nullable=False),
    *(_text(name) for name in ("file", "sheet", "cell", "cells", "labels")),
    _maybe_text("matter"),
    _maybe_text("tie"),
    *(_maybe_text(name) for name in ("guide_org", "guide_catalogue", "guide_region")),
    _text("elements"),
    _maybe_text("materials"),
    _maybe_text("steps"),
    _maybe_text("topics_natural"),
    _maybe_text("topics_legal"),
    _maybe_text("remarks"),
    Column("current", Boolean, nullable=False),
    _maybe_text("checked_with"),
    Column("secret", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("item", "round", name="one_guide_a_round"),
    Index("guides_by_unit", "unit"),
)

#: What became of the cells of a workbook, in the order of the reading.
read_uses = Table(
    "read_uses",
    metadata,
    _submission(primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("sheet"),
    _text("cells"),
    Column("count", Integer, nullable=False),
    _text("use"),
    _text("name"),
    _text("reason"),
)

#: A submission's items beside the round before it; an item that is gone stands here under the new submission.
row_changes = Table(
    "row_changes",
    metadata,
    _submission(primary_key=True),
    Column("item", Text, primary_key=True),
    _text("state"),
    _text("fields"),
    _maybe_text("link"),
)

#: Links that a person set. Append-only like the events.
relinks = Table(
    "relinks",
    metadata,
    Column("id", Integer, primary_key=True),
    _submission(),
    _text("item"),
    _maybe_text("target"),
    _text("by"),
    _text("at"),
    _text("reason"),
    _maybe_text("given"),
    Index("relinks_by_item", "item"),
)

#: ``origin`` is row (one matter), guide (one guide), sheet (the workbook as a whole; ``item`` is null) or corpus (across items).
#: ``material`` is the index of a guide's material.
findings = Table(
    "findings",
    metadata,
    Column("id", Integer, primary_key=True),
    _submission(),
    _maybe_text("item"),
    _text("origin"),
    *(_text(name) for name in ("rule", "clause", "severity", "certainty", "message", "field", "excerpt")),
    Column("span_start", Integer),
    Column("span_end", Integer),
    _text("suggested_verdict"),
    _maybe_text("correction"),
    Column("at", Integer),
    Column("other", Integer),
    Column("citation", Integer),
    Column("material", Integer),
    Index("findings_by_item", "item", "submission"),
    Index("findings_by_submission", "submission", "origin"),
)

#: The rules that could not run on an item, all in one line: most items share one of a few lists.
not_checked = Table(
    "not_checked",
    metadata,
    _submission(primary_key=True),
    Column("item", Text, primary_key=True),
    _text("rules"),
)

problems = Table(
    "problems",
    metadata,
    Column("id", Integer, primary_key=True),
    _submission(),
    _text("message"),
    _text("file"),
    _text("sheet"),
    _text("cell"),
    Column("fatal", Boolean, nullable=False),
    Column("note", Boolean, nullable=False),
    Index("problems_by_submission", "submission"),
)

#: Append-only: triggers refuse every UPDATE and DELETE. Numbered from 1 without gaps, chained by hash.
events = Table(
    "events",
    metadata,
    Column("event", Integer, primary_key=True, autoincrement=False),
    _text("item"),
    _maybe_text("verdict"),
    _text("opinion"),
    _text("by"),
    _text("at"),
    _text("stage"),
    Column("revision", Integer, nullable=False),
    _text("answers"),
    _maybe_text("lead_unit"),
    Column("undoes", Integer),
    _maybe_text("source"),
    _text("previous_hash"),
    _text("hash"),
    _maybe_text("target_type"),
    _maybe_text("target_level"),
    Column("batch", Integer),
    UniqueConstraint("item", "revision", name="one_event_a_revision"),
    Index("events_by_batch", "batch"),
)

#: What reviewers began and have not recorded: ``decision`` is JSON. Changed and dropped at will, no part of the log.
drafts = Table(
    "drafts",
    metadata,
    Column("user", Text, primary_key=True),
    Column("item", Text, primary_key=True),
    _text("decision"),
    Column("revision", Integer, nullable=False),
    _text("saved_at"),
)

#: Append-only: what a verdict on a pair or cluster says of two matters, by name and unit.
judgements = Table(
    "judgements",
    metadata,
    Column("event", Integer, ForeignKey("events.event"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("name_a"),
    _text("org_a"),
    _text("name_b"),
    _text("org_b"),
    _text("relation"),
)

#: Append-only; the newest line of a rule stands.
rule_settings = Table(
    "rule_settings",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("rule"),
    Column("off", Boolean, nullable=False),
    _maybe_text("severity"),
    _text("reason"),
    _text("by"),
    _text("at"),
)

accounts = Table(
    "accounts",
    metadata,
    Column("user", Text, primary_key=True),
    _text("password_hash"),
    _text("changed_at"),
)

#: Per submission: the last event that concerns it, and the last one that its returns workbook shows.
exports = Table(
    "exports",
    metadata,
    _submission(primary_key=True),
    Column("touched", Integer, nullable=False),
    Column("exported", Integer, nullable=False),
)
