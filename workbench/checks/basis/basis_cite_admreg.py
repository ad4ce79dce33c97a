"""BASIS-CITE-ADMREG."""

import re
from collections.abc import Iterator

from workbench.checks.basis.citation_forms import ADMINISTRATIVE_REGULATION_FORM
from workbench.checks.basis.missing_form import form_finding, lacking
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Citation, Finding, Rank, Severity

EARLY = re.compile(r"国发[^\d]{0,3}(?:19)?[5-8]\d\D|19[5-8]\d\s*年[^，,；;]*(?:国务院|政务院)\s*(?:发布|公布|颁布)")


def basis_cite_admreg(item: Item, context: Context) -> Iterator[Finding]:
    """行政法规后没有按格式加括注。

    What: a 行政法规 lacks full date or 国务院令第N号 (or 国务院批准 with a ministry's order). Those of the 1980s
        under a 国发 number or 国务院发布 have no order and are left to people.
    Why: 附件1 3.3.5.8 「行政法规名称后需加“(XX年XX月XX日国务院令第...号, 修改时间等)”;」 “需”: a doubt only.
    Example: 《工伤保险条例》（国务院令第375号）
    Remedy: 《工伤保险条例》（2003年4月27日国务院令第375号，2010年12月20日修改）
    """
    del context
    for index, citation, printed in lacking(item, Rank.ADMINISTRATIVE_REGULATION, ADMINISTRATIVE_REGULATION_FORM):
        if not _has_no_order(citation, printed):
            yield form_finding(RULE, item, index, printed, "行政法规", "（××年××月××日国务院令第×号，修改时间等）")


def _has_no_order(citation: Citation, printed: str) -> bool:
    """Whether it is of the time before orders of the State Council were numbered."""
    return bool(EARLY.search(f"{citation.number or ''} {printed}"))


RULE = Rule(
    code="BASIS-CITE-ADMREG",
    name="行政法规括注不完整",
    clause="附件1 3.3.5.8",
    quote="行政法规名称后需加“(XX年XX月XX日国务院令第...号, 修改时间等)”;",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=basis_cite_admreg,
)
