"""FLOW-MUTUAL."""

from collections.abc import Iterator, Sequence

from workbench.checks.flow.graph import Edge, graph_of
from workbench.checks.flow.on_edge import called, on_edge
from workbench.checks.item import Context, Item
from workbench.checks.rule import Rule
from workbench.records import Certainty, Finding, Severity

#: So many steps of a cycle are told in words.
MOST_TOLD = 8


def flow_mutual(item: Item, context: Context) -> Iterator[Finding]:
    """几个事项互为前置，形成循环证明。

    What: matter A asks for the result of B, and B, directly or through others, for that of A; or a matter asks for
        its own result before it gives it. Changing, prolonging, replacing and ending a certificate are no cycle.
    Why: 附件2 一 「事项之间不得互为前置。」
    Example: 用地预审需规划选址意见书，规划选址需用地预审意见.
    Remedy: 取消其中一件材料.
    """
    del context
    for cycle in graph_of(item).cycles:
        for edge in cycle:
            yield on_edge(RULE, item, edge, _message(item, cycle))


def _message(item: Item, cycle: Sequence[Edge]) -> str:
    """The cycle told from its first matter, every step with the result that it needs."""
    steps = "，".join(
        f"{called(item.guides[edge.guide])}需{called(item.guides[edge.issuer])}的“{edge.result}”"
        for edge in cycle[:MOST_TOLD]
    )
    if len(cycle) > MOST_TOLD:
        steps += f"，如此循环，共{len(cycle)}项"
    clause = "（附件2 一 三是；国发55号 二(二)循环证明）"
    if len(cycle) == 1:
        return f"{called(item.guides[cycle[0].guide])}以本事项的结果“{cycle[0].result}”为前置{clause}，请取消该材料。"
    names = "与" if len(cycle) == len("两端") else "、"
    matters = names.join(f"“{item.guides[edge.guide].name}”" for edge in cycle[:MOST_TOLD])
    return f"{matters}互为前置：{steps}{clause}，请取消其中一项的该材料。"


RULE = Rule(
    code="FLOW-MUTUAL",
    name="事项互为前置",
    clause="附件2 一",
    quote="事项之间不得互为前置。",
    scopes=("guides",),
    certainty=Certainty.HEURISTIC,
    severity=Severity.VIOLATION,
    shown_first=Severity.DOUBT,
    check=flow_mutual,
    verdict="cancel_material",
)
