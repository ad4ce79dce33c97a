"""FLOW-SUPPLEMENT."""

import re
from collections.abc import Iterator

from workbench.checks.flow.process import FLOW, is_instant, without_picture
from workbench.checks.item import Context, Item
from workbench.checks.materials import guide_of, is_blank, on_element
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

_SUPPLEMENT = re.compile(r"补正|补齐|补全|补充(?:申请|相关|有关)?材料")
_AT_ONCE = re.compile(r"一次(?:性)?(?:书面|全部|当场|口头)?(?:告知|通知|说明|补正|补齐|书面)|一次性")


def flow_supplement(item: Item, context: Context) -> Iterator[Finding]:
    """流程没有写明补正材料一次性告知。

    What: the process speaks of 补正 and not of telling it at once, or of 受理 and not of 补正 at all. Matters done
        on the spot, and processes that are only a picture, are left out.
    Why: 国发55号 二(二) 「对需要补正的材料一次性告知；」
    Example: 材料不全的，通知补正.
    Remedy: 写明“材料不齐的，当场一次性告知需要补正的全部内容”.
    """
    del context
    guide = guide_of(item)
    text = guide.text(FLOW) or ""
    told = without_picture(text)
    if is_blank(told) or is_instant(guide) or _AT_ONCE.search(told):
        return
    if _SUPPLEMENT.search(told) or "受理" in told:
        yield on_element(
            RULE,
            guide,
            FLOW,
            "办理流程建议写明材料补正一次性告知（国发55号 二(二)），如：材料不齐的，当场一次性告知需要补正的全部内容。",
        )


RULE = Rule(
    code="FLOW-SUPPLEMENT",
    name="补正未写一次性告知",
    clause="国发55号 二(二)",
    quote="对需要补正的材料一次性告知；",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=flow_supplement,
)
