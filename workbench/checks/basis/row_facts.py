"""Which type and which catalogue a row is of, and where a citation stands in its cell."""

from functools import lru_cache

from workbench.checks.item import Item
from workbench.records import CatalogueKind, Span
from workbench.records.tidy import fold

PERMIT, LEVY, CONFIRMATION, GRANT, PUBLIC_SERVICE = "行政许可", "行政征收", "行政确认", "行政给付", "公共服务事项"

_folded = lru_cache(maxsize=1024)(fold)


def basis_of(item: Item) -> str:
    """The basis cell as printed; empty where it is unknown or blank."""
    return (item.row.legal_basis or "") if item.row else ""


def type_of(item: Item) -> str:
    """The row's type; the short form 公共服务 is read as 公共服务事项; empty where unknown."""
    name = _folded(item.row.item_type) if item.row and item.row.item_type else ""
    return PUBLIC_SERVICE if name == "公共服务" else name


def is_in(item: Item, kind: CatalogueKind) -> bool:
    """Whether the row stands in this catalogue; False where its catalogue is unknown."""
    printed = (item.row.catalogue if item.row else None) or item.catalogue or ""
    name = _folded(printed)
    if kind is CatalogueKind.CITY:
        return name.startswith("市设")
    return name in (kind.value, kind.value.replace("目录", "政务服务事项目录"))


def line_of(text: str, span: Span) -> int:
    """The number, from 1, of the line in which a span begins."""
    return text.count("\n", 0, span[0]) + 1


def shorten(text: str, limit: int = 24) -> str:
    """A text on one line, cut for a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[:limit] + "…"
