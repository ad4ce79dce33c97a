"""MAT-PROOF."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.material.on_basis import ranked, told
from workbench.checks.material_basis import STANDING_NAMES, Standing
from workbench.checks.materials import folded, on_material
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

_PROOF = re.compile(
    r"证明|盖章|签章|公章|印章|介绍信|鉴定意见|村委会|村民委员会|居委会|居民委员会|社区.{0,6}意见|街道.*意见|乡镇.*意见|单位(?:的|同意|推荐|审核)?意见"
)


def mat_proof(item: Item, context: Context) -> Iterator[Finding]:
    """省级规范性文件设定的证明、盖章环节。

    What: a material is a proof, or wants somebody's seal or opinion, and the best document that asks for it is one of
        the provincial government or of a provincial department.
    Why: 附件2 一 「省政府及其部门规范性文件设定的其他申请材料，包括各类证明、盖章环节，要严格清理，对于不合理的，要予以取消。」
    Example: “居委会出具的居住证明”，依据辽民发文件.
    Remedy: 严格清理，不合理的取消.
    """
    del context
    for index, material, worth, citation in ranked(item):
        if worth in (Standing.PROVINCE, Standing.PROVINCE_DEPARTMENT) and _is_proof(folded(material.name)):
            yield on_material(
                RULE,
                index,
                material,
                f"“{shorten(material.name)}”为{STANDING_NAMES[worth]}“{told(citation)}”设定的证明（盖章）环节，应严格清理，"
                "不合理的予以取消（附件2 一 二是）。",
            )


def _is_proof(name: str) -> bool:
    """Whether a material is somebody's proof or seal; 证明材料 without one who gives it only sums papers up."""
    if re.search(r"证明材料$", name) and not re.search(r"出具|开具|盖章|公章|村|居委", name):
        return False
    return bool(_PROOF.search(name))


RULE = Rule(
    code="MAT-PROOF",
    name="省级文件设定的证明盖章",
    clause="附件2 一",
    quote="省政府及其部门规范性文件设定的其他申请材料，包括各类证明、盖章环节，要严格清理，对于不合理的，要予以取消。",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=mat_proof,
    verdict="cancel_material",
)
