"""How a row differs from its entry in 权责清单 or 公共服务事项目录."""

import re
from collections.abc import Sequence

from workbench.checks.documents import documents
from workbench.checks.item import Item, ListEntry
from workbench.checks.likeness import exact_entries
from workbench.checks.row_facts import basis_of, name_of, type_of
from workbench.records.tidy import fold

POWER_LIST, PUBLIC_LIST = "权责清单", "公共服务事项目录"
_WORD = re.compile(r"增补|新增|调整|更名|合并|拆分|删除|取消|下放")
_LEAST = 6


def change_since(item: Item, entries: Sequence[ListEntry]) -> str:
    """增补 where no entry has the name, 调整 where its entry has another type or basis; blank where nothing changed."""
    found = exact_entries(item, entries)
    if not name_of(item) or not found:
        return "增补" if name_of(item) else ""
    kinds = {fold(entry.item_type) for entry in found if entry.item_type}
    changed = (kinds and type_of(item) not in kinds) or all(_basis_differs(item, entry) for entry in found)
    return "调整" if changed else ""


def _basis_differs(item: Item, entry: ListEntry) -> bool:
    """Whether row and entry both tell their documents, and they are not the same."""
    ours, theirs = documents(basis_of(item)), documents(entry.basis or "")
    return bool(ours and theirs) and ours != theirs


def is_explained(remarks: str) -> bool:
    """Whether a remark says what was changed, and why."""
    return bool(_WORD.search(remarks)) and len(fold(remarks)) >= _LEAST
