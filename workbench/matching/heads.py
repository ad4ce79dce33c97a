"""Head verbs: what is done about an object (许可, 备案, 登记), taken off the end of a name and off its lists."""

import re
from dataclasses import dataclass

from workbench.matching.frames import MARK, one_mark
from workbench.matching.lexicon import lexicon

_LEADING_ACT = re.compile(
    r"^(?:征收|收取|核发|办理|申请|申领|领取|查询|退还|交存|缴存|缴纳|发放|签发|审批|认定|确认|开具|出具)"
)
#: What a decision finds; the decision is named behind it (技术合同认定登记).
_FINDINGS = frozenset({"认定", "确认", "核定", "审查", "审核"})
_DECIDING = frozenset({"许可", "登记", "备案", "确认", "审查"})
#: What is given; the decision to give it may be named behind it (特困人员救助供养审批).
_BENEFITS = frozenset({"给付", "补贴", "奖励"})
#: Relations of procedures that name one decision.
_ONE = frozenset({"same", "like"})
#: Work that is itself listed as what a matter is about (检验、检测人员).
_WORK = frozenset({"检验", "检查", "培训", "服务", "鉴定", "考试", "宣传", "咨询", "推广"})
#: Handing out what another verb has granted: it says something only where it stands alone.
_HANDING_OUT = frozenset({"核发", "签发", "发证", "制发", "服务"})
SHORTEST_OBJECT = 2


@dataclass(frozen=True, slots=True)
class Head:
    """A subject without its head verbs; ``several`` where unrelated ones are listed (审核和验收)."""

    subject: str
    acts: frozenset[str]
    several: bool


def without_acts(text: str) -> Head:
    """Head verbs taken off the end, off the ends of listed things, and a few off the front.

    An object of two characters is always left.
    """
    acts: set[str] = set()
    whole = text
    if (match := _LEADING_ACT.match(text)) and len(text) - match.end() >= SHORTEST_OBJECT:
        acts |= {lexicon().acts.meaning[match[0]]} - {""}
        text = text[match.end() :]
    text = _without_endings(text, acts)
    parts = text.split(MARK)
    parts = [_without_endings(part, acts, listed=True) for part in parts[:-1]] + parts[-1:]
    return Head(one_mark(MARK.join(parts)), frozenset(acts), MARK in whole and _unrelated(acts))


def _without_endings(text: str, acts: set[str], *, listed: bool = False) -> str:
    """Takes head verbs off the end, as long as they say one thing or are listed, and adds them to ``acts``."""
    known = lexicon().acts.meaning
    while word := _ending(text):
        act = known[word]
        if listed and act in _WORK:
            return text
        if not listed and not _goes_with(act, acts):
            return text[: -len(word)] if word in _FINDINGS and acts <= _DECIDING else text
        text = text[: -len(word)]
        if word not in _HANDING_OUT or not known.get(_ending(text)):
            acts |= set(act.split(MARK)) - {""}
        listed = text.endswith(MARK)
        text = text.rstrip(MARK)
    return text


def _ending(text: str) -> str:
    """The longest head verb that the text ends with and that leaves an object."""
    words = lexicon().acts
    longest = min(words.longest, len(text) - SHORTEST_OBJECT)
    return next((text[-size:] for size in range(longest, 1, -1) if text[-size:] in words.meaning), "")


def _goes_with(act: str, acts: set[str]) -> bool:
    """Whether a further head verb says the same thing again (登记审批), and is not the object (竣工验收备案)."""
    related = lexicon().act_relations
    if not act or not acts or (act in _BENEFITS and acts <= _DECIDING):
        return True
    return any(act == other or related.get(frozenset((act, other))) in _ONE for other in acts)


def _unrelated(acts: set[str]) -> bool:
    """Whether two of the acts are two procedures, however near."""
    related = lexicon().act_relations
    return any(one < two and related.get(frozenset((one, two))) not in _ONE for one in acts for two in acts)
