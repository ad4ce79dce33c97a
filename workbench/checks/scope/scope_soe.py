"""SCOPE-SOE."""

import re
from collections.abc import Iterator

from workbench.checks.agencies import agencies
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import PUBLIC_SERVICE, name_of, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

ENTERPRISE = re.compile(r"(?:公司|集团)(?:[（(][^）)]*[）)])?$")
UTILITY = re.compile(
    r"自来水|[供用排节污中]水|水务|水表|水费|电力|[供用]电|电网|电费|电表|燃气|天然气|煤气|[供用]气|液化气|供热|供暖"
    r"|公共交通|公交|公共汽车|轨道|地铁|客运|通讯|通信|电信|移动|联通|宽带|网络|广播|电视|传媒|新媒体"
)
#: What an enterprise of that kind may do besides, which is no service of water, power, gas, traffic or news.
APART = re.compile(r"检[验测定]|鉴定|许可|审批|核准|认定|资质|培训|评[价估定]|征收")


def scope_soe(item: Item, context: Context) -> Iterator[Finding]:
    """实施主体是企业，而事项不是水、电、气等公共服务。

    What: an enterprise is named as agency, and the matter is not a 公共服务事项 of water, power, gas, public
        traffic, telecommunication or media. What may be listed need not be: nothing is said of a lack.
    Why: 辽政发81号 一 「具有公共服务职能的国有企业提供的……根据实际情况，可纳入政务服务范畴。」
    Example: 水务集团实施行政许可.
    Remedy: 核实实施主体，或确认类型为公共服务事项.
    """
    del context
    name = fold(item.row.full_name) if item.row else ""
    for agency in agencies(item):
        if ENTERPRISE.search(agency.name) and not may_serve(item, name, fold(agency.name)):
            yield RULE.finding(
                f"实施主体“{agency.name}”为企业，国有企业提供的水、电、气、公共交通、通讯、网络传媒服务可以纳入（辽政发81号 一），"
                f"请核实“{name_of(item)}”是否属于，并确认事项类型为公共服务事项。",
                field=agency.field,
                excerpt=agency.name,
                span=agency.span,
            )


def may_serve(item: Item, name: str, enterprise: str) -> bool:
    """Whether the matter is a public service of the kinds named, by its own name or by the enterprise's."""
    if type_of(item) != PUBLIC_SERVICE:
        return False
    return bool(UTILITY.search(name) or (UTILITY.search(enterprise) and not APART.search(name)))


RULE = Rule(
    code="SCOPE-SOE",
    name="实施主体是企业",
    clause="辽政发81号 一",
    quote="具有公共服务职能的国有企业提供的水、电、气、公共交通、通讯、网络传媒等社会公共服务，根据实际情况，可纳入政务服务范畴。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=scope_soe,
    verdict="needs_verification",
)
