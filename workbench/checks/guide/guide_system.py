"""GUIDE-SYSTEM."""

from collections.abc import Iterator

from workbench.checks.guide_facts import is_blank, part, says_none, text_of, whole
from workbench.checks.guide_options import outside, renamed
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.ticks import chosen, is_marked
from workbench.records import Certainty, Finding, Severity

FIELD = "运行系统"
OPTIONS = ("国家级", "省级", "市级")
OTHER_NAMES = {
    f"{name}{end}": option
    for option, names in (("国家级", ("国家级", "国家")), ("省级", ("省级", "省")), ("市级", ("市级", "市")))
    for name in names
    for end in ("", "系统", "平台")
}


def guide_system(item: Item, context: Context) -> Iterator[Finding]:
    """运行系统不是国家级、省级、市级。

    What: a chosen system is none of the three, or none is chosen; the form has no value for matters without a system.
    Why: 附件2 三(二)22 「运行系统。填写“国家级”、“省级”、“市级”。」
    Example: 金保工程系统.
    Remedy: 省级.
    """
    del context
    text = text_of(item, FIELD)
    if text is None:
        return
    if is_blank(text) or says_none(text) or not chosen(text):
        shown = f"为“{text.strip()}”" if says_none(text) else "一项未选"
        yield RULE.finding(
            f"运行系统应填“国家级”“省级”“市级”（附件2 三(二)22），现{shown}，请核实。",
            **whole(FIELD, text),
            severity=Severity.HINT if says_none(text) or is_marked(text) else None,
        )
        return
    for choice in outside(text, OPTIONS):
        yield RULE.finding(
            f"运行系统应填“国家级”“省级”“市级”（附件2 三(二)22），现为“{choice.text}”，请更正。",
            **part(FIELD, text, choice.span),
            correction=renamed(text, OPTIONS, OTHER_NAMES),
        )


RULE = Rule(
    code="GUIDE-SYSTEM",
    name="运行系统",
    clause="附件2 三(二)22",
    quote="运行系统。填写“国家级”、“省级”、“市级”。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=guide_system,
)
