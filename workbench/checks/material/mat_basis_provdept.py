"""MAT-BASIS-PROVDEPT."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.material.on_basis import on_basis, ranked, told
from workbench.checks.material_basis import STANDING_NAMES, Standing
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity


def mat_basis_provdept(item: Item, context: Context) -> Iterator[Finding]:
    """材料仅由省政府或者省政府部门规范性文件设定。

    What: the best document of a material is one of the provincial government (提示) or of a provincial department
        (存疑): the text lists the first, the general demands both with an order to clean up, the form neither.
    Why: 式样 第7项 「要求提供申请材料，要求有法律法规、规章、国务院及其部委规范性文件作为依据」
    Example: 材料“旅行社管理制度文本”，依据辽旅发〔2015〕30号.
    Remedy: 查找上位依据；没有的严格清理，不合理的取消.
    """
    del context
    for index, material, worth, citation in ranked(item):
        if worth not in (Standing.PROVINCE, Standing.PROVINCE_DEPARTMENT):
            continue
        is_government = worth is Standing.PROVINCE
        yield on_basis(
            RULE,
            index,
            material,
            citation,
            f"材料“{shorten(material.name)}”仅由{STANDING_NAMES[worth]}“{told(citation)}”设定，应严格清理"
            "（附件2 一 二是；式样第7项未列省级文件）。请核对有无上位依据，不合理的请取消。",
            severity=Severity.HINT if is_government else None,
            verdict="needs_verification" if is_government else None,
        )


RULE = Rule(
    code="MAT-BASIS-PROVDEPT",
    name="材料仅有省级文件依据",
    clause="式样 第7项",
    quote="要求提供申请材料，要求有法律法规、规章、国务院及其部委规范性文件作为依据",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=mat_basis_provdept,
    verdict="cancel_material",
)
