"""The duplicates and progress dashboards in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from workbench.review import Workspace

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]


def test_a_duplicate_is_decided_once_for_both_groups(opened: Opened, desk: Workspace):
    """The members stand side by side; a merger asks for the lead unit; the other group sees it decided."""
    page = opened("duplicates", "group2")
    expect(page.locator(".ag-row").first).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="跨组").click()
    expect(page.locator(".wb-member")).to_have_count(2)
    row = page.locator(".ag-row-selected")
    twins = row.get_attribute("row-id") or ""
    page.keyboard.press("1")
    lead = page.get_by_label("牵头单位")
    expect(lead).to_be_focused()
    lead.select_option(index=1)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".wb-status")).to_contain_text("已记录“合并”")
    (event,) = desk.history(twins)
    assert (event.verdict, event.by) == ("merge", "group2")
    reader = opened("duplicates", "leadership")
    expect(reader.locator(f".ag-row[row-id={twins}] [col-id=verdict]")).to_have_text("合并", timeout=60_000)


def test_progress_shows_groups_and_units(opened: Opened, desk: Workspace):
    """Cards, both charts and the table; a group's chip narrows the table to its units."""
    page = opened("progress", "leadership")
    expect(page.locator("canvas")).to_have_count(2, timeout=60_000)
    items = [*desk.store.matters(), *desk.store.guides()]
    expect(page.locator(".wb-figure-card").first).to_contain_text(f"{len(items):,}")
    page.get_by_role("button", name="第二组").click()
    size = len([each for each in items if each.unit in {u.name for u in desk.assignments.units_of(2)}])
    expect(page.locator(".wb-figure-card").first).to_contain_text(f"{size:,}")
    expect(page.locator(".ag-row [col-id=group]").first).to_have_text("第二组")
