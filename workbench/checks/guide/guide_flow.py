"""GUIDE-FLOW."""

import re
from collections.abc import Iterator

from workbench.checks.flow.process import FLOW, is_drawn, speaks_of_picture, step_kinds
from workbench.checks.item import Context, Item
from workbench.checks.materials import guide_of, is_blank, on_element
from workbench.checks.rule import Rule
from workbench.checks.ticks import answer
from workbench.records import Certainty, Finding, Guide, Severity

_CLAUSE = "（附件2 三(二)8）"
_PAYS = re.compile(r"缴费|交费|收费|缴款|缴纳|交纳|支付|付费")
FEWEST_STEPS = 2


def guide_flow(item: Item, context: Context) -> Iterator[Finding]:
    """办理流程没有文字说明，或者没有流程图。

    What: the process names fewer than two kinds of steps (only a chart, or only “受理”). A text that neither draws the
        steps nor speaks of a chart, and a fee that no step collects, are hints: a picture in the cell cannot be read.
    Why: 附件2 三(二)8 「并附以相应的文字说明」
    Example: 只写“见附图”.
    Remedy: 附流程图并用文字列明各环节和时限.
    """
    del context
    guide = guide_of(item)
    text = guide.text(FLOW)
    if text is None or is_blank(text):
        return
    if len(step_kinds(guide)) < FEWEST_STEPS:
        lacks = "现只有流程图，没有文字说明" if speaks_of_picture(text) else "现只列出不足两个环节"
        yield on_element(
            RULE,
            guide,
            FLOW,
            f"办理流程应有流程图并附文字说明，列明环节和时限{_CLAUSE}，{lacks}，请补充。",
        )
        return
    if not speaks_of_picture(text) and not is_drawn(text) and not guide.steps:
        yield on_element(
            RULE,
            guide,
            FLOW,
            f"办理流程应有流程图并附文字说明{_CLAUSE}，现未提到流程图，请附图；已附的请注明。",
            severity=Severity.HINT,
        )
    if _is_charged(guide) and not _collects(guide):
        yield on_element(
            RULE,
            guide,
            FLOW,
            f"本事项收费，办理流程没有缴费环节{_CLAUSE}，请补充。",
            severity=Severity.HINT,
        )


def _is_charged(guide: Guide) -> bool:
    return answer(guide.text("是否收费") or "", ("是", "否")).options == ("是",)


def _collects(guide: Guide) -> bool:
    """Whether a step collects the fee, in text or table."""
    return bool(_PAYS.search((guide.text(FLOW) or "") + "".join(step.get("环节", "") for step in guide.steps or ())))


RULE = Rule(
    code="GUIDE-FLOW",
    name="办理流程图文不全",
    clause="附件2 三(二)8",
    quote="并附以相应的文字说明",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=guide_flow,
)
