"""The rank label before a title: 【法律】, 法律：, （法律）, or bare (附件1 3.3.5.5)."""

import re
from dataclasses import dataclass

from workbench.records import Rank, RuleKind, Span

#: Variants that name the rank in other words than the handbook's six.
VARIANTS = {
    "部门规章": Rank.RULE,
    "国务院部门规章": Rank.RULE,
    "政府规章": Rank.RULE,
    "地方政府规章": Rank.RULE,
    "省政府规章": Rank.RULE,
    "市政府规章": Rank.RULE,
    "地方规章": Rank.RULE,
    "地方法规": Rank.LOCAL_REGULATION,
    "国务院文件": Rank.NORMATIVE_DOCUMENT,
    "国务院规范性文件": Rank.NORMATIVE_DOCUMENT,
    "部门规范性文件": Rank.NORMATIVE_DOCUMENT,
    "国务院部门规范性文件": Rank.NORMATIVE_DOCUMENT,
    "行政规范性文件": Rank.NORMATIVE_DOCUMENT,
    "政策文件": Rank.NORMATIVE_DOCUMENT,
    "司法解释": Rank.JUDICIAL_INTERPRETATION,
    "党内法规": Rank.PARTY_DOCUMENT,
    "标准": Rank.STANDARD,
}
#: Kind of rule that a variant tells.
KINDS = {
    "部门规章": RuleKind.MINISTRY,
    "国务院部门规章": RuleKind.MINISTRY,
    "政府规章": RuleKind.LOCAL,
    "地方政府规章": RuleKind.LOCAL,
    "省政府规章": RuleKind.LOCAL,
    "市政府规章": RuleKind.LOCAL,
    "地方规章": RuleKind.LOCAL,
}
RANKS = {str(rank): rank for rank in list(Rank)[:6]} | VARIANTS
_WORDS = "|".join(
    sorted((r"[ \u3000]*".join(word) for word in RANKS), key=lambda word: -len(word.replace(r"[ \u3000]*", "")))
)
_NUMBERING = (
    r"(?:\d{1,2}[ \t]*[.．、]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、)?"
)
_LABEL = re.compile(
    rf"(?P<open>[【\[［（(〔<〈“\"]?)[ \u3000]*(?P<word>{_WORDS})[ \u3000]*(?P<close>[】\]］）)〕>〉”\"]?)"
    rf"[ \u3000]*[：:]?\s*{_NUMBERING}[ \u3000]*$"
)
#: Any other word in square brackets before a title is meant as a label too, but names no rank: 【政府文件】.
_OTHER = re.compile(
    rf"[【\[［](?P<word>(?![^】\]］]*(?:依据|名称|条款|条文|内容|附件|事项))[\u4e00-\u9fa5]{{2,10}})[】\]］][ \u3000]*[：:]?\s*{_NUMBERING}[ \u3000]*$"
)
#: A label is looked for in so many characters before the title.
_REACH = 24


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed (blanks removed), where it stands with its brackets, and the rank that it names."""

    word: str
    span: Span
    rank: Rank | None
    kind: RuleKind | None = None


def before(text: str, title_start: int) -> Label | None:
    """The label that ends right before ``title_start``; None where there is none.

    A bare word counts only at the start of the cell, of a line or of a sentence: 依照法律《…》 is running text.
    """
    start = max(0, title_start - _REACH)
    found = _LABEL.search(text[start:title_start])
    if found is None:
        return _other(text, start, title_start)
    at = start + found.start()
    if not found["open"] and not _begins(text, at):
        return None
    word = re.sub(r"\s", "", found["word"])
    return Label(
        word, (at, start + (found.end("close") if found["close"] else found.end("word"))), RANKS[word], KINDS.get(word)
    )


def _other(text: str, start: int, title_start: int) -> Label | None:
    """A label in words that name no rank, at the start of the cell, of a line or of a sentence."""
    found = _OTHER.search(text[start:title_start])
    if found is None or not _begins(text, start + found.start()):
        return None
    end = found.end("word") + 1
    return Label(found["word"], (start + found.start(), start + end), None)


def _begins(text: str, at: int) -> bool:
    """Whether ``at`` begins the cell, a line or a sentence, numbering not counted."""
    lead = re.sub(rf"{_NUMBERING}[ \u3000]*$", "", text[max(0, at - 12) : at]).rstrip(" \u3000\t")
    return (not lead and at <= 12) or lead[-1:] in "\n。；;》）)】" or lead == ""  # noqa: PLR2004 - see the slice above
