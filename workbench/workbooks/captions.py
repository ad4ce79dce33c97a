"""Puts what a document says around a table above and below it, where the table is laid out as a sheet."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from workbench.workbooks.guarded import Grid, Merge
from workbench.workbooks.guides.labels import is_note


def with_captions(grids: Sequence[Grid], of_guides: Collection[str]) -> tuple[list[Grid], dict[str, int]]:
    """The grids with their captions as rows, and by name how many rows each was moved down.

    A sheet with guides that begins with its first element gets a blank row: the answer's heading stands beside it.
    """
    captioned: list[Grid] = []
    shifts = {}
    for grid in grids:
        lines = [line.strip() for line in grid.caption.split("\n") if line.strip()]
        above, below = [line for line in lines if not is_note(line)], [line for line in lines if is_note(line)]
        if not above and grid.name in of_guides and _begins_at_once(grid):
            above = [""]
        captioned.append(_between(grid, above, below))
        shifts[grid.name] = len(above)
    return captioned, shifts


def _begins_at_once(grid: Grid) -> bool:
    """Whether the first row is no title: it has several texts."""
    return sum(1 for text in (grid.rows[0] if grid.rows else ()) if text.strip()) > 1


def _between(grid: Grid, above: Sequence[str], below: Sequence[str]) -> Grid:
    """The grid between lines that are merged over its whole width."""
    if not (above or below):
        return grid
    shift, right = len(above), max(grid.width() - 1, 0)
    after = shift + len(grid.rows)
    lines = [*range(shift), *range(after, after + len(below))] if right else []
    moved = [Merge(top + shift, left, bottom + shift, right_) for top, left, bottom, right_ in grid.merges]
    return replace(
        grid,
        rows=[*([line] for line in above), *grid.rows, *([line] for line in below)],
        merges=[*(Merge(line, 0, line, right) for line in lines), *moved],
        hidden_rows=frozenset(row + shift for row in grid.hidden_rows),
        uncomputed=tuple((row + shift, column) for row, column in grid.uncomputed),
        caption="",
    )
