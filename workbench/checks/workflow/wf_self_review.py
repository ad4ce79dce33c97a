"""WF-SELF-REVIEW."""

from collections.abc import Iterator

from workbench.checks.agencies import unit_named
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.workflow.submission import events, place, text, unit
from workbench.records import Certainty, Finding, Severity

LEGALITY_OFFICE = "辽宁省人民政府法制办公室"
#: Stages in which the catalogue or guide is still with those who write it.
BEFORE_REVIEW = ("S1-A", "S1-B", "S1-C", "S2-P1", "S2-G1")


def wf_self_review(item: Item, context: Context) -> Iterator[Finding]:
    """省政府法制办审查自己的目录或指南。

    What: the unit that files is the one that does the legality review. The handbook has no rule for this case.
    Why: 明电52号 三(一)1 「省政府法制办进行合法性审查。」
    Example: 省政府法制办的目录进入合法性审查.
    Remedy: 指定回避安排.
    """
    if unit_named(unit(item), context) != LEGALITY_OFFICE:
        return
    stage, steps = text(item, "stage"), events(item) or ()
    if stage not in BEFORE_REVIEW or place(steps, "legality_review") is not None:
        yield RULE.finding(
            "省政府法制办本单位的目录、指南由其自身进行合法性审查，请指定回避安排（明电52号 三(一)1；手册未作规定，仅提示）。",
            field="org",
            excerpt=unit(item),
        )


RULE = Rule(
    code="WF-SELF-REVIEW",
    name="自己审查自己",
    clause="明电52号 三(一)1",
    quote="省政府法制办进行合法性审查。",
    scopes=("meta",),
    certainty=Certainty.CERTAIN,
    severity=Severity.HINT,
    check=wf_self_review,
    verdict="needs_verification",
)
