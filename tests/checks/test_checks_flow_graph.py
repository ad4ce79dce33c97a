"""The graph of matters and what they ask for: its edges, its cycles, and that it agrees with comparing all with all."""

from itertools import product

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from workbench.checks.flow.graph import Edge, Preconditions, preconditions
from workbench.checks.flow.results import Results
from workbench.checks.material_names import core
from workbench.records import Guide, Material

RESULTS = ("道路运输经营许可证", "建设工程消防验收意见书", "危险化学品储存批准书", "放射诊疗设备合格证")


def _guide(
    name: str, result: str, *asked: str, org: str = "省交通厅", region: str | None = None, basis: str = ""
) -> Guide:
    materials = tuple(Material({"材料名称": each, "设定依据": basis}) for each in asked)
    return Guide({"事项名称": name, "结果名称": result}, materials, org=org, region=region)


def test_graph_tells_nodes_edges_and_cycles() -> None:
    """A cycle of two and a matter outside of it: every edge says which material asks for which result."""
    guides = [
        _guide("运输许可", "道路运输经营许可证", "申请表", "建设工程消防验收意见书（复印件）"),
        _guide("消防验收", "建设工程消防验收意见书", "道路运输经营许可证"),
        _guide("放射诊疗", "放射诊疗设备合格证", "道路运输经营许可证"),
        _guide("查询", "查询结果"),
    ]
    there = Edge(0, 1, 1, "建设工程消防验收意见书（复印件）", "建设工程消防验收意见书")
    back = Edge(1, 0, 0, "道路运输经营许可证", "道路运输经营许可证")
    aside = Edge(2, 0, 0, "道路运输经营许可证", "道路运输经营许可证")
    assert preconditions(guides) == Preconditions((0, 1, 2), (there, back, aside), ((there, back),))


def test_applicant_goes_to_the_own_region_first() -> None:
    """Of several issuers those of the region count, else the province's."""
    guides = [
        _guide("运输许可", "道路运输经营许可证", region="辽宁省"),
        _guide("运输许可", "道路运输经营许可证", region="沈阳市"),
        _guide("消防验收", "建设工程消防验收意见书", "道路运输经营许可证", region="沈阳市"),
        _guide("消防验收", "建设工程消防验收意见书", "道路运输经营许可证", region="大连市"),
    ]
    assert [(edge.guide, edge.issuer) for edge in preconditions(guides).edges] == [(2, 1), (3, 0)]


def test_short_result_needs_a_common_document() -> None:
    """A result with few words of its own is the material only where both cite one document."""
    law = "《中华人民共和国矿产资源法》第十五条"
    issuer = Guide({"事项名称": "采矿权登记", "结果名称": "采矿许可证", "设定依据": law}, ())
    asking = [_guide("爆破", "爆破作业单位许可证", "采矿许可证", basis=basis) for basis in ("", law)]
    assert [edge.guide for edge in preconditions([issuer, *asking]).edges] == [2]


def test_renewed_certificate_is_returned() -> None:
    """A matter that prolongs a certificate gives it back: an edge to its first issue, and part of no cycle."""
    guides = [
        _guide("道路运输经营许可", "道路运输经营许可证", "申请表"),
        _guide("道路运输经营许可延续", "道路运输经营许可证", "道路运输经营许可证副本"),
    ]
    graph = preconditions(guides)
    assert [(edge.guide, edge.issuer, edge.returned) for edge in graph.edges] == [(1, 0, True)]
    assert graph.cycles == ()


def test_nearly_the_same_name_is_found() -> None:
    """A name with a slip is found without comparing all with all; the applicant's own paper is not."""
    results = Results([_guide("核发", "非煤矿矿山企业安全生产许可证")])
    assert results.like(core("非煤矿山企业安全生产许可证复印件")) == ["非煤矿矿山企业安全生产许可证"]
    assert results.like("非煤矿矿山企业安全生产许可证申请书") == []


@given(st.lists(st.lists(st.sampled_from(range(len(RESULTS))), max_size=3), min_size=1, max_size=len(RESULTS)))
def test_cycles_are_those_of_all_pairs(asked: list[list[int]]) -> None:
    """The guides on a cycle are those that the plain comparison of all materials with all results puts on one."""
    guides = [_guide(f"事项{at}", RESULTS[at], *(RESULTS[each] for each in wanted)) for at, wanted in enumerate(asked)]
    plain = nx.DiGraph(
        (a, b)
        for a, b in product(range(len(guides)), repeat=2)
        if any(material.name == RESULTS[b] for material in guides[a].materials or ())
    )
    on_a_cycle = {node for node in plain if any(nx.has_path(plain, after, node) for after in plain.successors(node))}
    found = preconditions(guides)
    assert {edge.guide for cycle in found.cycles for edge in cycle} == on_a_cycle
    for cycle in found.cycles:
        assert [edge.issuer for edge in cycle] == [edge.guide for edge in (*cycle[1:], cycle[0])]
