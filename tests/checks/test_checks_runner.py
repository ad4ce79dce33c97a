"""The runner: crashes, lists that are lacking, and one finding for one defect; and how cases are read."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from workbench.checks import (
    Context,
    InvalidCase,
    Item,
    Outcome,
    RowPair,
    Rule,
    by_code,
    read_case,
    run,
    told,
    with_pairs,
)
from workbench.checks import runner as runner_module
from workbench.checks.precedence import keep_strongest
from workbench.records import Certainty, Comparison, Finding, NotChecked, Relation, Row, RuleSetting, Severity


def _rule(code: str) -> Rule:
    rule = by_code(code)
    assert rule is not None
    return rule


def _codes(outcome: Outcome) -> list[str]:
    return [finding.rule for finding in outcome.findings]


def _run(case: dict[str, Any], only: list[str] | None = None) -> Outcome:
    item, context = read_case(case)
    return run(item, context, only)


def test_crashing_rule_becomes_a_finding(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """A rule that crashes is told to the user, is named as broken, and the other rules still run."""

    def crash(item: Item, context: Context) -> Iterator[Finding]:
        raise KeyError(item.id, context)

    broken = replace(_rule("TYPE-TERM"), check=crash)
    monkeypatch.setattr(runner_module, "_looking_at", lambda _given: (broken, _rule("FORM-EMPTY")))
    with caplog.at_level(logging.ERROR):
        outcome = _run({"id": "甲", "row": {"事项": "", "事项类型": "公共服务"}})
    assert outcome.broken == ("TYPE-TERM",)
    assert _codes(outcome) == ["TYPE-TERM", "FORM-EMPTY"]
    assert outcome.findings[0] == Finding(
        rule="TYPE-TERM",
        clause="附件1 3.3.3",
        severity=Severity.DOUBT,
        certainty=Certainty.HUMAN,
        message="规则 TYPE-TERM 运行出错，本项未能检查，请人工核对（附件1 3.3.3），并告知管理员。",
        suggested_verdict="needs_verification",
    )
    assert [record.getMessage() for record in caplog.records] == ["rule TYPE-TERM broke on item 甲"]


def test_lacking_list_is_told() -> None:
    """A rule whose list is not loaded says 未检查, and finds nothing."""
    outcome = _run({"row": {"事项": "取水许可证审批", "事项类型": "行政许可"}}, ["NAME-PERMIT-CENTRAL"])
    assert outcome == Outcome((), (NotChecked("NAME-PERMIT-CENTRAL", ("中央指定清单",)),))


def test_list_of_the_rows_type_is_enough() -> None:
    """Of two lists that belong to one type of matter each, the one of the row's type is enough."""
    row = {"事项": "职业病鉴定", "事项类型": "行政确认", "备注": ""}
    assert _codes(_run({"row": row, "refs": {"权责清单": ["采矿许可"]}}, ["REMARK-ADJUST"])) == ["REMARK-ADJUST"]


def test_list_of_another_type_is_not_enough() -> None:
    """With only the list of another type loaded the rule says 未检查, and never that the row passed."""
    row = {"事项": "档案查询", "事项类型": "公共服务", "备注": ""}
    outcome = _run({"row": row, "refs": {"权责清单": ["采矿许可"]}}, ["REMARK-ADJUST"])
    assert outcome == Outcome((), (NotChecked("REMARK-ADJUST", ("公共服务事项目录",)),))


def test_type_without_a_list_asks_for_none() -> None:
    """A type that the rule does not speak of asks for no list."""
    row = {"事项": "采矿许可", "事项类型": "行政许可", "备注": ""}
    assert _run({"row": row}, ["REMARK-ADJUST"]) == Outcome()


def test_one_of_two_lists_is_enough() -> None:
    """A rule that compares with either of two lists names both where neither is loaded, and runs with one of them."""
    case = {"rows": [{"org": "省水利厅", "事项": "取水许可"}]}
    lacking = NotChecked("SCOPE-COMPLETE", ("权责清单", "公共服务事项目录"))
    assert _run(case, ["SCOPE-COMPLETE"]) == Outcome((), (lacking,))
    outcome = _run(case | {"refs": {"公共服务事项目录": ["水情信息查询"]}}, ["SCOPE-COMPLETE"])
    assert (_codes(outcome), outcome.not_checked) == (["SCOPE-COMPLETE"], ())


