"""MAT-BASIS-REQ."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.material_basis import names_document
from workbench.checks.materials import BASIS, folded, is_blank, materials, on_material
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Material, Severity

#: Pointers to another row, and to the basis of the matter itself.
_DITTO = re.compile(
    r"同上.{0,6}|〃|″|\"|”|同(?:前|左|上一?[项条行])|(?:依据)?同(?:第|序号|材料)?[\d一二三四五六七八九十]+[项条]?"
)
_OF_MATTER = re.compile(
    r"(?:同|见|与)(?:本)?(?:事项|本表|上述|上面|指南)?(?:的)?(?:设定|设立|法定|法律)?依据(?:相同|一致)?|同(?:本)?事项.{0,6}"
)


def mat_basis_req(item: Item, context: Context) -> Iterator[Finding]:
    """材料没有设定依据。

    What: a material's basis is blank or names no document (无, 按规定, 工作需要). 同上 below a row that has a
        basis, or a pointer to the basis of the matter, is only to be written out.
    Why: 附件2 一 「政务服务事项的申请材料，必须有法律、法规、规章、国务院及其部门规范性文件、省政府及其部门规范性文件作为依据。」
    Example: 材料“场地照片”的设定依据为“工作需要”.
    Remedy: 写明文件名称、文号和条款，没有依据的取消该材料.
    """
    del context
    above = False
    for index, material in materials(item):
        basis = material.text(BASIS)
        if basis is None:
            above = False
            continue
        points = _points(basis)
        named = names_document(basis) or (bool(points) and (above or points == "事项"))
        if points and named and not names_document(basis):
            yield _to_write_out(index, material, basis)
        elif not named:
            yield _without(index, material, basis)
        above = named


def _points(basis: str) -> str:
    """What a basis points to instead of naming a document: another row, the matter, or nothing."""
    text = folded(basis).strip("。.;；")
    if _DITTO.fullmatch(text):
        return "上行"
    return "事项" if _OF_MATTER.fullmatch(text) else ""


def _to_write_out(index: int, material: Material, basis: str) -> Finding:
    return on_material(
        RULE,
        index,
        material,
        f"材料“{shorten(material.name)}”的设定依据写作“{shorten(basis)}”（附件2 一 二是；三(一)7），请写出文件名称和条款。",
        field=BASIS,
        severity=Severity.HINT,
        verdict="return_for_revision",
    )


def _without(index: int, material: Material, basis: str) -> Finding:
    written = "" if is_blank(basis) else f"，现写“{shorten(basis)}”，未指明文件"
    return on_material(
        RULE,
        index,
        material,
        f"材料“{shorten(material.name)}”没有设定依据{written}（附件2 一 二是；三(一)7），请补充或取消该材料。",
        field=BASIS,
    )


RULE = Rule(
    code="MAT-BASIS-REQ",
    name="材料没有设定依据",
    clause="附件2 一",
    quote="政务服务事项的申请材料，必须有法律、法规、规章、国务院及其部门规范性文件、省政府及其部门规范性文件作为依据。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.VIOLATION,
    check=mat_basis_req,
    verdict="cancel_material",
)
