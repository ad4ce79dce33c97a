"""The page of rules (规则) in a real browser, by the roles that use it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from workbench.records import Answer, Severity
from workbench.review import Workspace

pytestmark = pytest.mark.browser

Opened = Callable[..., Page]
REASON = "本省第一轮先不检查"


def ready(page: Page) -> None:
    """Wait until the list and a rule are shown."""
    expect(page.locator(".ag-row").first).to_be_visible(timeout=60_000)
    expect(page.locator(".wb-title")).to_be_visible()


def overrule_one(desk: Workspace) -> str:
    """Pass an item whose only finding is a 违规; its rule."""
    for item, found in desk.store.findings().items():
        if len(found) == 1 and found[0].severity is Severity.VIOLATION and item.startswith("M-"):
            unit = next(each.unit for each in desk.store.matters() if each.item == item)
            known = desk.assignments.unit(unit)
            assert known is not None
            answer = Answer(found[0].rule, upheld=False, reason="经核对，原文如此")
            desk.record(item, "pass", by=f"group{known.group}", answers=[answer])
            return found[0].rule
    raise AssertionError("no such item")


def test_the_administrator_switches_a_rule_off_with_a_reason(opened: Opened, desk: Workspace):
    """Without a reason nothing is set; with one the rule says 停用, and who, when and why stays to be read."""
    page = opened("rules", "admin")
    ready(page)
    page.get_by_placeholder("搜索规则、条款、原文").fill("GUIDE-FAQ")
    expect(page.locator(".ag-row")).to_have_count(1)
    page.locator(".ag-row").click()
    expect(page.locator(".wb-title")).to_contain_text("GUIDE-FAQ")
    page.get_by_role("button", name="停用", exact=True).click()
    expect(page.locator(".wb-status")).to_contain_text("请先写明理由")
    assert desk.store.rule_settings() == []
    page.get_by_label("理由").fill(REASON)
    page.get_by_role("button", name="停用", exact=True).click()
    expect(page.locator(".wb-status")).to_contain_text("GUIDE-FAQ 已停用")
    expect(page.locator(".wb-settings")).to_contain_text(REASON)
    expect(page.locator(".ag-row [col-id=status]")).to_have_text("停用")
    (setting,) = desk.store.rule_settings()
    assert (setting.rule, setting.off, setting.reason, setting.by) == ("GUIDE-FAQ", True, REASON, "admin")


def test_the_share_of_overruled_findings_is_shown_and_the_worst_rule_leads(opened: Opened, desk: Workspace):
    """A finding that a reviewer overruled counts against its rule; half or more is said in words."""
    rule = overrule_one(desk)
    page = opened("rules", "leadership")
    ready(page)
    row = page.locator(f".ag-row[row-id={rule}]")
    expect(row).to_have_attribute("row-index", "0")
    expect(row.locator("[col-id=overruled]")).to_have_text("1")
    expect(row.locator("[col-id=share]")).to_have_text("100%")
    expect(page.locator(".wb-reading")).to_contain_text("不采纳 1 次（100%）")
    expect(page.locator(".wb-reading")).to_contain_text("一半以上的发现未被采纳")


def test_whoever_is_no_administrator_reads_the_settings_only(opened: Opened):
    """A reviewer and a lead see the rule and its settings, and no way to change them."""
    for user in ("group1", "lead2"):
        page = opened("rules", user)
        ready(page)
        expect(page.locator(".wb-setting")).to_contain_text("设置由管理员更改")
        expect(page.get_by_role("button", name="停用", exact=True)).to_have_count(0)
        for width, height in ((1366, 768), (1920, 1080)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
