"""GUIDE-MODE-SITE."""

import re
from collections.abc import Iterator

from workbench.checks.guide.guide_mode import EITHER, FIELD, ONLINE, OPTIONS
from workbench.checks.guide_facts import Marked, filled, part
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.ticks import answer
from workbench.records import MATERIALS, Certainty, Finding, Severity, Span

#: Without one of these words nothing is demanded.
SIGNS = ("现场", "窗口", "大厅", "服务中心", "到场", "前往")
TEXTS = ("受理条件", "办理流程")
MATERIAL_TEXTS = ("材料名称", "填报须知", "受理标准", "来源渠道", "纸质材料份数和规格")
#: An inspection goes to the applicant; it does not call the applicant in.
_VISIT = (
    r"(?:核查|勘查|勘验|勘察|踏勘|检查|查看|审核|审查|验收|检验|检测|评审|评估|考核|考试|考察|核实|调查|监测|公示|笔录)"
)
DEMAND = re.compile(
    rf"(?:必须|须|需|应当?|要求|务必).{{0,8}}本人.{{0,4}}(?:到|在|来)(?:现?场|窗口|大厅|服务中心)"
    rf"|(?:本人|申请人|法定代表人|当事人)[^,，。；;]{{0,10}}?(?:到场|到现场|前往现场)"
    rf"|(?:到|至|前往|赴)[^,，。；;、]{{0,10}}?(?:窗口|大厅|服务中心|现场)(?:现场)?(?:提交|递交|办理|交|领取|申请|申报|取件|签字|报送|受理)"
    rf"|现场(?:递交|提交|领取|签字|办理|申报)|(?:必须|只能|务必).{{0,12}}?现场(?!{_VISIT})|窗口(?:现场)?(?:递交|提交)"
)
#: People may come, they need not.
MAY = re.compile(
    r"可以?(?:到|至|去|前往|选择|自行|在(?:窗口|大厅|现场))|任选|自愿|(?:不|无|免)(?:必|需|须|用|要)"
    r"|^[^:：]{0,4}(?:线下|窗口|现场)(?:办理|申请|提交|申报)?[:：]|选择(?:窗口|现场|大厅|线下|自取)|(?:窗口|现场|大厅|线下)(?:申请|申报|办理|提交|递交|领取)的"
)
#: Beside a way over the net or by post the window is only one of the ways.
ALSO = re.compile(r"或|也可|亦可|均可|都可|可选")
OTHER_WAY = re.compile(r"网|线上|在线|平台|系统|公众号|微信|客户端|邮寄|邮递|邮政|快递|寄送|EMS|APP", re.IGNORECASE)
MUST = re.compile(r"必须|只能|务必")
SENTENCE = re.compile(r"[^。；;\n→]+")


def guide_mode_site(item: Item, context: Context) -> Iterator[Finding]:
    """可网上办理，却要求必须到现场。

    What: the net is open and conditions, process or materials demand that people come.
    Why: 国发55号 二(二) 「凡是能实现网上办理的事项，不得要求必须到现场办理。」
    Example: 网上办理，流程“携原件到窗口递交”.
    Remedy: 可到窗口或网上提交.
    """
    del context
    if not set(answer(filled(item, FIELD), OPTIONS).options) & {ONLINE, EITHER}:
        return
    for where, index in _demands(item):
        yield RULE.finding(
            f"办理形式可网上办理，但要求必须到现场（“{where['excerpt']}”）（国发55号 二(二)；辽政发81号 三(三)1），请改为可网上提交。",
            **where,
            material=index,
        )


def _demands(item: Item) -> Iterator[tuple[Marked, int | None]]:
    """Where it is demanded: the elements, then the materials with their index."""
    for name in TEXTS:
        text = filled(item, name)
        for span in _spans(text):
            yield part(name, text, span), None
    for index, material in enumerate(item.guide.materials or () if item.guide else ()):
        for name in MATERIAL_TEXTS:
            text = material.text(name) or ""
            for span in _spans(text):
                yield part(f"{MATERIALS}.{name}", text, span), index


def _spans(text: str) -> Iterator[Span]:
    """The first demand of each sentence that leaves no other way."""
    if not any(sign in text for sign in SIGNS):
        return
    for sentence in SENTENCE.finditer(text):
        found = DEMAND.search(sentence.group())
        if found and not _is_open(sentence.group()):
            yield sentence.start() + found.start(), sentence.start() + found.end()


def _is_open(sentence: str) -> bool:
    """Whether a sentence leaves another way: coming is allowed only, or stands beside the net or the post."""
    if MUST.search(sentence):
        return False
    return bool(MAY.search(sentence) or (ALSO.search(sentence) and OTHER_WAY.search(sentence)))


RULE = Rule(
    code="GUIDE-MODE-SITE",
    name="可网上办理却要求到现场",
    clause="国发55号 二(二)",
    quote="凡是能实现网上办理的事项，不得要求必须到现场办理。",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    check=guide_mode_site,
    shown_first=Severity.DOUBT,
)
