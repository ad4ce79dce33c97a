"""GUIDE-APPOINT."""

import re
from collections.abc import Iterator

from workbench.checks.guide.permitted import OTHER_WORDS, YES, permitted
from workbench.checks.guide_facts import text_of, whole
from workbench.checks.guide_options import chosen_words, corrected, is_single
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

FIELD = "预约办理"
CHANNEL = re.compile(
    r"电话|热线|\d{5,}|www|http|网|微信|公众号|小程序|短信|QQ|APP|客户端|窗口|大厅|现场|平台|系统|支付宝|邮箱|邮件|自助|上门|服务中心|传真|二维码",
    re.IGNORECASE,
)


def guide_appoint(item: Item, context: Context) -> Iterator[Finding]:
    """预约办理没有填可以或不可以，或没有列明途径。

    What: not exactly one of 可以 and 不可以, or 可以 without a channel.
    Why: 附件2 三(二)19 「填写“可以”或“不可以”。如填写“可以”，列明预约办理途径渠道。」
    Example: 可以.
    Remedy: 可以（电话预约：024-22873456）.
    """
    del context
    text = text_of(item, FIELD)
    if text is None:
        return
    told = permitted(text)
    if not is_single(told):
        yield RULE.finding(
            f"预约办理应填“可以”或“不可以”，现{chosen_words(text, told)}（附件2 三(二)19），请更正。",
            **whole(FIELD, text),
            correction=corrected(text, OTHER_WORDS),
        )
    elif told.options == (YES,) and not CHANNEL.search(told.detail):
        yield RULE.finding(
            "预约办理填“可以”的，应列明预约途径渠道（附件2 三(二)19），请补充，如“可以（电话预约：区号-号码）”。",
            **whole(FIELD, text),
        )


RULE = Rule(
    code="GUIDE-APPOINT",
    name="预约办理",
    clause="附件2 三(二)19",
    quote="填写“可以”或“不可以”。如填写“可以”，列明预约办理途径渠道。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=guide_appoint,
)
