"""UNIFY-MATERIAL."""

from collections.abc import Iterator

from workbench.checks.documents import cited
from workbench.checks.item import Context, Item
from workbench.checks.material_names import core
from workbench.checks.materials import BASIS
from workbench.checks.rule import Rule
from workbench.checks.unify import counterparts
from workbench.checks.unify.sameness import told_apart
from workbench.records import MATERIALS, Certainty, Finding, Guide, Severity


def unify_material(item: Item, context: Context) -> Iterator[Finding]:
    """同一事项在省市县的申请材料不一致。

    What: guides of one matter in different places ask for other materials, or for the same on another basis; the
        order, 原件, 复印件 and the number of copies do not count.
    Why: 明电52号 一 「实现省市县三级政务服务部门同一政务服务事项的名称、类型、设定依据、编码及申请材料“五统一”。」
    Example: 市级多要“单位介绍信”.
    Remedy: 统一为省里编写的申请材料.
    """
    del context
    for at, other in counterparts.guides(item):
        ours, theirs = item.guides[at], item.guides[other]
        if fault := difference(ours, theirs):
            yield RULE.finding(
                f"同一事项“{ours.name}”的申请材料与{theirs.org or '对方'}不一致：{fault}，"
                "不符合“五统一”（明电52号 一；附件1 1.1），请统一申请材料。",
                field=MATERIALS,
                at=at,
                other=other,
            )


def difference(ours: Guide, theirs: Guide) -> str:
    """How the materials of two guides differ, in words; blank where they agree or one table is unknown."""
    if ours.materials is None or theirs.materials is None:
        return ""
    mine, yours = named(ours), named(theirs)
    if mine.keys() != yours.keys():
        return told_apart(mine, yours)
    bases = based(theirs)
    other = [mine[key] for key, basis in based(ours).items() if basis and bases[key] and basis != bases[key]]
    return f"{'、'.join(other)}的设定依据不同" if other else ""


def named(guide: Guide) -> dict[str, str]:
    """The materials by what they are called, each as printed."""
    return {core(each.name): f"“{each.name}”" for each in guide.materials or () if each.name.strip()}


def based(guide: Guide) -> dict[str, frozenset[object]]:
    """The provisions that each material rests on."""
    return {
        core(each.name): frozenset(cited(each.text(BASIS) or "")) for each in guide.materials or () if each.name.strip()
    }


RULE = Rule(
    code="UNIFY-MATERIAL",
    name="申请材料不统一",
    clause="明电52号 一",
    quote="实现省市县三级政务服务部门同一政务服务事项的名称、类型、设定依据、编码及申请材料“五统一”。",
    scopes=("guides",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    check=unify_material,
    shown_first=Severity.DOUBT,
)
