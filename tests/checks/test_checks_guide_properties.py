"""What holds for every guide: no rule breaks on it, and every finding marks what it quotes."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.checks import RULES, Context, Item, run
from workbench.records import ELEMENTS, Guide, Material, Row

CODES = [rule.code for rule in RULES if rule.code.startswith(("GUIDE-", "TIME-", "CODE-", "FEE-"))]
NAMES = [element.name for element in ELEMENTS]
#: Pieces that elements are made of, right and broken, so that chance builds guides and not noise alone.
PIECES = (
    "☑", "□", "√", "[x]", "（", "）", "《", "》", "、", "；", "，", "／", "——", "：", "？", "\n", "　", "无", "是", "否", "可以", "不可以",
    "自然人", "法人", "省级", "市级", "县级", "跨市", "全国", "承诺件", "即办件", "窗口办理", "网上办理", "都可以", "户籍办理", "投资审批",
    "20", "３０", "二十", "个", "工作日", "天", "日", "月", "024-22873456", "0411-8389123", "8:30-17:00", "下午1:00", "转8", "元", "‰",
    "沈阳市和平区", "十四纬路", "5-2号", "205室", "省水利厅", "会同省公安厅审批", "委托下放", "市级", "水行政主管部门", "到窗口递交", "或",
    "《关于收费的通知》（辽价发〔2014〕60号）第二条", "问：", "答：", "EMS", "支付宝", "账号21050110240000001234", "210102198001011234",
)  # fmt: skip
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=10).map("".join), st.text(max_size=40))


@given(texts, texts)
@example("☑" * 200, "（" * 200)
@example("需要" * 200, "1" * 500)
@settings(max_examples=150, deadline=None)
def test_any_guide_is_judged(text: str, other: str) -> None:
    """No text in any element breaks a rule, and what a finding quotes stands where its span says."""
    guide = Guide(
        {name: text if number % 2 else other for number, name in enumerate(NAMES)},
        materials=(Material({"材料名称": text, "填报须知": other}),),
        remarks=other,
    )
    row = Row(item_name=other, legal_basis=text, levels_and_departments=other, implementing_agency=text, remarks=text)
    outcome = run(Item(guide=guide, row=row, elements_present=(text, other)), Context(), CODES)
    assert outcome.broken == ()
    for finding in outcome.findings:
        printed = guide.text(finding.field)
        if finding.span and finding.material is None and printed is not None:
            assert printed[slice(*finding.span)] == finding.excerpt
