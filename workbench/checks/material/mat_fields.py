"""MAT-FIELDS."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.materials import BASIS, NAME, guide_of, on_element, on_material
from workbench.checks.rule import Rule
from workbench.records import MATERIAL_FIELDS, MATERIALS, Certainty, Finding, Guide, Material, Severity

#: The eight sub-fields that the text demands beyond the name; the form prints none of them (rule book, I-07).
_EIGHT = tuple(name for name in MATERIAL_FIELDS if name not in {"事项名称", "序号", NAME, BASIS})
_NUMBERING = frozenset({"事项名称", "序号"})
_COPIES = re.compile(r"[\d一二两三四五六七八九十]\s*[份套]|份数")
_SAMPLE = re.compile(r"样本|样表|示范文本|范本|格式文本")


def mat_fields(item: Item, context: Context) -> Iterator[Finding]:
    """申请材料缺少名称，或者缺少类型、样本、份数等信息。

    What: a material without a name, though other sub-fields are filled; and, once a guide, the sub-fields of the
        text that no column, no remark and no bracket tells. The printed form has only four columns.
    Why: 附件2 三(一)7 「申请材料应当有材料名称、材料类型、材料样本、电子表单、来源渠道、纸质材料份数和规格、填报须知、
        受理标准、是否需电子材料等信息。」
    Example: 申请材料表只有材料名称、设定依据两列.
    Remedy: 增加各列，或者在备注中写明份数、样本等信息.
    """
    del context
    guide = guide_of(item)
    for index, material in enumerate(guide.materials or ()):
        if material.text(NAME) == "" and _is_filled(material):
            yield on_material(
                RULE,
                index,
                material,
                f"第{index + 1}件申请材料没有材料名称（附件2 三(一)7），请填写。",
                severity=Severity.VIOLATION,
            )
    if lacking := _lacking(guide):
        yield on_element(
            RULE,
            guide,
            MATERIALS,
            f"申请材料缺少{'、'.join(lacking)}等信息（附件2 三(一)7），请补充；式样未印的栏目可在备注中写明。",
        )


def _is_filled(material: Material) -> bool:
    """Whether anything but the numbering is written in the row."""
    return any(text.strip() for name, text in material.values.items() if name not in _NUMBERING)


def _lacking(guide: Guide) -> list[str]:
    """The sub-fields that one of the materials tells nowhere."""
    told = [
        material for material in guide.materials or () if material.name.strip() and not _remarks_tell(material, guide)
    ]
    return [name for name in _EIGHT if any(not (material.text(name) or "").strip() for material in told)]


def _remarks_tell(material: Material, guide: Guide) -> bool:
    """Whether a remark or the name tells copies and sample, as the printed form leaves no column for them."""
    text = "".join((material.name, *material.extra.values(), guide.remarks or ""))
    return bool(_COPIES.search(text)) and bool(_SAMPLE.search(text))


RULE = Rule(
    code="MAT-FIELDS",
    name="申请材料信息不全",
    clause="附件2 三(一)7",
    quote="申请材料应当有材料名称、材料类型、材料样本、电子表单、来源渠道、纸质材料份数和规格、填报须知、受理标准、是否需电子材料等信息。",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.HINT,
    check=mat_fields,
)
