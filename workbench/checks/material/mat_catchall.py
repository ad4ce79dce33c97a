"""MAT-CATCHALL."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.materials import folded, materials, on_material
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

#: Words that say nothing of what is handed in.
_EMPTY = (
    r"(?:有必要|必要|必须|必备|需要|所需|需|应当|应该|应|须|可以|可|要求|规定|提供|提交|补充|报送|出具|递交|上报|说明|证明"
    r"|条件|情况|情形|其他|其它|相关|有关|相应|配套|辅助|符合|法律|行政法规|法规|规章|国家|申请人|申请|办理|审批机关|审批部门"
    r"|主管部门|行政机关|部门|机关|许可|登记|能够|能|与|的|由|为|、|,|和|或|及|人)*"
)
_PAPERS = r"(?:(?:材料|资料|文件|文书|要件|手续|附件)[、和及或]?)+"
_ALSO = r"(?:(?:材料|资料|文件|文书|要件|手续|附件|证件|证明|凭证)[、和及或]?)+"
#: 法律、法规规定的其他材料; 申请表及其他有关证明材料.
_OTHER = re.compile(rf"(?:其他|其它){_EMPTY}{_ALSO}$")
#: 审批机关认为需要提供的相关资料; 必要时提交的材料.
_AS_DEMANDED = re.compile(
    r"(?:认为|视情况|必要时|按照?(?:有关|相关|国家)?规定|按照?要求|根据(?:需要|情况|实际|规定)\w{0,4}?"
    rf"|(?:要求|规定)(?:的|应|需|须|提供|提交|报送|出具|补充))(?:{_EMPTY}){_PAPERS}$"
)
#: 相关材料; 与申请有关的材料; 办理业务所需资料.
_NOTHING_ELSE = re.compile(
    rf"(?:与|和|同)?(?:本|该)?(?:申请|办理|申办|审批|许可)?(?:本|该)?(?:事项|业务|人)?(?:的)?(?:相关|有关|必要|所需|需要|应提供|应提交){_EMPTY}{_PAPERS}"
)
#: 身份证、户口簿等材料.
_AND_SO_ON = re.compile(r"等(?:一系列|全部|所有)?(?:相关|有关|其他|其它|证明|申请|申报|的)*(?:材料|资料)$")
_ENDING = re.compile(
    r"(?:[（(](?:如有|若有|如需|原件|复印件|正本|副本|[^（()）]*份|加盖[^（()）]*)[）)]|[。.;；,，]|原件|复印件)+$"
)
_NUMBERING = re.compile(r"^(?:\d{1,2}[.、．)）]|[（(]\d{1,2}[）)]|[①-⑳]|[一二三四五六七八九十]{1,2}、)")


def mat_catchall(item: Item, context: Context) -> Iterator[Finding]:
    """材料是兜底性条款。

    What: a material's name ends in words that leave open what is handed in: 其他有关材料, 认为需要的资料, 等材料.
        A concrete thing after 其他 (其他股东的身份证明) is a material like any other.
    Why: 附件2 三(一)7 「原则上不设兜底性条款，并体现合理性、必要性、适时性、完整性。」
    Example: 法律、法规规定的其他材料.
    Remedy: 列明具体材料，或者删除；依据原文有兜底条款的也要列明.
    """
    del context
    for index, material in materials(item):
        if is_catchall(material.name):
            yield on_material(
                RULE,
                index,
                material,
                f"材料“{shorten(material.name)}”为兜底性条款（附件2 三(一)7），请列明具体材料或删除。",
            )


def is_catchall(name: str) -> bool:
    """Whether a material's name leaves open what is handed in."""
    text = _ENDING.sub("", _NUMBERING.sub("", folded(name)))
    return bool(
        _OTHER.search(text) or _AS_DEMANDED.search(text) or _NOTHING_ELSE.fullmatch(text) or _AND_SO_ON.search(text)
    )


RULE = Rule(
    code="MAT-CATCHALL",
    name="兜底性材料",
    clause="附件2 三(一)7",
    quote="原则上不设兜底性条款，并体现合理性、必要性、适时性、完整性。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.DOUBT,
    check=mat_catchall,
    verdict="cancel_material",
)
