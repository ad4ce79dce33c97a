"""The graph of matters as a page."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

import pytest

from workbench.dashboards.state import PreconditionsState
from workbench.dashboards.views.picture import RED, picture
from workbench.dashboards.views.preconditions import PreconditionsView
from workbench.records import Guide, GuideEntry, Material, Place, Submission
from workbench.review import Workspace

PLACE = Place("指南.xlsx", "指南", "A1")
Send = Callable[..., None]


def guide(item: str, unit: str, name: str, result: str, *materials: str) -> GuideEntry:
    """A guide that issues ``result`` and asks for ``materials``."""
    asked = tuple(Material({"材料名称": each, "设定依据": f"《某法》第{i}条"}) for i, each in enumerate(materials, 1))
    return GuideEntry(item, unit, "办事指南", 1, "辽宁省", Guide({"事项名称": name, "结果名称": result}, asked), PLACE)


GUIDES = (
    guide("G-1", "省国土资源厅", "建设项目用地预审", "建设项目用地预审意见", "申请表", "建设项目规划选址意见书"),
    guide("G-2", "省住房城乡建设厅", "建设项目规划选址", "建设项目规划选址意见书", "建设项目用地预审意见"),
    guide("G-3", "省农委", "占用草原审核", "草原征占用审核同意书", "建设项目用地预审意见"),
    guide("G-4", "省农委", "水产苗种生产许可", "水产苗种生产许可证", "申请表"),
)


@pytest.fixture
def send(desk: Workspace) -> Send:
    """Takes guides in."""

    def add(*entries: GuideEntry) -> None:
        for unit in dict.fromkeys(each.unit for each in entries):
            some = [each for each in entries if each.unit == unit]
            content = repr(some).encode()
            digest = sha256(content).hexdigest()
            submission = Submission(digest, f"{unit}.xlsx", unit, "办事指南", 1, "2017-09-30T01:00:00+00:00", len(some))
            desk.store.add_submission(submission, content, [], {}, {}, [], [], guides_read=some)

    return add


@pytest.fixture
def state(desk: Workspace, send: Send) -> PreconditionsState:
    """What leadership sees of the four guides."""
    send(*GUIDES)
    return PreconditionsState(desk, "leadership")


def test_circles_come_first_then_shared_results_then_matters(state: PreconditionsState):
    """A matter that has to do with no other is left out."""
    assert [(line.id, line.kind, line.weight) for line in state.lines.values()] == [
        ("circle-1", "互为前置", 2),
        ("shared-1", "共享材料", 2),
        ("G-1", "事项", 3),
        ("G-2", "事项", 2),
        ("G-3", "事项", 1),
    ]
    assert state.current == "circle-1"


def test_a_circle_is_told_in_words_with_units_and_materials(state: PreconditionsState):
    """Who needs what of whom, the number of the material, its basis, and a link to each matter's review."""
    page = PreconditionsView(state).page()
    assert (
        "省国土资源厅“建设项目用地预审”需省住房城乡建设厅“建设项目规划选址”的“建设项目规划选址意见书”，"
        "省住房城乡建设厅“建设项目规划选址”需省国土资源厅“建设项目用地预审”的“建设项目用地预审意见”，"
        "如此循环，共 2 项。"
    ) in page
    assert "第 2 项 建设项目规划选址意见书" in page
    assert "《某法》第2条" in page
    assert [f'href="review.ipynb?item={item}"' in page for item in ("G-1", "G-2", "G-3")] == [True, True, False]


def test_a_shared_result_names_issuer_and_askers(state: PreconditionsState):
    """With what the handbook says of shared materials."""
    state.open("shared-1")
    page = PreconditionsView(state).page()
    assert "由省国土资源厅“建设项目用地预审”出具，2 项事项要求申请人提交。" in page
    assert "要求提交的事项（2）" in page


def test_a_click_on_a_node_or_an_arrow_opens_a_matter(state: PreconditionsState):
    """A matter shows both directions and its circle; what is no matter changes nothing."""
    view = PreconditionsView(state)
    view._clicked({"data": {"id": "G-1"}})
    assert state.current == view.grid.current == "G-1"
    assert "本事项要求的材料（1）" in view.detail.html
    assert "以本事项的结果为材料的事项（2）" in view.detail.html
    assert 'data-item="circle-1"' in view.detail.html
    view._clicked({"data": {"source": "G-3", "target": "G-1"}})
    assert state.current == "G-3"
    view._clicked({})
    assert state.current == "G-3"


