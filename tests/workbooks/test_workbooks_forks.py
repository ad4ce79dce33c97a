"""Small files that share a fork of the guarded process are read as if each had its own."""

import pytest

from workbench.workbooks import UnreadableWorkbook
from workbench.workbooks.guarded import parse
from workbench.workbooks.limits import Limits


def _table(number: int) -> bytes:
    return f"序号,事项名称\n{number},事项{number}\n".encode()


def test_many_small_files_come_back_each_with_its_own_cells() -> None:
    """More files than one fork reads give each its own rows, also after one that is refused."""
    for number in range(230):
        if number % 50 == 7:
            with pytest.raises(UnreadableWorkbook, match="这是 PDF 文件"):
                parse(b"%PDF-1.4")
        [grid] = parse(_table(number))
        assert list(grid.rows) == [["序号", "事项名称"], [str(number), f"事项{number}"]]


def test_what_files_before_have_cost_does_not_count() -> None:
    """With little time for each file, many files that together take more are all read."""
    rows = "\n".join(f"{number},事项{number}" for number in range(9_000)).encode()
    limits = Limits(cpu_seconds=1, cpu_per_mb=0.01, memory_mb=150)
    assert [len(parse(b"a,b\n" + rows, limits)[0].rows) for _ in range(100)] == [9_001] * 100


def test_a_small_file_that_costs_too_much_costs_only_itself() -> None:
    """A small file that asks for endless cells is refused, and the next is read."""
    bomb = b"<html><table>" + b"<tr><td colspan=1000 rowspan=1000>x</td></tr>" * 3_000 + b"</table></html>"
    parse(_table(1))
    with pytest.raises(UnreadableWorkbook, match="超过上限"):
        parse(bomb)
    assert parse(_table(2))[0].rows[1] == ["2", "事项2"]
