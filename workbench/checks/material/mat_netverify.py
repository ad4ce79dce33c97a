"""MAT-NETVERIFY."""

from collections.abc import Iterator

from workbench.checks.item import Context, Item
from workbench.checks.material.lexicons import SHARED, VERIFIABLE, named_in
from workbench.checks.materials import materials, on_material
from workbench.checks.row_facts import shorten
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

LIST = "可核验材料词典"


def mat_netverify(item: Item, context: Context) -> Iterator[Finding]:
    """能通过网络核验的信息，还要求申请人提交。

    What: a material is one that a public network answers, of the built-in lexicon (学历学位证书, 信用报告, 纳税证明,
        社保缴纳证明, 资质证书 ...) or of a loaded 可核验材料词典. Degrees from abroad need 认证 and are left out.
    Why: 附件2 一 「凡是能通过网络核验的信息，不得要求其他单位和申请人重复提交。」
    Example: 企业信用信息公示报告打印件.
    Remedy: 取消该材料，由部门联网核验.
    """
    for index, material in materials(item):
        if not named_in(material.name, VERIFIABLE, context.lists.get(LIST, ())):
            continue
        also = "，也属可共享复用的材料" if named_in(material.name, SHARED) else ""
        yield on_material(
            RULE,
            index,
            material,
            f"“{shorten(material.name)}”可通过网络核验{also}，不得要求申请人重复提交（附件2 一 二是；国发55号 二(二)）。"
            "请取消该材料，改由部门联网核验。",
        )


RULE = Rule(
    code="MAT-NETVERIFY",
    name="可网络核验的材料",
    clause="附件2 一",
    quote="凡是能通过网络核验的信息，不得要求其他单位和申请人重复提交。",
    scopes=("guide",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    shown_first=Severity.DOUBT,
    check=mat_netverify,
    verdict="cancel_material",
)
