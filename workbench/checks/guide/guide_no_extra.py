"""GUIDE-NO-EXTRA."""

from collections.abc import Iterator

from workbench.checks.flow.demands import demanded, is_in_table
from workbench.checks.item import Context, Item
from workbench.checks.material_names import core
from workbench.checks.materials import guide_of, on_element
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

_WHERE = ("受理条件", "办理流程", "常见问题")


def guide_no_extra(item: Item, context: Context) -> Iterator[Finding]:
    """流程、常见问题或受理条件要求了材料表以外的材料。

    What: a sentence there wants a document handed in (提供, 提交, 携带) that no row of 申请材料 is. Receipts and
        results of the matter, what is picked up at the end, and what need not be handed in are left out.
    Why: 国发55号 二(五) 「除办事指南明确的条件外，不得自行增加办事要求。」
    Example: 常见问题“还需携带无犯罪记录证明”，申请材料没有这一件.
    Remedy: 列入申请材料并写明依据，或者删除.
    """
    del context
    guide = guide_of(item)
    if guide.materials is None:
        return
    told: set[str] = set()
    for field in _WHERE:
        for name, span in demanded(guide.text(field) or ""):
            if core(name) in told or is_in_table(name, guide):
                continue
            told.add(core(name))
            yield on_element(
                RULE,
                guide,
                field,
                f"{field}中要求的“{shorten(name)}”未列入申请材料，不得在指南之外自行增加要求"
                "（国发55号 二(五)；辽政发81号 二(二)）。请列入申请材料并写明依据，或者删除。",
                span=span,
            )


RULE = Rule(
    code="GUIDE-NO-EXTRA",
    name="指南以外增加要求",
    clause="国发55号 二(五)",
    quote="除办事指南明确的条件外，不得自行增加办事要求。",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    shown_first=Severity.DOUBT,
    check=guide_no_extra,
)
