"""BASIS-SOURCE-PROV."""

from collections.abc import Iterator

from workbench.checks.basis.makers import CITY_MADE, maker
from workbench.checks.basis.on_citation import on_citation
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import is_in
from workbench.checks.rule import Rule
from workbench.records import CatalogueKind, Certainty, Finding, Severity


def basis_source_prov(item: Item, context: Context) -> Iterator[Finding]:
    """省目录引用了市级法规文件。

    What: a row of 省目录 cites a document made by a city, its departments or a county.
    Why: 附件1 3.3.5.1 「省政务服务事项目录设定依据填写国家和省两级制定和颁布的法规文件条文」
    Example: 省目录引《沈阳市供热管理条例》.
    Remedy: 删除市级文件；没有国家和省的依据的，移入市设目录.
    """
    del context
    if not is_in(item, CatalogueKind.PROVINCIAL):
        return
    for index, citation in enumerate(item.citations):
        if maker(citation) not in CITY_MADE:
            continue
        yield on_citation(
            RULE,
            item,
            index,
            f"省目录的设定依据只能填写国家和省两级法规文件，《{citation.title}》为市级文件（附件1 3.3.5.1）。"
            "请删除；没有国家和省的依据的，移入市设目录。",
        )


RULE = Rule(
    code="BASIS-SOURCE-PROV",
    name="省目录引用市级文件",
    clause="附件1 3.3.5.1",
    quote="省政务服务事项目录设定依据填写国家和省两级制定和颁布的法规文件条文",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=basis_source_prov,
)
