"""Rules on materials, processes and intermediary services against any text: they never break, and mark what is there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks import RULES, Context, Item, ListEntry, Rule, run
from workbench.records import MATERIALS, Guide, Material

TOPICS = ("material", "flow", "intermediary")
ALSO = ("GUIDE-FLOW", "GUIDE-FLOW-TIME", "GUIDE-FLOW-FIELDS", "GUIDE-NO-EXTRA")
LISTS = {
    "行政审批中介服务清单": (ListEntry("安全评价"),),
    "共享材料词典": (ListEntry("证"),),
    "可核验材料词典": (ListEntry(""),),
}
PIECES = (
    "申请", "受理", "审查", "决定", "→", "——", "1.", "（一）", "①", "3工作日", "（5）", "自受理之日起", "\n", "。", "；", "、", "，", "（", "）", "《",
    "》", "辽水发〔2013〕5号", "第三条", "水法", "证明", "许可证", "批复", "意见", "材料", "其他", "等", "报告", "复印件", "一式八份", "提交", "携带",
    "省水利厅", "核发的", "分别到", "窗口", "无", "同上", "评估", "服务", "A", " ", "　", "1",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=12)
materials = st.fixed_dictionaries(
    {"材料名称": texts, "设定依据": texts}, optional={"纸质材料份数和规格": texts, "填报须知": texts, "事项名称": texts}
).map(Material)
elements = st.fixed_dictionaries(
    {"事项名称": texts, "结果名称": texts},
    optional=dict.fromkeys(
        ("办理流程", "常见问题", "受理条件", "中介服务", "联办机构", "承诺办结时限", "是否收费"), texts
    ),
)
steps = st.none() | st.lists(st.fixed_dictionaries({"环节": texts, "办理时长": texts}), max_size=3).map(tuple)
guides = st.builds(
    Guide,
    elements,
    st.none() | st.lists(materials, max_size=4).map(tuple),
    steps,
    org=st.none() | texts,
    catalogue=st.sampled_from((None, "省目录", "市设目录", "部门目录")),
)
each_rule = pytest.mark.parametrize(
    "rule",
    [rule for rule in RULES if rule.check.__module__.split(".")[2] in TOPICS or rule.code in ALSO],
    ids=lambda rule: rule.code,
)


@each_rule
@settings(max_examples=15, deadline=None)
@given(st.lists(guides, min_size=1, max_size=3))
def test_any_text_is_marked_exactly(rule: Rule, found: list[Guide]) -> None:
    """Whatever is written, the rule does not break, and what it marks is what stands there."""
    item = Item(guide=found[0], guides=tuple(found))
    outcome = run(item, Context(LISTS), [rule.code])
    assert outcome.broken == ()
    for finding in outcome.findings:
        if finding.span is None:
            continue
        guide = found[0] if finding.at is None else found[finding.at]
        name = finding.field.removeprefix(f"{MATERIALS}.")
        text = guide.text(name) if finding.material is None else (guide.materials or ())[finding.material].text(name)
        assert text is not None
        assert text[slice(*finding.span)] == finding.excerpt != ""
