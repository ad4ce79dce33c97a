"""MAT-SHARED."""

import re
from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.material.lexicons import SHARED, named_in
from workbench.checks.materials import COPIES, materials, on_material
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Material, Severity

LIST = "共享材料词典"
#: Shown and handed back, not handed in.
_SHOWN = re.compile(r"出示|查验|核验|验原件|不收取|不留存|当场退还")
_ABOLISHED = ("组织机构代码证", "税务登记证")


def mat_shared(item: Item, context: Context) -> Iterator[Finding]:
    """能通过网络共享复用的材料，还要求提交。

    What: a material is a paper of the built-in lexicon (营业执照, 身份证, 户口簿, 不动产权证书 ...) or of a loaded
        共享材料词典. An identity card that is only shown is a hint. Papers from abroad are left out.
    Why: 国发55号 二(二) 「凡是能通过网络共享复用的材料，不得要求企业和群众重复提交；」
    Example: 营业执照副本复印件.
    Remedy: 取消该材料，由部门共享获取.
    """
    for index, material in materials(item):
        entry = named_in(material.name, SHARED, context.lists.get(LIST, ()))
        if not entry:
            continue
        note = "，且自2015年10月1日“三证合一”后已不再单独核发" if entry in _ABOLISHED else ""
        yield on_material(
            RULE,
            index,
            material,
            f"“{shorten(material.name)}”可通过网络共享复用{note}，不得要求重复提交（国发55号 二(二)；附件2 一 二是）。"
            "请取消该材料，改由部门共享获取。",
            severity=Severity.HINT if entry == "身份证" and _is_shown(material) else None,
        )


def _is_shown(material: Material) -> bool:
    """Whether the material says that it is only shown."""
    return any(_SHOWN.search(material.text(name) or "") for name in ("材料名称", COPIES, "填报须知", "受理标准"))


RULE = Rule(
    code="MAT-SHARED",
    name="可共享材料重复提交",
    clause="国发55号 二(二)",
    quote="凡是能通过网络共享复用的材料，不得要求企业和群众重复提交；",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.DOUBT,
    check=mat_shared,
    verdict="cancel_material",
)