def test_rule_needs_what_it_looks_at() -> None:
    """Rules on rows, sheets and sets of rows run only where there is a row, a sheet or a set of rows."""
    assert _run({}) == Outcome()
    assert _codes(_run({"seq": ["2"]})) == ["FORM-SEQ"]


def test_rule_of_two_scopes_answers_for_both() -> None:
    """NAME-ONE looks at a cell with several names, and at rows with one name."""
    rows = [
        {"org": "省水利厅", "事项": "取水许可", "设定依据": basis} for basis in ("《水法》第七条", "《防洪法》第九条")
    ]
    case = {"row": {"事项": "取水许可；采砂许可"}, "rows": rows}
    assert [(finding.at, finding.other) for finding in _run(case, ["NAME-ONE"]).findings] == [
        (None, None),
        (1, 0),
        (0, 1),
    ]


def test_unknown_codes_are_passed_over() -> None:
    """A code of the rule book that is not built yet stops nothing."""
    assert _run({"row": {"事项": "", "事项类型": "许可"}}, ["MAT-COPIES", "TYPE-TERM"]).findings[0].rule == "TYPE-TERM"


def test_precedence_on_one_row() -> None:
    """SCOPE-OTHER-POWER silences SCOPE-TYPE-5 on its row; asked by name, SCOPE-TYPE-5 answers for itself."""
    case = {"row": {"事项": "内部资料准印审查", "事项类型": "其他行政权力"}}
    assert _codes(_run(case)) == ["SCOPE-OTHER-POWER"]
    assert _codes(_run(case, ["SCOPE-TYPE-5"])) == ["SCOPE-TYPE-5"]


def test_precedence_on_one_field() -> None:
    """LEVEL-REQUIRED silences FORM-EMPTY on the levels, and not on another blank cell."""
    outcome = _run({"row": {"事项": "取水许可", "层级和部门": "", "实施机构": "待定"}})
    found = [(finding.rule, finding.field) for finding in outcome.findings]
    assert found == [("LEVEL-REQUIRED", "levels_and_departments"), ("FORM-EMPTY", "implementing_agency")]


def test_precedence_on_one_citation() -> None:
    """BASIS-LABEL silences BASIS-LABEL-MATCH on its citation and not on another."""
    label, match = _rule("BASIS-LABEL"), _rule("BASIS-LABEL-MATCH")
    told_of = [label.finding("甲", citation=0), match.finding("乙", citation=0), match.finding("丙", citation=1)]
    assert [finding.message for finding in keep_strongest(told_of, Item(row=Row()))] == ["甲", "丙"]


def test_precedence_on_one_pair() -> None:
    """DUP-JOINT-LEAD silences DUP-REGION on its pair, in both directions, and not on another pair."""
    rows = [
        {"org": org, "region": "辽宁省", "事项": "校车使用许可", "层级和部门": "省级", "设定依据": basis}
        for org, basis in (("省教育厅", "教育部门会同公安部门审核"), ("省公安厅", ""), ("省交通厅", ""))
    ]
    item, context = read_case({"rows": rows})
    same = Comparison(Relation.SAME, 1.0, "")
    outcome = run(with_pairs(item, [RowPair(0, 1, same), RowPair(1, 2, same)]), context)
    assert [(finding.rule, finding.at, finding.other) for finding in outcome.findings] == [
        ("DUP-REGION", 1, 2),
        ("DUP-REGION", 2, 1),
        ("DUP-JOINT-LEAD", 0, 1),
        ("DUP-JOINT-LEAD", 1, 0),
    ]


