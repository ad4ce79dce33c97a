"""WF-GUIDE-ORDER."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.workflow.submission import comes_before, events, is_guide, place
from workbench.records import Certainty, Finding, Severity


def wf_guide_order(item: Item, context: Context) -> Iterator[Finding]:
    """共性要素还没有审查反馈，就编报了个性要素。

    What: a guide's individual elements were filled in before its common elements came back, or without them.
    Why: 明电52号 四(二)4 「依据审查后的……办事指南共性要素和《办事指南编制规范》，补充……个性要素」
    Example: 没有报过共性要素，直接报完整指南.
    Remedy: 先报共性要素，反馈后补充个性要素.
    """
    del context
    steps = events(item)
    if steps is None or not is_guide(item) or place(steps, "individual_elements") is None:
        return
    if not comes_before(steps, "common_returned", "individual_elements"):
        yield RULE.finding(
            "共性要素尚未审查反馈，即编报个性要素（明电52号 四(二)3、4），请退回，待共性要素反馈后再补充个性要素。"
        )


RULE = Rule(
    code="WF-GUIDE-ORDER",
    name="先报了个性要素",
    clause="明电52号 四(二)4",
    quote="市县（市、区）政务服务部门依据审查后的本系统及市设定的政务服务事项办事指南共性要素和《办事指南编制规范》，补充本部门政务服务事项办事指南个性要素",
    scopes=("meta",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=wf_guide_order,
)
