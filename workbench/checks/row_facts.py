"""Which type and which catalogue a row is of, and where a citation stands in its cell."""

from typing import TypedDict

from workbench.checks.item import Item
from workbench.checks.type_variants import standard
from workbench.records import CatalogueKind, Citation, IssuerLevel, Rank, Row, Span
from workbench.records.tidy import fold

PERMIT, LEVY, CONFIRMATION, GRANT, PUBLIC_SERVICE = "行政许可", "行政征收", "行政确认", "行政给付", "公共服务事项"


def basis_of(item: Item) -> str:
    """The basis cell as printed; empty where it is unknown or blank."""
    return (item.row.legal_basis or "") if item.row else ""


def type_of(item: Item) -> str:
    """The row's type, a known variant (公共服务, 许可类) read as the value it stands for; empty where unknown."""
    return standard(item.row.item_type) if item.row else ""


class Printed(TypedDict):
    """What a finding marks in a cell."""

    excerpt: str
    span: Span


def printed_type(item: Item) -> Printed:
    """The type cell as printed, marked from end to end."""
    written = (item.row.item_type or "") if item.row else ""
    return {"excerpt": written, "span": (0, len(written))}


def is_in(item: Item, kind: CatalogueKind) -> bool:
    """Whether the row stands in this catalogue; False where its catalogue is unknown."""
    printed = (item.row.catalogue if item.row else None) or item.catalogue or ""
    name = fold(printed)
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


def field_of(row: Row) -> str:
    """The field that holds a row's name: the sub-item where there is one, else the main item."""
    return "sub_item_name" if row.sub_item_name else "item_name"


class PrintedName(Printed):
    """What a finding marks, and in which of the two name columns."""

    field: str


def printed_name(row: Row) -> PrintedName:
    """The name judged, marked from end to end in its column."""
    field = field_of(row)
    written = getattr(row, field) or ""
    return {"field": field, "excerpt": written, "span": (0, len(written))}


def name_field(item: Item) -> str:
    """:func:`field_of` the item's row."""
    return field_of(item.row) if item.row else "item_name"


def name_of(item: Item) -> str:
    """The name judged: the sub-item's where there is one, else the main item's; empty where unknown."""
    return (getattr(item.row, name_field(item)) or "") if item.row else ""


def set_by_province(citation: Citation) -> bool:
    """Whether a citation is a provincial government's rule, which may set a permit for a year."""
    return citation.rank is Rank.RULE and citation.issuer_level is IssuerLevel.PROVINCE


def set_locally(citation: Citation) -> bool:
    """Whether a citation is a local regulation, which may set a permit of its own."""
    return citation.rank is Rank.LOCAL_REGULATION or citation.evidence_rank is Rank.LOCAL_REGULATION
