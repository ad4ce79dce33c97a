"""What stands above the table of a sheet, where units print title, unit and date."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.records import ELEMENTS
from workbench.records.tidy import bare, fold
from workbench.workbooks.guarded import Grid
from workbench.workbooks.header_words import LONGEST
from workbench.workbooks.other_rows import SIGNED
from workbench.workbooks.sheets import Sheet

#: What stands after 填报单位： or the like.
UNIT = re.compile(
    r"(?:填报|报送|编制|填表|申报|制表)?(?:单位|部门|机关)(?:名称)?(?:[（(](?:盖章|公章|章)[）)])?[:：]\s*"
    r"([^\s,，;；（(:：]+)(?=[\s,，;；（(]|$)"
)
_ATTACHMENT = re.compile(r"附(?:件|表)[\d一二三四五六]*[-\d]*[:：]?")
_NAMING = re.compile(r"目录|清单|事项|指南")
_LABELS = frozenset(name for each in ELEMENTS for name in (each.name, *each.aliases))
_NUMBER = re.compile(r"^\d+")
#: A guide's form begins within so many rows.
_REACH = 10


@dataclass(frozen=True, slots=True)
class SheetHead:
    """What tells of one sheet: its name, the texts above its table, row by row, and the fields of its columns.

    ``below`` are the rows at its foot in which units sign and date it.
    """

    name: str
    above: tuple[str, ...]
    columns: Mapping[str, int] = field(default_factory=dict)
    below: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The row above the table that names it; blank where none does."""
        titles = [text for text in self.above if not _ATTACHMENT.fullmatch(fold(text))]
        named = [text for text in titles if _NAMING.search(text) and not UNIT.search(text)]
        return next(iter(named or titles), "").strip()


def catalogue_head(sheet: Sheet) -> SheetHead:
    """What stands above the first table of a catalogue sheet, and below its tables."""
    header, rows = sheet.tables[0].header, sheet.grid.rows
    signed = [rows[line] for table in sheet.tables for line, why in table.others.items() if why == SIGNED]
    above = (*sheet.grid.caption.splitlines(), *_lines(rows[: max(header.first, 0)]))
    return SheetHead(sheet.grid.name, _filled(above), header.columns, _filled(_lines(signed)))


def guide_head(grid: Grid) -> SheetHead:
    """What stands above the first element of a guide, or above the header of a table of guides."""
    rows = grid.rows[:_REACH]
    first = next((line for line, row in enumerate(rows) if any(map(_is_label, row))), len(rows))
    return SheetHead(grid.name, _filled((*grid.caption.splitlines(), *_lines(rows[:first]))))


def _lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    return (" ".join(text for text in row if text.strip()) for row in rows)


def _filled(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if text.strip())


def _is_label(text: str) -> bool:
    return 0 < len(text) <= LONGEST and _NUMBER.sub("", bare(text)) in _LABELS
