"""WF-GUIDE-LEGALITY."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.workflow.submission import comes_before, events, is_guide, place, text
from workbench.records import Certainty, Finding, Severity

AFTER = {"returned": "反馈", "published": "公布"}


def wf_guide_legality(item: Item, context: Context) -> Iterator[Finding]:
    """办事指南没有经过本级政府法制部门的合法性审查。

    What: a guide was returned or published and the legality review was not done before, or the office of
        another level did it. Review and legality review may run in parallel.
    Why: 明电52号 三(二) 「省、市、县三级政府法制部门分别负责对本级……进行合法性审查。」
    Example: 审核组审核后直接公布.
    Remedy: 由本级政府法制部门审查后再反馈、公布.
    """
    del context
    if not is_guide(item):
        return
    steps, level, by = events(item) or (), text(item, "level"), text(item, "legality_by")
    early = [word for event, word in AFTER.items() if place(steps, event) is not None and not _reviewed(steps, event)]
    if early:
        yield RULE.finding(
            f"办事指南未经本级政府法制部门合法性审查即{'、'.join(early)}（明电52号 三(二)），请退回补办合法性审查。"
        )
    elif level and by and _level(level) != _level(by):
        yield RULE.finding(
            f"{level}办事指南的合法性审查由“{by}”进行，应由本级政府法制部门进行（明电52号 三(二)），请转本级审查。",
            excerpt=by,
        )


def _reviewed(steps: tuple[frozenset[str], ...], event: str) -> bool:
    return comes_before(steps, "legality_review", event)


def _level(text_of_level: str) -> str:
    """省, 市 or 县 of a level or of an office: 区级 counts as 县级, 省政府法制办 as 省级."""
    plain = text_of_level.replace("设区的", "")
    found = next((sign for sign in ("省", "县", "区", "市") if sign in plain), plain)
    return "县" if found == "区" else found


RULE = Rule(
    code="WF-GUIDE-LEGALITY",
    name="指南未经合法性审查",
    clause="明电52号 三(二)",
    quote="省、市、县三级政府法制部门分别负责对本级政务服务部门《政务服务事项办事指南》进行合法性审查。",
    scopes=("meta",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=wf_guide_legality,
)
