"""An intake that is broken off between storing and matching is made good by the next one."""

from pathlib import Path

import pytest

from workbench.records import Row
from workbench.review import Workspace
from workbench.workbooks import MainItem, SubmissionSheet, write_submission


class BrokenOffError(Exception):
    """The machine goes down."""


def break_off(step: str, _done: int, _of: int) -> None:
    """Goes down when matching begins."""
    if step == "比对重复":
        raise BrokenOffError


def catalogue(path: Path, unit: str) -> Path:
    """One matter, the same in every unit."""
    row = Row(
        seq="1", item_name="农药经营许可证核发", item_type="行政许可",
        legal_basis="《农药管理条例》第二十四条", levels_and_departments=f"省级：{unit}",
    )  # fmt: skip
    caption = f"填报单位：{unit}    填报日期：2017年7月10日"
    write_submission(path, SubmissionSheet(f"{unit}政务服务事项目录", caption, "省目录", [MainItem(row)]))
    return path


def test_what_was_stored_but_not_matched_is_matched_the_next_time(office: Workspace, tmp_path: Path):
    """All files are 未变 then, and the pair is found all the same; after that nothing is matched again."""
    files = [catalogue(tmp_path / f"{unit}.xlsx", unit) for unit in ("省水利厅", "省林业厅")]
    with pytest.raises(BrokenOffError):
        office.intake(files, break_off)
    assert (len(office.store.submissions()), office.store.pairs()) == (2, [])
    assert [line.status for line in office.intake(files)] == ["未变", "未变"]
    assert len(office.store.pairs()) == 1
    assert [line.status for line in office.intake(files, break_off)] == ["未变", "未变"]
