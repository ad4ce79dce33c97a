"""The values of one catalogue row, exactly as printed."""

from dataclasses import dataclass
from enum import StrEnum

#: The five legal types of a catalogue row (附件1 2.4.1).
ITEM_TYPES = ("行政许可", "行政征收", "行政确认", "行政给付", "公共服务事项")


class CatalogueKind(StrEnum):
    """The three catalogues of the handbook (附件1 2.1.3)."""

    PROVINCIAL = "省目录"
    CITY = "市设目录"
    DEPARTMENT = "部门目录"


#: Field of :class:`Row` -> the column header printed in the handbook's forms.
COLUMN_NAMES = {
    "seq": "序号",
    "item_name": "事项",
    "sub_item_name": "子项",
    "item_type": "事项类型",
    "legal_basis": "设定依据",
    "levels_and_departments": "层级和部门",
    "implementing_agency": "实施机构",
    "remarks": "备注",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One catalogue row. ``None`` means not known, ``""`` means present and blank.

    The text is never tidied here: comparison works on a copy (:mod:`workbench.records.tidy`).
    """

    org: str | None = None
    catalogue: str | None = None
    region: str | None = None
    seq: str | None = None
    item_name: str | None = None
    sub_item_name: str | None = None
    item_type: str | None = None
    legal_basis: str | None = None
    levels_and_departments: str | None = None
    implementing_agency: str | None = None
    remarks: str | None = None
    sub_items: tuple[str, ...] | None = None
    nature: str | None = None

    @property
    def full_name(self) -> str:
        """The name that people read: ``事项`` or ``事项（子项）``."""
        main, sub = self.item_name or "", self.sub_item_name or ""
        return f"{main}（{sub}）" if sub and main else main or sub