def test_told_lines_have_the_contracts_keys() -> None:
    """A finding and a lacking list go out with the keys of the product contract."""
    item, context = read_case({"id": "a1", "row": {"事项": "档案查询", "事项类型": "公共服务"}})
    lines = list(told(item, run(item, context, ["TYPE-TERM", "NAME-PUBLIC"])))
    assert lines == [
        {
            "id": "a1",
            "rule": "TYPE-TERM",
            "clause": "附件1 3.3.3",
            "severity": "提示",
            "certainty": "certain",
            "message": "事项类型写作“公共服务”，规范写法为“公共服务事项”（附件1 3.3.3），请更正。",
            "where": {"field": "事项类型"},
            "excerpt": "公共服务",
            "span": [0, 4],
            "suggested_verdict": "return_for_revision",
        },
        {"id": "a1", "rule": "NAME-PUBLIC", "status": "未检查", "needs": ["公共服务事项目录"]},
    ]


def test_sub_item_inherits_blank_cells() -> None:
    """A sub-item's blank cells are its main item's; what it fills itself stays."""
    parent = {"事项": "渔业许可", "事项类型": "行政许可", "设定依据": "《渔业法》第二十三条"}
    item, _ = read_case({"parent": parent, "row": {"事项": "", "子项": "养殖证核发", "设定依据": "《渔业法》第十一条"}})
    assert item.row == Row(
        item_name="渔业许可", sub_item_name="养殖证核发", item_type="行政许可", legal_basis="《渔业法》第十一条"
    )


def test_absent_is_unknown_and_blank_is_blank() -> None:
    """A key that is absent is None, an empty text stays empty, a number is read as text."""
    item, _ = read_case({"row": {"事项": "", "序号": 3}, "org": "省水利厅"})
    assert item.row == Row(org="省水利厅", seq="3", item_name="")


@pytest.mark.parametrize(
    ("case", "message"),
    [
        ([], "每一行应为一个 JSON 对象，请检查这一行"),
        ({"row": []}, "“row”应为对象"),
        ({"parent": "主项"}, "“parent”应为对象"),
        ({"row": {"事项": ["取水许可"]}}, "“row.事项”应为文字"),
        ({"rows": {"事项": "取水许可"}}, "“rows”应为列表"),
        ({"rows": [{"事项": "取水许可"}, "乙"]}, "“rows[1]”应为对象"),
        ({"rows": [{"事项": {}}]}, "“rows[0].事项”应为文字"),
        ({"row": {"子项清单": "首次"}}, "“row.子项清单”应为列表"),
        ({"headers": "序号"}, "“headers”应为列表"),
        ({"headers": [["序号"], "事项"]}, "headers 应为表头行的列表"),
        ({"seq": "1"}, "“seq”应为列表"),
        ({"refs": ["权责清单"]}, "“refs”应为对象"),
        ({"refs": {"权责清单": "采矿许可"}}, "“权责清单”应为列表"),
        ({"refs": {"权责清单": [{"类型": "行政许可"}]}}, "refs 的每一条应为名称，或有“名称”的对象"),
        ({"catalogue": ["省目录"]}, "“catalogue”应为文字"),
        ({"org": {}}, "“org”应为文字"),
    ],
)
def test_invalid_case_says_which_key(case: Any, message: str) -> None:
    """A known key with a value of the wrong kind is refused in a sentence that names it."""
    with pytest.raises(InvalidCase) as refused:
        read_case(case)
    assert str(refused.value) == message


def test_switched_off_rule_says_nothing_and_silences_nothing() -> None:
    """A rule that the workspace switched off is passed over, and what it would have silenced is heard."""
    item, context = read_case({"row": {"事项": "对养殖场的检查", "子项": "", "事项类型": "行政检查", "备注": ""}})
    assert _codes(run(item, context)) == ["SCOPE-STAGE5"]
    off = replace(context, settings={"SCOPE-STAGE5": RuleSetting("SCOPE-STAGE5", off=True, reason="已改由四组处理")})
    assert _codes(run(item, off)) == ["SCOPE-TYPE-5"]


def test_workspace_sets_the_level_of_a_rule() -> None:
    """A finding is shown at the level that the workspace has set for its rule."""
    item, context = read_case({"row": {"事项": "对养殖场的检查", "子项": "", "事项类型": "行政检查", "备注": ""}})
    lower = replace(context, settings={"SCOPE-STAGE5": RuleSetting("SCOPE-STAGE5", severity=Severity.HINT)})
    assert [each.severity for each in run(item, lower).findings] == [Severity.HINT]
