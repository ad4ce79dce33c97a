"""The rank label before a title: 【法律】, 法律：, （法律）, or bare (附件1 3.3.5.5)."""

import re
from dataclasses import dataclass

from workbench.records import Rank, RuleKind, Span

_MINISTRY = dict.fromkeys(("部门规章", "国务院部门规章", "部委规章"), RuleKind.MINISTRY)
_LOCAL = dict.fromkeys(
    ("政府规章", "地方政府规章", "地方规章", "地方性规章", "省政府规章", "省级政府规章", "市政府规章"), RuleKind.LOCAL
)
#: The kind of rule that a variant tells.
KINDS = _MINISTRY | _LOCAL
_NORMATIVE = (
    "国务院文件", "国务院规范性文件", "部门规范性文件", "国务院部门规范性文件", "行政规范性文件", "地方规范性文件",
    "省政府规范性文件", "市政府规范性文件", "省政府文件", "市政府文件", "部门文件", "政策文件", "政策性文件",
)  # fmt: skip
#: Variants that name the rank in other words than the handbook's six.
VARIANTS: dict[str, Rank] = {
    **dict.fromkeys(KINDS, Rank.RULE),
    **dict.fromkeys(("地方法规", "地方性法规规章", "省地方性法规"), Rank.LOCAL_REGULATION),
    **dict.fromkeys(_NORMATIVE, Rank.NORMATIVE_DOCUMENT),
    **dict.fromkeys(("标准", "国家标准", "行业标准", "地方标准", "技术标准", "技术规范"), Rank.STANDARD),
    "国家法律": Rank.LAW,
    "国务院行政法规": Rank.ADMINISTRATIVE_REGULATION,
    "司法解释": Rank.JUDICIAL_INTERPRETATION,
    "党内法规": Rank.PARTY_DOCUMENT,
    "党内文件": Rank.PARTY_DOCUMENT,
}
RANKS = {str(rank): rank for rank in list(Rank)[:6]} | VARIANTS
_BLANK = "[ \\t\u3000\xa0]{0,4}"
_WORDS = "|".join(_BLANK.join(word) for word in sorted(RANKS, key=len, reverse=True))
_LABEL = re.compile(
    rf"(?P<open>[【\[［（(〔<〈“\"])?{_BLANK}(?P<word>{_WORDS}){_BLANK}(?P<close>[】\]］）)〕>〉”\"])?"
    rf"(?P<colon>{_BLANK}[：:])?"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed (blanks removed), where it stands with its brackets, and the rank that it names.

    ``end`` is where what follows it begins, a colon passed over.
    """

    word: str
    span: Span
    rank: Rank | None
    kind: RuleKind | None
    bracketed: bool
    end: int


#: A bracketed word that no rank is named by: 【政府文件】.
_OTHER = re.compile(
    rf"[【［\[]{_BLANK}(?P<word>[\u4e00-\u9fa5]{{2,10}}(?:文件|法规|规章|法律|规定|政策|标准|制度)){_BLANK}[】］\]][：:]?"
)


def at(text: str, start: int) -> Label | None:
    """The label that begins at ``start``; whether a title follows is the grammar's question."""
    found = _LABEL.match(text, start)
    if found is None and (other := _OTHER.match(text, start)):
        return Label(other["word"], (start, other.end() - (other.group()[-1] in "：:")), None, None, True, other.end())
    if found is None or (found["open"] and not found["close"]):
        return None
    word = "".join(found["word"].split())
    end = found.end("close") if found["open"] else found.end("word")
    behind = found.end() if found["open"] or not found["close"] else end
    return Label(word, (start, end), RANKS[word], KINDS.get(word), bool(found["open"]), behind)
