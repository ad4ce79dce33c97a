"""BASIS-CITY-NORM-CONFLICT."""

from collections.abc import Iterator

from workbench.checks.basis.document_shortfall import is_of_city_government
from workbench.checks.basis.ranks_allowed import PROVINCIAL, any_of, meets
from workbench.checks.basis.shortfall import shortfall
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import CONFIRMATION, GRANT, is_in, type_of
from workbench.checks.rule import Rule
from workbench.records import CatalogueKind, Certainty, Finding, Severity


def basis_city_norm_conflict(item: Item, context: Context) -> Iterator[Finding]:
    """市设确认、给付仅以市政府规范性文件为依据，手册规定不一致。

    What: the best document of a confirmation or grant of 市设目录 is a 规范性文件 of the city government: 2.1.3
        admits it, 4.3.2 and 4.4.2 do not name it; the group has to decide.
    Why: 附件1 4.3.2 「依据可以是法律、法规、规章、国务院及其部委规范性文件，省政府规范性文件。」
    Example: 市设行政给付，仅引大政发文件.
    Remedy: 请审核组裁定.
    """
    del context
    kind = type_of(item)
    if kind not in (CONFIRMATION, GRANT) or not is_in(item, CatalogueKind.CITY):
        return
    if not any(map(is_of_city_government, item.citations)):
        return
    if any_of(meets(citation, PROVINCIAL[kind]) for citation in item.citations) is True:
        return
    yield shortfall(
        RULE,
        item,
        f"市设{kind}仅以市政府规范性文件为依据：附件1 2.1.3允许、4.3.2和4.4.2未列。请审核组裁定。",
    )


RULE = Rule(
    code="BASIS-CITY-NORM-CONFLICT",
    name="市设依据规定不一致",
    clause="附件1 4.3.2",
    quote="依据可以是法律、法规、规章、国务院及其部委规范性文件，省政府规范性文件。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=basis_city_norm_conflict,
    verdict="needs_verification",
)
