"""What stands below one header of a sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.workbooks.guarded import Grid
from workbench.workbooks.headers import Header
from workbench.workbooks.read_row import ReadRow
from workbench.workbooks.row_cells import At


@dataclass(slots=True)
class SheetRow:
    """One matter: its values in the order of the table's fields.

    ``elsewhere`` tells which of them stand in another cell, merged or inherited. ``main`` is the main item that the
    row is a further sub-item of, None where it is one itself; a main item's ``subs`` are its sub-items so far.
    """

    line: int
    values: Sequence[str]
    elsewhere: Mapping[str, At] | None
    main: "SheetRow | None" = None
    subs: list[str] | None = None


@dataclass(slots=True)
class SheetTable:
    """One table, from the row below its header to the row before ``end``.

    ``rows`` are its matters, and ``seq`` its first column, once for each cell. The matters of the main item that it
    ends with are in ``open_rows`` instead: the next sheet may go on with further sub-items. ``joined`` are rows that
    carry on the text of an earlier one, and that one's row; ``others`` are rows that are no matters, with the reason;
    ``hidden`` are cells whose text is covered by a merge.
    """

    grid: Grid
    header: Header
    end: int
    rows: list[ReadRow] = field(default_factory=list)
    seq: list[str] = field(default_factory=list)
    open_rows: list[SheetRow] = field(default_factory=list)
    joined: dict[int, int] = field(default_factory=dict)
    others: dict[int, str] = field(default_factory=dict)
    hidden: list[At] = field(default_factory=list)
