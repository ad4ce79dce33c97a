"""The workbook that a returns workbook is built on: the submission itself, or its values where it cannot be kept."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl.workbook import Workbook

from workbench.workbooks.captions import with_captions
from workbench.workbooks.guarded import Format, Grid, is_json_lines, parse, recognise
from workbench.workbooks.losses import lost_on_saving, silence_commands
from workbench.workbooks.reopening import open_to_write
from workbench.workbooks.rewriting import rewritten
from workbench.workbooks.unreadable import UnreadableWorkbook

_OTHER_FORMAT = "原文件不是 .xlsx 格式，本表按其内容和合并单元格重新排版，原有格式未保留"
_NOT_AS_IT_WAS = "原文件的格式无法原样读取，本表按其内容和合并单元格重新排版，原有格式未保留"


@dataclass(frozen=True, slots=True)
class Base:
    """The workbook to write into, its sheets' texts by name, and what of the submission it lacks, in words.

    ``shifts`` tells of a sheet by how many rows its content stands further down than in the submission.
    """

    book: Workbook
    grids: Mapping[str, Grid]
    losses: Sequence[str]
    shifts: Mapping[str, int] = field(default_factory=dict)


def base_of(content: bytes, of_guides: Collection[str] = ()) -> Base:
    """The base for a submission's bytes; ``of_guides`` names the sheets with guides. Raises UnreadableWorkbook."""
    if is_json_lines(content):
        raise UnreadableWorkbook("这是 JSON 行文件，没有可填写审核意见的表格", "请该单位报送工作簿")
    grids = parse(content)
    if recognise(content) is not Format.XLSX:
        return _anew(grids, of_guides, _OTHER_FORMAT)
    by_name = {grid.name: grid for grid in grids}
    try:
        book = open_to_write(content, grids)
    except Exception:  # noqa: BLE001 - openpyxl raises what it meets; the values are still to be had
        book = None
    if book is None or not by_name.keys() <= set(book.sheetnames):
        return _anew(grids, of_guides, _NOT_AS_IT_WAS)
    return Base(book, by_name, [*lost_on_saving(content), *silence_commands(book)])


def _anew(grids: Sequence[Grid], of_guides: Collection[str], why: str) -> Base:
    """The sheets laid out anew, what stands around their tables above them."""
    captioned, shifts = with_captions(grids, of_guides)
    return Base(rewritten(captioned, of_guides), {grid.name: grid for grid in captioned}, [why], shifts)
