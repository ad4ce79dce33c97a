"""What is read from a submitted catalogue workbook."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.records import Place, Problem, Row


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One catalogue row with merged cells resolved; ``cells`` maps a field to the cell that holds its value."""

    row: Row
    place: Place
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CatalogueReading:
    """A catalogue workbook: ``kind`` and ``unit_text`` are None where neither title nor form nor file name tells.

    ``headers`` are the header rows of the first catalogue sheet, ``seq`` the first column of its main items,
    top to bottom. ``problems`` say what was left out and why.
    """

    kind: str | None
    unit_text: str | None
    title: str
    headers: tuple[tuple[str, ...], ...]
    seq: tuple[str, ...]
    rows: tuple[ReadRow, ...]
    problems: tuple[Problem, ...]
    sheets: tuple[str, ...]
