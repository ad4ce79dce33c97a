"""Groups of matters that are one: every member alike to every other (complete linkage)."""

from collections.abc import Sequence

from workbench.records import Comparison, Relation


def clusters(size: int, found: Sequence[tuple[int, int, Comparison]]) -> list[tuple[int, ...]]:
    """Clusters of ``same`` pairs in which a chain never joins what was not found the same.

    Pairs are taken from the surest down; two groups merge only when each member of one was found the
    same as each member of the other.

    Args:
        size: how many matters there are.
        found: pairs of row numbers with their comparison.

    Returns:
        Clusters of two or more rows, each ascending, ordered by their first row.

    Raises:
        ValueError: a pair names a row outside ``size``.
    """
    same = [(pair.score, a, b) for a, b, pair in found if pair.relation is Relation.SAME]
    if any(not 0 <= row < size for _, a, b in same for row in (a, b)):
        raise ValueError(f"事项对超出范围：共有{size}个事项。")
    alike: dict[int, set[int]] = {}
    for _, a, b in same:
        alike.setdefault(a, {a}).add(b)
        alike.setdefault(b, {b}).add(a)
    group = {row: frozenset({row}) for row in alike}
    for _, a, b in sorted(same, key=lambda pair: (-pair[0], pair[1], pair[2])):
        one, two = sorted((group[a], group[b]), key=len)
        if one is not two and all(two <= alike[row] for row in one):
            group.update(dict.fromkeys(one | two, one | two))
    return sorted({tuple(sorted(members)) for members in group.values() if len(members) > 1})
