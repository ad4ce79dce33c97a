"""Writes guides as an .xlsx workbook in one of the layouts that units use."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import xlsxwriter

from workbench.records import Guide
from workbench.workbooks.guide_writing.plan import Printed
from workbench.workbooks.guide_writing.sheets import FormSheet, Styles
from workbench.workbooks.guide_writing.table import TableSheet

#: The same for every file, so that the same content gives the same bytes.
_CREATED = datetime(2017, 6, 1, tzinfo=UTC)
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\'\s]")
_LONGEST_NAME = 28


class GuideLayout(StrEnum):
    """Where the guides of a workbook stand."""

    SHEETS = "sheets"
    STACKED = "stacked"
    TABLE = "table"


def write_guides(
    path: Path, guides: Sequence[Guide], layout: GuideLayout = GuideLayout.SHEETS, unit: str | None = None
) -> list[Printed]:
    """Write guides as an .xlsx file; the same guides give the same bytes, and text is always text.

    Args:
        path: the file to write.
        guides: unknown elements are not printed; materials as a table with the sub-fields that any of them has.
            In the layout ``TABLE`` the steps of 办理流程 are left out, only its text is printed.
        layout: a sheet for each guide, all forms one under another, or a table with a row for each.
        unit: printed as 填报单位.

    Returns:
        Where each guide was printed.
    """
    book = xlsxwriter.Workbook(
        path, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": _CREATED, "author": ""})
    printed = _write(book, guides, layout, unit)
    book.close()
    return printed


def _write(book: xlsxwriter.Workbook, guides: Sequence[Guide], layout: GuideLayout, unit: str | None) -> list[Printed]:
    styles = Styles(book)
    if layout is GuideLayout.TABLE:
        return TableSheet(book.add_worksheet("办事指南汇总"), styles, guides).write(unit)
    if layout is GuideLayout.SHEETS:
        return [
            FormSheet(book.add_worksheet(_sheet_name(number, guide)), styles, [guide]).write(guide, unit)
            for number, guide in enumerate(guides, start=1)
        ]
    sheet = FormSheet(book.add_worksheet("办事指南"), styles, guides)
    printed = []
    for number, guide in enumerate(guides):
        if number:
            sheet.skip()
        printed.append(sheet.write(guide, unit))
    return printed


def _sheet_name(number: int, guide: Guide) -> str:
    """A number and the beginning of the matter's name, as a sheet may be called."""
    return f"{number}.{_NOT_IN_NAMES.sub('', guide.name)}"[:_LONGEST_NAME]
