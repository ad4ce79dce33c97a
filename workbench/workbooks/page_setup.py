"""Makes an answered sheet ready to read and print, where the unit has not set its own."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from workbench.workbooks import looks
from workbench.workbooks.answer_layout import Layout
from workbench.workbooks.fitting import column_widths
from workbench.workbooks.heights import height

#: Frozen rows above the first answer; more would leave no room for the rest on a small screen.
_MOST_FROZEN = 6
#: What an A3 page in landscape has room for, and what a column takes beside its width in characters (millimetres).
_PAGE, _CHARACTER, _COLUMN = 405.0, 1.85, 1.3
_HEIGHT, _POINT = 270.0, 0.353
#: Of that width, in percent, what is safe to use: fonts differ.
_SAFE = 76
#: Smaller than this, in percent, 10-point text cannot be read without a glass.
_READABLE = 60


def arrange(page: Worksheet, layout: Layout, right: int) -> None:
    """Frozen heading, filter and repeated heading for a table; A3 landscape. ``right`` is the last column (from 1)."""
    if page.freeze_panes is None and len(layout.headings) == 1 and layout.bottom <= _MOST_FROZEN:
        page.freeze_panes = page.cell(layout.bottom + 1, 1)
    if layout.is_table:
        area = f"A{layout.bottom}:{get_column_letter(right)}{layout.last}"
        page.auto_filter.ref = page.auto_filter.ref or area
        page.print_title_rows = page.print_title_rows or f"{layout.top}:{layout.bottom}"
    page.print_area = None
    _print(page, layout, right)


def _print(page: Worksheet, layout: Layout, right: int) -> None:
    """One page wide; what would be too small to read goes on several, number and name on each.

    A form has its own page then, and the answer the one beside it.
    """
    looks.print_wide(page)
    widths = [width * _CHARACTER + _COLUMN for width in column_widths(page, right)]
    if sum(widths) * _READABLE <= _PAGE * 100:
        page.page_setup.fitToHeight = int(_is_one_page(page, layout))
        return
    page.print_title_cols = page.print_title_cols or "A:B"
    if layout.is_table:
        page.page_setup.fitToWidth = -int(-sum(widths) * _READABLE // (_PAGE * 100))
        return
    widest = max(sum(widths[: layout.left - 1]), sum(widths[:2]) + sum(widths[layout.left - 1 :]))
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    page.page_setup.fitToWidth = page.page_setup.fitToHeight = None
    page.page_setup.scale = max(10, min(100, int(_PAGE * _SAFE / widest)))
    page.col_breaks.append(Break(id=layout.left - 1))


def _is_one_page(page: Worksheet, layout: Layout) -> bool:
    """Whether a single form can be read when it is put on one page."""
    if layout.is_table or len(layout.answers) > 1:
        return False
    heights = (page.row_dimensions[line].height or height([]) for line in range(1, layout.last + 1))
    return sum(heights) * _POINT * _READABLE <= _HEIGHT * 100
