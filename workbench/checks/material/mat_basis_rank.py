"""MAT-BASIS-RANK."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.material.on_basis import on_basis, ranked, told
from workbench.checks.material_basis import STANDING_NAMES, Standing, is_city_set, is_provincial
from workbench.checks.materials import guide_of
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Guide, Severity


def mat_basis_rank(item: Item, context: Context) -> Iterator[Finding]:
    """材料依据的位阶不符合规定。

    What: none of a material's documents is in any of the three printed lists: they are city documents (of a matter
        of 省目录), documents of departments of cities or of counties, or papers of the house, minutes, standards.
        A document of a provincial department stands in one of the lists only, and is left to people.
    Why: 附件2 三(一)7 「要求提供申请材料，要有法律法规、规章、国务院及其部委规范性文件、省政府规范性文件作为依据」
    Example: 材料“厂区平面图”，依据《××厅窗口工作规程》.
    Remedy: 补充符合要求的依据，没有的取消该材料.
    """
    del context
    guide = guide_of(item)
    for index, material, worth, citation in ranked(item):
        if not _falls_short(worth, guide):
            continue
        is_department = worth is Standing.PROVINCE_DEPARTMENT
        note = "，附件2 一 列有，三(一)7和式样第7项未列" if is_department else ""
        yield on_basis(
            RULE,
            index,
            material,
            citation,
            f"材料“{shorten(material.name)}”的依据“{told(citation)}”为{STANDING_NAMES[worth]}{note}，"
            f"位阶不符合规定（附件2 一 二是、三(一)7）。请补充符合要求的依据，没有的请取消该材料。",
            severity=Severity.DOUBT if is_department else None,
        )


def _falls_short(worth: Standing, guide: Guide) -> bool:
    """Whether the best document is outside of the lists; what a city's document may do depends on the catalogue."""
    if worth is Standing.CITY:
        return is_provincial(guide) and not is_city_set(guide)
    return worth >= Standing.PROVINCE_DEPARTMENT


RULE = Rule(
    code="MAT-BASIS-RANK",
    name="材料依据位阶不够",
    clause="附件2 三(一)7",
    quote="要求提供申请材料，要有法律法规、规章、国务院及其部委规范性文件、省政府规范性文件作为依据",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=mat_basis_rank,
    verdict="cancel_material",
)
