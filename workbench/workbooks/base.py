"""The workbook that a returns workbook is built on: the submission itself, or its values where it cannot be kept."""

import io
from dataclasses import dataclass

import openpyxl
from openpyxl.workbook import Workbook

from workbench.workbooks.guarded import Format, Grid, parse, recognise
from workbench.workbooks.losses import lost_on_saving, silence_commands
from workbench.workbooks.rewriting import rewritten

_OTHER_FORMAT = "原文件不是 .xlsx 格式，本表按其内容和合并单元格重新排版，原有格式未保留"
_NOT_AS_IT_WAS = "原文件的格式无法原样读取，本表按其内容和合并单元格重新排版，原有格式未保留"


@dataclass(frozen=True, slots=True)
class Base:
    """The workbook to write into, its sheets' texts by name, and what of the submission it lacks, in words."""

    book: Workbook
    grids: dict[str, Grid]
    losses: list[str]


def base_of(content: bytes) -> Base:
    """The base for a submission's bytes. Raises UnreadableWorkbook."""
    grids = parse(content)
    by_name = {grid.name: grid for grid in grids}
    if recognise(content) is not Format.XLSX:
        return Base(rewritten(grids), by_name, [_OTHER_FORMAT])
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), rich_text=True)
    except Exception:  # noqa: BLE001 - openpyxl raises what it meets; the values are still to be had
        book = None
    if book is None or not by_name.keys() <= set(book.sheetnames):
        return Base(rewritten(grids), by_name, [_NOT_AS_IT_WAS])
    return Base(book, by_name, [*lost_on_saving(content), *silence_commands(book)])
