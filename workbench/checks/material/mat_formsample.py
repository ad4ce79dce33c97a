"""MAT-FORMSAMPLE."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.materials import folded, is_blank, materials, on_material
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

_HELPS = ("材料样本", "电子表单", "填报须知")
_FORM = re.compile(r"(?:申请|登记|备案|审批|申报|报名|审核|呈报|推荐|认定|鉴定|报告|信息采集)表|申请书|报告书格式")


def mat_formsample(item: Item, context: Context) -> Iterator[Finding]:
    """表格没有样本、电子表单和填报须知。

    What: a material is a form to fill in, and 材料样本, 电子表单 and 填报须知 are blank or say 无. Sub-fields that
        are unknown are not held against it.
    Why: 国发55号 二(五) 「并提供规范表格、填写说明和示范文本。」
    Example: “船员服务簿申请表”无样本、电子表单、填报须知.
    Remedy: 提供表格样本、电子表单下载和填写说明.
    """
    del context
    for index, material in materials(item):
        told = [material.text(name) for name in _HELPS]
        if (
            not _FORM.search(folded(material.name))
            or all(text is None for text in told)
            or not all(map(is_blank, told))
        ):
            continue
        yield on_material(
            RULE,
            index,
            material,
            f"“{shorten(material.name)}”应提供规范表格、填写说明和示范文本（国发55号 二(五)；附件2 三(一)7），请补充材料样本、电子表单、填报须知。",
        )


RULE = Rule(
    code="MAT-FORMSAMPLE",
    name="表格没有样本",
    clause="国发55号 二(五)",
    quote="并提供规范表格、填写说明和示范文本。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.HINT,
    check=mat_formsample,
)
