"""A submitted workbook, and the matters read from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.records.place import Place
from workbench.records.row import Row


@dataclass(frozen=True, slots=True)
class Submission:
    """One workbook of one unit. ``sha256`` is the content's hash: the same bytes are one submission."""

    sha256: str
    file: str
    unit: str
    kind: str
    round: int
    received_at: str
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a reader could not make sense of, as a Chinese sentence with its place.

    ``fatal`` says that the workbook was not taken in, ``note`` that it is only told for completeness
    (a note at the foot that is no row).
    """

    message: str
    file: str = ""
    sheet: str = ""
    cell: str = ""
    fatal: bool = False
    note: bool = False


@dataclass(frozen=True, slots=True)
class Matter:
    """A catalogue row of a unit; a sub-item inherits the merged cells of its main item.

    ``item`` is a stable id, the same after a re-upload. ``cells`` maps a field of
    :class:`~workbench.records.row.Row` to the cell that holds it (the top left one of a merge).
    """

    item: str
    unit: str
    kind: str
    round: int
    region: str
    row: Row
    place: Place
    cells: Mapping[str, str] = field(default_factory=dict)
    position: int = 0
