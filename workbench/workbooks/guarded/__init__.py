"""Parses files that may be hostile, in a process that can die without harm."""

from workbench.workbooks.guarded.arrival import Arrival
from workbench.workbooks.guarded.decoding import decode_text
from workbench.workbooks.guarded.formats import Format, is_json_lines, recognise
from workbench.workbooks.guarded.grid import COMMENTED, Grid, Merge
from workbench.workbooks.guarded.worker import arriving, close, parse

__all__ = [
    "COMMENTED",
    "Arrival",
    "Format",
    "Grid",
    "Merge",
    "arriving",
    "close",
    "decode_text",
    "is_json_lines",
    "parse",
    "recognise",
]
