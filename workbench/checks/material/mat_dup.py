"""MAT-DUP."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.material_names import core
from workbench.checks.materials import materials, on_material
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity
from workbench.records.tidy import bare


def mat_dup(item: Item, context: Context) -> Iterator[Finding]:
    """同一事项的材料重复列出。

    What: a material has the name of an earlier one of the same sub-item, apart from 原件, 复印件, 副本 and copies.
        A blank 事项名称 of a row is that of the row above.
    Why: 附件2 三(一)7 「体现合理性、必要性、适时性、完整性」
    Example: “营业执照”与“营业执照（副本）复印件”.
    Remedy: 合并为一件.
    """
    del context
    seen: dict[tuple[str, str], int] = {}
    matter = ""
    for index, material in materials(item):
        matter = bare(material.text("事项名称") or "") or matter
        first = seen.setdefault((matter, core(material.name)), index)
        if first != index:
            yield on_material(
                RULE,
                index,
                material,
                f"材料“{shorten(material.name)}”与第{first + 1}件材料在同一事项中重复列出（附件2 三(一)7），请合并。",
            )


RULE = Rule(
    code="MAT-DUP",
    name="材料重复列出",
    clause="附件2 三(一)7",
    quote="体现合理性、必要性、适时性、完整性",
    scopes=("guide",),
    certainty=Certainty.CERTAIN,
    severity=Severity.HINT,
    check=mat_dup,
)
