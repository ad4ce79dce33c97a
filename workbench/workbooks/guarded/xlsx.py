"""Reads Excel workbooks: values by the parser, what it lacks by searches beside it; only in the guarded process."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import Any

from workbench.workbooks.guarded.flow import Flow
from workbench.workbooks.guarded.parts import Parts
from workbench.workbooks.guarded.reach import count, explain
from workbench.workbooks.guarded.shown import ShownBook
from workbench.workbooks.guarded.values import value_flows
from workbench.workbooks.limits import Limits
from workbench.workbooks.unreadable import UnreadableWorkbook

#: For a file of so many bytes, a thread costs more than it saves.
_SMALL = 64 * 1024


def read_xlsx(content: bytes, limits: Limits) -> Iterator[Flow]:
    """All worksheets with texts as displayed. Raises UnreadableWorkbook.

    The parser and unpacking, which the searches wait for most, leave the interpreter to each other.
    """
    parts = Parts(content)
    submit = _at_once if len(content) <= _SMALL else ThreadPoolExecutor(1).submit
    counted: Future[None] = submit(count, parts, limits)
    shown: Future[ShownBook] = submit(ShownBook, parts, limits)
    try:
        for at, flow in enumerate(
            value_flows(content, limits, counted.result, lambda name: shown.result().sheet(name))
        ):
            notes = () if at else shown.result().notes
            yield Flow(replace(flow.grid, notes=(*notes, *flow.grid.notes)), flow.blocks)
    except UnreadableWorkbook:
        counted.result()
        shown.exception()
        explain(parts, limits)
        raise


def _at_once(work: Callable[..., Any], *given: Any) -> Future[Any]:
    """What a thread would bring, in this one."""
    future: Future[Any] = Future()
    try:
        future.set_result(work(*given))
    except Exception as error:  # noqa: BLE001 - raised where the result is asked for
        future.set_exception(error)
    return future
