"""GUIDE-FLOW-FIELDS."""

import re
from collections.abc import Iterator

from workbench.checks.flow.process import FLOW, step_kinds
from workbench.checks.item import Context, Item
from workbench.checks.materials import guide_of, is_blank, on_element
from workbench.checks.rule import Rule
from workbench.records import STEP_FIELDS, Certainty, Finding, Guide, Severity

#: The five that every step has to tell (附件2 三(二)8).
_FIVE = STEP_FIELDS[1:]
_NUMERAL = r"[\d一二两三四五六七八九十]+"
_BEGIN_END = re.compile(
    rf"第\s*{_NUMERAL}\s*个?(?:工作)?[日天]|自.{{0,14}}起|{_NUMERAL}\s*个?(?:工作日|日|天)(?:之)?前|\d{{1,2}}[:：]\d{{2}}|\d{{1,2}}[时点]|起止|日前"
)
#: Field -> what in a text tells it.
_TOLD = {
    "开始时间": re.compile(rf"开始(?:时间)?|{_BEGIN_END.pattern}"),
    "结束时间": re.compile(rf"结束(?:时间)?|截止|{_BEGIN_END.pattern}"),
    "办理时长": re.compile(rf"{_NUMERAL}\s*个?\s*(?:工作日|天|日|分钟|小时)|时长|当场|即时"),
    "申请人员": re.compile(r"申请人|企业|经办人|申办人|当事人|申请单位|申请者|办事人"),
    "办事窗口": re.compile(r"窗口|大厅|科室|服务中心"),
}
FEWEST_STEPS = 2


def guide_flow_fields(item: Item, context: Context) -> Iterator[Finding]:
    """流程各环节没有列明起止时间、时长、申请人员、窗口。

    What: the process has readable steps, and its table of steps, or its text, leaves out some of 开始时间, 结束时间,
        办理时长, 申请人员, 办事窗口. One hint a guide; processes that cannot be read are left out.
    Why: 附件2 三(二)8 「每个环节包含开始时间、结束时间、办理时长、申请人员、办事窗口等要素信息」
    Example: 流程只写“申请→受理→审查→办结”.
    Remedy: 以表格或文字列明各环节的五项要素；写在流程图内也可.
    """
    del context
    guide = guide_of(item)
    readable = guide.steps or len(step_kinds(guide)) >= FEWEST_STEPS
    if not readable or (not guide.steps and is_blank(guide.text(FLOW))):
        return
    if lacking := _lacking(guide):
        yield on_element(
            RULE,
            guide,
            FLOW,
            f"办理流程各环节缺少{'、'.join(lacking)}（附件2 三(二)8），请以表格或文字列明；已写在流程图内的不必重复。",
        )


def _lacking(guide: Guide) -> list[str]:
    """The fields that a step of the table leaves blank, or that the text tells nowhere."""
    text = guide.text(FLOW) or ""
    steps = guide.steps or ()
    return [
        name
        for name in _FIVE
        if not (steps and all(step.get(name, "").strip() for step in steps)) and (steps or not _TOLD[name].search(text))
    ]


RULE = Rule(
    code="GUIDE-FLOW-FIELDS",
    name="环节要素不全",
    clause="附件2 三(二)8",
    quote="每个环节包含开始时间、结束时间、办理时长、申请人员、办事窗口等要素信息",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=guide_flow_fields,
)
