"""What became of the cells of a workbook that was read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadUse:
    """What became of ``count`` non-empty cells of one sheet.

    ``cells`` is a cell or range such as ``C4:C103``; ``use`` is ``field``, ``header``, ``title`` or ``ignored``;
    ``name`` the column or element that a field was read as, ``reason`` why a cell was ignored, in Chinese.
    """

    sheet: str
    cells: str
    count: int
    use: str
    name: str = ""
    reason: str = ""
