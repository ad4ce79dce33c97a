"""Reading catalogues: ours beside pandas and python-calamine, all doing the same work with merged cells resolved.

Run: ``python benchmarks/reading/read.py [ROWS ...]`` (10,000 and 100,000 rows where none are given). Prints a Markdown
table: seconds and CPU seconds (the best of several; of one, for what takes long) and peak memory, each way in processes
of its own that take turns, so that other work on the machine disturbs all alike. CPU and memory are those of the process
and of those that it starts, the memory all together at one moment.

The catalogue has the form's 7 columns and a basis of about 400 characters in each row; main items are merged over their
four sub-items in the columns 序号, 事项, 事项类型 and 层级和部门. Every way gives one record of seven texts a matter, in
which each sub-item has what stands in the merged cells over it. Ours also checks the file for attacks in a process with
limits, keeps the place of every value, tells notes from matters, and accounts for every cell.
"""

import contextlib
import hashlib
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SIZES = (10_000, 100_000)
HEADER_ROWS = 4
SUB_ITEMS = 4
#: How often a process reads and how many processes take turns; after so many seconds a way is not tried again.
ROUNDS, TURNS, ENOUGH = 3, 3, 15
MERGED = (0, 1, 3, 5)
OURS = "workbench, guarded, with places and report"
Records = list[tuple[str, ...]]


def with_openpyxl(path: Path) -> Records:
    """Values and merges by openpyxl in one go; ``pandas`` takes its rows: the fastest way with openpyxl."""
    import openpyxl
    import pandas as pd

    page = openpyxl.load_workbook(path).worksheets[0]
    frame = pd.DataFrame(page.values).fillna("").astype(str)
    return resolved(frame, ((m.min_row - 1, m.max_row, m.min_col - 1, m.max_col) for m in page.merged_cells.ranges))


def with_read_excel(path: Path) -> Records:
    """``pandas.read_excel`` with openpyxl as its engine, as most people would write it; merges from openpyxl again."""
    import openpyxl
    import pandas as pd

    frame = pd.read_excel(path, header=None, dtype=str, engine="openpyxl").fillna("")
    page = openpyxl.load_workbook(path).worksheets[0]
    return resolved(frame, ((m.min_row - 1, m.max_row, m.min_col - 1, m.max_col) for m in page.merged_cells.ranges))


def with_pandas_and_calamine(path: Path) -> Records:
    """``pandas`` for the values, python-calamine for the merged ranges that ``pandas`` does not tell."""
    import pandas as pd
    import python_calamine

    frame = pd.read_excel(path, header=None, engine="calamine", dtype=str).fillna("")
    with python_calamine.CalamineWorkbook.from_path(path) as book:
        ranges = book.get_sheet_by_index(0).merged_cell_ranges or ()
    return resolved(frame, ((top, bottom + 1, left, right + 1) for (top, left), (bottom, right) in ranges))


def resolved(frame: "pandas.DataFrame", merges: Iterable[tuple[int, int, int, int]]) -> Records:  # noqa: F821
    """The frame's rows below the header, each merged cell's text in all rows and columns under it."""
    columns = [frame[column].tolist() for column in frame.columns]
    for top, bottom, left, right in merges:
        for column in range(left, right):
            columns[column][top:bottom] = [columns[left][top]] * (bottom - top)
    return list(zip(*columns, strict=True))[HEADER_ROWS:]


def with_calamine(path: Path) -> Records:
    """python-calamine alone."""
    import python_calamine

    with python_calamine.CalamineWorkbook.from_path(path) as book:
        sheet = book.get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
            text = rows[top][left]
            for row in rows[top : bottom + 1]:
                for column in range(left, right + 1):
                    row[column] = text
    return [tuple(text if isinstance(text, str) else f"{text:.0f}" for text in row) for row in rows[HEADER_ROWS:]]


def with_workbench(path: Path) -> Records:
    """The product's own reader, its guarded process included."""
    from workbench.workbooks import read_submission

    rows = [read.row for read in read_submission(path).catalogue.rows]
    return [
        (r.seq, r.item_name, r.sub_item_name, r.item_type, r.legal_basis, r.levels_and_departments, r.remarks)
        for r in rows
    ]


WAYS: dict[str, Callable[[Path], Records]] = {
    "pandas.read_excel by openpyxl": with_read_excel,
    "openpyxl once, then pandas": with_openpyxl,
    "pandas + calamine": with_pandas_and_calamine,
    "calamine alone": with_calamine,
    OURS: with_workbench,
}


