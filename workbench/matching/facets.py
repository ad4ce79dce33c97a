"""How one part of two names stands: equal, one within the other, overlapping or apart."""

from dataclasses import dataclass
from enum import Enum, IntEnum, auto

from workbench.matching.lexicon import lexicon
from workbench.matching.parts import NameParts


class SetMatch(Enum):
    """How two sets of words stand to each other."""

    EQUAL = auto()
    WITHIN = auto()  # one takes in all of the other and more
    OVERLAP = auto()
    APART = auto()


class Wider(IntEnum):
    """Which of two matters a part shows to be the wider one."""

    FIRST = -1
    NEITHER = 0
    SECOND = 1


class ActMatch(Enum):
    """How two kinds of procedure stand to each other."""

    SAME = auto()
    LIKE = auto()  # one decision under two names: 许可 and 登记 of the same permit
    NEAR = auto()  # often the same, often two steps
    WITHIN = auto()  # one name lists the procedure of the other and a further one
    APART = auto()


@dataclass(frozen=True, slots=True)
class Facet:
    """A part's match and which side it shows to be the wider."""

    match: SetMatch
    wider: Wider = Wider.NEITHER


#: Words of the table of acts, nearest first.
_ACT_MATCHES = {"same": ActMatch.SAME, "like": ActMatch.LIKE, "near": ActMatch.NEAR}
#: Procedures that a name does not leave unsaid.
_OWN = frozenset(
    {
        "补贴",
        "挂失",
        "退费",
        "减免",
        "补缴",
        "查询",
        "咨询",
        "证明",
        "投诉举报",
        "培训",
        "宣传",
        "检查",
        "处罚",
        "强制",
        "公开",
    }
)
_EQUAL = Facet(SetMatch.EQUAL)


def match_lists(one: frozenset[str], two: frozenset[str]) -> Facet:
    """Words that list what a matter covers (stages, grades): none covers all, more cover more."""
    if one == two:
        return _EQUAL
    if not one or not two:
        return Facet(SetMatch.WITHIN, Wider.SECOND if one else Wider.FIRST)
    if one < two or two < one:
        return Facet(SetMatch.WITHIN, Wider.SECOND if one < two else Wider.FIRST)
    return Facet(SetMatch.OVERLAP if one & two else SetMatch.APART)


def match_limits(one: frozenset[str], two: frozenset[str]) -> Facet:
    """Words that each narrow a matter (scope, places): the more, the narrower."""
    if one == two:
        return _EQUAL
    if one < two or two < one:
        return Facet(SetMatch.WITHIN, Wider.FIRST if one < two else Wider.SECOND)
    return Facet(SetMatch.OVERLAP if one & two else SetMatch.APART)


def match_acts(one: NameParts, two: NameParts) -> tuple[ActMatch, Wider]:
    """Kinds of procedure are the same when one is named on both sides, or a side leaves unsaid what goes without saying."""
    if one.acts != two.acts:
        if two.several and one.acts and one.acts < two.acts:
            return ActMatch.WITHIN, Wider.SECOND
        if one.several and two.acts and two.acts < one.acts:
            return ActMatch.WITHIN, Wider.FIRST
    if not one.acts or not two.acts:
        return (ActMatch.NEAR if (one.acts or two.acts) & _OWN else ActMatch.SAME), Wider.NEITHER
    if not one.acts.isdisjoint(two.acts):
        return ActMatch.SAME, Wider.NEITHER
    related = lexicon().act_relations
    relations = {related.get(frozenset((act, other))) for act in one.acts for other in two.acts}
    match = next((match for word, match in _ACT_MATCHES.items() if word in relations), ActMatch.APART)
    return match, Wider.NEITHER
