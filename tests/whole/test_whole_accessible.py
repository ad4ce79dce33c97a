"""Every page of the real server looked over by axe-core, and used at twice its size."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SignedIn = Callable[..., Page]

AXE = Path(__file__).parents[2] / "workbench" / "dashboards" / "js" / "node_modules" / "axe-core" / "axe.min.js"
#: Page -> who looks at it, and what is there once it is ready.
PAGES = {
    "review": ("group2", ".ag-row"),
    "duplicates": ("group2", ".ag-row"),
    "progress": ("leadership", ".wb-figure-card"),
    "intake": ("group2", ".wb-drop"),
    "rules": ("admin", ".ag-row"),
    "preconditions": ("group2", ".wb-preconditions"),
}
#: axe-core asks for what it needs and gives the grave faults: rule, what it wants, and the first places.
LOOK = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] });
  return found.violations.filter(({ impact }) => ["serious", "critical"].includes(impact)).map(
    ({ id, help, nodes }) => [id, help, ...nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 200) + " // " + failureSummary)],
  );
}"""
#: Controls that are cut off by something that the reader cannot scroll.
UNREACHABLE = """() => [...document.querySelectorAll("button, a[href], input, select, textarea")].filter((each) => {
  if (!each.checkVisibility({ visibilityProperty: true }) || each.closest(".ag-root, .wb-unseen, [hidden]")) return false;
  let box = each.getBoundingClientRect();
  if (box.width <= 1) return false;
  for (let around = each.parentElement; around && around !== document.body; around = around.parentElement) {
    const { overflowX, overflowY, position } = getComputedStyle(around);
    const outer = around.getBoundingClientRect();
    if (/auto|scroll/.test(overflowX + overflowY)) box = outer;
    else if (overflowX === "hidden" && (box.left >= outer.right || box.right <= outer.left)) return true;
    else if (overflowY === "hidden" && (box.top >= outer.bottom || box.bottom <= outer.top)) return true;
    if (position === "fixed") break;
  }
  return box.left >= innerWidth || box.right <= 0 || box.top >= innerHeight || box.bottom <= 0;
}).map((each) => each.outerHTML.slice(0, 160))"""


def ready(page: Page, dashboard: str) -> None:
    """Wait for what the page shows last."""
    expect(page.locator(PAGES[dashboard][1]).first).to_be_visible(timeout=90_000)
    page.wait_for_timeout(1500)  # the grid and the charts draw over several frames


def faults(page: Page) -> list[list[str]]:
    """The grave faults of what is shown."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return page.evaluate(LOOK)


@pytest.mark.parametrize("dashboard", PAGES)
def test_no_page_has_a_grave_fault(signed_in: SignedIn, dashboard: str):
    """Labels, roles and contrast: axe-core finds nothing serious or critical."""
    page = signed_in(PAGES[dashboard][0], dashboard)
    ready(page, dashboard)
    assert faults(page) == []


def test_no_panel_of_the_progress_page_has_a_grave_fault(signed_in: SignedIn):
    """What stands behind its tabs, too."""
    page = signed_in("leadership", "progress")
    ready(page, "progress")
    for tab in ("问题分布", "退回最多的问题", "昨日以来", "事项明细"):
        page.get_by_role("tab", name=tab).click()
        expect(page.get_by_role("tab", name=tab)).to_have_attribute("aria-selected", "true")
        page.wait_for_timeout(800)
        assert (tab, faults(page)) == (tab, [])


def test_signing_in_has_no_grave_fault(browser, address: str):
    """The page before all others."""
    page = browser.new_context(locale="zh-CN").new_page()
    page.goto(f"{address}/login")
    assert faults(page) == []
    page.context.close()


@pytest.mark.parametrize("dashboard", PAGES)
def test_nothing_is_out_of_reach_at_twice_the_size(signed_in: SignedIn, dashboard: str):
    """1366 x 768 at 200 % is a window of 683 x 384: every control is in it, or can be scrolled to."""
    page = signed_in(PAGES[dashboard][0], dashboard, viewport={"width": 683, "height": 384}, device_scale_factor=2)
    ready(page, dashboard)
    assert page.evaluate(UNREACHABLE) == []


@pytest.mark.parametrize("dashboard", ["review", "progress"])
def test_the_focus_is_seen(signed_in: SignedIn, dashboard: str):
    """Every control that the Tab key leads to first shows where the focus is."""
    page = signed_in(PAGES[dashboard][0], dashboard)
    ready(page, dashboard)
    page.locator(".frame-header a").first.focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "() => { const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(document.activeElement);"
            " return document.activeElement === document.body || document.activeElement.matches('.ag-tab-guard')"
            " || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'"
            " || document.activeElement.closest('.ag-root') !== null; }"
        )
        assert seen, page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)")
