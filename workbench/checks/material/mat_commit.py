"""MAT-COMMIT."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.material_basis import documents, has_law
from workbench.checks.materials import BASIS, folded, guide_of, is_blank, materials, on_material
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Material, Severity

_TRUTH = re.compile(r"真实(?:性|有效性?|、?合法性?)*(?:的)?(?:证明|公证)")
_CAN_BE_PROMISED = re.compile(
    r"(?:场所|场地|设备|设施|从业人员|人员|资金|仪器|器材|车辆).{0,6}(?:证明|说明)|(?:具备|拥有|具有|符合).{0,12}的?证明"
)
_PROMISE = re.compile(r"承诺|声明|保证书")
#: Where a promise is not enough: public safety and great risks.
_RISKY = re.compile(
    r"危险|爆炸|爆破|枪支|弹药|放射|核设施|核材料|剧毒|易制毒|消防|燃气|特种设备|安全生产|矿山|病原微生物|麻醉|精神药品"
)


def mat_commit(item: Item, context: Context) -> Iterator[Finding]:
    """能以申请人承诺代替的证明。

    What: a material proves its own truth, or room, equipment, staff or means, and no law or 行政法规 asks for it.
        Promises are left out, and so are matters of public safety.
    Why: 附件2 一 「凡是能通过申请人承诺达到管理目的的，要实行“承诺制”。」
    Example: 材料真实性公证书.
    Remedy: 改为申请人承诺书.
    """
    del context
    matter = folded(guide_of(item).name)
    for index, material in materials(item):
        name = folded(material.name)
        if _PROMISE.search(name) or _RISKY.search(name + matter) or not _could_be_promised(name, material):
            continue
        yield on_material(
            RULE,
            index,
            material,
            f"“{shorten(material.name)}”可研究以申请人承诺代替（附件2 一 二是 承诺制），请改为承诺书或说明理由。",
        )


def _could_be_promised(name: str, material: Material) -> bool:
    """Whether a promise would do: always for the truth of papers, else where surely no law asks for the proof."""
    basis = material.text(BASIS)
    if has_law(documents(material)) is not False:
        return False
    return bool(_TRUTH.search(name)) or (
        bool(_CAN_BE_PROMISED.search(name)) and basis is not None and not is_blank(basis)
    )


RULE = Rule(
    code="MAT-COMMIT",
    name="可以承诺代替的材料",
    clause="附件2 一",
    quote="凡是能通过申请人承诺达到管理目的的，要实行“承诺制”。",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=mat_commit,
    verdict="use_commitment",
)
