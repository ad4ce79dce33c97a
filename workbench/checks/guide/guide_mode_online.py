"""GUIDE-MODE-ONLINE."""

import re
from collections.abc import Iterator

from workbench.checks.guide.guide_mode import FIELD, OPTIONS, WINDOW
from workbench.checks.guide.topics import topics
from workbench.checks.guide_facts import filled, remark_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.ticks import answer
from workbench.records import Certainty, Finding, Severity

#: The topics of the fields that the clause lists: companies, investment, taxes, safety, and what residents live by.
TO_GO_ONLINE = (
    "设立变更", "年检年审", "法人注销", "投资审批", "准营准办", "资质认证", "税收财务", "安全生产", "知识产权", "教育科研", "医疗卫生",
    "户籍办理", "社会保障", "就业创业", "住房保障",
)  # fmt: skip
IN_PERSON = re.compile(r"本人到场|亲自|须?本人(?:到|持|携)|面签|指纹|面试|现场采集|当面|照相|面谈|未上线|涉密")


def guide_mode_online(item: Item, context: Context) -> Iterator[Finding]:
    """应推行网上办理的领域只有窗口办理。

    What: only the window is chosen and a topic belongs to the fields that are to be handled on the net.
    Why: 国发55号 二(三) 「都要推行网上受理、网上办理、网上反馈，做到政务服务事项“应上尽上、全程在线”。」
    Example: “投资审批”类，窗口办理.
    Remedy: 都可以.
    """
    del context
    text = filled(item, FIELD)
    if item.guide is None or answer(text, OPTIONS).options != (WINDOW,):
        return
    named = [topic.name for topic in topics(item.guide) if topic.name in TO_GO_ONLINE]
    reasons = " ".join((text, filled(item, "受理条件"), filled(item, "办理流程"), remark_of(item) or ""))
    if named and not IN_PERSON.search(reasons):
        yield RULE.finding(
            f"该事项属应推行网上办理的领域（{'、'.join(named)}），现仅窗口办理（国发55号 二(三)；辽政发81号 三(一)），请研究上网办理。",
            **whole(FIELD, text),
        )


RULE = Rule(
    code="GUIDE-MODE-ONLINE",
    name="应上网而仅窗口",
    clause="国发55号 二(三)",
    quote="都要推行网上受理、网上办理、网上反馈，做到政务服务事项“应上尽上、全程在线”。",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=guide_mode_online,
)
