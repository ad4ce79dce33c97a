"""BASIS-CITY-RANGE."""

from collections.abc import Iterator

from workbench.checks.basis.ranks_allowed import CITY_SET, any_of, best, describe, meets_as_city_made
from workbench.checks.basis.shortfall import shortfall
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import LEVY, PERMIT, is_in, type_of
from workbench.checks.rule import Rule
from workbench.records import CatalogueKind, Certainty, Finding, Severity

#: Type -> what has to set it, where that is less than the three kinds of documents.
NARROWER = {
    PERMIT: "市设行政许可应由市地方性法规设定（明电52号 三(一)2、附件1 4.1.2）",
    LEVY: "市设行政征收应由市地方性法规、市政府规章设定（明电52号 三(一)2、附件1 4.2.2）",
}
ANY = "市设事项应由市地方性法规、市政府规章或市政府规范性文件设定（明电52号 三(一)2）"


def basis_city_range(item: Item, context: Context) -> Iterator[Finding]:
    """市设事项没有可以设定它的市法规文件。

    What: a row of 市设目录 cites no 地方性法规, rule or document of its city's congress or government; a permit
        needs a 地方性法规, a levy at least a rule.
    Why: 明电52号 三(一)2
        「指设区的市通过地方性法规、市政府规章、市政府规范性文件设定的市县两级政务服务事项目录，全市范围统一。」
    Example: 市设事项仅引市城建局文件.
    Remedy: 补充市的法规文件；没有的，取消.
    """
    del context
    demand = CITY_SET.get(type_of(item))
    if demand is None or not item.citations or not is_in(item, CatalogueKind.CITY):
        return
    if any_of(meets_as_city_made(citation, demand) for citation in item.citations) is not False:
        return
    yield shortfall(
        RULE,
        item,
        f"{NARROWER.get(type_of(item), ANY)}，现依据为“{describe(best(item.citations))}”。"
        "请补充市的法规文件，没有的请取消。",
    )


RULE = Rule(
    code="BASIS-CITY-RANGE",
    name="市设事项无市法规文件",
    clause="明电52号 三(一)2",
    quote="指设区的市通过地方性法规、市政府规章、市政府规范性文件设定的市县两级政务服务事项目录，全市范围统一。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=basis_city_range,
    verdict="cancel",
)
