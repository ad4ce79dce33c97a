"""What became of an item from one round to the next, and what a person says about it."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.records.row import COLUMN_NAMES, Row


class RowState(StrEnum):
    """An item of a round beside the round before it."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


ROW_STATE_NAMES = {
    RowState.SAME: "未变",
    RowState.CHANGED: "有改动",
    RowState.NEW: "新增",
    RowState.GONE: "撤下",
}


class Link(StrEnum):
    """What tells that a row is one of the round before; the strongest first."""

    TOLD = "told"
    IDENTITY = "identity"
    NAME = "name"
    PLACE = "place"
    LIKENESS = "likeness"
    PERSON = "person"


LINK_NAMES = {
    Link.TOLD: "反馈工作簿中的编号",
    Link.IDENTITY: "名称和依据相同",
    Link.NAME: "名称相同",
    Link.PLACE: "序号相同、名称相近",
    Link.LIKENESS: "名称相近",
    Link.PERSON: "人工对应",
}


@dataclass(frozen=True, slots=True)
class RowChange:
    """An item of a round beside the round before it.

    A linked item has the same id in both rounds. ``fields`` are the fields of
    :class:`~workbench.records.row.Row` (of a guide, the elements) whose text changed; a new place in the order is
    no change. ``link`` says what it was linked by, None where the state is new or gone.
    """

    item: str
    state: RowState
    fields: tuple[str, ...] = ()
    link: Link | None = None


def changed_fields(now: Row, before: Row) -> tuple[str, ...]:
    """The fields whose text differs, in the order of the form; a blank one is as good as none, the number is no text."""
    printed = (name for name in COLUMN_NAMES if name != "seq")
    return tuple(name for name in printed if (getattr(now, name) or "") != (getattr(before, name) or ""))


def change_of(item: str, now: Row, before: Row, link: Link) -> RowChange:
    """The change of a row that is linked to one of the round before."""
    fields = changed_fields(now, before)
    return RowChange(item, RowState.CHANGED if fields else RowState.SAME, fields, link)


class Tie(StrEnum):
    """What ties a guide to its catalogue row; LIKENESS is a proposal that a person should confirm."""

    CODE = "code"
    NAME = "name"
    LIKENESS = "likeness"
    PERSON = "person"


TIE_NAMES = {
    Tie.CODE: "编码相同",
    Tie.NAME: "名称相同",
    Tie.LIKENESS: "名称相近，待确认",
    Tie.PERSON: "人工对应",
}


@dataclass(frozen=True, slots=True)
class Relink:
    """What a person decided about a link: append-only.

    A row (M-) that was called ``item`` is ``target`` of the round before (None: it is a new row, ``given`` its new
    id). A guide (G-) belongs to the catalogue row ``target`` (None: to none). ``given`` is the id that the row got
    which was called ``target`` until then, where there was one.
    """

    item: str
    target: str | None
    by: str
    at: str
    reason: str
    given: str | None = None