def write(path: Path, rows: int) -> None:
    """A catalogue with so many matters."""
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"strings_to_numbers": False})
    page = book.add_worksheet("目录")
    page.write_string(0, 0, "省水利厅省政务服务事项目录")
    page.write_string(1, 0, "填报单位：省水利厅")
    for column, name in enumerate(("序号", "事项名称", "", "事项类型", "设定依据", "层级和部门", "备注")):
        page.write_string(2, column, name)
    page.write_row(3, 1, ("事项", "子项"))
    basis = "【行政法规】《某某管理条例》（2017年3月16日国务院令第677号）\n　　第十七条　" + "应当具备下列条件。" * 39
    for line in range(HEADER_ROWS, HEADER_ROWS + rows, SUB_ITEMS):
        number = (line - HEADER_ROWS) // SUB_ITEMS + 1
        for column, text in zip(MERGED, ("", f"第{number}号许可", "行政许可", "省级：省水利厅"), strict=True):
            page.merge_range(line, column, line + SUB_ITEMS - 1, column, text)
        page.write_number(line, 0, number)
        for sub in range(SUB_ITEMS):
            page.write_string(line + sub, 2, f"第{sub}类")
            page.write_string(line + sub, 4, f"{basis}{line + sub}")
            page.write_string(line + sub, 6, "按市级权限办理")
    book.close()


def one_way(way: str, path: Path, rounds: int) -> None:
    """Read so many times, or once where that takes long; print a digest of the records, the best seconds and CPU."""
    seconds: list[float] = []
    spent: list[float] = []
    records: Records = []
    while len(seconds) < rounds and sum(seconds) < ENOUGH:
        records.clear()
        start, before = time.perf_counter(), processor_time()
        records = WAYS[way](path)
        seconds.append(time.perf_counter() - start)
        spent.append(processor_time() - before)
    digest = hashlib.sha256()
    for record in records:
        digest.update("\0".join((*record, "")).encode())
    print(digest.hexdigest(), len(records), f"{min(seconds):.3f} {min(spent):.3f}")


@dataclass
class Figures:
    """What one way takes."""

    digests: set[str]
    seconds: float = math.inf
    spent: float = math.inf
    megabytes: int = 0

    def turn(self, way: str, path: Path) -> None:
        """Let a fresh process read, unless that takes long and is known."""
        if self.digests and self.seconds > ENOUGH:
            return
        told = subprocess.run(command(way, path, ROUNDS), check=True, stdout=subprocess.PIPE, text=True).stdout.split()
        self.digests.add(told[0])
        self.seconds, self.spent = min(self.seconds, float(told[2])), min(self.spent, float(told[3]))

    def watch(self, way: str, path: Path) -> None:
        """Let another one read, and look at its memory."""
        with subprocess.Popen(command(way, path, 1), stdout=subprocess.DEVNULL) as process:
            while process.poll() is None:
                self.megabytes = max(self.megabytes, sum(map(own_memory, family(process.pid))) // 1024)
                time.sleep(0.01)


def command(way: str, path: Path, rounds: int) -> list[str]:
    """What reads one way."""
    return [sys.executable, __file__, "--way", way, str(path), str(rounds)]


def processor_time() -> float:
    """CPU seconds that this process and those that it started have taken, with those that they waited for."""
    ticks = 0
    for process in family(os.getpid()):
        with contextlib.suppress(OSError):
            ticks += sum(map(int, Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def family(process: int) -> Iterator[int]:
    """A process, its children and theirs."""
    yield process
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in task.read_text().split():
                yield from family(int(child))


def own_memory(process: int) -> int:
    """KB that a process holds; what several share is divided among them."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def main(sizes: list[int]) -> None:
    """Write each size once, measure each way, print the table; ends with an error where the records differ."""
    print("| rows | way | seconds | times ours | CPU s | times ours | peak MB |\n|---|---|---|---|---|---|---|")
    for size in sizes:
        figures = {way: Figures(set()) for way in WAYS}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "catalogue.xlsx"
            write(path, size)
            for _ in range(TURNS):
                for way, each in figures.items():
                    each.turn(way, path)
            for way, each in figures.items():
                each.watch(way, path)
        ours = figures[OURS]
        for way, each in figures.items():
            wall, spent = f"{each.seconds:.2f} | {each.seconds / ours.seconds:.2f}", f"{each.spent:.2f}"
            print(f"| {size:,} | {way} | {wall} | {spent} | {each.spent / ours.spent:.2f} | {each.megabytes} |")
        if len(set.union(*(each.digests for each in figures.values()))) > 1:
            sys.exit("the ways do not give the same records")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        one_way(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
