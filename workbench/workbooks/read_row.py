"""One row as it is read from a catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.records import Place, Row


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One catalogue row with merged cells resolved; ``cells`` maps a field to the cell that holds its value."""

    row: Row
    place: Place
    cells: Mapping[str, str]
