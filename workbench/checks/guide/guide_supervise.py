"""GUIDE-SUPERVISE."""

from collections.abc import Iterator

from workbench.checks.guide.phones import numbers_in
from workbench.checks.guide_facts import text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

FIELD = "监督电话"


def guide_supervise(item: Item, context: Context) -> Iterator[Finding]:
    """监督电话格式不对，或与咨询电话相同。

    What: no telephone number or hotline is told, or one of them is the number for inquiries.
    Why: 附件2 三(二)27 「监督电话。填写本部门纪检或者其他负责监督工作的电话。」
    Example: 与咨询电话相同.
    Remedy: 本部门纪检电话.
    """
    del context
    text = text_of(item, FIELD)
    if text is None:
        return
    found, asked = numbers_in(text), numbers_in(text_of(item, "咨询电话") or "")
    same = (found.phones | found.hotlines) & (asked.phones | asked.hotlines)
    if same or not (found.phones or found.hotlines):
        yield RULE.finding(
            f"监督电话应为纪检或监督工作电话，现{'与咨询电话相同' if same else '格式不正确'}（附件2 三(二)27），请更正。",
            **whole(FIELD, text),
        )


RULE = Rule(
    code="GUIDE-SUPERVISE",
    name="监督电话",
    clause="附件2 三(二)27",
    quote="监督电话。填写本部门纪检或者其他负责监督工作的电话。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=guide_supervise,
)
