"""What is said and kept when the page's kernel dies or the server restarts, in a real browser on the real server."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from workbench.review import Workspace

pytestmark = pytest.mark.browser

SignIn = Callable[[Page, str], None]
SignedIn = Callable[..., Page]


def ready(page: Page) -> str:
    """Wait for the list and an open item; its id."""
    expect(page.locator(".wb-title")).to_be_visible(timeout=90_000)
    row = page.locator(".ag-row-selected").first
    expect(row).to_be_visible(timeout=30_000)
    return row.get_attribute("row-id") or ""


def type_opinion(page: Page, text: str) -> None:
    """Choose 退回修改 and type an opinion, without recording it."""
    page.keyboard.press("2")
    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.type(text)
    page.wait_for_timeout(1500)


def test_a_dead_kernel_is_said_and_the_draft_survives(signed_in: SignedIn, office: Workspace, served):
    """The banner says what is lost; after its reload the opinion stands where it was and can be recorded."""
    page = signed_in("group2")
    item = ready(page)
    type_opinion(page, "请补充条文（后台停止前填写）。")
    assert served.kill_kernels() >= 1
    banner = page.locator("#kernel_stopped")
    expect(banner).to_be_visible(timeout=60_000)
    expect(banner).to_contain_text("后台程序已停止")
    banner.get_by_role("link", name="重新加载").click()
    expect(banner).to_be_hidden(timeout=60_000)
    assert ready(page) == item
    expect(page.locator("textarea").first).to_have_value("请补充条文（后台停止前填写）。")
    page.keyboard.press("e")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".wb-status")).to_contain_text("已记录")
    assert office.history(item)[-1].opinion == "请补充条文（后台停止前填写）。"


def test_a_restarted_server_is_said_and_the_draft_survives(signed_in: SignedIn, sign_in: SignIn, served):
    """While the server is away the banner says so; its sessions end with it; signed in again, the opinion is still there."""
    page = signed_in("lead2")
    item = ready(page)
    type_opinion(page, "请核对（重启前填写）。")
    served.end()
    banner = page.locator("#connection_lost")
    expect(banner).to_be_visible(timeout=60_000)
    expect(banner).to_contain_text("连接已断开")
    served.begin()
    page.locator(".frame-lost:visible").get_by_role("link", name="重新加载").first.click()
    sign_in(page, "lead2")
    assert ready(page) == item
    expect(page.locator("textarea").first).to_have_value("请核对（重启前填写）。")
    expect(banner).to_be_hidden()
