"""Turns a file's bytes into worksheets, each format by its reader; runs only inside of the guarded process."""

from collections.abc import Callable, Iterable, Iterator

from workbench.workbooks.guarded.bounds import MEGABYTE, check_archive
from workbench.workbooks.guarded.delimited import read_delimited
from workbench.workbooks.guarded.documents import read_document
from workbench.workbooks.guarded.flow import Flow, flow_of
from workbench.workbooks.guarded.formats import Format, broken, recognise
from workbench.workbooks.guarded.grid import Grid
from workbench.workbooks.guarded.html_tables import read_html
from workbench.workbooks.guarded.json_cases import read_cases
from workbench.workbooks.guarded.ods import read_ods
from workbench.workbooks.guarded.spreadsheet_xml import read_spreadsheet_xml
from workbench.workbooks.guarded.xls import read_xls
from workbench.workbooks.guarded.xlsx import read_xlsx
from workbench.workbooks.limits import Limits

#: Formats that are read as a whole.
_GRIDS: dict[Format, Callable[[bytes, Limits], list[Grid]]] = {
    Format.ODS: read_ods,
    Format.SPREADSHEET_XML: read_spreadsheet_xml,
    Format.HTML: read_html,
    Format.CSV: read_delimited,
    Format.DOCX: read_document,
}
_FLOWS: dict[Format, Callable[[bytes, Limits], Iterable[Flow]]] = {
    Format.XLSX: read_xlsx,
    Format.XLS: read_xls,
    Format.JSON_LINES: read_cases,
}
_ZIPPED = {Format.XLSX, Format.ODS, Format.DOCX}


def checked_size(content: bytes, limits: Limits) -> float:
    """What the file unpacks to, in MB, after all checks that need no parser. Raises UnreadableWorkbook."""
    if recognise(content) in _ZIPPED:
        return check_archive(content, limits)
    return len(content) / MEGABYTE


def read_flows(content: bytes, limits: Limits) -> Iterator[Flow]:
    """All worksheets or tables with texts as displayed, at least one. Raises UnreadableWorkbook."""
    kind = recognise(content)
    flows = iter(_FLOWS[kind](content, limits)) if kind in _FLOWS else map(flow_of, _GRIDS[kind](content, limits))
    first = next(flows, None)
    if first is None:
        raise broken()
    yield first
    yield from flows
