"""Many items at once, what a reviewer sets up, and the chain: in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from workbench.review import Workspace

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]


def ready(page: Page) -> None:
    """Wait until the list and an item are shown."""
    expect(page.locator(".ag-row").first).to_be_visible(timeout=60_000)
    expect(page.locator(".wb-title")).to_be_visible()


def test_rows_are_chosen_by_keyboard_and_decided_together(opened: Opened, desk: Workspace):
    """Shift and arrows choose, B looks at what that means, Ctrl+Enter records it as one, U takes it back."""
    page = opened("review", "group1")
    ready(page)
    page.keyboard.press("ArrowDown")
    for _ in range(2):
        page.keyboard.press("Shift+ArrowDown")
    expect(page.locator(".wb-footer")).to_contain_text("已选 3 条")
    page.keyboard.press("b")
    window = page.get_by_role("dialog", name="批量审核")
    expect(window).to_contain_text("所选 3 项")
    window.get_by_label("批量结论").select_option(label="退回修改")
    window.get_by_label("批量审核意见").fill("请补全。")
    page.keyboard.press("Tab")
    expect(window).to_contain_text("将记录 3 项")
    expect(window.get_by_text("请补全。", exact=True)).to_have_count(3)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".wb-status")).to_contain_text("已批量记录 3 项结论")
    assert [(event.verdict, event.opinion) for event in desk.events_since(0)] == [
        ("return_for_revision", "请补全。")
    ] * 3
    expect(page.locator(".ag-row-selected [col-id=verdict]")).to_have_text(["退回修改"] * 3)
    page.keyboard.press("u")
    expect(page.locator(".wb-status")).to_contain_text("已撤销整批 3 项")
    assert desk.store.states() == {}


def test_a_filter_and_a_column_are_there_again(opened: Opened, desk: Workspace):
    """F opens the filters; what is saved in one window is in the next, after one click."""
    page = opened("review", "group1")
    ready(page)
    page.keyboard.press("f")
    rule = page.locator("select[name=rule]")
    expect(rule).to_be_focused()
    rule.select_option(index=1)
    expect(page.get_by_text("更多筛选（1）")).to_be_visible()
    count = page.locator(".wb-footer .wb-line span").first
    expect(count).not_to_have_text(f"列表 {len(desk.queue('group1')):,} 条")
    narrowed = count.inner_text()
    page.get_by_label("筛选名称").fill("首要问题")
    page.keyboard.press("Enter")
    expect(page.locator(".wb-status")).to_contain_text("已保存筛选“首要问题”")
    page.locator(".wb-check", has_text="阶段").get_by_role("checkbox").check()
    expect(page.locator(".ag-header-cell[col-id=stage]")).to_be_visible()
    other = opened("review", "group1")
    ready(other)
    expect(other.locator(".ag-header-cell[col-id=stage]")).to_be_visible()
    other.keyboard.press("f")
    other.get_by_role("button", name="首要问题", exact=True).click()
    expect(other.locator(".wb-footer .wb-line span").first).to_have_text(narrowed)


def test_a_file_is_handed_over_and_spoken_of(opened: Opened, desk: Workspace):
    """G asks for receiver and reason, M for a remark; both stand on the page."""
    page = opened("review", "lead1")
    ready(page)
    page.keyboard.press("g")
    window = page.get_by_role("dialog", name="流转")
    window.get_by_label("办理").select_option(label="移交")
    window.get_by_label("交给").select_option(label="第一组组员")
    window.get_by_label("理由").fill("休假")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".wb-chain")).to_contain_text("经办：第一组组员")
    expect(window).to_be_hidden()
    page.keyboard.press("m")
    page.get_by_role("dialog", name="留言").get_by_label("留言").fill("<b>请核对</b>")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".wb-side")).to_contain_text("<b>请核对</b>")
    item = page.locator(".ag-row-selected").get_attribute("row-id") or ""
    assert [said.text for said in desk.comments_on(item, by="group1")] == ["<b>请核对</b>"]
