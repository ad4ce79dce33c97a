"""How a row differs from its entry in 权责清单 or 公共服务事项目录."""

import re
from collections.abc import Sequence

from workbench.checks.item import Item, ListEntry
from workbench.checks.row_facts import name_of, type_of
from workbench.records.tidy import bare, fold

POWER_LIST, PUBLIC_LIST = "权责清单", "公共服务事项目录"
_WORD = re.compile(r"增补|新增|调整|更名|合并|拆分|删除|取消|下放")
_LEAST = 6


def change_since(item: Item, entries: Sequence[ListEntry]) -> str:
    """增补 where no entry has the name, 调整 where its entry has another type; blank where nothing changed."""
    name = bare(name_of(item))
    found = [entry for entry in entries if bare(entry.name) == name]
    if not name or not found:
        return "增补" if name else ""
    kinds = {fold(entry.item_type) for entry in found if entry.item_type}
    return "调整" if kinds and type_of(item) not in kinds else ""


def is_explained(remarks: str) -> bool:
    """Whether a remark says what was changed, and why."""
    return bool(_WORD.search(remarks)) and len(fold(remarks)) >= _LEAST
