"""MAT-SELFVERIFY."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.material_basis import documents, has_law
from workbench.checks.materials import folded, materials, on_material
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Material, Severity

_FAULTS = r"(?:违法|违规|违纪|欠税|处罚|不良|失信|事故|犯罪|投诉|查处|欠费|违章)"
_LOOKED_INTO = re.compile(
    rf"(?:无|未|没有|不存在).{{0,10}}{_FAULTS}.{{0,6}}(?:记录|证明)|(?:守法|合规|无违规|遵纪守法)(?:经营|情况|生产|行为)?的?证明"
    r"|现场(?:勘查|勘察|勘验|核查|查看|检查|踏勘|查验|审查|验收)(?:情况)?(?:的)?(?:意见|记录|表|报告|笔录|结论)|实地(?:核查|查看|考察|检查)(?:意见|记录|表|报告)"
    r"|公示(?:期)?(?:满)?(?:后)?无异议|家庭经济状况(?:核对|调查|核查)|邻里证明|邻居证明|入户调查"
)
#: Promises of the applicant, which is what should be asked for.
_PROMISE = re.compile(r"承诺书?|声明|保证书|自述|自查")


def mat_selfverify(item: Item, context: Context) -> Iterator[Finding]:
    """应由行政机关调查核实的信息，要求申请人证明。

    What: a material proves that nothing bad is on record, or is the organ's own inspection, publication or check of
        means. A record of crimes that a law or 行政法规 demands is left out, and so is the applicant's own promise.
    Why: 附件2 一 「凡是应由行政机关及相关机构调查核实的信息，由部门自行核实。」
    Example: 近三年无重大违法记录证明.
    Remedy: 取消该材料，由部门自行核实.
    """
    del context
    for index, material in materials(item):
        name = folded(material.name)
        if not _LOOKED_INTO.search(name) or _PROMISE.search(name) or _crime_by_law(name, material):
            continue
        yield on_material(
            RULE,
            index,
            material,
            f"“{shorten(material.name)}”属应由行政机关调查核实的信息，由部门自行核实（附件2 一 二是）。请取消该材料。",
        )


def _crime_by_law(name: str, material: Material) -> bool:
    """Whether a law asks for the record of crimes, as it does of teachers and lawyers."""
    return "犯罪" in name and "违法" not in name and has_law(documents(material)) is not False


RULE = Rule(
    code="MAT-SELFVERIFY",
    name="应自行核实的信息",
    clause="附件2 一",
    quote="凡是应由行政机关及相关机构调查核实的信息，由部门自行核实。",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=mat_selfverify,
    verdict="cancel_material",
)
