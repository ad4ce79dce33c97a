"""GUIDE-TARGET."""

from collections.abc import Iterator

from workbench.checks.guide_facts import is_blank, part, text_of, whole
from workbench.checks.guide_options import outside, renamed
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.ticks import chosen
from workbench.records import Certainty, Finding, Severity

TARGET = "服务对象"
OPTIONS = ("自然人", "法人")
OTHER_NAMES = dict.fromkeys(("个人", "公民", "居民", "群众", "公众", "个体工商户"), "自然人") | dict.fromkeys(
    ("企业", "单位", "企业法人", "事业单位", "事业法人", "社团法人", "机关", "其他组织", "组织", "社会组织"), "法人"
)


def guide_target(item: Item, context: Context) -> Iterator[Finding]:
    """服务对象不是自然人或法人。

    What: a chosen target is neither 自然人 nor 法人, or none is chosen.
    Why: 附件2 三(一)9 「服务对象。填写“自然人”、“法人”，可多选。」
    Example: 企业.
    Remedy: 法人.
    """
    del context
    text = text_of(item, TARGET)
    if text is None:
        return
    if is_blank(text) or not chosen(text):
        yield RULE.finding("服务对象一项未选，应填“自然人”“法人”，可多选（附件2 三(一)9）。", **whole(TARGET, text))
        return
    for choice in outside(text, OPTIONS):
        yield RULE.finding(
            f"服务对象只能填“自然人”“法人”，“{choice.text}”不是选项（附件2 三(一)9），请更正。",
            **part(TARGET, text, choice.span),
            correction=renamed(text, OPTIONS, OTHER_NAMES),
        )


RULE = Rule(
    code="GUIDE-TARGET",
    name="服务对象不在选项内",
    clause="附件2 三(一)9",
    quote="服务对象。填写“自然人”、“法人”，可多选。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=guide_target,
)
