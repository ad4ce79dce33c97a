"""GUIDE-MODE."""

import re
from collections.abc import Iterator

from workbench.checks.guide_facts import text_of, whole
from workbench.checks.guide_options import chosen_words, corrected, is_single
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.checks.ticks import Answer, answer, is_marked
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

FIELD = "办理形式"
WINDOW, ONLINE, EITHER = OPTIONS = ("窗口办理", "网上办理", "都可以")
OTHER_WORDS = {
    "现场办理": WINDOW, "窗口": WINDOW, "大厅办理": WINDOW, "线下办理": WINDOW, "窗口受理": WINDOW, "网上": ONLINE, "线上办理": ONLINE,
    "在线办理": ONLINE, "网络办理": ONLINE, "都可": EITHER, "均可": EITHER, "均可以": EITHER, "窗口办理、网上办理均可": EITHER,
    "窗口和网上办理": EITHER, "线上线下均可": EITHER, "窗口、网上": EITHER, "窗口办理、网上办理都可以": EITHER,
}  # fmt: skip
#: Both ways and the printed option in one sentence: the choice is clear, its wording is not the form's.
_EITHER_IN_WORDS = re.compile(r"(?:窗口|现场)[^□☐]{0,8}(?:网上|在线|线上)[^□☐]{0,6}都可以")


def guide_mode(item: Item, context: Context) -> Iterator[Finding]:
    """办理形式不是窗口办理、网上办理、都可以之一。

    What: not exactly one of the three is chosen; window and net together are 都可以; said in a sentence
        (窗口办理、网上办理都可以) it is a hint.
    Why: 附件2 三(二)18 「办理形式。填写“窗口办理”或“网上办理”或“都可以”。」
    Example: 现场办理.
    Remedy: 窗口办理.
    """
    del context
    text = text_of(item, FIELD)
    if text is None or is_single(told := answer(text, OPTIONS)):
        return
    said = not is_marked(text) and _EITHER_IN_WORDS.search(fold(text))
    both = not told.outside and set(told.options) >= {WINDOW, ONLINE}
    yield RULE.finding(
        f"办理形式应填“窗口办理”“网上办理”或“都可以”，现{_told(text, told, said=bool(said))}（附件2 三(二)18），请更正。",
        **whole(FIELD, text),
        severity=Severity.HINT if said else None,
        correction=EITHER if both or said else corrected(text, OTHER_WORDS),
    )


def _told(text: str, told: Answer, *, said: bool) -> str:
    return f"为“{shorten(text)}”" if said else chosen_words(text, told)


RULE = Rule(
    code="GUIDE-MODE",
    name="办理形式",
    clause="附件2 三(二)18",
    quote="办理形式。填写“窗口办理”或“网上办理”或“都可以”。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=guide_mode,
)
