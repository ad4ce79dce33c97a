"""Rows of one catalogue that have the same name (附件1 3.3.4.1)."""

from collections.abc import Hashable, Iterator, Sequence

from workbench.checks.duplicate.likeness import kind_of, names
from workbench.records import Row
from workbench.records.tidy import bare


def namesakes(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Each row that has the tidied name and sub-item of an earlier row of its catalogue, with the first such; both ways.

    Rows whose unit is not told are in no catalogue that could be compared.
    """
    seen: dict[Hashable, int] = {}
    for at, row in enumerate(rows):
        name = names(row)
        if not any(name) or row.org is None:
            continue
        first = seen.setdefault((row.org, kind_of(row), row.region, *name), at)
        if first != at:
            yield at, first
            yield first, at


def basis_differs(a: Row, b: Row) -> bool:
    """Whether both rows tell their basis, and not the same; where one is blank it is no ground to part them."""
    ours, theirs = bare(a.legal_basis or ""), bare(b.legal_basis or "")
    return bool(ours and theirs) and ours != theirs
