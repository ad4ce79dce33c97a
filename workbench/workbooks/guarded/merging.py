"""Checks merged ranges against the limits; runs only inside of the guarded process."""

from collections.abc import Iterable

from workbench.workbooks.cells import cell_name
from workbench.workbooks.guarded.bounds import too_many_merges, too_wide_a_merge
from workbench.workbooks.guarded.grid import Merge, as_merge
from workbench.workbooks.limits import Limits


def checked_merges(ranges: Iterable[tuple[int, ...]], limits: Limits) -> list[Merge]:
    """The merged ranges that are ones: first row and column, last row and column, from 0.

    Raises UnreadableWorkbook on more or larger ones than the limits allow.
    """
    merges = [each for each in map(as_merge, ranges) if each[0] <= each[2] and each[1] <= each[3]]
    if len(merges) > limits.merges:
        raise too_many_merges(limits)
    areas = [(bottom - top + 1) * (right - left + 1) for top, left, bottom, right in merges]
    if max(areas, default=0) > limits.merge_cells or sum(areas) > limits.merged_cells:
        raise too_wide_a_merge(_first_too_wide(merges, areas, limits), limits)
    return merges


def _first_too_wide(merges: list[Merge], areas: list[int], limits: Limits) -> str:
    """The first merge that is too wide by itself, or with those before it."""
    total = 0
    for merge, area in zip(merges, areas, strict=True):
        total += area
        if area > limits.merge_cells or total > limits.merged_cells:
            return f"{cell_name(*merge[:2])}:{cell_name(*merge[2:])}"
    return ""
