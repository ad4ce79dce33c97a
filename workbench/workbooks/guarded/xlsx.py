"""Reads Excel workbooks: values by the parser, what it lacks by searches beside it; only in the guarded process."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from workbench.workbooks.guarded.flow import Flow
from workbench.workbooks.guarded.parts import Parts
from workbench.workbooks.guarded.reach import count, explain
from workbench.workbooks.guarded.shown import ShownBook
from workbench.workbooks.guarded.values import value_flows
from workbench.workbooks.limits import Limits
from workbench.workbooks.unreadable import UnreadableWorkbook


def read_xlsx(content: bytes, limits: Limits) -> Iterator[Flow]:
    """All worksheets with texts as displayed. Raises UnreadableWorkbook.

    The parser and unpacking, which the searches wait for most, leave the interpreter to each other.
    """
    parts = Parts(content)
    beside = ThreadPoolExecutor(1)
    counted = beside.submit(count, parts, limits)
    shown = beside.submit(ShownBook, parts, limits)
    try:
        for at, flow in enumerate(
            value_flows(content, limits, counted.result, lambda name: shown.result().sheet(name))
        ):
            notes = () if at else shown.result().notes
            yield Flow(replace(flow.grid, notes=notes), flow.blocks)
    except UnreadableWorkbook:
        counted.result()
        shown.exception()
        explain(parts, limits)
        raise
