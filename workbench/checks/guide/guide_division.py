"""GUIDE-DIVISION."""

import re
from collections import defaultdict
from collections.abc import Iterator

from workbench.checks.agencies import levels
from workbench.checks.guide_facts import is_blank, whole
from workbench.checks.guide_options import inside
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Guide, Severity
from workbench.records.tidy import bare, fold

FIELD = "权限划分"
LEVELS = ("省级", "市级", "县级")
#: Fewer signs say no standard.
SHORTEST = 6
NO_STANDARD = re.compile(r"(?:无|没有|不涉及|无划分|无权限划分|不适用)(?:\(.*\))?[。.]?")
TERRITORIAL = re.compile(
    r"(?:按照?|实行|根据|依照?)?(?:属地化?|分级|辖区)(?:属地)?(?:管理|原则|管理原则|管辖|负责|办理|实施|进行)*[。.]?"
)


def guide_division(item: Item, context: Context) -> Iterator[Finding]:
    """多个层级行使的事项没有填写权限划分。

    What: a matter is exercised at two or more levels and 权限划分 is blank, 无 or too short to be a standard.
    Why: 附件2 三(一)4 「在不同层级之间行使的同一政务服务事项，必须填写划分标准。」
    Example: 省、市、县三级行使，权限划分“无”.
    Remedy: 跨市的项目由省级审批，其余由市级审批.
    """
    del context
    if item.guide:
        listed = levels(item.row.levels_and_departments or "") if item.row else ()
        yield from _judge(item.guide, {*listed, *_exercised(item.guide)}, None)
    together: dict[str, set[str]] = defaultdict(set)
    for guide in item.guides:
        together[bare(guide.name)].update(_exercised(guide))
    for at, guide in enumerate(item.guides):
        yield from _judge(guide, together[bare(guide.name)], at)


def _exercised(guide: Guide) -> list[str]:
    return inside(guide.text("行使层级") or "", LEVELS)


def _judge(guide: Guide, exercised: set[str], at: int | None) -> Iterator[Finding]:
    text = guide.text(FIELD)
    if text is None or len(exercised) <= 1:
        return
    shown = "、".join(level for level in LEVELS if level in exercised)
    folded = fold(text)
    if TERRITORIAL.fullmatch(folded) and "属地" in folded:
        yield RULE.finding(
            f"该事项在{shown}行使，权限划分只写“{text.strip()}”，是否算划分标准请人工判断（附件2 三(一)4；附件2 一 五是）。",
            **whole(FIELD, text),
            severity=Severity.HINT,
            at=at,
        )
    elif is_blank(text) or NO_STANDARD.fullmatch(folded) or len(folded) < SHORTEST:
        yield RULE.finding(
            f"该事项在{shown}行使，必须填写权限划分标准（附件2 三(一)4；附件2 一 五是），请补充。",
            **whole(FIELD, text),
            at=at,
        )


RULE = Rule(
    code="GUIDE-DIVISION",
    name="多层级未写权限划分",
    clause="附件2 三(一)4",
    quote="在不同层级之间行使的同一政务服务事项，必须填写划分标准。",
    scopes=("guide", "guides"),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=guide_division,
)
