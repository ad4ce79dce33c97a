"""Reading catalogues: ours beside pandas with openpyxl and pandas with calamine, all doing the same work.

Run: ``python benchmarks/reading/read.py [ROWS ...]``. Prints a Markdown table: seconds (best of three) and peak memory,
each way in a process of its own. Every way gives one record a matter with merged cells resolved and main items passed on
to their sub-items; ours also checks the file for attacks, keeps every value's place and tells notes from matters.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HEADER_ROWS = 4
SUB_ITEMS = 4
ROUNDS = 3


def with_pandas(path: Path, engine: str) -> int:
    """Rows below the header as records; a blank cell takes the value above it, as under a merge."""
    import pandas as pd

    frame = pd.read_excel(path, header=None, skiprows=HEADER_ROWS, engine=engine, dtype=str)
    frame = frame[frame[4].notna() | frame[2].notna()]
    filled = frame.columns.difference([2, 6])
    frame[filled] = frame[filled].ffill()
    return len(frame.to_dict("records"))


def with_openpyxl(path: Path) -> int:
    """``pandas`` cannot tell a merged cell from a blank one; openpyxl itself can."""
    import openpyxl

    page = openpyxl.load_workbook(path).worksheets[0]
    values = {}
    for merge in page.merged_cells.ranges:
        first = page.cell(merge.min_row, merge.min_col).value
        values.update(dict.fromkeys(((row, column) for row, column in merge.cells), first))
    rows = page.iter_rows(min_row=HEADER_ROWS + 1)
    records = [[values.get((cell.row, cell.column), cell.value) for cell in row] for row in rows]
    return sum(1 for record in records if record[4])


def with_workbench(path: Path) -> int:
    """The product's own reader, its guarded process included."""
    from workbench.workbooks import read_catalogue

    return len(read_catalogue(path).rows)


WAYS: dict[str, Callable[[Path], int]] = {
    "openpyxl, merged ranges resolved": with_openpyxl,
    "pandas + openpyxl, blanks filled down": lambda path: with_pandas(path, "openpyxl"),
    "pandas + calamine, blanks filled down": lambda path: with_pandas(path, "calamine"),
    "workbench, guarded, with places": with_workbench,
}


def write(path: Path, rows: int) -> None:
    """A catalogue with so many matters, every main item merged over its sub-items."""
    from workbench.records import Row
    from workbench.workbooks import MainItem, SubmissionSheet, write_submission

    basis = "【行政法规】《某某管理条例》（2017年3月16日国务院令第677号）\n　　第十七条　" + "应当具备下列条件。" * 40
    subs = tuple(Row(sub_item_name=f"第{place}类") for place in range(SUB_ITEMS))
    items = [
        MainItem(
            Row(
                seq=str(number), item_name=f"第{number}号许可", item_type="行政许可", legal_basis=f"{basis}{number}",
                levels_and_departments="省级：省水利厅", remarks="",
            ),
            subs,
        )
        for number in range(1, rows // SUB_ITEMS + 1)
    ]  # fmt: skip
    write_submission(path, SubmissionSheet("省政务服务事项目录", "填报单位：省水利厅", "省目录", items))


def one_way(way: str, path: Path) -> None:
    """Read three times; print rows, best seconds and the peak MB of the process or its child."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        rows = WAYS[way](path)
        seconds.append(time.perf_counter() - start)
    if way == "workbench, guarded, with places":
        from workbench.workbooks.guarded import close

        close()
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(rows, f"{min(seconds):.3f}", f"{peak / 1024:.0f}")


def measure(way: str, path: Path) -> tuple[int, float, int]:
    """Rows, seconds and MB of one way, in a fresh process."""
    done = subprocess.run([sys.executable, __file__, "--way", way, str(path)], check=True, capture_output=True)
    rows, seconds, megabytes = done.stdout.split()
    return int(rows), float(seconds), int(megabytes)


def main(sizes: list[int]) -> None:
    """Write each size once, measure each way, print the table."""
    print("| rows | way | seconds | times the last | peak MB |")
    print("|---|---|---|---|---|")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "catalogue.xlsx"
            write(path, size)
            figures = {way: measure(way, path) for way in WAYS}
        base = figures[list(WAYS)[-1]][1]
        for way, (rows, seconds, megabytes) in figures.items():
            print(f"| {rows:,} | {way} | {seconds:.2f} | {seconds / base:.1f} | {megabytes} |")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        one_way(sys.argv[2], Path(sys.argv[3]))
    else:
        main([int(size) for size in sys.argv[1:]] or [1_000, 10_000])
