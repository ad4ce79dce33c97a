"""Stable ids: an item keeps its id when its workbook is sent again."""

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

from workbench.records import Row
from workbench.records.tidy import bare


def _digest(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode(), digest_size=6).hexdigest()


def item_ids(unit: str, kind: str, rows: Sequence[Row]) -> list[str]:
    """One id a row, from unit, catalogue kind and tidied name; rows of one name are told apart by order."""
    seen: Counter[tuple[str, str]] = Counter()
    ids = []
    for row in rows:
        name = (bare(row.item_name or ""), bare(row.sub_item_name or ""))
        seen[name] += 1
        ids.append("M-" + _digest(unit, kind, *name, str(seen[name])))
    return ids


def pair_id(a: str, b: str) -> str:
    """The id of a pair of items, whichever is named first."""
    return "P-" + _digest(*sorted((a, b)))


def cluster_id(items: Sequence[str]) -> str:
    """The id of a cluster: that of its members."""
    return "C-" + _digest(*sorted(items))
