"""GUIDE-FLOW-TIME."""

from collections.abc import Iterator

from workbench.checks.flow.durations import durations, is_parallel
from workbench.checks.flow.process import FLOW
from workbench.checks.item import Context, Item
from workbench.checks.materials import guide_of, on_element
from workbench.checks.rule import Rule
from workbench.checks.time_limits import DAY, WORKDAY, Limit, limit_of
from workbench.records import Certainty, Finding, Severity


def guide_flow_time(item: Item, context: Context) -> Iterator[Finding]:
    """流程各环节时限合计超过承诺办结时限。

    What: the durations of the steps, all in the unit of 承诺办结时限, add up to more. Steps whose time the law leaves
        out (听证, 检测, 鉴定, 专家评审, 公示) are not counted, and parallel steps are not added.
    Why: 附件2 三(二)8 「办事流程应当明确清晰地绘制出政务服务事项所涉及的法定程序和环节以及时限要求」
    Example: 受理5＋审查10＋决定5＝20工作日，承诺15工作日.
    Remedy: 压缩环节时限，或者更正承诺办结时限.
    """
    del context
    guide = guide_of(item)
    promised = limit_of(guide.text("承诺办结时限") or "")
    if promised is None or is_parallel(guide):
        return
    found = durations(guide, promised.unit)
    days = [limit for limit in found if limit.unit in (WORKDAY, DAY)]
    total = sum(limit.number for limit in days)
    if not days or total <= promised.number or not _in_one_unit(days, promised):
        return
    parts = "+".join(f"{limit.number:g}" for limit in days)
    told = f"{parts}={total:g}{days[0].unit}" if len(days) > 1 else days[0].words
    spans = [limit.span for limit in days if limit.span != (0, 0)]
    yield on_element(
        RULE,
        guide,
        FLOW,
        f"流程各环节时限合计{told}，超过承诺办结时限{promised.words if promised.number else '（当场办结）'}"
        "（附件2 三(二)8），请压缩环节时限或更正承诺办结时限。",
        span=(spans[0][0], spans[-1][1]) if spans else None,
    )


def _in_one_unit(days: list[Limit], promised: Limit) -> bool:
    """Whether all durations have the unit of the promise; 当场 has none."""
    units = {limit.unit for limit in days}
    return len(units) == 1 and promised.unit in ("", *units)


RULE = Rule(
    code="GUIDE-FLOW-TIME",
    name="环节时限超过承诺",
    clause="附件2 三(二)8",
    quote="办事流程应当明确清晰地绘制出政务服务事项所涉及的法定程序和环节以及时限要求",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=guide_flow_time,
)