def test_the_picture_draws_circles_red_and_what_is_open_with_a_border(state: PreconditionsState):
    """An arrow leads from the matter that asks to the one that issues."""
    (series,) = picture(state.graph, ["G-1", "G-2", "G-3"], {"G-3"})["series"]
    nodes = [node for node in series["data"] if node["symbolSize"]]
    assert [(n["id"], n["itemStyle"]["color"] == RED, n["itemStyle"]["borderWidth"]) for n in nodes] == [
        ("G-1", True, 0),
        ("G-2", True, 0),
        ("G-3", False, 3),
    ]
    assert {(e["source"], e["target"], e["lineStyle"]["color"] == RED) for e in series["links"]} == {
        ("G-1", "G-2", True),
        ("G-2", "G-1", True),
        ("G-3", "G-1", False),
    }
    assert len({(n["x"], n["y"]) for n in nodes}) == 3


def test_names_in_a_small_picture_are_whole_and_stand_outside_of_the_ring(state: PreconditionsState):
    """Above the upper matter and below the lower one, with the unit; the picture's corners leave room for them."""
    (series,) = picture(state.graph, ["G-1", "G-2"], ())["series"]
    upper, lower, first, last = series["data"]
    assert upper["y"] < lower["y"]
    assert [node["label"]["position"] for node in (upper, lower)] == ["top", "bottom"]
    told = [node["label"]["formatter"].split("\n") for node in (upper, lower)]
    assert ["".join(lines[:-1]) for lines in told] == [state.graph.nodes[item].name for item in ("G-1", "G-2")]
    assert [lines[-1] for lines in told] == [state.graph.nodes[item].unit for item in ("G-1", "G-2")]
    assert (first["symbolSize"], last["symbolSize"]) == (0, 0)
    assert first["y"] < upper["y"] < lower["y"] < last["y"]


def test_groups_fill_a_wide_picture(state: PreconditionsState):
    """Two groups stand beside each other, not below."""
    alone = replace(state.graph.nodes["G-3"], item="G-4", needs=0, needed=0)
    graph = replace(state.graph, nodes={**state.graph.nodes, "G-4": alone})
    (series,) = picture(graph, ["G-1", "G-2", "G-4"], ())["series"]
    one, two, other = series["data"][:3]
    assert one["x"] == pytest.approx(two["x"])
    assert other["x"] > one["x"]
    assert one["y"] < other["y"] < two["y"]


def test_filters_narrow_list_and_picture(state: PreconditionsState):
    """By unit, by text, and circles only."""
    view = PreconditionsView(state)

    def shown(**values: object) -> list[str]:
        view.filter_bar.value = {"unit": "", "kind": "", "chips": [], "text": ""} | values
        return [id_ for id_, seen in zip(state.lines, state.queue.visible, strict=True) if seen]

    assert shown(chips=["circular"]) == ["circle-1", "G-1", "G-2"]
    assert shown(unit="省农委") == ["shared-1", "G-1", "G-3"]
    assert shown(text="选址意见书 住房") == ["circle-1", "G-1"]
    assert shown(kind="共享材料") == ["shared-1"]


def test_the_picture_leaves_out_what_is_too_much_and_says_so(
    state: PreconditionsState, monkeypatch: pytest.MonkeyPatch
):
    """Circles stay."""
    monkeypatch.setattr("workbench.dashboards.state.preconditions.MOST_DRAWN", 2)
    assert state.drawn() == (["G-1", "G-2"], 1)
    assert "另有 1 项没有画出" in PreconditionsView(state).heading.html


def test_a_group_sees_what_touches_its_units_and_opens_its_own(state: PreconditionsState, desk: Workspace):
    """Group 3 has the grassland matter; it sees whom that needs, and opens only its own."""
    assert state.lines
    own = PreconditionsState(desk, "group3")
    units = {unit.name for unit in desk.assignments.units_of(3)}
    touching = {
        id_ for id_, line in state.lines.items() if any(state.graph.nodes[item].unit in units for item in line.items)
    }
    assert set(own.lines) == touching
    assert {item for item in own.graph.nodes if own.may_open(item)} == {
        item for item, node in own.graph.nodes.items() if node.unit in units
    }
    assert own.may_open("G-3")
    own.open("circle-9")
    assert own.current in own.lines


def test_empty_pages_say_what_to_do(desk: Workspace, send: Send):
    """No guide, and guides that have nothing to do with each other."""
    assert "还没有办事指南" in PreconditionsView(PreconditionsState(desk, "leadership")).detail.html
    send(GUIDES[3])
    assert "已比对 1 份办事指南" in PreconditionsView(PreconditionsState(desk, "leadership")).detail.html


def test_new_submissions_are_told(state: PreconditionsState, send: Send):
    """The picture stays as it was opened, and says so."""
    view = PreconditionsView(state)
    state.poll()
    assert "请重新加载本页" not in view.detail.html
    send(guide("G-5", "省教育厅", "民办学校设立审批", "办学许可证", "申请表"))
    state.poll()
    assert "请重新加载本页" in view.detail.html
