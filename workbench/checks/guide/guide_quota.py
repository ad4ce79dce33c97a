"""GUIDE-QUOTA."""

import re
from collections.abc import Iterator

from workbench.checks.guide_facts import is_blank, text_of, whole
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

FIELD = "数量限制"
NONE_IN_OTHER_WORDS = re.compile(
    r"(?:否|没有|暂无|不涉及|不适用|(?:暂)?(?:无|不|没有|不受|未|不设)(?:数量|名额|指标)?(?:限制?|限量|限定|上限|要求|数量限制)|无限额|不限制?数量|无数量|数量不限)[。.]?"
)
SAYS_NO_NUMBER = ("有", "是", "有数量限制", "有限制")


def guide_quota(item: Item, context: Context) -> Iterator[Finding]:
    """数量限制没有时没有写“无”。

    What: 数量限制 is blank, or says in other words that there is none.
    Why: 附件2 三(二)9 「政务服务事项有数量限制的应予标注，没有的，填写“无”。」
    Example: 不限.
    Remedy: 无.
    """
    del context
    text = text_of(item, FIELD)
    if text is None:
        return
    if is_blank(text) or NONE_IN_OTHER_WORDS.fullmatch(fold(text)):
        yield RULE.finding("数量限制没有的填写“无”（附件2 三(二)9），请改写。", **whole(FIELD, text), correction="无")
    elif fold(text) in SAYS_NO_NUMBER:
        yield RULE.finding(
            f"数量限制只写“{text.strip()}”，有数量限制的应标注数量（附件2 三(二)9），请补充。", **whole(FIELD, text)
        )


RULE = Rule(
    code="GUIDE-QUOTA",
    name="数量限制应写无",
    clause="附件2 三(二)9",
    quote="政务服务事项有数量限制的应予标注，没有的，填写“无”。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.HINT,
    check=guide_quota,
)
