"""Colours, fonts and borders of what we add to a workbook."""

from functools import cache

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from workbench.records import VERDICTS, Severity

INK, GREY, _BLUE, _GREEN, _RED = "1F2937", "6B7280", "173A6B", "1E7B4F", "B3261E"
#: Text colours of the severities, readable on white; their fills are lighter.
COLOURS = {Severity.VIOLATION: _RED, Severity.DOUBT: "9A6700", Severity.HINT: "245A9C"}
FILLS = {
    Severity.VIOLATION: PatternFill("solid", fgColor="FFD9D4"),
    Severity.DOUBT: PatternFill("solid", fgColor="FFE9B8"),
    Severity.HINT: PatternFill("solid", fgColor="DCEBFA"),
}
HEADING_FILL = PatternFill("solid", fgColor=_BLUE)
LABEL_FILL = PatternFill("solid", fgColor="EEF2F7")
TO_FILL_IN = PatternFill("solid", fgColor="F7FBEF")

_LINE = Side(style="thin", color="B8C4D3")
BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
WRAPPED = Alignment(wrap_text=True, vertical="center")
INDENTED = Alignment(wrap_text=True, vertical="center", horizontal="left", indent=1)
FROM_THE_TOP = Alignment(wrap_text=True, vertical="top", horizontal="left", indent=1)
#: How many characters of a column's width an indented text cannot use.
INDENT = 2
CENTRED = Alignment(wrap_text=True, vertical="center", horizontal="center")

BODY = Font(name="宋体", size=10)
BOLD = Font(name="宋体", size=10, bold=True)
FAINT = Font(name="宋体", size=10, color=GREY)
HEADING = Font(name="黑体", size=10, bold=True, color="FFFFFF")
TITLE = Font(name="黑体", size=18, bold=True, color=_BLUE)
LINK = Font(name="宋体", size=10, underline="single", color="245A9C")


def verdict_colour(verdict: str) -> str:
    """Green for 通过, red for every other verdict."""
    return _GREEN if verdict == VERDICTS["pass"] else _RED


@cache
def verdict_font(verdict: str) -> Font:
    """Bold, in the verdict's colour."""
    return Font(name="宋体", size=10, bold=True, color=verdict_colour(verdict))


def print_wide(page: Worksheet) -> None:
    """A3 landscape, one page wide, numbered; margins and footer of its own stay."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A3
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    if page.page_margins == PageMargins():
        page.page_margins = PageMargins(left=0.3, right=0.3, top=0.4, bottom=0.5)
    footer = page.oddFooter
    if not any(part.text for part in (footer.left, footer.center, footer.right)):
        footer.center.text = "第 &P 页，共 &N 页"
