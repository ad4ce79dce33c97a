"""Guides in a workspace: taken in beside catalogues, tied to their rows, checked, decided, and sent again."""

import pandas as pd
import pytest

from workbench.records import ELEMENTS, MATERIAL_FIELDS, Severity, Stage
from workbench.review import NotAllowed, Refused, Workspace

UNIT = "省水利厅"


def guide_of(office: Workspace, name: str) -> dict[str, object]:
    """The current guide of this name, as an analyst gets it."""
    return office.guides(unit=UNIT).set_index("service_item_name", drop=False).loc[name].to_dict()


def tie_of(office: Workspace, name: str) -> tuple[object, object]:
    """The name of the guide's catalogue row, and what tells it."""
    found = guide_of(office, name)
    names = dict(zip(office.matters()["item"], office.matters()["item_name"], strict=True))
    return names.get(found["matter"]), None if pd.isna(found["tie"]) else found["tie"]


def test_guides_come_as_frames_with_documented_columns(office, guides, guide):
    """One line a guide with the 36 elements by their terms, one line a material with its 12 sub-fields."""
    line = guides(guide("取水许可", 咨询电话="024-1"), guide("河道采砂许可"))
    assert (line.status, line.kind, line.round, line.guides, line.rows) == ("新收", "办事指南", 1, 2, 0)
    frame = office.guides()
    assert {"item", "unit", "group", "round", "matter", "file", "sheet", "cell"} <= set(frame.columns)
    assert {element.term for element in ELEMENTS} <= set(frame.columns)
    assert list(frame["service_item_name"]) == ["取水许可", "河道采砂许可"]
    assert list(frame["inquiry_phone"]) == ["024-1", ""]
    assert set(frame["item"].str[:2]) == {"G-"}
    materials = office.materials(group=1)
    assert set(MATERIAL_FIELDS.values()) <= set(materials.columns)
    assert list(materials["material_name"]) == ["申请书", "申请书"]
    assert list(materials["item"]) == list(frame["item"])
    assert materials["cell"][0] == office.store.guides()[0].cells["申请材料[0].材料名称"]
    assert (len(office.guides(unit="沈阳市")), len(office.materials(group=2)), len(office.guides(round=2))) == (0, 0, 0)


def test_a_guide_is_tied_by_code_by_name_or_by_likeness(office, catalogue, guides, guide, row):
    """Code and name, the name alone, a proposal where the name is only alike, else a question with the way out."""
    catalogue(row("取水许可"), row("河道采砂许可", 2), row("水文资料使用审核", 3))
    line = guides(
        guide("取水许可", 基本编码="1"), guide("河道采砂许可"), guide("水文资料使用审批"), guide("护士执业注册")
    )
    assert tie_of(office, "取水许可") == ("取水许可", "code")
    assert tie_of(office, "河道采砂许可") == ("河道采砂许可", "name")
    assert tie_of(office, "水文资料使用审批") == ("水文资料使用审核", "likeness")
    assert tie_of(office, "护士执业注册") == (None, None)
    (question,) = [problem.message for problem in line.problems if "没有对应事项" in problem.message]
    assert f"workbench relink {guide_of(office, '护士执业注册')['item']}" in question


def test_a_guide_that_came_before_its_catalogue_is_tied_when_that_comes(office, catalogue, guides, guide, row):
    """Until then it has no row, and nobody is asked to look for one."""
    line = guides(guide("取水许可"), guide("河道采砂许可"))
    assert tie_of(office, "取水许可") == (None, None)
    assert ["收到目录后自动对应" in problem.message for problem in line.problems] == [True]
    catalogue(row("取水许可"))
    assert tie_of(office, "取水许可") == ("取水许可", "name")


