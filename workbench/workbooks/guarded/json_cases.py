"""Reads JSON lines: each line that is an object, written anew in pieces; runs only inside of the guarded process.

What crosses the pipe was parsed here, within the limits, so that the parent may make objects of it line by line.
"""

import io
import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from workbench.workbooks.guarded.flow import ROWS, Flow, by_columns
from workbench.workbooks.guarded.grid import Columns, Grid
from workbench.workbooks.limits import Limits
from workbench.workbooks.unreadable import UnreadableWorkbook

_MARK = b"\xef\xbb\xbf"
#: No piece is longer than a cell may be.
_PIECE = 30_000
#: What stands before each value of a list or an object.
_VALUES = (b",", b"[", b"{")


class _NoCaseError(ValueError):
    """A line is no case; the message, a Chinese clause, says why."""


def read_cases(content: bytes, limits: Limits) -> Iterator[Flow]:
    """One sheet: line number, what is wrong with the line, and a piece of its JSON; a long line has several rows.

    Raises:
        UnreadableWorkbook: the file has more lines than are read.
    """
    yield Flow(Grid("JSON", visible=True, rows=[], merges=[]), _blocks(content, limits))


def _blocks(content: bytes, limits: Limits) -> Iterator[Columns]:
    rows = _rows(content, limits)
    while block := list(islice(rows, ROWS)):
        yield by_columns(block)


def _rows(content: bytes, limits: Limits) -> Iterator[tuple[str, str, str]]:
    filled = 0
    for number, line in enumerate(io.BytesIO(content.removeprefix(_MARK)), 1):
        if not line.strip():
            continue
        filled += 1
        if filled > limits.json_lines:
            raise UnreadableWorkbook(f"超过上限 {limits.json_lines:,.0f} 行", "请拆成几个文件再报送")
        try:
            text = _written(line, limits)
        except _NoCaseError as error:
            yield str(number), str(error), ""
            continue
        for start in range(0, len(text), _PIECE):
            yield str(number), "", text[start : start + _PIECE]


def _written(line: bytes, limits: Limits) -> str:
    """The case as JSON without anything that cannot be kept. Raises _NoCaseError."""
    if sum(map(line.count, _VALUES)) > limits.markup_cells:
        raise _NoCaseError(f"一行内的值超过上限 {limits.markup_cells:,.0f} 个")
    try:
        case: Any = json.loads(line.decode("utf-8"), parse_constant=_no_number)
        text = json.dumps(case, ensure_ascii=False, separators=(",", ":"))
        text.encode()
    except UnicodeEncodeError:
        raise _NoCaseError("含有不成对的代理字符，无法保存") from None
    except UnicodeDecodeError:
        raise _NoCaseError("不是 UTF-8 编码的文字") from None
    except (ValueError, RecursionError):
        raise _NoCaseError("不是完整的 JSON") from None
    if not isinstance(case, Mapping):
        raise _NoCaseError("每一行应为一个 JSON 对象")
    return text


def _no_number(name: str) -> float:
    raise ValueError(name)
