"""BASIS-SOURCE-CITY."""

from collections.abc import Iterator

from workbench.checks.basis.makers import ABOVE_CITY, maker
from workbench.checks.basis.on_citation import on_citation
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import is_in
from workbench.checks.rule import Rule
from workbench.records import CatalogueKind, Certainty, Finding, Severity


def basis_source_city(item: Item, context: Context) -> Iterator[Finding]:
    """市设目录引用了国家或者省的法规文件。

    What: a row of 市设目录 cites documents of the state or the province: a violation where there are no others,
        a doubt where a document of the city, or one of unknown origin, stands beside them.
    Why: 附件1 3.3.5.1 「市设政务服务事项目录设定依据填写市制定和颁布的法规文件条文。」
    Example: 市设目录仅引《辽宁省物业管理条例》.
    Remedy: 事项移入省目录；已有市的依据的，删除国家和省的文件.
    """
    del context
    if not is_in(item, CatalogueKind.CITY):
        return
    is_alone = rests_above_city(item)
    for index, citation in enumerate(item.citations):
        level = maker(citation)
        if level not in ABOVE_CITY:
            continue
        found = f"市设目录的设定依据只能填写市制定和颁布的法规文件，《{citation.title}》为{level}文件"
        yield on_citation(
            RULE,
            item,
            index,
            f"{found}，该事项应列入《省政务服务事项目录》（附件1 3.3.5.1、明电52号 三(一)2）。请移入省目录。"
            if is_alone
            else f"{found}（附件1 3.3.5.1）。请删除，只保留市的法规文件。",
            severity=None if is_alone else Severity.DOUBT,
            verdict=None if is_alone else "return_for_revision",
        )


def rests_above_city(item: Item) -> bool:
    """Whether all that is cited is the state's or the province's."""
    return bool(item.citations) and all(maker(citation) in ABOVE_CITY for citation in item.citations)


RULE = Rule(
    code="BASIS-SOURCE-CITY",
    name="市设目录引用国家或省文件",
    clause="附件1 3.3.5.1",
    quote="市设政务服务事项目录设定依据填写市制定和颁布的法规文件条文。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=basis_source_city,
    verdict="move_to_provincial",
)
