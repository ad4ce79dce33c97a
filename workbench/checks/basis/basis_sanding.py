"""BASIS-SANDING."""

from collections.abc import Iterator

from workbench.checks.basis.special_documents import is_staffing_rule, names_staffing_rule
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity


def basis_sanding(item: Item, context: Context) -> Iterator[Finding]:
    """仅以“三定”规定为设定依据。

    What: everything that the row cites is a 三定 (职责、机构、编制规定), whatever document number it bears.
    Why: 附件1 2.2 「依据法律、法规、规章、规范性文件和部门“三定”（以下统称法规文件）的规定」, which chapter 4 lists
        for no type.
    Example: 仅引《省水利厅主要职责内设机构和人员编制规定》.
    Remedy: 补充其他依据.
    """
    del context
    basis = basis_of(item)
    if item.citations:
        is_alone = all(map(is_staffing_rule, item.citations))
        start, stop = item.citations[0].title_span
    else:
        is_alone = names_staffing_rule(basis)
        start, stop = 0, len(basis)
    if not is_alone:
        return
    yield RULE.finding(
        "仅以“三定”规定为依据：附件1 2.2视为法规文件，但第4章各类依据未列。请补充法律、法规、规章或者规范性文件依据。",
        field="legal_basis",
        excerpt=basis[start:stop],
        span=(start, stop),
    )


RULE = Rule(
    code="BASIS-SANDING",
    name="仅以三定规定为依据",
    clause="附件1 2.2",
    quote="依据法律、法规、规章、规范性文件和部门“三定”（以下统称法规文件）的规定",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=basis_sanding,
)
