"""Colours, fonts and borders of what we add to a workbook."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from workbench.records import Severity

_LINE = Side(style="thin", color="B8C4D3")
BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
WRAPPED = Alignment(wrap_text=True, vertical="center")
CENTRED = Alignment(wrap_text=True, vertical="center", horizontal="center")
BODY = Font(name="宋体", size=10)
BOLD = Font(name="宋体", size=10, bold=True)
HEADING = Font(name="黑体", size=10, bold=True, color="FFFFFF")
TITLE = Font(name="黑体", size=16, bold=True, color="173A6B")
LINK = Font(name="宋体", size=10, underline="single", color="245A9C")
HEADING_FILL = PatternFill("solid", fgColor="173A6B")
LABEL_FILL = PatternFill("solid", fgColor="EEF2F7")
TO_FILL_IN = PatternFill("solid", fgColor="F7FBEF")
FILLS = {
    Severity.VIOLATION: PatternFill("solid", fgColor="FFD9D4"),
    Severity.DOUBT: PatternFill("solid", fgColor="FFE9B8"),
    Severity.HINT: PatternFill("solid", fgColor="DCEBFA"),
}


def print_wide(page: Worksheet) -> None:
    """A3 landscape, one page wide, numbered."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A3
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.page_margins = PageMargins(left=0.3, right=0.3, top=0.4, bottom=0.5)
    page.oddFooter.center.text = "第 &P 页，共 &N 页"
