"""GUIDE-SCOPE."""

import re
from collections.abc import Iterator

from workbench.checks.guide_facts import is_blank, part, text_of, whole
from workbench.checks.guide_options import outside, renamed
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.ticks import chosen, is_marked
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

FIELD = "通办范围"
OPTIONS = ("全国", "跨省", "跨市", "跨县")
NOWHERE = re.compile(
    r"(?:无|没有|否|不涉及|(?:暂|均)?(?:不|未|不能|不可|无法|不可以)(?:跨区域)?通办|无通办|不跨区域?)(?:\(.*\))?[。.]?"
)
OTHER_NAMES = {
    "全国通办": "全国",
    "跨省通办": "跨省",
    "跨市通办": "跨市",
    "跨县通办": "跨县",
    "跨县区": "跨县",
    "跨县(市、区)": "跨县",
}


def guide_scope(item: Item, context: Context) -> Iterator[Finding]:
    """通办范围不是全国、跨省、跨市、跨县。

    What: a chosen range is none of the four, or none is chosen; the form has no value for a matter that is handled in one place only.
    Why: 附件2 三(二)17 「通办范围。填写“全国”、“跨省”、“跨市”、“跨县”。」
    Example: 全省.
    Remedy: 跨市.
    """
    del context
    text = text_of(item, FIELD)
    if text is None:
        return
    if is_blank(text) or not chosen(text):
        yield RULE.finding(
            "通办范围应填“全国”“跨省”“跨市”“跨县”（附件2 三(二)17），现一项未选；不能通办的请写“无”。",
            **whole(FIELD, text),
            severity=Severity.HINT if is_marked(text) else None,
        )
    elif NOWHERE.fullmatch(fold(text)):
        yield RULE.finding(
            f"通办范围应填“全国”“跨省”“跨市”“跨县”（附件2 三(二)17），现为“{text.strip()}”；手册没有不通办的选项，请人工确认。",
            **whole(FIELD, text),
            severity=Severity.HINT,
        )
    else:
        for choice in outside(text, OPTIONS):
            yield RULE.finding(
                f"通办范围应填“全国”“跨省”“跨市”“跨县”（附件2 三(二)17），现为“{choice.text}”，请更正。",
                **part(FIELD, text, choice.span),
                correction=renamed(text, OPTIONS, OTHER_NAMES),
            )


RULE = Rule(
    code="GUIDE-SCOPE",
    name="通办范围",
    clause="附件2 三(二)17",
    quote="通办范围。填写“全国”、“跨省”、“跨市”、“跨县”。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=guide_scope,
)