def test_a_person_s_tie_stands_also_after_the_guide_came_again(office, catalogue, guides, guide, row):
    """Set by a reviewer of the group, kept with the reason, and not touched by what names say."""
    catalogue(row("取水许可"), row("河道采砂许可", 2))
    guides(guide("涉河活动办理"))
    item = guide_of(office, "涉河活动办理")["item"]
    target = office.matters().set_index("item_name").loc["河道采砂许可", "item"]
    with pytest.raises(NotAllowed, match="由第一组审核"):
        office.relink(item, target, by="group2", reason="试试")
    with pytest.raises(Refused, match="不是省水利厅目录中的事项"):
        office.relink(item, "M-404", by="group1", reason="试试")
    office.relink(item, target, by="group1", reason="电话核实")
    assert tie_of(office, "涉河活动办理") == ("河道采砂许可", "person")
    guides(guide("涉河活动办理", 咨询电话="024-1"))
    assert tie_of(office, "涉河活动办理") == ("河道采砂许可", "person")
    office.relink(item, None, by="group1", reason="本厅没有该事项")
    assert tie_of(office, "涉河活动办理") == (None, "person")
    assert [link.reason for link in office.store.relinks()] == ["电话核实", "本厅没有该事项"]


def test_a_later_file_is_the_next_round_of_its_guides_only(office, guides, guide):
    """The guide that came again keeps its id and verdict, and what changed is told; the other stays as it was."""
    guides(guide("取水许可"), guide("河道采砂许可"))
    item = guide_of(office, "取水许可")["item"]
    office.record(item, "return_for_revision", "请补充电话。", by="group1")
    line = guides(guide("取水许可", 咨询电话="024-1"), file="取水许可.xlsx")
    assert (line.status, line.round, line.guides) == ("新收", 2, 1)
    assert [(c.item, str(c.state), c.fields) for c in line.changes] == [(item, "changed", ("咨询电话",))]
    now = guide_of(office, "取水许可")
    assert (now["round"], now["item"], now["inquiry_phone"]) == (2, item, "024-1")
    assert guide_of(office, "河道采砂许可")["round"] == 1
    detail = office.detail(item, "group1")
    assert [event.opinion for event in detail.history] == ["请补充电话。"]
    assert detail.earlier.guide.guide.text("咨询电话") == ""
    assert detail.earlier.fields == ("咨询电话",)
    assert list(office.changes()["state"]) == ["changed"]


def test_a_renamed_guide_is_linked_by_hand(office, guides, guide):
    """A guide that no name tells goes on as the earlier one, which is not current beside it any more."""
    guides(guide("取水许可"))
    former = guide_of(office, "取水许可")["item"]
    guides(guide("水资源论证"), file="新.xlsx")
    assert len(office.guides()) == 2
    office.relink(guide_of(office, "水资源论证")["item"], former, by="group1", reason="改名")
    assert (guide_of(office, "水资源论证")["item"], guide_of(office, "水资源论证")["round"]) == (former, 2)
    assert len(office.guides()) == 1
    assert office.detail(former, "group1").earlier.guide.guide.name == "取水许可"


def test_two_guides_of_one_name_are_two_where_code_and_body_differ(office, guides, guide):
    """Another code and another body are another guide; a corrected code alone is the same."""
    guides(guide("取水许可", 实施编码="1"), file="甲.xlsx")
    guides(guide("取水许可", 实施编码="2"), file="乙.xlsx")
    assert list(office.guides()["round"]) == [2]
    guides(guide("取水许可", 实施编码="3", 实施机构="省水文局"), file="丙.xlsx")
    assert sorted(office.guides()["round"]) == [1, 2]


def test_the_checks_run_on_guides_beside_their_rows(office, catalogue, guides, guide, row):
    """Faults of a guide are found with element and material, and again when its row changes."""
    line = guides(guide("取水许可证办理指南", 基本编码="1"))
    found = office.findings(unit=UNIT)
    item = guide_of(office, "取水许可证办理指南")["item"]
    assert set(found["item"]) == {item}
    assert len(found) == line.findings > 0
    assert "GUIDE-FILLED" in set(found["rule"])
    assert set(found["field"]) & {element.name for element in ELEMENTS}
    assert "GUIDE-NAME" not in set(found["rule"])
    catalogue(row("取水许可证核发"))
    named = office.findings(unit=UNIT).set_index("rule").loc[["GUIDE-NAME"]]
    assert list(named["item"]) == [item]


