"""Rules switched off or shown at another level, lists that come later, and what is then checked again."""

from pathlib import Path

import openpyxl
import pytest

from workbench import assignments
from workbench.records import Guide, Row, Severity
from workbench.review import NotAllowed, Refused, StoreProblem, Workspace, open_workspace
from workbench.workbooks import MainItem, SubmissionSheet, write_submission
from workbench.workbooks.guide_writing import write_guides


def _row(seq: int, name: str, kind: str = "行政许可") -> MainItem:
    basis = "【法律】《中华人民共和国水法》（2002年8月29日主席令第七十四号）\n　　第七条 国家对水资源依法实行取水许可制度和有偿使用制度。"
    return MainItem(
        Row(seq=str(seq), item_name=name, sub_item_name="", item_type=kind, legal_basis=basis,
            levels_and_departments="省级：省水利厅；市级：市水利局", remarks="")
    )  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    """A workspace with two rows of 省水利厅: one is 行政检查, which stage five leaves out."""
    (tmp_path / "group_assignments.yml").write_text(assignments.default_text(), encoding="utf-8")
    folder = tmp_path / "data" / "submissions"
    folder.mkdir(parents=True)
    rows = [_row(1, "取水许可"), _row(2, "对取水工程的检查", "行政检查")]
    sheet = SubmissionSheet("省水利厅省政务服务事项目录", "填报单位：省水利厅", "省目录", rows, notes=())
    write_submission(folder / "省水利厅-省目录.xlsx", sheet)
    workspace = open_workspace(tmp_path)
    workspace.intake()
    return workspace


def _found(desk: Workspace, rule: str) -> list[str]:
    frame = desk.findings()
    return [str(each) for each in frame.loc[frame["rule"] == rule, "severity"]]


def test_rule_that_is_switched_off_is_gone_after_intake_and_back_when_restored(desk: Workspace) -> None:
    """Findings follow the settings at the next intake, without a new file; who, when and why are kept."""
    assert _found(desk, "SCOPE-STAGE5") == ["违规"]
    desk.set_rule("SCOPE-STAGE5", by="admin", reason="本省统一处理", off=True)
    desk.intake()
    assert (_found(desk, "SCOPE-STAGE5"), _found(desk, "SCOPE-TYPE-5")) == ([], ["违规"])
    desk.set_rule("SCOPE-STAGE5", by="admin", reason="恢复")
    desk.intake()
    assert _found(desk, "SCOPE-STAGE5") == ["违规"]
    assert [(s.rule, s.off, s.reason, s.by) for s in desk.store.rule_settings()] == [
        ("SCOPE-STAGE5", True, "本省统一处理", "admin"),
        ("SCOPE-STAGE5", False, "恢复", "admin"),
    ]


def test_rule_is_shown_at_the_level_that_was_set(desk: Workspace) -> None:
    """A level that an administrator set stands in place of the rule's own."""
    desk.set_rule("SCOPE-STAGE5", by="admin", reason="先提示", severity=Severity.HINT)
    desk.intake()
    assert _found(desk, "SCOPE-STAGE5") == ["提示"]


def test_settings_are_authorised_and_reasoned(desk: Workspace) -> None:
    """Only administrators change rules, with a reason, and only rules that there are."""
    with pytest.raises(NotAllowed, match="不能更改规则设置"):
        desk.set_rule("SCOPE-STAGE5", by="lead1", reason="不合适", off=True)
    with pytest.raises(Refused, match="理由"):
        desk.set_rule("SCOPE-STAGE5", by="admin", reason=" ", off=True)
    with pytest.raises(StoreProblem, match="没有规则"):
        desk.set_rule("NO-RULE", by="admin", reason="试", off=True)


def test_list_that_is_loaded_later_is_used_on_what_came_before(desk: Workspace) -> None:
    """未检查 becomes a finding once the list is there, and what the list has and the catalogue lacks is told of the file."""
    lacking = desk.store.not_checked()
    assert all("SCOPE-CENTRAL-MISSING" not in str(each) for each in lacking.values())
    assert any(each.rule == "NAME-PERMIT-CENTRAL" for some in lacking.values() for each in some)
    desk.reference_folder.mkdir(parents=True)
    book = openpyxl.Workbook()
    for line in (("名称", "类型", "部门"), ("取水许可", "行政许可", "水利"), ("河道采砂许可", "行政许可", "省水利厅")):
        book.active.append(line)
    book.save(desk.reference_folder / "中央指定清单.xlsx")
    desk.intake()
    after = desk.store.not_checked()
    assert not any(each.rule == "NAME-PERMIT-CENTRAL" for some in after.values() for each in some)
    [submission] = desk.store.submissions()
    missing = [f.message for f in desk.store.sheet_findings(submission.sha256) if f.rule == "SCOPE-CENTRAL-MISSING"]
    assert [("河道采砂许可" in message, "未见申报" in message) for message in missing] == [(True, True)]


def test_verdicts_stay_when_rules_are_checked_again(desk: Workspace) -> None:
    """A check anew touches neither ids nor verdicts."""
    before = list(desk.matters()["item"])
    desk.record(before[0], "return_for_revision", "请修改", by="group1")
    desk.set_rule("SCOPE-STAGE5", by="admin", reason="停用", off=True)
    desk.intake()
    assert list(desk.matters()["item"]) == before
    assert desk.store.states()[before[0]].opinion == "请修改"


def test_overruled_findings_are_counted_by_rule(desk: Workspace) -> None:
    """A rule's share of overruled findings is that of the standing verdicts that answered it."""
    from workbench.records import Answer  # noqa: PLC0415 - only here

    item = desk.findings().loc[lambda f: f["rule"] == "SCOPE-STAGE5", "item"].iloc[0]
    desk.record(item, "pass", "", by="group1", answers=[Answer("SCOPE-STAGE5", upheld=False, reason="已核实")])
    [line] = desk.overruled().to_dict("records")
    assert line == {"rule": "SCOPE-STAGE5", "name": "本阶段不列的权力", "answered": 1, "overruled": 1, "share": 1.0}


def test_unit_whose_guides_are_still_coming_in_is_told_once(desk: Workspace) -> None:
    """Many rows without a guide give one sentence on the file, a few are told row by row."""
    filled = dict.fromkeys(
        ("受理条件", "实施机构", "办理流程", "结果名称", "是否收费", "咨询电话", "办理地点"), "见附件"
    )
    guide = Guide({"事项名称": "取水许可", "法定办结时限": "20个工作日", **filled})
    for rows, told in ((30, (0, 1)), (8, (7, 0))):
        names = [_row(n, "取水许可" if n == 1 else f"第{n}项许可") for n in range(1, rows + 1)]
        path = desk.path / "data" / "submissions" / f"省水利厅-省目录-{rows}.xlsx"
        sheet = SubmissionSheet("省水利厅省政务服务事项目录", "填报单位：省水利厅", "省目录", names, notes=())
        write_submission(path, sheet)
        write_guides(path.with_name(f"省水利厅-办事指南-{rows}.xlsx"), [guide], unit="省水利厅")
        desk.intake([path, path.with_name(f"省水利厅-办事指南-{rows}.xlsx")])
        frame = desk.findings()
        of_rows = frame["item"].str.startswith("M-") & (frame["rule"] == "GUIDE-PER-ITEM")
        catalogue = next(s for s in desk.store.submissions() if s.kind == "省目录")
        of_file = [f for f in desk.store.sheet_findings(catalogue.sha256) if f.rule == "GUIDE-PER-ITEM"]
        assert (int(of_rows.sum()), len(of_file)) == told
