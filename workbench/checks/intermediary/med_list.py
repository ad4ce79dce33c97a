"""MED-LIST."""

from collections.abc import Iterator

from workbench import citations
from workbench.checks.intermediary.services import (
    LIST,
    SERVICES,
    is_product,
    is_the_organs,
    listed,
    points_to_list,
    services,
)
from workbench.checks.item import Context, Item
from workbench.checks.material_basis import documents, has_law
from workbench.checks.materials import guide_of, materials, on_element, on_material
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity, Span


def med_list(item: Item, context: Context) -> Iterator[Finding]:
    """中介服务没有列入清单，却作为前置要件。

    What: a service in 中介服务, or a material that an intermediary makes (评估报告, 检测报告, 验资报告), is not on the
        loaded list, and no law, 行政法规 or 地方性法规 is cited for it. What the organ commissions itself is left out.
    Why: 附件2 一 「对于没有列入各级政府行政审批中介服务事项目录的行政审批中介服务，一律不得作为审批的前置要件。」
    Example: “企业诚信评估报告”，清单无.
    Remedy: 取消该材料或该项中介服务.
    """
    entries = context.lists.get(LIST, ())
    guide = guide_of(item)
    text = guide.text(SERVICES) or ""
    for service, span in services(item):
        if _by_law(text, span) or is_the_organs(text[slice(*span)]) or points_to_list(text) or listed(service, entries):
            continue
        yield on_element(RULE, guide, SERVICES, _message(service), span=span)
    for index, material in materials(item):
        if not is_product(material.name) or listed(material.name, entries):
            continue
        if has_law(documents(material), local=True) is False:
            yield on_material(RULE, index, material, _message(material.name))


def _by_law(text: str, span: Span) -> bool:
    """Whether a law or regulation, or a document that may be one, is cited for the service: up to the next service."""
    rest = text[span[0] :]
    end = next((at for at in range(len(rest)) if rest[at] in "；;\n"), len(rest))
    found = citations.parse(rest[:end]) or citations.parse(text)
    return bool(found) and has_law(found, local=True) is not False


def _message(service: str) -> str:
    return (
        f"中介服务“{shorten(service)}”未列入行政审批中介服务事项目录，不得作为前置要件（附件2 一 四是）。"
        "请取消；法律、法规另有规定的，请写明依据。"
    )


RULE = Rule(
    code="MED-LIST",
    name="清单外的中介服务",
    clause="附件2 一",
    quote="对于没有列入各级政府行政审批中介服务事项目录的行政审批中介服务，一律不得作为审批的前置要件。",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    shown_first=Severity.DOUBT,
    check=med_list,
    verdict="cancel_material",
    needs=(LIST,),
)
