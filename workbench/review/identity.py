"""Stable ids: an item keeps its id when its workbook is sent again."""

from collections.abc import Collection, Iterator, Sequence
from hashlib import blake2b
from itertools import count

from workbench.records import Guide, Row
from workbench.records.tidy import bare


def digest(*parts: str) -> str:
    """Twelve characters that stand for the parts."""
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def item_ids(unit: str, kind: str, rows: Sequence[Row]) -> list[str]:
    """One id a row, from unit, catalogue kind and tidied name; rows of one name are told apart by order."""
    given: set[str] = set()
    ids = []
    for row in rows:
        ids.append(new_id(unit, kind, row, given))
        given.add(ids[-1])
    return ids


def new_id(unit: str, kind: str, row: Row, taken: Collection[str]) -> str:
    """The first id of the row's name that is not taken."""
    return next(each for each in _ids("M-", unit, kind, *name_of(row)) if each not in taken)


def name_of(row: Row) -> tuple[str, str]:
    """The tidied names of main item and sub-item, which tell a row from others."""
    return bare(row.item_name or ""), bare(row.sub_item_name or "")


def new_guide_id(unit: str, guide: Guide, taken: Collection[str]) -> str:
    """The first id of the guide's name (of its code, where it has no name) that is not taken."""
    name = bare(guide.name) or bare(guide.text("实施编码") or guide.text("基本编码") or "")
    return next(each for each in _ids("G-", unit, name) if each not in taken)


def _ids(kind: str, *parts: str) -> Iterator[str]:
    return (kind + digest(*parts, str(number)) for number in count(1))


def pair_id(a: str, b: str) -> str:
    """The id of a pair of items, whichever is named first."""
    return "P-" + digest(*sorted((a, b)))


def cluster_id(items: Sequence[str]) -> str:
    """The id of a cluster: that of its members."""
    return "C-" + digest(*sorted(items))
