"""A worksheet on its way out of the guarded process: what is known of it, and its cells block by block.

No sheet is held as a whole more often than needed: what is made of one block is sent before the next is made.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from workbench.workbooks.guarded.grid import Columns, Grid

#: So many rows make a block: enough to do each step for all of them at once, few enough to stay near the processor.
ROWS = 200


@dataclass(frozen=True, slots=True)
class Flow:
    """One worksheet; ``blocks`` are its rows in order, each block by columns. The grid's own rows do not count.

    What ``grid`` says of hidden rows and columns may reach beyond the cells.
    """

    grid: Grid
    blocks: Iterable[Columns]


def flow_of(grid: Grid) -> Flow:
    """A grid that was read as a whole."""
    return Flow(grid, (by_columns(grid.rows[start : start + ROWS]) for start in range(0, len(grid.rows), ROWS)))


def by_columns(rows: Sequence[Sequence[str]]) -> Columns:
    """Rows of any length as columns, at least one."""
    columns: list[Sequence[str]] = list(zip_longest(*rows, fillvalue=""))
    return columns or [[""] * len(rows)]


def blank_rows(count: int) -> Iterator[list[str]]:
    """So many rows without cells."""
    return ([] for _ in range(count))
