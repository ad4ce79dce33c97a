"""GUIDE-EXPRESS."""

import re
from collections.abc import Iterator

from workbench.checks.guide.permitted import OTHER_WORDS, YES, permitted
from workbench.checks.guide_facts import text_of, whole
from workbench.checks.guide_options import chosen_words, corrected, is_single
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

FIELD = "物流快递"
COURIER = re.compile(
    r"EMS|邮政|邮局|特快专递|快递单|快递单号|顺丰|中通|圆通|申通|韵达|京东|德邦|百世|汇通|天天快递|宅急送|国通|优速|速尔|全峰|极兔|DHL|UPS|[\u4e00-\u9fa5]{2}(?:速运|速递|快运|物流公司)",
    re.IGNORECASE,
)


def guide_express(item: Item, context: Context) -> Iterator[Finding]:
    """物流快递没有填可以或不可以，或没有提供快递单。

    What: not exactly one of 可以 and 不可以, or 可以 without a courier or its slip.
    Why: 式样 第30项 「（如填写“可以”，需提供相关快递公司的快递单）」
    Example: 可以.
    Remedy: 可以（EMS，快递单见附件）.
    """
    del context
    text = text_of(item, FIELD)
    if text is None:
        return
    told = permitted(text)
    if not is_single(told):
        yield RULE.finding(
            f"物流快递应填“可以”或“不可以”，现{chosen_words(text, told)}（式样 第30项），请更正。",
            **whole(FIELD, text),
            correction=corrected(text, OTHER_WORDS),
        )
    elif told.options == (YES,) and not COURIER.search(told.detail):
        yield RULE.finding(
            "物流快递填“可以”的，需提供相关快递公司的快递单（式样第30项），请补充。", **whole(FIELD, text)
        )


RULE = Rule(
    code="GUIDE-EXPRESS",
    name="物流快递",
    clause="式样 第30项",
    quote="（如填写“可以”，需提供相关快递公司的快递单）",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=guide_express,
)
