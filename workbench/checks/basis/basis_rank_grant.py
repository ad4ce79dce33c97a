"""BASIS-RANK-GRANT."""

from collections.abc import Iterator

from workbench.checks.basis.document_shortfall import issuers, lacks_document, only_below_normative
from workbench.checks.basis.shortfall import shortfall
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import GRANT
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity


def basis_rank_grant(item: Item, context: Context) -> Iterator[Finding]:
    """行政给付只有省政府以下的文件作依据。

    What: a grant rests on documents of provincial departments or lower only.
    Why: 附件1 4.4.2 「依据可以是法律、法规、规章、国务院及其部委规范性文件、省政府规范性文件。」
    Example: 仅引省民政厅文件（辽民发）.
    Remedy: 补充符合要求的依据；没有的，取消.
    """
    del context
    if not lacks_document(item, GRANT) or only_below_normative(item):
        return
    yield shortfall(
        RULE,
        item,
        f"行政给付的依据最低为国务院部委或省政府规范性文件（附件1 4.4.2），"
        f"现仅有“{issuers(item)}”文件。请补充符合要求的依据，没有的请取消（附件1 3.3.5.3、1.4）。",
    )


RULE = Rule(
    code="BASIS-RANK-GRANT",
    name="给付依据位阶不够",
    clause="附件1 4.4.2",
    quote="依据可以是法律、法规、规章、国务院及其部委规范性文件、省政府规范性文件。",
    scopes=("row",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=basis_rank_grant,
    verdict="cancel",
)
