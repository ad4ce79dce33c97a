"""WF-ORDER."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.workflow.submission import comes_before, events, is_catalogue, is_guide, place
from workbench.records import Certainty, Finding, Severity

GROUP, LEGALITY = "group_review", "legality_review"
AFTER_BOTH = {"returned": "反馈", "published": "公布"}
NAMES = {GROUP: "审核组审核", LEGALITY: "法制办合法性审查"}


def wf_order(item: Item, context: Context) -> Iterator[Finding]:
    """没有依次经过审核、合法性审查、反馈。

    What: a catalogue goes to 法制办 before the group has finished, or comes back before both have. Guides may
        be looked at by both in parallel, but come back only after both.
    Why: 明电52号 四(二)1 「省审核组、省政府法制办分别依次……进行审核、合法性审查后，由省编委办反馈」
    Example: 未经审核组审核即进法制办.
    Remedy: 退回上一环节，依次办理.
    """
    del context
    steps = events(item)
    if steps is None:
        return
    faults = [*_too_early(item, steps)]
    for event, word in AFTER_BOTH.items():
        if place(steps, event) is not None:
            lacking = [name for key, name in NAMES.items() if not comes_before(steps, key, event)]
            faults += [f"{'、'.join(lacking)}未完成即{word}"] if lacking else []
    if faults:
        order = "审核和合法性审查→反馈" if is_guide(item) else "审核组审核→法制办合法性审查→省编委办反馈"
        yield RULE.finding(f"流程顺序错误：{'；'.join(faults)}，应为{order}（明电52号 四(二)），请退回上一环节。")


def _too_early(item: Item, steps: tuple[frozenset[str], ...]) -> Iterator[str]:
    """What 法制办 began too early; only a catalogue known as one must not go to both at once."""
    if is_guide(item) or place(steps, LEGALITY) is None or comes_before(steps, GROUP, LEGALITY):
        return
    if place(steps, GROUP) != place(steps, LEGALITY):
        yield "未经审核组审核即进行合法性审查"
    elif is_catalogue(item):
        yield "审核与合法性审查同时进行（目录须依次）"


RULE = Rule(
    code="WF-ORDER",
    name="流程顺序错误",
    clause="明电52号 四(二)1",
    quote="省审核组、省政府法制办分别依次对省政务服务部门报送的本系统政务服务事项目录进行审核、合法性审查后，由省编委办反馈省政务服务部门。（9月10日前）",
    scopes=("meta",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=wf_order,
)
