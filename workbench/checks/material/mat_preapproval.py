"""MAT-PREAPPROVAL."""

import re
from collections.abc import Iterator

from workbench.checks.flow.graph import FOLLOW_UP
from workbench.checks.flow.objects import object_of
from workbench.checks.item import Context, Item
from workbench.checks.material.approvals import is_approval
from workbench.checks.material.on_basis import told
from workbench.checks.material_basis import Standing, best, best_of, documents_in
from workbench.checks.material_names import core
from workbench.checks.materials import guide_of, materials, on_element, on_material
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Citation, Finding, Guide, Material, Severity

CONDITIONS = "受理条件"
_SENTENCE = re.compile(r"[^；;。\n]+")
#: What is obtained first, in a condition: 取得…审查意见, 经…批准.
_OBTAINED = re.compile(
    r"(?:取得|获得|已获|持有|具有|具备|提供|提交|出具|通过|办理|经(?![营济验办过]))(?P<name>[^，,（(《〔\[]{2,40}?"
    r"(?:批复|批准文件|批准|审批意见|审批|许可证|核准文件|核准|同意意见|同意|审查意见|审查|预审意见|预审|审核意见|备案证明|备案回执|备案))"
)


def mat_preapproval(item: Item, context: Context) -> Iterator[Finding]:
    """省级规范性文件设定的前置审批。

    What: a material, or a sentence of the conditions that cites its basis, is another organ's approval, opinion or
        filing receipt, and nothing better than documents of the provincial government or its departments asks for it.
        One law, 法规, 规章 or document of the state is enough to keep it.
    Why: 附件2 一 「凡是省政府及其部门规范性文件设定的前置审批，一律取消；」
    Example: “省水利厅防洪影响评价审查意见”，依据辽水规计〔2013〕12号.
    Remedy: 一律取消.
    """
    del context
    guide = guide_of(item)
    own = core(guide.text("结果名称") or "")
    for index, material in materials(item):
        citation = _set_by_province(best_of(material))
        if citation and is_approval(material.name) and core(material.name) != own and not _is_own(material, guide):
            yield on_material(RULE, index, material, _message(material.name, citation))
    conditions = guide.text(CONDITIONS) or ""
    for sentence in _SENTENCE.finditer(conditions):
        approval = _OBTAINED.search(sentence.group())
        citation = _set_by_province(best(documents_in(sentence.group()))) if approval else None
        if approval and citation:
            start = sentence.start() + approval.start()
            yield on_element(
                RULE,
                guide,
                CONDITIONS,
                _message(approval["name"], citation),
                span=(start, sentence.start() + approval.end()),
            )


def _is_own(material: Material, guide: Guide) -> bool:
    """Whether a matter that changes or ends a certificate asks for it."""
    return bool(FOLLOW_UP.search(guide.name)) and object_of(guide.name) in core(material.name)


def _set_by_province(top: tuple[Standing, Citation] | None) -> Citation | None:
    """The provincial document that asks for something, where nothing higher does and all documents are known."""
    return top[1] if top and top[0] in (Standing.PROVINCE, Standing.PROVINCE_DEPARTMENT) else None


def _message(name: str, citation: Citation) -> str:
    return (
        f"“{shorten(name)}”为省政府（部门）规范性文件“{told(citation)}”设定的前置审批，一律取消（附件2 一 二是）。"
        "请取消；另有法律、法规、规章或者国务院及其部门文件依据的，请补充。"
    )


RULE = Rule(
    code="MAT-PREAPPROVAL",
    name="省级文件设定前置审批",
    clause="附件2 一",
    quote="凡是省政府及其部门规范性文件设定的前置审批，一律取消；",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    shown_first=Severity.DOUBT,
    check=mat_preapproval,
    verdict="cancel_material",
)
