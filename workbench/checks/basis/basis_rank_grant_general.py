"""BASIS-RANK-GRANT-GENERAL."""

from collections.abc import Iterator

from workbench.checks.basis.shortfall import shortfall
from workbench.checks.basis.special_documents import is_below_normative
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import LEVY, PERMIT, shorten, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity


def basis_rank_grant_general(item: Item, context: Context) -> Iterator[Finding]:
    """设定依据只有规范性文件以下的材料。

    What: a row that is neither a permit nor a levy cites only standards, minutes, replies or instructions.
    Why: 附件1 3.3.5.3 「对于赋权性行为，要求规范性文件以上。」
    Example: 公共服务事项，仅引国家标准.
    Remedy: 补充规范性文件以上的依据；没有的，取消.
    """
    del context
    if type_of(item) in ("", PERMIT, LEVY) or not item.citations:
        return
    if not all(is_below_normative(citation) for citation in item.citations):
        return
    titles = "、".join(f"《{shorten(citation.title)}》" for citation in item.citations[:3])
    yield shortfall(
        RULE,
        item,
        f"设定依据仅有{titles}，未达到“规范性文件以上”（附件1 3.3.5.3）。请补充规范性文件以上的依据，没有的请取消。",
    )


RULE = Rule(
    code="BASIS-RANK-GRANT-GENERAL",
    name="依据低于规范性文件",
    clause="附件1 3.3.5.3",
    quote="对于赋权性行为，要求规范性文件以上。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=basis_rank_grant_general,
    verdict="cancel",
)
