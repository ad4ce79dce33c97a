"""The page of preconditions (前置) in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from workbench.dashboards.state import PreconditionsState
from workbench.review import Workspace

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]
#: The picture's reds are counted: a node or an arrow of a circle has this colour.
REDS = """() => {
  const canvas = document.querySelector('.wb-picture canvas');
  const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  let reds = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] > 150 && data[at + 1] < 60 && data[at + 2] < 60 && data[at + 3] > 200) reds += 1;
  }
  return reds;
}"""


def ready(page: Page) -> None:
    """Wait until the list and the picture are shown."""
    expect(page.locator(".ag-row").first).to_be_visible(timeout=60_000)
    expect(page.locator(".wb-picture canvas").first).to_be_visible(timeout=30_000)


def fits(page: Page) -> bool:
    """Whether nothing is to be scrolled sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_circle_is_shown_in_red_with_its_path_in_words(opened: Opened, desk: Workspace):
    """Leadership sees every circle: in the list, in the picture, told step by step, with the materials to be cancelled."""
    page = opened("preconditions", "leadership")
    ready(page)
    state = PreconditionsState(desk, "leadership")
    circle = state.graph.circles[0]
    expect(page.locator(".ag-row").first).to_contain_text("互为前置")
    page.wait_for_function(f"({REDS})() > 200")
    told = page.locator(".wb-told")
    for item in circle.items:
        expect(told).to_contain_text(state.graph.nodes[item].called)
    expect(told).to_contain_text("如此循环")
    expect(page.locator(".wb-needs tbody tr")).to_have_count(len(circle.needs))
    for width, height in ((1366, 768), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        assert fits(page)


def test_a_click_leads_from_the_circle_to_the_matter_and_on_to_its_review(opened: Opened, desk: Workspace):
    """The matter is opened beside its row; its link goes to the review page, where the group may decide it."""
    page = opened("preconditions", "leadership")
    ready(page)
    state = PreconditionsState(desk, "leadership")
    item = state.graph.circles[0].items[0]
    page.locator(f".wb-needs button[data-item={item}]").first.click()
    expect(page.locator(".wb-title h1")).to_contain_text(state.graph.nodes[item].name)
    expect(page.locator(".ag-row-selected")).to_have_attribute("row-id", item)
    link = page.get_by_role("link", name="在审核页打开本事项").get_attribute("href") or ""
    assert item in link
    page.get_by_role("button", name=state.graph.nodes[item].name).first.click()
    expect(page.locator(".wb-told")).to_contain_text("如此循环")


def test_a_group_sees_what_touches_its_units(opened: Opened, desk: Workspace):
    """Its list holds only lines with a unit of the group; matters of other groups are shown without a link."""
    user = next(name for name in ("group1", "group2", "group3", "group4") if _foreign(desk, name))
    state = PreconditionsState(desk, user)
    page = opened("preconditions", user)
    ready(page)
    expect(page.locator(".ag-row")).to_have_count(len(state.lines))
    rows = page.locator(".wb-needs tbody tr")
    expect(rows.filter(has_text="他组")).to_have_count(_foreign(desk, user))


def _foreign(desk: Workspace, user: str) -> int:
    """How many matters of the user's first circle the user's group may not open; 0 where all or none are its own."""
    state = PreconditionsState(desk, user)
    if state.line is None or state.line.kind != "互为前置":
        return 0
    closed = [item for item in state.line.items if not state.may_open(item)]
    return len(closed) if len(closed) < len(state.line.items) else 0
