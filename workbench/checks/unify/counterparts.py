"""With which row or guide of the same matter each one is compared (明电52号 一: 省市县三级……“五统一”)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from workbench.checks.agencies import PROVINCE
from workbench.checks.basis.makers import CITY_MADE, maker
from workbench.checks.duplicate.likeness import kind_of
from workbench.checks.item import Item, RowPair
from workbench.citations import parse
from workbench.records import CatalogueKind, Guide, Relation, Row
from workbench.records.tidy import fold

_Thing = TypeVar("_Thing", Row, Guide)
_CITY_SET = {CatalogueKind.PROVINCIAL, CatalogueKind.CITY}


def rows(item: Item) -> Iterator[tuple[int, int]]:
    """Each row with the one that it is compared with; the province's own word is the measure and is not compared."""
    return _counterparts(item.rows, item.pairs, _rows_comparable)


def guides(item: Item) -> Iterator[tuple[int, int]]:
    """:func:`rows`, for guides."""
    return _counterparts(item.guides, item.guide_pairs, _guides_comparable)


def is_provincial(thing: Row | Guide) -> bool:
    """Whether a row or guide is the province's own."""
    return thing.region == PROVINCE or fold(thing.org or "").startswith(("省", PROVINCE))


def _counterparts(
    things: Sequence[_Thing], pairs: Iterable[RowPair], comparable: Callable[[_Thing, _Thing], bool]
) -> Iterator[tuple[int, int]]:
    """Of the many that are the same matter each is compared with one: the province's, else the first."""
    best: dict[int, int] = {}
    rank = [(not is_provincial(thing), number) for number, thing in enumerate(things)]
    for pair in pairs:
        if pair.comparison.relation is Relation.SAME and comparable(things[pair.a], things[pair.b]):
            for at, other in ((pair.a, pair.b), (pair.b, pair.a)):
                best[at] = min(best.get(at, other), other, key=rank.__getitem__)
    for at, other in sorted(best.items()):
        if rank[at][0] >= rank[other][0]:
            yield at, other


def _apart(a: Row | Guide, b: Row | Guide) -> bool:
    """Whether two stand in different places: one region is no matter of 五统一 but of duplicates."""
    if a.region and b.region:
        return a.region != b.region
    return bool(a.org and b.org and a.org != b.org) and not (is_provincial(a) and is_provincial(b))


def _rows_comparable(a: Row, b: Row) -> bool:
    """市设目录, and what is drawn from it, is the same in its own city only; what 省目录 has does not belong into it."""
    kinds = {kind_of(a), kind_of(b)}
    if kinds == _CITY_SET or not _apart(a, b):
        return False
    if CatalogueKind.CITY in kinds or (_is_set_by_city(a) and _is_set_by_city(b)):
        ours, theirs = a.region or "", b.region or ""
        return ours.startswith(theirs) or theirs.startswith(ours)
    return True


def _is_set_by_city(row: Row) -> bool:
    """Whether a row below the province rests on documents of cities alone."""
    if is_provincial(row) or not row.legal_basis:
        return False
    makers = [maker(citation) for citation in parse(row.legal_basis)]
    return bool(makers) and CITY_MADE.issuperset(makers)


def _guides_comparable(a: Guide, b: Guide) -> bool:
    return _apart(a, b)
