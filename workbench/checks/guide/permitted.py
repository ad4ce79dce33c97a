"""Elements that say 可以 or 不可以 and, behind 可以, how (items 28 to 30)."""

from collections.abc import Mapping

from workbench.checks.ticks import Answer, answer

YES, NO = OPTIONS = ("可以", "不可以")
OTHER_WORDS: Mapping[str, str] = dict.fromkeys(("不能", "否", "不可", "不支持", "无", "不行", "不提供"), NO)


def permitted(text: str) -> Answer:
    """What the element says; its detail may follow 可以 without a pause."""
    return answer(text, OPTIONS, open_end=True)
