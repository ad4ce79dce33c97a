"""BASIS-RANK-PUBLIC."""

from collections.abc import Iterator

from workbench.checks.basis.document_shortfall import issuers, lacks_document
from workbench.checks.basis.shortfall import shortfall
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import PUBLIC_SERVICE
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity


def basis_rank_public(item: Item, context: Context) -> Iterator[Finding]:
    """公共服务事项的依据低于省政府部门文件。

    What: a public service rests on documents of cities' departments or counties, on standards
        or notices only; in 市设目录 a document of the city government is enough.
    Why: 附件1 4.5 「依据可以是法律、法规、规章、国务院及其部委规范性文件，以及省政府及其部门规范性文件。」
    Example: 省目录的公共服务事项，仅引市政府文件.
    Remedy: 补充符合要求的依据；没有的，取消.
    """
    del context
    if not lacks_document(item, PUBLIC_SERVICE):
        return
    yield shortfall(
        RULE,
        item,
        f"公共服务事项的依据最低为省政府部门规范性文件（市为市政府规范性文件）（附件1 4.5），"
        f"现仅有“{issuers(item)}”文件。请补充符合要求的依据，没有的请取消（附件1 3.3.5.3、1.4）。",
    )


RULE = Rule(
    code="BASIS-RANK-PUBLIC",
    name="公共服务依据位阶不够",
    clause="附件1 4.5",
    quote="依据可以是法律、法规、规章、国务院及其部委规范性文件，以及省政府及其部门规范性文件。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=basis_rank_public,
    verdict="cancel",
)
