"""BASIS-CITE-LOCAL."""

from collections.abc import Iterator

from workbench.checks.basis.citation_forms import LOCAL_REGULATION_FORM
from workbench.checks.basis.missing_form import form_finding, lacking
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Rank, Severity


def basis_cite_local(item: Item, context: Context) -> Iterator[Finding]:
    """地方性法规后没有按格式加括注。

    What: a 地方性法规 lacks the term, the session or the full date of its adoption.
    Why: 附件1 3.3.5.8
        「地方性法规名称后需加“(第XX届人民代表大会常务委员会第XX次会议于XX年XX月XX日审议通过, 修改时间等)”;」
        “需”: a doubt only.
    Example: 《辽宁省河道管理条例》（2012年11月29日通过）
    Remedy: 《辽宁省河道管理条例》
        （辽宁省第十一届人民代表大会常务委员会第三十三次会议
        于2012年11月29日审议通过）
    """
    del context
    for index, _, printed in lacking(item, Rank.LOCAL_REGULATION, LOCAL_REGULATION_FORM):
        yield form_finding(
            RULE,
            item,
            index,
            printed,
            "地方性法规",
            "（第×届人民代表大会常务委员会第×次会议于××年××月××日审议通过，修改时间等）",
        )


RULE = Rule(
    code="BASIS-CITE-LOCAL",
    name="地方性法规括注不完整",
    clause="附件1 3.3.5.8",
    quote="地方性法规名称后需加“(第XX届人民代表大会常务委员会第XX次会议于XX年XX月XX日审议通过, 修改时间等)”;",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=basis_cite_local,
)
