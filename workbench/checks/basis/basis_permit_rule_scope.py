"""BASIS-PERMIT-RULE-SCOPE."""

from collections.abc import Iterator

from workbench.checks.basis.effective_rank import sure_rank
from workbench.checks.basis.makers import CITY_MADE, maker
from workbench.checks.basis.quoted import quote
from workbench.checks.basis.ranks_allowed import PROVINCIAL, any_of, describe, meets
from workbench.checks.basis.special_documents import speaks_of_devolution
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import PERMIT, basis_of, type_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Citation, Finding, Rank, Severity


def basis_permit_rule_scope(item: Item, context: Context) -> Iterator[Finding]:
    """行政许可列有可能增设许可或者条件的文件。

    What: beside a law or regulation, a permit cites a 规范性文件 that hands nothing down, or a rule or
        document of a city; a person compares whether it adds a permit or a condition.
    Why: 附件1 4.1.2 「规章可以在法律、法规设定的行政许可事项的范围内，对实施该行政许可作出具体规定。」
    Example: 许可依据中列有省政府部门文件“增设审批条件”.
    Remedy: 删除增设许可或者条件的内容.
    """
    del context
    if type_of(item) != PERMIT:
        return
    if any_of(meets(citation, PROVINCIAL[PERMIT]) for citation in item.citations) is not True:
        return
    basis = basis_of(item)
    for index, citation in enumerate(item.citations):
        if not _may_add(citation, quote(basis, citation)):
            continue
        start, stop = citation.title_span
        yield RULE.finding(
            f"《{citation.title}》为{describe(citation)}，在行政许可中只能作为实施性规定，"
            "不得增设许可或者条件（附件1 4.1.2）。请核对内容，增设的部分请删除。",
            field="legal_basis",
            excerpt=basis[start:stop],
            span=(start, stop),
            citation=index,
        )


def _may_add(citation: Citation, text: str) -> bool:
    """Whether a document of this kind may have added a permit or a condition."""
    rank = sure_rank(citation)
    if rank is Rank.NORMATIVE_DOCUMENT:
        return not speaks_of_devolution(citation.title + text)
    return rank is Rank.RULE and maker(citation) in CITY_MADE


RULE = Rule(
    code="BASIS-PERMIT-RULE-SCOPE",
    name="许可所列文件可能增设条件",
    clause="附件1 4.1.2",
    quote="规章可以在法律、法规设定的行政许可事项的范围内，对实施该行政许可作出具体规定。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    shown_first=Severity.DOUBT,
    check=basis_permit_rule_scope,
)
