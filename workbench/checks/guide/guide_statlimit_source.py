"""GUIDE-STATLIMIT-SOURCE."""

import re
from collections.abc import Iterator

from workbench import citations
from workbench.checks.guide_facts import filled, whole
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import PERMIT, type_of
from workbench.checks.rule import Rule
from workbench.checks.time_limits import DAY, MONTH, WORKDAY, Limit, limit_of, limits_in
from workbench.records import Certainty, Finding, Severity

FIELD = "法定办结时限"
DATE = re.compile(r"(?:19|20)\d{2}\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?")
MONTH_DAYS = 30
#: 行政许可法第四十二条: twenty days, forty-five where several organs act together.
GENERAL = (20, 45)


def guide_statlimit_source(item: Item, context: Context) -> Iterator[Finding]:
    """法定办结时限没有在目录的条文中出现。

    What: the limit's number stands nowhere in the text of the catalogue's basis, and it is not the general limit of a permit.
    Why: 附件2 三(一)5 「指某一政务服务事项法规条款明确的具体办结时限。」
    Example: 条文“三十日内”，填“15工作日”.
    Remedy: 按条文核对.
    """
    del context
    text = filled(item, FIELD)
    basis = _basis(item)
    limit = limit_of(text) if text else None
    if limit is None or not limit.number or not basis or _is_general(limit, type_of(item)):
        return
    if limit.number not in _numbers(basis):
        yield RULE.finding(
            f"法定办结时限“{text.strip()}”未见于所引条文，请核对法规条款（附件2 三(一)5）。", **whole(FIELD, text)
        )


def _basis(item: Item) -> str:
    """The catalogue's basis, else the articles that the guide itself quotes; empty where neither is known."""
    if item.row and item.row.legal_basis:
        return item.row.legal_basis
    own = filled(item, "设定依据")
    return own if any(cited.quote_spans for cited in citations.parse(own)) else ""


def _numbers(basis: str) -> set[float]:
    """The numbers of days that the articles speak of; a month is thirty days."""
    found = limits_in(DATE.sub("", basis))
    return {
        limit.number * (MONTH_DAYS if limit.unit == MONTH else 1)
        for limit in found
        if limit.unit in (DAY, WORKDAY, MONTH)
    }


def _is_general(limit: Limit, item_type: str) -> bool:
    return limit.unit == WORKDAY and limit.number in GENERAL and item_type in ("", PERMIT)


RULE = Rule(
    code="GUIDE-STATLIMIT-SOURCE",
    name="法定时限未见于条文",
    clause="附件2 三(一)5",
    quote="指某一政务服务事项法规条款明确的具体办结时限。",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=guide_statlimit_source,
)
