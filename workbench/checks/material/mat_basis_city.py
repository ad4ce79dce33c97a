"""MAT-BASIS-CITY."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.material.on_basis import on_basis, ranked, told
from workbench.checks.material_basis import STANDING_NAMES, Standing, is_city_set, is_provincial
from workbench.checks.materials import guide_of
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity


def mat_basis_city(item: Item, context: Context) -> Iterator[Finding]:
    """材料以市级文件为依据，超出许可的范围。

    What: the best document of a material is one of a city's department or of a county; or it is one of a city's
        government and the matter is not one of 市设目录, also where a city handles it.
    Why: 附件2 三(一)7 「《市设政务服务目录》事项申请材料的依据，可以扩大至市政府规范性文件。」
    Example: 市设目录的事项，材料依据为沈民发〔2016〕2号.
    Remedy: 补充符合要求的依据，没有的取消该材料.
    """
    del context
    guide = guide_of(item)
    for index, material, worth, citation in ranked(item):
        if worth is Standing.BELOW_CITY:
            demand = "市设事项材料依据最低为市政府规范性文件"
        elif worth is Standing.CITY and is_provincial(guide) and not is_city_set(guide):
            demand = "市政府规范性文件只能作为市设目录事项的材料依据"
        else:
            continue
        yield on_basis(
            RULE,
            index,
            material,
            citation,
            f"{demand}（附件2 三(一)7），材料“{shorten(material.name)}”的依据“{told(citation)}”为{STANDING_NAMES[worth]}，"
            "不符合。请补充符合要求的依据，没有的请取消该材料。",
        )


RULE = Rule(
    code="MAT-BASIS-CITY",
    name="材料依据市级文件",
    clause="附件2 三(一)7",
    quote="《市设政务服务目录》事项申请材料的依据，可以扩大至市政府规范性文件。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=mat_basis_city,
    verdict="cancel_material",
)
