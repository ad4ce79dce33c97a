"""GUIDE-CONTENT-NONE."""

import re
from collections.abc import Iterator

from workbench.checks.guide_facts import is_blank, text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

FIELD = "行使内容"
OTHER_WORDS = re.compile(
    r"(?:没有|不涉及|暂无|否|不适用|同上|(?:没有|无)(?:区别|差别|不同|规定|区别性规定|相关规定|相关内容|内容)|各级(?:内容)?(?:相同|一致)|N/?A)[。.]?",
    re.IGNORECASE,
)


def guide_content_none(item: Item, context: Context) -> Iterator[Finding]:
    """行使内容没有区别时没有写“无”。

    What: 行使内容 is blank, a stroke, or says in other words that there is none.
    Why: 附件2 三(二)4 「具体可参照共性要素的“权限划分”栏相关依据填写。如没有的，填写“无”。」
    Example: 不涉及.
    Remedy: 无.
    """
    del context
    text = text_of(item, FIELD)
    if text is not None and (is_blank(text) or OTHER_WORDS.fullmatch(fold(text))):
        yield RULE.finding(
            "行使内容没有区别性规定的，填写“无”（附件2 三(二)4），请改写。", **whole(FIELD, text), correction="无"
        )


RULE = Rule(
    code="GUIDE-CONTENT-NONE",
    name="行使内容应写无",
    clause="附件2 三(二)4",
    quote="具体可参照共性要素的“权限划分”栏相关依据填写。如没有的，填写“无”。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.HINT,
    check=guide_content_none,
)
