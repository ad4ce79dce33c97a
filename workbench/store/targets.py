"""Where two verdicts send a matter: 规范类型 to a type, 下放 to a level.

Where only an opinion can be typed (a returns workbook, the command line), the target is read from its plain words.
"""

import re

from workbench.records import DELEGATION_LEVELS, ITEM_TYPES, Decision
from workbench.store.refusals import Refused

_TO_TYPE = re.compile(rf"(?:[为至到入成])[“\"「]?({'|'.join(ITEM_TYPES)})")
_DOWN = re.compile(r"下放[^，,。；;\n]{0,12}")
_BRACKETS = re.compile(r"[（(][^）)]*[）)]")


def named_in(opinion: str) -> tuple[str | None, str | None]:
    """The type and the level that an opinion names plainly, each None where it names none or several types."""
    types = set(_TO_TYPE.findall(opinion))
    return (types.pop() if len(types) == 1 else None), _level_in(opinion)


def type_of(decision: Decision) -> str | None:
    """The type that 规范类型 gives the matter (附件1 1.4 三); None for other verdicts.

    Raises:
        Refused: none is named, or none of the catalogue's five.
    """
    if decision.verdict != "reclassify":
        return None
    named = {decision.target_type} if decision.target_type else set(_TO_TYPE.findall(decision.opinion))
    choices = "、".join(ITEM_TYPES)
    if len(named) != 1:
        raise Refused(
            f"“规范类型”须指明规范后的事项类型（{choices}）。请选择类型，或在意见中写明，如“规范为行政确认”。"
        )
    (found,) = named
    if found not in ITEM_TYPES:
        raise Refused(f"没有“{found}”这种事项类型。可用的类型：{choices}。")
    return found


def level_of(decision: Decision) -> str | None:
    """The level that 下放 sends the matter to (附件1 1.4 二); None for other verdicts.

    Raises:
        Refused: none is named, or none that a matter goes down to.
    """
    if decision.verdict != "delegate_down":
        return None
    found = decision.target_level or _level_in(decision.opinion)
    choices = "或".join(f"“{level}”" for level in DELEGATION_LEVELS)
    if not found:
        raise Refused(f"“下放”须指明下放到哪一级：{choices}。请选择层级，或在意见中写明，如“下放至市级”。")
    if found not in DELEGATION_LEVELS:
        raise Refused(f"不能下放到“{found}”。可用的层级：{choices}。")
    return found


def _level_in(opinion: str) -> str | None:
    words = "".join(_DOWN.findall(_BRACKETS.sub("", opinion)))
    levels = [level for sign, level in (("市", "市级"), ("县", "县级")) if sign in words]
    return "、".join(levels) or None
