"""BASIS-CITE-LAW."""

import re
from collections.abc import Iterator

from workbench.checks.basis.citation_forms import LAW_FORM
from workbench.checks.basis.missing_form import form_finding, lacking
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Citation, Finding, Rank, Severity

CONGRESS_DECISION = re.compile(r"决定|决议|批准")
YEAR = re.compile(r"(\d{4})\s*年")
#: The office that signs orders of this kind exists since the constitution of 1982.
FIRST_ORDERS = 1982


def basis_cite_law(item: Item, context: Context) -> Iterator[Finding]:
    """法律后没有按格式加括注。

    What: a law lacks full date, 主席令 or its number. Decisions of the National People's Congress and laws
        before 1982 have no such order and are left to people.
    Why: 附件1 3.3.5.8 「法律名称后需加“(XX年XX月XX日主席令第...号, 修改时间等)”;」 “需”: a doubt only.
    Example: 《中华人民共和国渔业法》（2013年修正）
    Remedy: 《中华人民共和国渔业法》（1986年1月20日主席令第三十四号，2013年12月28日修正）
    """
    del context
    for index, citation, printed in lacking(item, Rank.LAW, LAW_FORM):
        if not _has_no_order(citation, printed):
            yield form_finding(RULE, item, index, printed, "法律", "（××年××月××日主席令第×号，修改时间等）")


def _has_no_order(citation: Citation, printed: str) -> bool:
    """Whether a law of this kind never had an order of the President."""
    if CONGRESS_DECISION.search(citation.title):
        return True
    year = YEAR.search(printed)
    return year is not None and int(year[1]) <= FIRST_ORDERS


RULE = Rule(
    code="BASIS-CITE-LAW",
    name="法律括注不完整",
    clause="附件1 3.3.5.8",
    quote="法律名称后需加“(XX年XX月XX日主席令第...号, 修改时间等)”;",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=basis_cite_law,
)