def test_what_rests_on_a_proposed_row_is_left_to_a_person(office, catalogue, guides, guide, row):
    """A fault that is none without the row is 存疑 until somebody confirms the row."""
    catalogue(row("水文资料使用审核"))
    guides(guide("水文资料使用审批"))
    item = guide_of(office, "水文资料使用审批")["item"]
    severity = office.findings().set_index(["item", "rule"])["severity"]
    assert severity[item, "GUIDE-NAME"] == Severity.DOUBT
    assert Severity.VIOLATION in set(severity[item, "GUIDE-FILLED"])
    office.relink(item, office.matters()["item"][0], by="group1", reason="确认")
    severity = office.findings().set_index(["item", "rule"])["severity"]
    assert severity[item, "GUIDE-NAME"] == Severity.VIOLATION


def test_rules_across_guides_speak_of_guides_and_rows(office, catalogue, guides, guide, row):
    """A row without a guide and a guide without a row are each found at their own item."""
    catalogue(row("取水许可"), row("河道采砂许可", 2))
    guides(guide("取水许可"), guide("护士执业注册"))
    found = office.findings()
    items = set(found.loc[found["rule"] == "GUIDE-PER-ITEM", "item"])
    lonely = office.matters().set_index("item_name").loc["河道采砂许可", "item"]
    assert items == {lonely, guide_of(office, "护士执业注册")["item"]}


def test_what_was_found_on_a_guide_alone_is_not_found_again_across_guides(office, guides, guide):
    """A rule that looks at one guide and at all of them speaks once of each."""
    both, one, other = "☑省级 ☑市级 □县级", "☑省级 □市级 □县级", "□省级 ☑市级 □县级"
    guides(
        guide("取水许可", 行使层级=both, 权限划分="无"),
        guide("河道采砂许可", 行使层级=one, 权限划分="无", 实施编码="1"),
        guide("河道采砂许可", 行使层级=other, 权限划分="无", 实施编码="2"),
    )
    found = office.findings()
    divided = found[found["rule"] == "GUIDE-DIVISION"]
    assert sorted(divided["item"]) == sorted(office.guides()["item"])


def test_a_guide_is_worked_through_like_a_row(office, guides, guide):
    """It stands in its group's queue, is opened, decided in order of stages, undone, and counted in the progress."""
    guides(guide("取水许可"), guide("河道采砂许可"))
    queue = office.queue("group1")
    assert list(queue["kind"]) == ["办事指南", "办事指南"]
    assert list(queue["item_name"]) == ["取水许可", "河道采砂许可"]
    assert len(office.queue("group2")) == 0
    item = queue["item"][0]
    with pytest.raises(NotAllowed):
        office.detail(item, "group2")
    detail = office.detail(item, "group1")
    assert (detail.guide.guide.name, detail.matter.row.item_name, detail.may_decide) == ("取水许可", "取水许可", True)
    with pytest.raises(Refused, match="没有处理，不能通过"):
        office.record(item, "pass", by="group1")
    office.record(item, "return_for_revision", "请补充。", by="group1")
    assert office.record(item, "return_for_revision", "同意。", by="legality").stage == Stage.LEGALITY_REVIEW
    line = office.progress(unit=UNIT).iloc[0]
    assert (line["kind"], line["rows"], line["returned"], line["undecided"]) == ("办事指南", 2, 1, 1)
    assert list(office.verdicts(group=1)["item"]) == [item, item]
    office.undo(item, by="legality")
    assert office.history(item)[-1].undoes == 2
    assert [path.name for path in office.export_changes()] == ["办事指南.xlsx"]


def test_a_row_shows_its_guides(office, catalogue, guides, guide, row):
    """The detail of a catalogue row has the guides that belong to it, the guide's its row."""
    catalogue(row("取水许可"))
    guides(guide("取水许可"))
    (matter,) = office.store.matters()
    (entry,) = office.store.guides()
    assert office.detail(matter.item, "group1").guides == (entry,)
    assert office.detail(entry.item, "group1").row == matter
