"""BASIS-CITE-NORM."""

from collections.abc import Iterator

from workbench.checks.basis.citation_forms import DOCUMENT_NUMBER
from workbench.checks.basis.missing_form import form_finding, lacking
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Rank, Severity


def basis_cite_norm(item: Item, context: Context) -> Iterator[Finding]:
    """规范性文件后没有按格式加括注。

    What: a 规范性文件 bears no document number; any form of a number will do.
    Why: 附件1 3.3.5.8 「规范性文件名称后需加文件号。」 “需”: a doubt only.
    Example: 《关于加强窗口服务的通知》（2014年1月28日）
    Remedy: 《关于加强窗口服务的通知》（辽政办发〔2014〕5号）
    """
    del context
    for index, citation, printed in lacking(item, Rank.NORMATIVE_DOCUMENT, DOCUMENT_NUMBER):
        if not citation.number or citation.number in (citation.bracket or ""):
            yield form_finding(RULE, item, index, printed, "规范性文件", "（文件号）")


RULE = Rule(
    code="BASIS-CITE-NORM",
    name="规范性文件无文号",
    clause="附件1 3.3.5.8",
    quote="规范性文件名称后需加文件号。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=basis_cite_norm,
)
