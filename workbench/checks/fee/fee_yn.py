"""FEE-YN."""

from collections.abc import Iterator

from workbench.checks.charges import CHARGED, NO, YES
from workbench.checks.guide_facts import text_of, whole
from workbench.checks.guide_options import chosen_words, corrected, is_single
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.ticks import answer
from workbench.records import Certainty, Finding, Severity

OTHER_WORDS = dict.fromkeys(("免费", "不收费", "不收", "免收", "无", "无收费", "零收费", "没有"), NO) | dict.fromkeys(
    ("收费", "收", "有", "是的", "有收费"), YES
)


def fee_yn(item: Item, context: Context) -> Iterator[Finding]:
    """是否收费没有填“是”或“否”。

    What: not exactly one of 是 and 否 is chosen.
    Why: 附件2 三(二)12 「是否收费。填写“是”或“否”。」
    Example: 免费.
    Remedy: 否.
    """
    del context
    text = text_of(item, CHARGED)
    if text is None or is_single(told := answer(text, (YES, NO))):
        return
    yield RULE.finding(
        f"是否收费应填“是”或“否”，现{chosen_words(text, told)}（附件2 三(二)12），请更正。",
        **whole(CHARGED, text),
        correction=corrected(text, OTHER_WORDS),
    )


RULE = Rule(
    code="FEE-YN",
    name="是否收费",
    clause="附件2 三(二)12",
    quote="是否收费。填写“是”或“否”。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=fee_yn,
)
