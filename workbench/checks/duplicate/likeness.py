"""Which pairs of rows are the same matter where the handbook allows it only once."""

from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.agencies import levels
from workbench.checks.item import Item, RowPair
from workbench.records import Relation, Row
from workbench.records.tidy import bare, fold


def same_pairs(item: Item) -> Iterator[RowPair]:
    """Pairs that matching takes for one matter: its relation stands for the rule book's thresholds."""
    return (pair for pair in item.pairs if pair.comparison.relation is Relation.SAME)


def share_level(a: Row, b: Row) -> bool:
    """Whether two rows are exercised at a common level; a level that is not told is no ground to part them."""
    ours, theirs = levels(a.levels_and_departments or ""), levels(b.levels_and_departments or "")
    return not ours or not theirs or bool(set(ours) & set(theirs))


def kind_of(row: Row) -> str:
    """The row's catalogue, folded."""
    return fold(row.catalogue or "")


def names(row: Row) -> tuple[str, str]:
    """Tidied names of item and sub-item."""
    return _tidied(row.item_name or "", row.sub_item_name or "")


@lru_cache(maxsize=1 << 17)
def _tidied(main: str, sub: str) -> tuple[str, str]:
    """A corpus is asked for the same names again after every intake."""
    return bare(main), bare(sub)
