"""A small real workspace: three units of two groups, with findings that are known to the letter."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench import assignments
from workbench.records import (
    Certainty,
    Cluster,
    Comparison,
    Finding,
    Matter,
    NotChecked,
    Pair,
    Place,
    Relation,
    Row,
    Severity,
    Submission,
)
from workbench.review import Workspace, open_workspace

BASIS = "【行政法规】《农药管理条例》（1997年5月8日国务院令第216号）\n第二十四条 应当具备下列条件……"


def matter(item: str, unit: str, name: str, sub: str = "", position: int = 0, basis: str = BASIS) -> Matter:
    """A row of the unit's catalogue; sub-items of one main item have one number."""
    row = Row(
        org=unit,
        catalogue="省目录",
        region="辽宁省",
        seq="1" if sub else str(position + 1),
        item_name=name,
        sub_item_name=sub,
        item_type="行政许可",
        legal_basis=basis,
        levels_and_departments="省级：省农委",
        remarks="",
    )
    cell = f"A{position + 5}"
    return Matter(item, unit, "省目录", 1, "辽宁省", row, Place(f"{unit}.xlsx", "目录", cell), {}, position)


def finding(rule: str, severity: Severity, excerpt: str) -> Finding:
    """A finding on an excerpt of the basis."""
    start = BASIS.index(excerpt)
    span = (start, start + len(excerpt))
    return Finding(rule, "附件1 3.3.5", severity, Certainty.CERTAIN, f"{rule} 请改正。", "legal_basis", excerpt, span)


MATTERS = (
    matter("M-a", "省农委", "农药经营许可证核发", "限制使用农药", 0),
    matter("M-b", "省农委", "农药经营许可证核发", "其他农药", 1),
    matter("M-c", "省农委", "乡村兽医登记", position=2, basis="<b>无</b>"),
    matter("M-d", "省工商局", "农药经营许可", position=0),
    matter("M-e", "省教育厅", "民办学校设立审批", position=0),
)
FINDINGS = {
    "M-a": (finding("BASIS-NO-ELLIPSIS", Severity.VIOLATION, "……"), finding("BASIS-FULLNAME", Severity.DOUBT, "条例")),
    "M-b": (finding("BASIS-LAYOUT", Severity.HINT, "第二十四条"),),
}
PAIR = Pair("P-1", "M-a", "M-d", Comparison(Relation.SAME, 0.94, "name", ("对象相同", "行为相同")))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """The workspace; the environment names it."""
    (tmp_path / "group_assignments.yml").write_text(assignments.default_text(), encoding="utf-8")
    workspace = open_workspace(tmp_path)
    for unit in dict.fromkeys(each.unit for each in MATTERS):
        rows = [each for each in MATTERS if each.unit == unit]
        submission = Submission(unit, f"{unit}.xlsx", unit, "省目录", 1, "2017-07-19T10:00:00+08:00", len(rows))
        found = {each.item: FINDINGS.get(each.item, ()) for each in rows}
        unchecked = {"M-c": (NotChecked("SCOPE-JS-CANCEL", ("江苏清单",)),)} if unit == "省农委" else {}
        workspace.store.add_submission(submission, unit.encode(), rows, found, unchecked, (), ())
    workspace.store.replace_corpus({}, [PAIR], [Cluster("C-1", ("M-a", "M-d"))])
    monkeypatch.setenv("WORKBENCH_WORKSPACE", str(tmp_path))
    yield workspace
    workspace.store.close()
