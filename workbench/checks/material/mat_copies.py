"""MAT-COPIES."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.materials import COPIES, NAME, folded, materials, on_material
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Material, Severity

_WHERE = (COPIES, "填报须知", "受理标准")
_NUMBER = re.compile(r"[\d一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]+[份套]|[单双]份|份数[:：]?\d")
_SHAPE = re.compile(
    r"原件|复印件|影印件|扫描件|打印件|正本|副本|电子版|纸质版|[AB][345]|[大一二两三]?\d?寸|彩色|规格为|\d+[×xX*]\d+"
)
_SIGNED = re.compile(r"签字|签名|签章|盖章|公章|印章|手印|加盖")
_TO_SIGN = re.compile(r"申请表|申请书|承诺|合同")


def mat_copies(item: Item, context: Context) -> Iterator[Finding]:
    """没有写明材料的份数、规格和签字盖章要求。

    What: name, 纸质材料份数和规格, 填报须知 and 受理标准 of a material do not together tell the number of copies, the
        shape (原件, 复印件, A4) and, of applications, promises and contracts, the signature or seal. Where none of
        these sub-fields is known, nothing is said.
    Why: 国发55号 二(五) 「明确需提交材料的名称、依据、格式、份数、签名签章等要求，并提供规范表格、填写说明和示范文本。」
    Example: “船舶检验申请书”，份数和规格只写“一式两份”.
    Remedy: 写明份数、规格、签字盖章要求.
    """
    del context
    for index, material in materials(item):
        if lacking := _lacking(material):
            field = COPIES if material.text(COPIES) else NAME
            yield on_material(
                RULE,
                index,
                material,
                f"材料“{shorten(material.name)}”未明确{'、'.join(lacking)}要求（国发55号 二(五)；辽政发81号 二(二)），请写明。",
                field=field,
            )


def _lacking(material: Material) -> list[str]:
    """Which of copies, shape and signature are told nowhere; nothing where the sub-fields are unknown."""
    if all(material.text(name) is None for name in _WHERE) and not _NUMBER.search(folded(material.name)):
        return []
    text = folded("；".join(material.text(name) or "" for name in (NAME, *_WHERE)))
    wanted = [("份数", _NUMBER), ("格式", _SHAPE)]
    if _TO_SIGN.search(material.name):
        wanted.append(("签名签章", _SIGNED))
    return [name for name, pattern in wanted if not pattern.search(text)]


RULE = Rule(
    code="MAT-COPIES",
    name="份数规格签章不明",
    clause="国发55号 二(五)",
    quote="明确需提交材料的名称、依据、格式、份数、签名签章等要求，并提供规范表格、填写说明和示范文本。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.HINT,
    check=mat_copies,
)
