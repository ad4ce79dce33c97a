"""GUIDE-PHONE."""

from collections.abc import Iterator

from workbench.checks.guide.phones import numbers_in
from workbench.checks.guide_facts import is_blank, text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

FIELD = "咨询电话"


def guide_phone(item: Item, context: Context) -> Iterator[Finding]:
    """咨询电话格式不对，或不是具体办理人员的电话。

    What: no complete telephone number is told, or hotlines only.
    Why: 附件2 三(二)25 「咨询电话。填写事项具体办理人员的电话。」
    Example: 见公示牌.
    Remedy: 区号-号码.
    """
    del context
    text = text_of(item, FIELD)
    if text is None:
        return
    found = numbers_in(text)
    if found.phones:
        return
    shown = f"“{shorten(text)}”" if not is_blank(text) else "未填写，"
    why = "是热线，不是具体办理人员电话" if found.hotlines else "格式不正确或不是具体办理人员电话"
    yield RULE.finding(
        f"咨询电话{shown}{why}（附件2 三(二)25），请填写区号和号码。",
        **whole(FIELD, text),
        severity=Severity.HINT if found.hotlines else None,
    )


RULE = Rule(
    code="GUIDE-PHONE",
    name="咨询电话",
    clause="附件2 三(二)25",
    quote="咨询电话。填写事项具体办理人员的电话。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=guide_phone,
)
