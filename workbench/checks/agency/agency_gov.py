"""AGENCY-GOV."""

import re
from collections.abc import Iterator

from workbench.checks.agencies import agencies
from workbench.checks.basis.basis_direct import object_words
from workbench.checks.item import Context, Item
from workbench.checks.row_facts import basis_of
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import fold

GOVERNMENT = re.compile(r"^(?!.*(?:乡|镇)).*(?:省|市|县|区|级)(?:[（(][^）)]*[）)])?(?:人民)?政府$")
DECIDES = re.compile(
    r"(?:由|报|经)[^，。；;《》\n]{0,20}(?<!乡)(?<!镇)人民政府(?:批准|审批|核准|审核同意)(?!的|设立|公布)"
)
#: A department decides in another part of the sentence.
BY_OFFICE = re.compile(r"(?:部门|机关|机构|局|厅)[^，。；]{0,8}(?:批准|审批|核准|决定|颁发|发给|核发)")
REMARK = re.compile(r"代[省市县区、()（）]{1,9}级?(?:人民)?政府(?:审核|审批|实施)")


def agency_gov(item: Item, context: Context) -> Iterator[Finding]:
    """实施主体写成人民政府，或条文由政府决定而备注没有说明。

    What: the agency is a government, or the quoted article lets a government decide and the remark does not say 代…审核.
    Why: 附件1 2.3.2 「法规文件规定的实施主体为各级人民政府的，……备注注明“代省（市、县）级政府审核”。」
    Example: 省人民政府.
    Remedy: 填具体承担部门，备注“代省级政府审核”.
    """
    del context
    for agency in agencies(item):
        if GOVERNMENT.search(agency.name):
            yield RULE.finding(
                f"实施主体“{agency.name}”为人民政府，应填写具体承担该项工作的部门，并在备注注明“代省（市、县）级政府审核”（附件1 2.3.2）。",
                field=agency.field,
                excerpt=agency.name,
                span=agency.span,
            )
            return
    basis, remarks = basis_of(item), (item.row.remarks if item.row else None)
    name = item.row.full_name if item.row else ""
    found = next(
        (
            match
            for match in DECIDES.finditer(basis)
            if not in_bracket(item, match.start()) and not of_another_object(name, basis, match.start())
        ),
        None,
    )
    if found and remarks is not None and not REMARK.search(fold(remarks)):
        yield RULE.finding(
            f"条文规定由人民政府决定（“{found.group()}”），实施主体应为具体承担部门，并在备注注明“代省（市、县）级政府审核”（附件1 2.3.2）。",
            field="legal_basis",
            excerpt=found.group(),
            span=found.span(),
        )


def of_another_object(name: str, basis: str, place: int) -> bool:
    """Whether the sentence has several parts, and in another one a department decides on the matter.

    建设殡仪馆，报本级人民政府审批；建设公墓，报民政部门审批.
    """
    before, after = re.split(r"[。\n]", basis[:place])[-1], re.split(r"[。\n]", basis[place:])[0]
    parts, here = f"{before}{after}".split("；"), before.count("；")
    words = object_words(name)
    return not _names(words, parts[here]) and any(_names(words, part) and BY_OFFICE.search(part) for part in parts)


def _names(words: set[str], part: str) -> bool:
    return any(word in part for word in words)


def in_bracket(item: Item, place: int) -> bool:
    """Whether a place stands in the bracket of a citation, which tells who approved the document and not the matter."""
    brackets = (citation.bracket_span for citation in item.citations)
    return any(bracket is not None and bracket[0] <= place < bracket[1] for bracket in brackets)


RULE = Rule(
    code="AGENCY-GOV",
    name="实施主体写成人民政府",
    clause="附件1 2.3.2",
    quote="法规文件规定的实施主体为各级人民政府的，实施主体标注为具体承担该项工作的政府工作部门及部门管理机构，备注注明“代省（市、县）级政府审核”。",
    scopes=("row",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=agency_gov,
)
