"""A circle, a shared result or a matter as the page shows it."""

from collections.abc import Iterable, Sequence
from typing import Any

from workbench.dashboards.state.preconditions import CIRCLE, SHARED, Line, PreconditionsState
from workbench.records import Material
from workbench.review import Need

#: So many matters of a shared result are listed.
MOST_LISTED = 60


def read_line(state: PreconditionsState, line: Line) -> dict[str, Any]:
    """Values for the template ``precondition.html.j2``."""
    if line.kind == CIRCLE:
        return _circle(state, line)
    if line.kind == SHARED:
        return _shared(state, line)
    return _matter(state, line)


def _circle(state: PreconditionsState, line: Line) -> dict[str, Any]:
    circle = state.circles[line.id]
    return {
        "title": circle_name(state, line),
        "tone": "bad",
        "word": f"{line.kind} · {len(circle.needs)} 项",
        "told": state.graph.told(circle),
        "advice": "事项之间不得互为前置（附件2 一）。请取消其中一项的该材料，或者说明理由。",
        "tables": [_table(state, "形成循环的材料", circle.needs)],
    }


def circle_name(state: PreconditionsState, line: Line) -> str:
    """A circle by its matters."""
    names = "、".join(state.graph.nodes[item].name for item in line.items)
    return names if len(line.items) > 1 else f"{names}（以本事项的结果为前置）"


def _shared(state: PreconditionsState, line: Line) -> dict[str, Any]:
    shared = state.shared[line.id]
    issuers = "、".join(state.graph.nodes[item].called for item in shared.issuers[:3])
    needs = _first_each(need for need in state.graph.needs if need.result == shared.result)
    return {
        "title": shared.result,
        "tone": "tip",
        "word": f"{line.kind} · {len(shared.askers)} 项需要",
        "told": f"由{issuers}{'等' if len(shared.issuers) > 3 else ''}出具，{len(shared.askers)} 项事项要求申请人提交。",  # noqa: PLR2004 - three are told
        "advice": "凡是能通过信息共享获取的，原则上予以取消（附件2 一 二是）。请与出具单位核对能否共享，并列入“共享材料词典”。",
        "tables": [_table(state, "要求提交的事项", needs)],
    }


def _matter(state: PreconditionsState, line: Line) -> dict[str, Any]:
    node = state.graph.nodes[line.id]
    own = [need for need in state.graph.needs if need.item == line.id]
    others = _first_each(need for need in state.graph.needs if need.issuer == line.id and need.item != line.id)
    circles = [each for each in state.lines.values() if each.kind == CIRCLE and line.id in each.items]
    return {
        "title": node.name,
        "tone": "bad" if node.circular else "none",
        "word": "在循环中" if node.circular else line.kind,
        "told": f"{node.unit} · 需 {node.needs} 项的结果，被 {node.needed} 项需要",
        "advice": "",
        "link": review_link(line.id) if state.may_open(line.id) else "",
        "circles": [{"item": each.id, "name": state.graph.told(state.circles[each.id])} for each in circles],
        "tables": [
            _table(state, title, needs)
            for title, needs in (("本事项要求的材料", own), ("以本事项的结果为材料的事项", others))
            if needs
        ],
    }


def _first_each(needs: Iterable[Need]) -> list[Need]:
    """The first need of each matter."""
    first: dict[str, Need] = {}
    for need in needs:
        first.setdefault(need.item, need)
    return list(first.values())


def _table(state: PreconditionsState, title: str, needs: Sequence[Need]) -> dict[str, Any]:
    """The materials of needs: who asks, for what, on which basis, and who issues it."""
    return {
        "title": title,
        "rows": [_row(state, need) for need in needs[:MOST_LISTED]],
        "more": max(0, len(needs) - MOST_LISTED),
    }


def _row(state: PreconditionsState, need: Need) -> dict[str, Any]:
    materials: Sequence[Material] = state.guide(need.item).guide.materials or ()
    asker, issuer = state.graph.nodes[need.item], state.graph.nodes[need.issuer]
    return {
        "item": need.item,
        "unit": asker.unit,
        "name": asker.name,
        "number": need.material + 1,
        "material": need.name,
        "basis": materials[need.material].text("设定依据") or "",
        "issuer": issuer.called,
        "issuer_item": need.issuer,
        "returned": need.returned,
        "link": review_link(need.item) if state.may_open(need.item) else "",
    }


def review_link(item: str) -> str:
    """The address of an item on the review page, beside this page's own."""
    return f"review.ipynb?item={item}"
