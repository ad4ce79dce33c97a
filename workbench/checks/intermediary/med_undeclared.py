"""MED-UNDECLARED."""

from collections.abc import Iterator

from workbench.checks.intermediary.services import LIST, SERVICES, is_product, listed, may_be_self_made
from workbench.checks.item import Context, Item
from workbench.checks.materials import folded, guide_of, is_blank, materials, on_material
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity


def med_undeclared(item: Item, context: Context) -> Iterator[Finding]:
    """材料涉及中介服务，“中介服务”栏却填无。

    What: a material is the product of a service on the loaded list, and 中介服务 is blank or says 无. Services that
        the list lets the applicant do are left out.
    Why: 附件2 三(一)8 「具体参考」全省各级政府部门《行政审批事项中介服务清单》
    Example: 材料有“验资报告”，中介服务填“无”.
    Remedy: 在“中介服务”栏写明该项服务.
    """
    text = guide_of(item).text(SERVICES)
    if text is None or not is_blank(text):
        return
    entries = context.lists.get(LIST, ())
    for index, material in materials(item):
        made = is_product(material.name) or folded(material.name).endswith(("报告", "报告书", "报告表", "公证书"))
        entry = listed(material.name, entries) if made else None
        if entry and not may_be_self_made(entry):
            yield on_material(
                RULE,
                index,
                material,
                f"申请材料“{shorten(material.name)}”涉及中介服务“{shorten(entry.name)}”，但“中介服务”栏填“无”或者空白"
                "（附件2 三(一)8），请写明。",
            )


RULE = Rule(
    code="MED-UNDECLARED",
    name="中介服务栏漏填",
    clause="附件2 三(一)8",
    quote="具体参考",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=med_undeclared,
    needs=(LIST,),
)
