"""What is said of a file as a whole when it comes in."""

from pathlib import Path

import pytest

from workbench import assignments
from workbench.review import Workspace, open_workspace

ROWS = (
    "序号,事项名称,,事项类型,设定依据,层级和部门,备注",
    ",事项,子项,,,,",
    "1,取水许可,,行政许可,【法律】《中华人民共和国水法》（2002年8月29日主席令第七十四号）第七条 国家实行取水许可制度。,省级：省水利厅,",
)


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    """A workspace without submissions."""
    (tmp_path / "group_assignments.yml").write_text(assignments.default_text(), encoding="utf-8")
    return open_workspace(tmp_path)


def _told(desk: Workspace, caption: str, name: str = "省水利厅省政务服务事项目录.csv") -> dict[str, str]:
    path = desk.path / name
    path.write_text("\n".join(("省水利厅省政务服务事项目录", caption, *ROWS)), encoding="utf-8")
    [line] = desk.intake([path])
    return {f.rule: str(f.severity) for f in desk.store.sheet_findings(line.sha256)}


def test_catalogue_that_is_no_excel_file_is_read_and_told(desk: Workspace) -> None:
    """The rows of a text table are taken in, and 附件1 3.2 is held against the file."""
    assert _told(desk, "填报单位：省水利厅 填报日期：2017年7月20日") == {"FORM-EXCEL": "违规"}
    assert list(desk.matters()["item_name"]) == ["取水许可"]


def test_date_after_the_stage_is_told_as_a_hint(desk: Workspace) -> None:
    """20 July is the last day for departments; a later round has no such day."""
    assert _told(desk, "填报单位：省水利厅 填报日期：2017年7月21日")["WF-LATE"] == "提示"
    later = _told(desk, "填报单位：省水利厅 第二轮 填报日期：2017年9月21日", "省水利厅省政务服务事项目录（第二轮）.csv")
    assert "WF-LATE" not in later


def test_file_without_a_date_is_not_judged_late(desk: Workspace) -> None:
    """What the file does not say is unknown."""
    assert "WF-LATE" not in _told(desk, "填报单位：省水利厅")
