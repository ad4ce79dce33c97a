"""GUIDE-CASETYPE."""

from collections.abc import Iterator

from workbench.checks.guide_facts import text_of, whole
from workbench.checks.guide_options import chosen_words, corrected, is_single
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.checks.ticks import answer
from workbench.records import Certainty, Finding, Severity

FIELD = "办件类型"
OPTIONS = ("承诺件", "即办件")
OTHER_WORDS = {
    "承诺": "承诺件",
    "承诺办件": "承诺件",
    "承诺类": "承诺件",
    "即办": "即办件",
    "即时件": "即办件",
    "当场办结件": "即办件",
}


def guide_casetype(item: Item, context: Context) -> Iterator[Finding]:
    """办件类型不是承诺件或即办件之一。

    What: not exactly one of 承诺件 and 即办件 is chosen.
    Why: 附件2 三(二)15 「填写“承诺件”、“即办件”。」
    Example: 上报件.
    Remedy: 承诺件.
    """
    del context
    text = text_of(item, FIELD)
    if text is None or is_single(told := answer(text, OPTIONS)):
        return
    yield RULE.finding(
        f"办件类型应填“承诺件”或“即办件”，现{chosen_words(text, told)}（附件2 三(二)15），请更正。",
        **whole(FIELD, text),
        correction=corrected(text, OTHER_WORDS),
    )


RULE = Rule(
    code="GUIDE-CASETYPE",
    name="办件类型",
    clause="附件2 三(二)15",
    quote="填写“承诺件”、“即办件”。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=guide_casetype,
)
