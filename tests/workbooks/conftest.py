"""A small submission that the tests of this room share."""

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

from workbench.records import Row
from workbench.workbooks import MainItem, SubmissionSheet, write_submission
from workbench.workbooks.guarded import parse
from workbench.workbooks.guides import GuidesReading, read_guides


def main_item(
    seq: int, name: str, subs: tuple[str, ...] = (), *, merged: bool = True, basis: str = "【法律】《某法》"
) -> MainItem:
    """A main item with all cells filled; its sub-items have only their names."""
    row = Row(
        seq=str(seq), item_name=name, sub_item_name="", item_type="行政许可", legal_basis=basis,
        levels_and_departments="省级：省水利厅", remarks="",
    )  # fmt: skip
    return MainItem(row, tuple(Row(sub_item_name=sub) for sub in subs), merged=merged)


@pytest.fixture
def submitted(tmp_path: Path) -> Path:
    """A catalogue of 省水利厅: two sub-items merged, two unmerged, one plain item, a note."""
    items = [
        main_item(1, "取水许可", ("地表水", "地下水")),
        main_item(2, "河道采砂许可", ("省管河道", "市管河道"), merged=False),
        main_item(3, "=1+1", basis="【法律】《某法》\n　　第七条 原文。"),
    ]
    path = tmp_path / "省水利厅-省目录.xlsx"
    sheet = SubmissionSheet(
        "省水利厅省政务服务事项目录", "填报单位：省水利厅", "省目录", items, notes=["注：一式两份。"]
    )
    write_submission(path, sheet)
    return path


@pytest.fixture
def read_sheet(tmp_path: Path) -> Callable[..., GuidesReading]:
    """Writes rows and merges as the only sheet of a workbook, and reads its guides."""

    def read(rows: Sequence[Sequence[object]], merges: Sequence[str] = ()) -> GuidesReading:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        for merge in merges:
            book.active.merge_cells(merge)
        book.save(tmp_path / "指南.xlsx")
        return read_guides("指南.xlsx", parse((tmp_path / "指南.xlsx").read_bytes()))

    return read
