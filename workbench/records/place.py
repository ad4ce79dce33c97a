"""Where a value stands in a submitted workbook."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A cell or range: workbook file name, sheet name and an A1 reference such as ``D12``."""

    file: str
    sheet: str
    cell: str
