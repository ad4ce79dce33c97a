"""What is read from a submitted workbook."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.records import Guide, Place, Problem, ReadUse
from workbench.workbooks.read_row import ReadRow
from workbench.workbooks.turns import Turn

__all__ = ["CatalogueReading", "ReadGuide", "ReadHandling", "ReadRow", "ReadUse", "SubmissionReading"]


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


@dataclass(frozen=True, slots=True)
class ReadGuide:
    """One guide as read; ``cells`` maps an element, or a material's sub-field, to the cell that holds it.

    ``order`` are the labels found on the form, top to bottom, as printed.
    """

    guide: Guide
    place: Place
    cells: Mapping[str, str]
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadHandling:
    """What the unit wrote as 处理情况 in a corrected returns workbook.

    ``sheet`` and ``cell`` are the place of its row or guide; ``part`` names the element or material, blank for all.
    """

    sheet: str
    cell: str
    part: str
    text: str


@dataclass(frozen=True, slots=True)
class SubmissionReading:
    """All that one workbook holds. ``kind`` is None where a person has to say it; ``report`` accounts for every cell.

    ``round_text`` and ``date_text`` are what the title, caption or file name says of round and date, ``turn`` what
    they mean. ``told_items`` are the ids that a corrected returns workbook carries, by sheet and first cell.
    """

    kind: str | None
    unit_text: str | None
    title: str
    catalogue: CatalogueReading | None = None
    guides: tuple[ReadGuide, ...] = ()
    round_text: str | None = None
    date_text: str | None = None
    problems: tuple[Problem, ...] = ()
    report: tuple[ReadUse, ...] = ()
    sheets: tuple[str, ...] = ()
    turn: Turn = field(default_factory=Turn)
    handlings: tuple[ReadHandling, ...] = ()
    told_items: Mapping[tuple[str, str], str] = field(default_factory=dict)
