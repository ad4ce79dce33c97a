"""BASIS-CITE-RULE."""

from collections.abc import Iterator

from workbench.checks.basis.citation_forms import RULE_FORM
from workbench.checks.basis.missing_form import form_finding, lacking
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Rank, Severity


def basis_cite_rule(item: Item, context: Context) -> Iterator[Finding]:
    """规章后没有按格式加括注。

    What: a 规章 lacks full date or the number of its order; orders of ministries are read by analogy.
    Why: 附件1 3.3.5.8 「规章名称后需加“(XX年XX月XX日省(市)人民政府令第XX号, 修改时间等)”;」 “需”: a doubt only.
    Example: 《取水许可管理办法》（水利部令第34号）
    Remedy: 《取水许可管理办法》（2008年4月9日水利部令第34号）
    """
    del context
    for index, _, printed in lacking(item, Rank.RULE, RULE_FORM):
        yield form_finding(RULE, item, index, printed, "规章", "（××年××月××日×令第×号，修改时间等）")


RULE = Rule(
    code="BASIS-CITE-RULE",
    name="规章括注不完整",
    clause="附件1 3.3.5.8",
    quote="规章名称后需加“(XX年XX月XX日省(市)人民政府令第XX号, 修改时间等)”;",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=basis_cite_rule,
)
