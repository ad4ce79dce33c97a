"""WF-LATE."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.workflow.submission import day, stage
from workbench.records import Certainty, Finding, Severity


def wf_late(item: Item, context: Context) -> Iterator[Finding]:
    """报送日期晚于规定时限。

    What: the date lies after the stage's last day; the day itself is in time, weekend or not.
    Why: 明电52号 四(二)1 「（7月20日前）」
    Example: 省部门目录7月25日报送.
    Remedy: 尽快报送；列入通报.
    """
    del context
    filed, due = day(item), stage(item)
    if filed and due and due.day and filed > due.day:
        yield RULE.finding(
            f"报送日期{filed.isoformat()}晚于规定时限{due.day.isoformat()}（{due.track}“{due.task}”，{due.clause}），"
            "已列入通报范围，请尽快办理。"
        )


RULE = Rule(
    code="WF-LATE",
    name="超过规定时限",
    clause="明电52号 四(二)1",
    quote="（7月20日前）",
    scopes=("meta",),
    certainty=Certainty.CERTAIN,
    severity=Severity.HINT,
    check=wf_late,
)
