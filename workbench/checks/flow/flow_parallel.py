"""FLOW-PARALLEL."""

from collections.abc import Iterator

from workbench.checks.flow.graph import graph_of
from workbench.checks.flow.on_edge import called, on_edge
from workbench.checks.flow.results import body_key
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Guide, Severity


def flow_parallel(item: Item, context: Context) -> Iterator[Finding]:
    """以其他部门事项的结果为前置，可以研究并联审批。

    What: a material is the result of another department's matter. Also where a law orders it so: then the order
        stands and only the time can be saved.
    Why: 附件2 一 「对于其他需要多部门审批的事项，要探索“并联”审批，事项之间不得互为前置。」
    Example: 建设用地规划许可要求环评批复.
    Remedy: 研究并联审批.
    """
    del context
    for edge in graph_of(item).edges:
        guide, issuer = item.guides[edge.guide], item.guides[edge.issuer]
        if edge.returned or not _of_two_departments(guide, issuer):
            continue
        yield on_edge(
            RULE,
            item,
            edge,
            f"“{guide.name}”以{called(issuer)}的结果“{edge.result}”为前置，请研究并联审批（附件2 一 三是）。",
        )


def _of_two_departments(a: Guide, b: Guide) -> bool:
    """Whether two guides tell their departments, and not the same one of the two levels."""
    ours, theirs = (body_key(each.org or each.text("实施机构")) for each in (a, b))
    return bool(ours and theirs) and ours != theirs


RULE = Rule(
    code="FLOW-PARALLEL",
    name="可并联审批的前置",
    clause="附件2 一",
    quote="对于其他需要多部门审批的事项，要探索“并联”审批，事项之间不得互为前置。",
    scopes=("guides",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.HINT,
    check=flow_parallel,
)
