"""A correct guide of a matter: the 36 elements, its materials and the steps of its flow."""

import re
from collections.abc import Iterator
from random import Random

from workbench.records import STEP_FIELDS, Guide, Material
from workbench.sample.drafts import LEVEL_NAMES
from workbench.sample.guides import texts
from workbench.sample.guides.choosing import GuidedMatter
from workbench.sample.guides.texts import Facts
from workbench.workbooks.guide_writing import boxes, topic_lists

_NOT_FOR_NOW = ("", "（暂不填写）")
_YES_NO = ("可以", "不可以")
_STEP = re.compile(r"([^→（]+)(?:（([^）]*)）)?")
_DURATION = re.compile(r"\d+工作日")
_SAMPLE_PARTS = {
    "材料样本": "见附件", "电子表单": "省网上政务服务平台下载", "来源渠道": "申请人自备", "受理标准": "内容完整、清晰",
    "是否需电子材料": "是",
}  # fmt: skip


def compose(matter: GuidedMatter, chance: Random, *, brief: bool, steps: bool) -> tuple[Guide, Facts]:
    """The guide of a matter, and the facts behind it.

    Args:
        matter: the matter of the catalogue.
        chance: what is chosen comes from it.
        brief: materials have the printed form's four columns only.
        steps: the steps of the flow are printed as a table too.
    """
    facts = texts.facts(matter, chance)
    flow = facts.line["flow"].replace("→决定", "→缴费→决定") if facts.charged else facts.line["flow"]
    natural, legal = texts.topics(facts.unit)
    guide = Guide(
        elements={
            **_common(facts),
            **_own(facts),
            "办理流程": f"办理流程图见附件1。文字说明：{flow}。",
            **_service(facts),
        },
        materials=tuple(_materials(facts, brief=brief)),
        steps=tuple(_steps(flow)) if steps else None,
        topics_natural=natural,
        topics_legal=legal,
    )
    return guide, facts


def _common(facts: Facts) -> dict[str, str]:
    """The common elements but for the materials (附件2 三(一))."""
    natural, legal = texts.topics(facts.unit)
    targets = {name for name, chosen in (("自然人", natural), ("法人", legal)) if chosen}
    return {
        "事项名称": facts.matter.name,
        "事项类型": topic_lists(natural, legal),
        "设定依据": texts.listed(facts.matter),
        "权限划分": texts.division(facts.matter.draft.levels),
        "法定办结时限": facts.line["limit"],
        "受理条件": facts.fill(facts.line["condition"]),
        "中介服务": "无",
        "服务对象": boxes(("自然人", "法人"), targets),
    }


def _own(facts: Facts) -> dict[str, str]:
    """The individual elements from code to result (附件2 三(二)1 to 11)."""
    result = facts.fill(facts.line["result"])
    return {
        "基本编码": facts.chance.choice(_NOT_FOR_NOW),
        "实施编码": facts.chance.choice(_NOT_FOR_NOW),
        "行使层级": boxes(tuple(LEVEL_NAMES.values()), {"省级"}),
        "行使内容": texts.content(facts.matter.draft.levels),
        "实施机构": facts.agency,
        "实施主体性质": boxes(("法定机关", "授权组织", "受委托组织", "其他"), {facts.unit["nature"]}),
        "联办机构": "无",
        "数量限制": "无",
        "结果名称": result,
        "结果样本": f"见附件2：{result}样本.pdf（个人和企业信息已隐藏）",
    }


def _service(facts: Facts) -> dict[str, str]:
    """The individual elements from fees on (附件2 三(二)12 to 27)."""
    account = f"中国建设银行沈阳分行营业部，账号：21001401008050{facts.chance.randint(100000, 999999)}"
    payment = f"{boxes(_YES_NO, {'可以'})}（{account}）" if facts.charged else boxes(_YES_NO, {"不可以"})
    return {
        **_fees(facts),
        "办件类型": boxes(("承诺件", "即办件"), {"即办件" if facts.instant else "承诺件"}),
        "承诺办结时限": facts.line["promised"],
        "通办范围": boxes(("全国", "跨省", "跨市", "跨县"), {"跨市"}),
        "办理形式": boxes(("窗口办理", "网上办理", "都可以"), {"都可以"}),
        "预约办理": f"{boxes(_YES_NO, {'可以'})}（电话预约：{facts.phone}）",
        "网上支付": payment,
        "物流快递": f"{boxes(_YES_NO, {'可以'})}（EMS邮政特快专递，快递单见附件3）",
        "运行系统": boxes(("国家级", "省级", "市级"), {"省级"}),
        "办理地点": facts.unit["address"],
        "办理时间": "周一至周五 8:30-11:30，13:00-17:00",
        "咨询电话": facts.phone,
        "常见问题": f"问：{facts.line['question']}答：{facts.line['answer']}",
        "监督电话": facts.supervision,
    }


def _fees(facts: Facts) -> dict[str, str]:
    """是否收费, 收费标准 and 收费依据."""
    if not facts.charged:
        return {"是否收费": boxes(("是", "否"), {"否"}), "收费标准": "无", "收费依据": "无"}
    amount, number = facts.chance.choice((10, 20, 50)), facts.chance.randint(11, 90)
    notice = f"《关于公布{facts.subject}收费标准的通知》（辽价发〔2014〕{number}号）第二条"
    return {
        "是否收费": boxes(("是", "否"), {"是"}),
        "收费标准": f"每件{amount}元，{notice}",
        "收费依据": texts.cited(facts.matter.draft.provisions[0]),
    }


def _materials(facts: Facts, *, brief: bool) -> Iterator[Material]:
    """The materials, for each of the sub-items that share the guide."""
    basis = texts.cited(facts.matter.draft.provisions[0])
    for sub in facts.matter.subs or ("",):
        for number, line in enumerate(texts.material_lines(facts.matter), start=1):
            values = {"事项名称": sub, "序号": str(number), "材料名称": facts.fill(line["name"]), "设定依据": basis}
            if not brief:
                values |= {"材料类型": line["kind"], "纸质材料份数和规格": line["copies"], "填报须知": line["notes"]}
                values |= _SAMPLE_PARTS
            yield Material(values)


def _steps(flow: str) -> Iterator[dict[str, str]]:
    """The steps of a flow with the five facts of each."""
    for number, found in enumerate(_STEP.finditer(flow)):
        name, note = found[1], found[2] or ""
        duration = _DURATION.search(note)
        texts_of_step = (
            name,
            "收到申请时" if not number else "上一环节结束时",
            "办理完毕时",
            duration.group() if duration else "当场",
            "申请人",
            "1号窗口",
        )
        yield dict(zip(STEP_FIELDS, texts_of_step, strict=True))
